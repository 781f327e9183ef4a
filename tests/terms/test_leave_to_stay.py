"""Whether something may still be stored after a withdrawal."""

import pytest
from any_terms import clause, terms_of

from simulator.domain.categories import DataCategory
from simulator.terms.clause import Clock, Effect, Retain
from simulator.terms.decide import SILENCE, Decision, Verdict
from simulator.terms.fate import leave_to_stay


@pytest.mark.parametrize("clock", Clock)
def test_leave_that_ends_with_the_withdrawal_or_with_age_is_no_leave_to_stay(clock: Clock) -> None:
    timed = clause(id="timed", retain=Retain(clock=clock, deadline=30))
    ends_by_itself = clock in {Clock.WITHDRAWAL, Clock.COLLECTION}
    alone = leave_to_stay(terms_of(timed), DataCategory.ORIGINAL)
    assert alone == (SILENCE if ends_by_itself else Decision(verdict=Verdict.PERMIT, clauses=("timed",)))
    beside = leave_to_stay(terms_of(timed, clause(id="lasting")), DataCategory.ORIGINAL)
    assert beside.clauses == (("lasting",) if ends_by_itself else ("timed", "lasting"))


def test_what_is_forbidden_has_no_leave_whatever_its_clock() -> None:
    timed = clause(id="no", effect=Effect.FORBID, retain=Retain(clock=Clock.WITHDRAWAL, deadline=30))
    assert leave_to_stay(terms_of(timed), DataCategory.ORIGINAL) == Decision(verdict=Verdict.FORBID, clauses=("no",))
