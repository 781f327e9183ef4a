"""How tests of terms came out, as it can be read aloud, and as JSON."""

from collections.abc import Iterator
from typing import Any

from simulator.report.lines import paragraph
from simulator.terms.policy_tests import Examination, PolicyAnswer


def tell_examination(examination: Examination) -> Iterator[str]:
    """One line of counts, a paragraph for each failure, and the clauses that no test covers."""
    answers, failed = examination.answers, examination.failed
    covered = examination.clauses - len(examination.uncovered)
    yield paragraph(
        f"{examination.id}, of {examination.terms}: {len(answers) - len(failed)} of {len(answers)} tests passed; "
        f"{covered} of {examination.clauses} clauses covered."
    )
    for answer in failed:
        yield paragraph(f"Failed: {answer.test.says}", indent=2)
        wanted = _answered(answer.test.verdict, answer.test.clauses)
        yield paragraph(
            f"{_asked(answer)}: wanted {wanted}, found {_answered(answer.verdict, answer.clauses)}.", indent=4
        )
    if examination.uncovered:
        yield paragraph(f"Not covered: {', '.join(examination.uncovered)}.", indent=2)


def _asked(answer: PolicyAnswer) -> str:
    facts = " and ".join(sorted(answer.test.facts)) or "no facts"
    return f"{answer.test.category} for {answer.test.purpose}, given {facts}"


def _answered(verdict: str, clauses: tuple[str, ...] | None) -> str:
    if clauses is None:
        return verdict
    return f"{verdict} by {', '.join(clauses)}" if clauses else f"{verdict} by no clause"


def examination_as_record(examination: Examination) -> dict[str, Any]:
    """The same as one object."""
    return {
        "tests": examination.id,
        "terms": examination.terms,
        "passed": len(examination.answers) - len(examination.failed),
        "failed": [
            {
                "says": answer.test.says,
                "category": answer.test.category.value,
                "purpose": answer.test.purpose.value,
                "facts": sorted(answer.test.facts),
                "wanted": {
                    "verdict": answer.test.verdict.value,
                    "clauses": None if answer.test.clauses is None else list(answer.test.clauses),
                },
                "found": {"verdict": answer.verdict.value, "clauses": list(answer.clauses)},
            }
            for answer in examination.failed
        ],
        "clauses": examination.clauses,
        "uncovered": list(examination.uncovered),
    }
