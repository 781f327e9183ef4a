"""A set of terms as it can be read aloud, and as one JSON object."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from simulator.domain.agree import write_count
from simulator.domain.categories import DataCategory
from simulator.domain.data_kinds import DATA_KINDS
from simulator.domain.data_uses import DATA_USES
from simulator.domain.log import to_json
from simulator.report.exports.periods import STARTS, write_after
from simulator.report.lines import name_all, paragraph
from simulator.report.words import FACTS
from simulator.terms.clause import Clause, Retain, Status, Terms
from simulator.terms.conflicts import Conflict, conflicts

_SAID = {True: "goes too", False: "does not go with it", None: "is not spoken of"}


def row_of(terms: Terms) -> dict[str, Any]:
    """One entry of ``rollcall terms list --json``."""
    known = Counter(clause.status for clause in terms.clauses)
    return {
        "id": terms.id,
        "title": terms.title,
        "company": terms.company,
        "jurisdiction": terms.jurisdiction,
        "in_force_from": terms.in_force_from,
        "in_force_to": terms.in_force_to,
        "clauses": {status.value: known[status] for status in Status},
    }


def tell_row(terms: Terms) -> Iterator[str]:
    """One set in a list: what it is, and how well it is known."""
    known = Counter(clause.status for clause in terms.clauses)
    counted = ", ".join(f"{known[status]} {status}" for status in Status if known[status])
    yield paragraph(f"{terms.id}: {terms.title}. {_in_force(terms)}; clauses: {counted}.")


def _in_force(terms: Terms) -> str:
    if terms.in_force_to is None:
        return f"In force since {terms.in_force_from}"
    return f"In force from {terms.in_force_from} to {terms.in_force_to}"


def tell_terms(terms: Terms) -> Iterator[str]:
    """The whole set, a paragraph for each clause, then where its documents contradict one another."""
    yield paragraph(f"{terms.title} ({terms.id}).")
    yield paragraph(f"{terms.company}; {terms.jurisdiction}. {_in_force(terms)}.")
    if terms.regions_excluded:
        yield paragraph(f"Not offered in {', '.join(terms.regions_excluded)}.")
    yield ""
    yield paragraph(" ".join(terms.about.split()))
    for clause in terms.clauses:
        yield ""
        yield from tell_clause(clause)
    for conflict in conflicts(terms):
        yield ""
        yield paragraph(f"Contested: {tell_conflict(conflict)}")


def tell_clause(clause: Clause) -> Iterator[str]:
    """One clause: what it says, about what, for how long, and how that is known."""
    for number, sentences in enumerate(describe_clause(clause)):
        yield paragraph(sentences, indent=2 if number else 0)


def describe_clause(clause: Clause) -> Iterator[str]:
    """The same before it is laid out in lines: what it says; about what; for how long, if it says so; the source."""
    yield f"{clause.id} ({clause.effect or 'silent'}, {clause.status}): {clause.says}"
    uses = ", ".join(DATA_USES[purpose].name for purpose in clause.purposes)
    yield f"About: {_about(clause)}. For: {uses}.{_conditions(clause)}"
    if clause.retain is not None:
        yield _until(clause.retain)
    quoted = f' "{clause.source.quoted}"' if clause.source.quoted else ""
    yield f"Source: {clause.source.title}.{quoted} Read {clause.source.retrieved}. {clause.source.url}"


def _about(clause: Clause) -> str:
    if clause.every_category_except:
        return f"everything but {name_all(clause.every_category_except)}"
    return name_all(filter(clause.covers, DataCategory))


def _conditions(clause: Clause) -> str:
    told = ""
    if clause.requires:
        told += f" Only if {' and '.join(FACTS[fact] for fact in clause.requires)}."
    if clause.unless:
        told += f" Not if {' or '.join(FACTS[fact] for fact in clause.unless)}."
    return told


def _until(retain: Retain) -> str:
    begin = (
        "when deletion begins is not said"
        if retain.begin_delete_after is None
        else f"deletion begins {write_after(retain.begin_delete_after)}"
    )
    end = "no end is said" if retain.deadline is None else f"it is done {write_after(retain.deadline)}"
    backups = "" if not retain.backup_extra else f", in backups {write_count(retain.backup_extra, 'day')} later"
    return (
        f"Counted from {STARTS[retain.clock]}: {begin}; {end}{backups}. What was made from it "
        f"{_SAID[retain.covers_derived]}; what a model learnt {_SAID[retain.covers_models]}."
    )


def tell_conflict(conflict: Conflict) -> str:
    """Both clauses with their words, and what they disagree about."""
    forbids, permits = conflict.forbids, conflict.permits
    about = ", ".join(DATA_KINDS[category].name for category in conflict.categories)
    uses = ", ".join(DATA_USES[purpose].name for purpose in conflict.purposes)
    return (
        f"{forbids.id} ({forbids.status}) says: {forbids.says} {permits.id} ({permits.status}) says: {permits.says} "
        f"They disagree about {uses}, with {about}. A story follows the one that forbids."
    )


def terms_as_record(terms: Terms) -> dict[str, Any]:
    """Everything in the file, and the conflicts in it."""
    record: dict[str, Any] = to_json(terms)
    record["about"] = " ".join(terms.about.split())
    record["conflicts"] = [
        {
            "forbids": conflict.forbids.id,
            "permits": conflict.permits.id,
            "categories": list(conflict.categories),
            "purposes": list(conflict.purposes),
        }
        for conflict in conflicts(terms)
    ]
    return record
