import pytest
from any_terms import clause, terms_of
from checked import case_of

from simulator.terms.checks.finding import Severity
from simulator.terms.checks.withdrawal_taps import find_withdrawal_taps


def test_five_taps_against_one_are_told_as_a_ratio() -> None:
    (found,) = find_withdrawal_taps(case_of(terms_of(clause()), give=1, withdraw=5))
    assert found.severity is Severity.ERROR
    assert found.says == "A yes takes 1 tap, its withdrawal 5 taps: 1 : 5."


@pytest.mark.parametrize("withdraw", [1, 2])
def test_as_many_taps_or_fewer_are_as_easy(withdraw: int) -> None:
    assert list(find_withdrawal_taps(case_of(terms_of(clause()), give=2, withdraw=withdraw))) == []
