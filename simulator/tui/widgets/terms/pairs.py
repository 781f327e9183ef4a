"""Two sets of terms side by side in one scroll, so that neither can run away from the other."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size

from simulator.terms.clause import Clause
from simulator.tui.views.clause_pairs import Likeness, Lit, Pair, light
from simulator.tui.views.fates import KNOWN
from simulator.tui.widgets.columns import fit
from simulator.tui.widgets.lines import Lines

_LEAD = 4  # the cursor and the mark of likeness
_MIDDLE = " │ "
_MARKS = {Likeness.SAME: "quiet", Likeness.DIFFERS: "lit", Likeness.ABOUT: "accent"}

Run = tuple[str, str]  # text, and the name of a style of `Lines`, which may be empty


class ClausePairs(Lines):
    """A row for each pair: id, effect and status, then the sentence; words that the other side lacks are underlined."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.pairs: Sequence[Pair] = ()
        self._drawn: list[tuple[list[list[Run]], list[list[Run]]]] = []

    def bring(self, pairs: Sequence[Pair]) -> None:
        """Show these, from the top."""
        self.pairs = pairs
        self._wrap(cursor=0)
        self.scroll_home(animate=False)

    @property
    def picked(self) -> Pair | None:
        """The pair under the cursor."""
        return self.pairs[self.cursor] if self.cursor < len(self.pairs) else None

    def _side(self, width: int) -> int:
        return max(1, (width - _LEAD - len(_MIDDLE)) // 2)

    def _wrap(self, cursor: int | None = None) -> None:
        side = self._side(self.scrollable_content_region.width)
        self._drawn = [_told(pair, side) for pair in self.pairs]
        # One line more than the longer side, so that pairs stand apart.
        self.lay([max(len(left), len(right)) + 1 for left, right in self._drawn], cursor)

    def on_resize(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, self.virtual_size.height)
        self._wrap()
        super().on_resize()

    def draw_line(self, index: int, line: int, width: int, base: Style) -> Iterable[Segment]:
        side = self._side(width)
        pair = self.pairs[index]
        mark = f"{'▸' if index == self.cursor else ' '} {pair.likeness.value} " if line == 0 else " " * _LEAD
        yield Segment(mark, base + self.style(_MARKS.get(pair.likeness, "primary")))
        for place, lines in enumerate(self._drawn[index]):
            if place:
                yield Segment(_MIDDLE, base + self.style("quiet"))
            yield from self._runs(lines[line] if line < len(lines) else [], side, base)

    def _runs(self, runs: Sequence[Run], side: int, base: Style) -> Iterator[Segment]:
        left = side
        for text, name in runs:
            piece = text[:left]
            left -= len(piece)
            yield Segment(piece, base + self.style(name) if name else base)
        yield Segment(" " * left, base)


def _told(pair: Pair, side: int) -> tuple[list[list[Run]], list[list[Run]]]:
    before, after = pair.before, pair.after
    if before is None or after is None:
        return _side(before, None, side), _side(after, None, side)
    lit = light(before.says, after.says) if before.says != after.says else None
    return _side(before, lit and lit[0], side), _side(after, lit and lit[1], side)


def _side(clause: Clause | None, lit: Lit | None, side: int) -> list[list[Run]]:
    """The lines of one side: a title, then the sentence in pieces."""
    if clause is None:
        return [[("not there", "quiet")]]
    known = KNOWN[clause.status]
    effect = clause.effect.value if clause.effect is not None else "silent"
    room = side - len(effect) - 6
    title = [(fit(clause.id, max(1, room)), "strong"), (f" {effect}", "quiet"), (f" ({known.mark})", known.color)]
    return [title, *_wrapped(lit or ((clause.says, False),), side)]


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
