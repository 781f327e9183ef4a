"""Two sets of terms that are compared: everything on which they differ, and it as rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from simulator.retention.meaning import Meaning, stand, weigh
from simulator.terms.clause import Terms
from simulator.terms.diff import TermsDiff, compare_terms
from simulator.tui.rooms.terms.clause_pairs import Pair, pair_clauses
from simulator.tui.rooms.terms.tables import tabulate_fates, tabulate_meanings, tabulate_pairs, tabulate_uses

if TYPE_CHECKING:
    from simulator.tui.playing.show import Show
    from simulator.tui.table import FactTable


class Aspect(StrEnum):
    """What of the two is looked at; the value is the word for it."""

    CLAUSES = "Clauses"
    USES = "Uses"
    AFTERWARDS = "After a withdrawal"
    TODAY = "What is held today"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """What is compared."""

    before: Terms
    after: Terms
    diff: TermsDiff
    pairs: Sequence[Pair]

    @classmethod
    def of(cls, before: Terms, after: Terms) -> "Sides":
        diff = compare_terms(before, after)
        return cls(before=before, after=after, diff=diff, pairs=pair_clauses(before, after, diff.clauses))

    def weigh(self, show: "Show | None") -> tuple[Meaning, Meaning] | None:
        """What either set means where the playhead stands; None where no story is on."""
        if show is None:
            return None
        ledger, day, now = show.world.ledger, show.day, show.scenario.terms_on(show.day)
        standing = stand(show.playback.events[: show.at])
        before, after = (weigh(ledger, each, day, standing, in_force=each == now) for each in (self.before, self.after))
        return before, after

    def count(self, aspect: Aspect, show: "Show | None") -> str:
        """How much there is to see, in a few words."""
        match aspect:
            case Aspect.CLAUSES:
                return f"{sum(pair.differs for pair in self.pairs)} of {len(self.pairs)} differ"
            case Aspect.USES:
                return f"{len(self.diff.uses)} differ"
            case Aspect.AFTERWARDS:
                return f"{len(self.diff.fates)} kinds differ"
            case Aspect.TODAY:
                return "" if show is None else f"day {show.day}"

    def table(self, aspect: Aspect, show: "Show | None") -> "FactTable | None":
        """The same as rows; None where it is about a story and none is on."""
        match aspect:
            case Aspect.CLAUSES:
                return tabulate_pairs(self.before, self.after, self.pairs)
            case Aspect.USES:
                return tabulate_uses(self.diff.uses)
            case Aspect.AFTERWARDS:
                return tabulate_fates(self.diff.fates)
            case Aspect.TODAY:
                meanings = self.weigh(show)
                return None if meanings is None or show is None else tabulate_meanings(meanings, show.day)
