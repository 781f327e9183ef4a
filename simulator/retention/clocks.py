"""Which clock a thing's time is counted by, and whether it runs."""

from dataclasses import dataclass

from simulator.domain.holding import Holder, HoldingState
from simulator.retention.ledger import Entry
from simulator.terms.clause import Clock, Terms, find_clause
from simulator.terms.rules import rule_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A clock and the clause that names it; ``runs`` is whether it has started for this thing."""

    clock: Clock
    clause: str
    runs: bool


def clock_of(terms: Terms, entry: Entry) -> Running | None:
    """The clock of the promise, or of the limit from collection, or the next that could start; None: there is none.

    Raises:
        TermsError: the ledger names a clause that these terms do not have.
    """
    if entry.state in {HoldingState.SCHEDULED, HoldingState.DELETED} and entry.clause is not None:
        retain = find_clause(terms, entry.clause).retain
        return None if retain is None else Running(clock=retain.clock, clause=entry.clause, runs=True)
    if entry.holding.holder is Holder.AUDIENCE:
        return None
    rules = {clock: rule_for(terms, entry.holding.category, clock) for clock in Clock}
    if limit := rules.pop(Clock.COLLECTION):
        return Running(clock=Clock.COLLECTION, clause=limit.id, runs=True)
    for clock, rule in rules.items():
        if rule is not None:
            return Running(clock=clock, clause=rule.id, runs=False)
    return None
