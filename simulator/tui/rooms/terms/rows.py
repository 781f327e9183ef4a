"""What two sets of terms decide otherwise, and what either means today, as rows to be read side by side."""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.report.difference import VERDICTS, group_fates, group_uses
from simulator.report.lines import name_all
from simulator.report.meaning import group_kinds
from simulator.retention.meaning import Meaning
from simulator.terms.clause import Terms
from simulator.terms.diff import FateChange, UseChange


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line over both sides, what either side says, and what it says it of."""

    above: str = ""
    left: str = ""
    right: str = ""
    below: tuple[str, ...] = ()
    mark: str = " "


def list_uses(changes: tuple[UseChange, ...]) -> Iterator[Row]:
    """Uses on which the verdicts differ: moment by moment, and those on which they differ alike together."""
    for moment, verdicts in group_uses(changes).items():
        above = _sentence(moment)
        for (old, new), about in verdicts.items():
            yield Row(above=above, left=VERDICTS[old], right=VERDICTS[new], below=tuple(about))
            above = ""


def list_fates(before: Terms, after: Terms, changes: tuple[FateChange, ...]) -> Iterator[Row]:
    """What becomes of each kind of data after a withdrawal, where that differs."""
    for (old, new), categories in group_fates(before, after, changes):
        yield Row(above=_sentence(name_all(categories)), left=old, right=new)


def list_meanings(meanings: tuple[Meaning, Meaning]) -> Iterator[Row]:
    """How much is held today and what becomes of it under either set; kinds that fare alike together."""
    for (left, right), kinds in group_kinds(meanings).items():
        yield Row(above=_sentence(kinds), left=left, right=right, mark="=" if left == right else "≠")


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}"
