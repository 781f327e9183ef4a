"""Is it as easy to withdraw a consent as to give it?"""

from collections.abc import Iterator

from simulator.terms.checks.finding import Case, Finding, Severity

ID = "withdrawal-taps"


def find_withdrawal_taps(case: Case) -> Iterator[Finding]:
    """An error if a withdrawal takes more taps than a yes, after GDPR, Article 7(3)."""
    give, withdraw = case.taps_to_give, case.taps_to_withdraw
    if withdraw > give:
        yield Finding(
            check=ID,
            severity=Severity.ERROR,
            says=f"A yes takes {_taps(give)}, its withdrawal {_taps(withdraw)}: {give} : {withdraw}.",
        )


def _taps(number: int) -> str:
    return f"{number} tap" if number == 1 else f"{number} taps"
