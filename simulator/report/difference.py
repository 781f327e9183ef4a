"""Where two sets of terms differ, as it can be read aloud, and as JSON."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from simulator.domain.categories import DataCategory, Purpose
from simulator.domain.data_uses import DATA_USES
from simulator.domain.log import to_json
from simulator.report.lines import name_all, paragraph
from simulator.terms.clause import Clause, Terms, find_clause
from simulator.terms.decide import Verdict
from simulator.terms.diff import ClauseChange, FateChange, TermsDiff, UseChange
from simulator.terms.fate import Fate, Outcome

VERDICTS = {Verdict.PERMIT: "permits", Verdict.FORBID: "forbids", Verdict.SILENT: "is silent"}


def tell_difference(before: Terms, after: Terms, diff: TermsDiff) -> Iterator[str]:
    """Clauses, then uses by moment, then what becomes of things after a withdrawal."""
    yield paragraph(f"{before.id} against {after.id}.")
    if not (diff.clauses or diff.uses or diff.fates):
        yield paragraph("They say the same.")
        return
    yield from _tell_clauses(before, after, diff.clauses)
    yield from _tell_uses(before, after, diff.uses)
    if diff.fates:
        yield ""
        yield "What becomes of it after the withdrawal:"
    for (old, new), categories in group_fates(before, after, diff.fates):
        yield paragraph(f"{name_all(categories)}: {before.id}: {old}; {after.id}: {new}.", indent=2)


def _tell_clauses(before: Terms, after: Terms, changes: Sequence[ClauseChange]) -> Iterator[str]:
    yield ""
    yield "Clauses:"
    gone = [change.id for change in changes if change.after is None]
    new = [change.id for change in changes if change.before is None]
    for terms, only in ((before, gone), (after, new)):
        if only:
            yield paragraph(f"Only in {terms.id}: {', '.join(only)}.", indent=2)
    for change in changes:
        if change.fields:
            yield paragraph(f"{change.id} is in both and differs in {', '.join(change.fields)}.", indent=2)
            for terms, clause in ((before, change.before), (after, change.after)):
                if clause is not None and "says" in change.fields:
                    yield paragraph(f"{terms.id}: {clause.says}", indent=4)


def _tell_uses(before: Terms, after: Terms, changes: Sequence[UseChange]) -> Iterator[str]:
    for moment, verdicts in group_uses(changes).items():
        yield ""
        yield f"{moment[0].upper()}{moment[1:]}:"
        for (old, new), about in verdicts.items():
            yield paragraph(f"{before.id} {VERDICTS[old]}, {after.id} {VERDICTS[new]}:", indent=2)
            for line in about:
                yield paragraph(f"{line}.", indent=4)


def group_uses(changes: Sequence[UseChange]) -> dict[str, dict[tuple[Verdict, Verdict], list[str]]]:
    """By moment, then by the verdicts of both: lines such as ``original photos: analysing, storing``."""
    grouped: dict[str, dict[tuple[Verdict, Verdict], dict[DataCategory, list[Purpose]]]] = {}
    for change in changes:
        pair = (change.before.verdict, change.after.verdict)
        about = grouped.setdefault(change.moment, {}).setdefault(pair, {})
        about.setdefault(change.category, []).append(change.purpose)
    return {
        moment: {pair: list(_list_uses(about)) for pair, about in verdicts.items()}
        for moment, verdicts in grouped.items()
    }


def _list_uses(about: dict[DataCategory, list[Purpose]]) -> Iterator[str]:
    for uses, categories in _by_uses(about).items():
        yield f"{name_all(categories)}: {', '.join(DATA_USES[use].name for use in uses)}"


def _by_uses(about: dict[DataCategory, list[Purpose]]) -> dict[tuple[Purpose, ...], list[DataCategory]]:
    found: dict[tuple[Purpose, ...], list[DataCategory]] = {}
    for category, uses in about.items():
        found.setdefault(tuple(uses), []).append(category)
    return found


def group_fates(
    before: Terms, after: Terms, changes: Iterable[FateChange]
) -> Iterator[tuple[tuple[str, str], list[DataCategory]]]:
    """What becomes of it under both, in words, and the kinds of which that is so."""
    found: dict[tuple[str, str], list[DataCategory]] = {}
    for change in changes:
        pair = (tell_outcome(before, change.before), tell_outcome(after, change.after))
        found.setdefault(pair, []).append(change.category)
    yield from found.items()


def tell_outcome(terms: Terms, outcome: Outcome) -> str:
    """``goes from day 30 on, no end said (photos.removal)``."""
    if outcome.clause is None:
        return "not said"
    retain = find_clause(terms, outcome.clause).retain
    if outcome.fate is not Fate.GOES or retain is None:
        return f"{outcome.fate} ({outcome.clause})"
    begins = f" from day {retain.begin_delete_after} on" if retain.begin_delete_after else ""
    ends = "no end said" if retain.deadline is None else f"done by day {retain.deadline}"
    return f"goes{begins}, {ends} ({outcome.clause})"


def difference_as_record(before: Terms, after: Terms, diff: TermsDiff) -> dict[str, Any]:
    """The same as one object."""
    return {
        "before": before.id,
        "after": after.id,
        "clauses": [
            {
                "id": change.id,
                "before": _said(change.before),
                "after": _said(change.after),
                "fields": list(change.fields),
            }
            for change in diff.clauses
        ],
        "uses": to_json(diff.uses),
        "after_withdrawal": to_json(diff.fates),
    }


def _said(clause: Clause | None) -> str | None:
    return None if clause is None else clause.says
