"""Does one document promise what another takes back?"""

from collections.abc import Iterator

from simulator.terms.checks.finding import Case, Finding, Severity
from simulator.terms.conflicts import conflicts

ID = "promise-against-policy"


def find_promise_against_policy(case: Case) -> Iterator[Finding]:
    """An error for each pair of clauses from two documents of which one permits what the other forbids."""
    for conflict in conflicts(case.terms):
        permits, forbids = conflict.permits, conflict.forbids
        uses = ", ".join(conflict.purposes)
        yield Finding(
            check=ID,
            severity=Severity.ERROR,
            says=f"{forbids.id} ({forbids.status}) forbids what {permits.id} ({permits.status}) permits: {uses}.",
            categories=conflict.categories,
            clauses=(forbids.id, permits.id),
        )
