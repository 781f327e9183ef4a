"""What a set of terms would mean for the person of a story today, read off what is held, with nothing played again."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from simulator.domain.categories import Fact
from simulator.domain.events import HoldingScheduled
from simulator.domain.holding import Holder, HoldingState
from simulator.retention.ledger import Ledger
from simulator.retention.settlement import Settlement
from simulator.terms.clause import Terms
from simulator.terms.decide import Request, Verdict, decide_by_clauses
from simulator.terms.lineage import HELD_FOR
from simulator.tui.playback import Playback
from simulator.tui.views.holdings import count_figures
from simulator.tui.views.in_force import InForce


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What would become of what is held today, if these were the terms and the withdrawal came today.

    INVARIANT: the four add up to everything that is held today.

    Attributes:
        never: forbidden to come into being at all after a yes.
        goes, stays, not_said: what a withdrawal does to the rest.
        by_clause: how many things each clause decides about.
    """

    never: int
    goes: int
    stays: int
    not_said: int
    by_clause: Mapping[str, int]

    @property
    def held(self) -> int:
        return self.never + self.goes + self.stays + self.not_said


def weigh(ledger: Ledger, terms: Terms, day: int) -> Meaning:
    """Ask these terms about everything that is held, whatever terms it came to be held under."""
    settlement = Settlement(ledger, terms, day)
    forbidden = {
        category: decision.clauses[0]
        for category, purpose in HELD_FOR.items()
        if (
            decision := decide_by_clauses(
                terms, Request(category=category, purpose=purpose, facts=frozenset({Fact.OPTED_IN}))
            )
        ).verdict
        is Verdict.FORBID
    }
    fates: Counter[str] = Counter()
    clauses: Counter[str] = Counter()
    for entry in ledger.entries.values():
        if entry.state is HoldingState.DELETED:
            continue
        if entry.holding.holder is Holder.COMPANY and (clause := forbidden.get(entry.holding.category)):
            fates["never"] += 1
        else:
            outcome = settlement.of(entry)
            clause = outcome.clause
            goes = isinstance(outcome, HoldingScheduled)
            fates["goes" if goes else "not_said" if clause is None else "stays"] += 1
        if clause is not None:
            clauses[clause] += 1
    return Meaning(**{fate: fates[fate] for fate in ("never", "goes", "stays", "not_said")}, by_clause=clauses)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What was held on a day of the story as it was played under a set: read most kindly, and most harshly."""

    created: int
    kindest: int
    harshest: int


def end_of(playback: Playback, rules: InForce, day: int) -> Outcome:
    """The figures of that day in that world."""
    ledger = playback.world(playback.moments[playback.moment_on(day)].at).ledger
    figures = count_figures(ledger, rules, day)
    return Outcome(created=figures.created, kindest=figures.kindest, harshest=figures.harshest)
