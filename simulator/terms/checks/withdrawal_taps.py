"""Is it as easy to withdraw a consent as to give it?"""

from collections.abc import Iterator

from simulator.domain.agree import write_count
from simulator.terms.checks.finding import Case, Finding, Severity

ID = "withdrawal-taps"


def find_withdrawal_taps(case: Case) -> Iterator[Finding]:
    """An error if a withdrawal takes more taps than a yes, after GDPR, Article 7(3)."""
    give, withdraw = case.taps_to_give, case.taps_to_withdraw
    if withdraw > give:
        yield Finding(
            check=ID,
            severity=Severity.ERROR,
            says=(
                f"A yes takes {write_count(give, 'tap')}, its withdrawal {write_count(withdraw, 'tap')}: "
                f"{give} : {withdraw}."
            ),
        )
