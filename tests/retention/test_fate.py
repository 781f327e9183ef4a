"""What the clauses alone say of a withdrawal is what the ledger does, for one thing of every kind."""

from any_terms import any_terms, patiently
from hypothesis import given
from ledgers import created, ledger_of

from simulator.domain.categories import DataCategory
from simulator.domain.data_kinds import DATA_KINDS
from simulator.retention.ledger import Ledger
from simulator.retention.schedule import preview
from simulator.terms.clause import Terms
from simulator.terms.fate import Fate, Outcome, after_withdrawal
from simulator.terms.lineage import ancestors


def one_of_every_kind() -> Ledger:
    kinds = sorted(DataCategory, key=lambda category: len(list(ancestors(category))))
    return ledger_of(
        *(created(f"p1/{kind}", parents=[f"p1/{above}" for above in DATA_KINDS[kind].made_from]) for kind in kinds)
    )


@patiently
@given(any_terms)
def test_the_fate_of_a_kind_is_the_preview_of_a_ledger_that_holds_one_of_each(terms: Terms) -> None:
    seen = preview(one_of_every_kind(), terms)
    told = {
        ground.category: Outcome(fate=fate, clause=ground.clause)
        for fate, bucket in ((Fate.GOES, seen.goes), (Fate.STAYS, seen.stays), (Fate.NOT_SAID, seen.not_said))
        for ground in bucket
    }
    assert told == {category: after_withdrawal(terms, category) for category in DataCategory}
