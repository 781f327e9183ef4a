"""What checks of terms found, as it can be read aloud, and as JSON."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from simulator.domain.agree import write_count
from simulator.domain.log import to_json
from simulator.report.lines import name_all, paragraph
from simulator.terms.checks.finding import Case, Finding, Severity


def tell_findings(case: Case, findings: Sequence[Finding]) -> Iterator[str]:
    """Each finding as a paragraph, and the counts at the end."""
    for finding in findings:
        yield paragraph(f"{finding.severity}: {finding.check}. {finding.says}")
        about = f"About: {name_all(finding.categories)}. " if finding.categories else ""
        by = f"Clauses: {', '.join(finding.clauses)}. " if finding.clauses else ""
        yield paragraph(f"{about}{by}See {finding.page}", indent=2)
        yield ""
    counted = Counter(finding.severity for finding in findings)
    errors, warnings = counted[Severity.ERROR], counted[Severity.WARNING]
    yield paragraph(f"{case.terms.id}: {write_count(errors, 'error')}, {write_count(warnings, 'warning')}.")


def findings_as_record(case: Case, findings: Sequence[Finding]) -> dict[str, Any]:
    """The same as one object."""
    return {
        "terms": case.terms.id,
        "taps": {"give": case.taps_to_give, "withdraw": case.taps_to_withdraw},
        "findings": [{**to_json(finding), "page": finding.page} for finding in findings],
    }
