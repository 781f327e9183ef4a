"""All checks, in the order in which their findings are told."""

from collections.abc import Callable, Iterator, Mapping

from simulator.terms.checks import (
    biometric_age,
    model_lineage,
    orphaned_data,
    period_or_criterion,
    promise_against_policy,
    silent_categories,
    withdrawal_taps,
)
from simulator.terms.checks.finding import Case, Finding

CHECKS: Mapping[str, Callable[[Case], Iterator[Finding]]] = {
    promise_against_policy.ID: promise_against_policy.find_promise_against_policy,
    withdrawal_taps.ID: withdrawal_taps.find_withdrawal_taps,
    period_or_criterion.ID: period_or_criterion.find_period_or_criterion,
    biometric_age.ID: biometric_age.find_biometric_age,
    silent_categories.ID: silent_categories.find_silent_categories,
    orphaned_data.ID: orphaned_data.find_orphaned_data,
    model_lineage.ID: model_lineage.find_model_lineage,
}


def run_checks(case: Case) -> tuple[Finding, ...]:
    """What all checks find, check by check."""
    return tuple(finding for check in CHECKS.values() for finding in check(case))
