"""The clauses of two sets side by side; words that the other side lacks are underlined."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from simulator.terms.clause import Clause
from simulator.tui.held.fates import KNOWN
from simulator.tui.parts.columns import fit
from simulator.tui.rooms.terms.clause_pairs import Likeness, Lit, Pair, light
from simulator.tui.rooms.terms.two_sides import Item, Run, Texts, TwoSides

_MARKS = {Likeness.SAME: "quiet", Likeness.DIFFERS: "lit", Likeness.ABOUT: "accent"}


class ClausePairs(TwoSides):
    """A row for each pair: id, effect and status, then the sentence."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.pairs: Sequence[Pair] = ()

    def bring(self, pairs: Sequence[Pair]) -> None:
        """Show these, from the top."""
        self.pairs = pairs
        self.wrap(cursor=0)
        self.scroll_home(animate=False)

    @property
    def picked(self) -> Pair | None:
        """The pair under the cursor."""
        return self.pairs[self.cursor] if self.cursor < len(self.pairs) else None

    def items(self, whole: int, side: int) -> Iterator[Item]:  # noqa: ARG002
        for pair in self.pairs:
            left, right = _told(pair, side)
            ink = _MARKS.get(pair.likeness, "primary")
            yield Item(above=[], left=left, right=right, below=[], mark=pair.likeness.value, ink=ink)


def _told(pair: Pair, side: int) -> tuple[Texts, Texts]:
    before, after = pair.before, pair.after
    if before is None or after is None:
        return _side(before, None, side), _side(after, None, side)
    one, other = _sentence(before), _sentence(after)
    lit = light(one, other) if one != other else None
    return _side(before, lit and lit[0], side), _side(after, lit and lit[1], side)


def _side(clause: Clause | None, lit: Lit | None, side: int) -> Texts:
    """The lines of one side: a title, then the sentence in pieces."""
    if clause is None:
        return [[("not there", "quiet")]]
    known = KNOWN[clause.status]
    effect = clause.effect.value if clause.effect is not None else "silent"
    room = side - len(effect) - 6
    title = [(fit(clause.id, max(1, room)), "strong"), (f" {effect}", "quiet"), (f" ({known.mark})", known.color)]
    return [title, *_wrapped(lit or ((_sentence(clause), False),), side)]


def _sentence(clause: Clause) -> str:
    """What it says, however it is spaced: wrapping makes something else of tabs."""
    return " ".join(clause.says.split())


def _wrapped(lit: Lit, side: int) -> Iterator[list[Run]]:
    """The pieces in lines; wrapping never changes a word, so places in the text can be counted through."""
    pieces = [(character, lights) for text, lights in lit for character in text]
    at = 0
    for line in wrap("".join(text for text, _ in lit), side, break_on_hyphens=False):
        while pieces[at][0].isspace():
            at += 1
        yield _joined(pieces[at : at + len(line)])
        at += len(line)


def _joined(characters: Sequence[tuple[str, bool]]) -> list[Run]:
    runs: list[Run] = []
    for character, lights in characters:
        name = "lit" if lights else ""
        if runs and runs[-1][1] == name:
            runs[-1] = (runs[-1][0] + character, name)
        else:
            runs.append((character, name))
    return runs
