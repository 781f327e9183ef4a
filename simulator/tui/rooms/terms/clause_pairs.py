"""Two sets of terms side by side: which clause stands against which, and the words in which they differ."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from simulator.domain.categories import DataCategory, Fact
from simulator.terms.clause import Clause, Terms
from simulator.terms.diff import ClauseChange

# How much of what two clauses speak of must be the same for them to stand side by side under different names.
_ENOUGH = 0.3
# Words of which fewer are the same are told as two sentences, not as one with changes.
_KIN = 0.35


class Likeness(StrEnum):
    """How two clauses stand to each other; the value is a mark, one cell wide."""

    SAME = "="
    DIFFERS = "≠"
    ABOUT = "≈"
    ONLY_BEFORE = "-"
    ONLY_AFTER = "+"


IN_WORDS = {
    Likeness.SAME: "the same in both",
    Likeness.DIFFERS: "in both, and differs in",
    Likeness.ABOUT: "speaks of the same, under another name",
    Likeness.ONLY_BEFORE: "only on the left",
    Likeness.ONLY_AFTER: "only on the right",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One row: a clause on either side or on both; ``fields`` names what differs in two of one id."""

    before: Clause | None
    after: Clause | None
    likeness: Likeness
    fields: tuple[str, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether the two say something else, and not only where it was read."""
        return self.likeness is not Likeness.SAME and self.fields != ("source",)


def pair_clauses(before: Terms, after: Terms, changes: Sequence[ClauseChange]) -> Sequence[Pair]:
    """Every clause of both, once: by its id; else by what it speaks of; else alone. In the order of ``before``.

    A clause that only ``after`` has follows the clause that stands before it there.

    Args:
        before: the set on the left.
        after: the set on the right.
        changes: what `compare_terms` says of their clauses.
    """
    changed = {change.id: change for change in changes}
    named = {clause.id: clause for clause in after.clauses}
    partners = {clause.id: named[clause.id] for clause in before.clauses if clause.id in named}
    lonely = [clause for clause in before.clauses if clause.id not in partners]
    free = [clause for clause in after.clauses if clause.id not in partners]
    partners |= _match(lonely, free)
    return list(_in_order(before, after, partners, {name: change.fields for name, change in changed.items()}))


def _match(lonely: Sequence[Clause], free: Sequence[Clause]) -> dict[str, Clause]:
    """Those most alike first, each once."""
    scored = [(likeness, one, other) for one in lonely for other in free if (likeness := _alike(one, other)) >= _ENOUGH]
    scored.sort(key=lambda each: -each[0])
    found: dict[str, Clause] = {}
    taken: set[str] = set()
    for _, one, other in scored:
        if one.id not in found and other.id not in taken:
            found[one.id] = other
            taken.add(other.id)
    return found


def _alike(one: Clause, other: Clause) -> float:
    """Which part of the data, and of the uses, that either speaks of both do; 0 for different moments."""
    if (Fact.WITHDRAWN in one.requires) != (Fact.WITHDRAWN in other.requires):
        return 0.0
    data = [{category for category in DataCategory if clause.covers(category)} for clause in (one, other)]
    uses = [set(clause.purposes) for clause in (one, other)]
    return len(data[0] & data[1]) / len(data[0] | data[1]) * len(uses[0] & uses[1]) / len(uses[0] | uses[1])


def _in_order(
    before: Terms, after: Terms, partners: dict[str, Clause], fields: dict[str, tuple[str, ...]]
) -> Iterator[Pair]:
    taken = {clause.id for clause in partners.values()}
    following: dict[str | None, list[Clause]] = {}
    last: str | None = None
    for clause in after.clauses:
        if clause.id in taken:
            last = clause.id
        else:
            following.setdefault(last, []).append(clause)
    yield from (_alone_after(clause) for clause in following.pop(None, ()))
    for clause in before.clauses:
        other = partners.get(clause.id)
        if other is None:
            yield Pair(before=clause, after=None, likeness=Likeness.ONLY_BEFORE)
            continue
        if other.id != clause.id:
            yield Pair(before=clause, after=other, likeness=Likeness.ABOUT)
        else:
            differ = fields.get(clause.id, ())
            likeness = Likeness.DIFFERS if differ else Likeness.SAME
            yield Pair(before=clause, after=other, likeness=likeness, fields=differ)
        yield from (_alone_after(each) for each in following.pop(other.id, ()))


def _alone_after(clause: Clause) -> Pair:
    return Pair(before=None, after=clause, likeness=Likeness.ONLY_AFTER)


Lit = Sequence[tuple[str, bool]]


def light(before: str, after: str) -> tuple[Lit, Lit]:
    """Both texts in pieces, each with whether the other lacks it; joined, the pieces are the text.

    Of two sentences with little in common nothing is lit: everything would be.
    """
    old, new = (re.findall(r"\S+\s*", text) for text in (before, after))
    # By the words alone: a word that ends one sentence and not the other is the same word.
    matcher = SequenceMatcher(None, _bare(old), _bare(new), autojunk=False)
    if matcher.ratio() < _KIN:
        return ((before, False),), ((after, False),)
    blocks = matcher.get_opcodes()
    return (
        [("".join(old[a:b]), tag != "equal") for tag, a, b, _, _ in blocks if a < b],
        [("".join(new[c:d]), tag != "equal") for tag, _, _, c, d in blocks if c < d],
    )


def _bare(words: Sequence[str]) -> list[str]:
    return [word.strip() for word in words]
