"""One set of terms as JSON-LD in the W3C Data Privacy Vocabulary 2.3, with everything needed to read it inside."""

from collections.abc import Iterable, Iterator
from typing import Any

from simulator.domain.categories import DataCategory, Purpose
from simulator.domain.data_kinds import DATA_KINDS
from simulator.domain.data_uses import DATA_USES
from simulator.report.exports.periods import STARTS, clocks, tell_period
from simulator.report.exports.stated import controller_of
from simulator.terms.clause import MODEL_CATEGORIES, Clause, Clock, Effect, Terms

# Names of ours, which nobody resolves: the domain is reserved for examples.
_OURS = "https://example.org/rollcall"

_PREFIXES = {
    "dpv": "https://w3id.org/dpv#",
    "pd": "https://w3id.org/dpv/pd#",
    "ai": "https://w3id.org/dpv/ai#",
}
_RULES = {Effect.PERMIT: "dpv:Permission", Effect.FORBID: "dpv:Prohibition", None: "rollcall:Silence"}
_INDETERMINATE = {"@type": "dpv:IndeterminateDuration"}


def dpv_document(terms: Terms) -> dict[str, Any]:
    """The document: each clause a permission, a prohibition or a silence; each kind of data with its storage.

    A silence is of unknown applicability, and a period of which nothing is said is an indeterminate duration.
    """
    clauses = {clause.id: _clause(clause) for clause in terms.clauses}
    return {
        "@context": _context(terms),
        "@id": f"{_OURS}/terms/{terms.id}",
        "@type": "dpv:Process",
        "dct:title": terms.title,
        "dct:description": " ".join(terms.about.split()),
        **_controller(terms),
        "dpv:hasJurisdiction": {"@type": "dpv:Jurisdiction", "dct:title": terms.jurisdiction},
        "rollcall:inForceFrom": _date(terms.in_force_from),
        **({} if terms.in_force_to is None else {"rollcall:inForceTo": _date(terms.in_force_to)}),
        "dpv:hasPermission": [clauses[each.id] for each in terms.clauses if each.effect is Effect.PERMIT],
        "dpv:hasProhibition": [clauses[each.id] for each in terms.clauses if each.effect is Effect.FORBID],
        "rollcall:hasSilence": [clauses[each.id] for each in terms.clauses if each.effect is None],
        "dpv:hasPersonalData": [_data(terms, each) for each in DataCategory if each not in MODEL_CATEGORIES],
        "dpv:hasData": [_data(terms, each) for each in DataCategory if each in MODEL_CATEGORIES],
    }


def _context(terms: Terms) -> dict[str, str]:
    return {
        **_PREFIXES,
        "dct": "http://purl.org/dc/terms/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "rollcall": f"{_OURS}#",
        "data": f"{_OURS}/data/",
        "clause": f"{_OURS}/terms/{terms.id}/clause/",
    }


def _controller(terms: Terms) -> dict[str, Any]:
    name = controller_of(terms)
    return {} if name is None else {"dpv:hasDataController": {"@type": "dpv:DataController", "dpv:hasName": name}}


def _date(text: str) -> dict[str, str]:
    return {"@value": text, "@type": "xsd:date"}


def _clause(clause: Clause) -> dict[str, Any]:
    covered = [category for category in DataCategory if clause.covers(category)]
    uses = [DATA_USES[purpose] for purpose in Purpose if purpose in clause.purposes]
    return {
        "@id": f"clause:{clause.id}",
        "@type": _RULES[clause.effect],
        "dct:description": clause.says,
        "dpv:hasPersonalData": _refer(f"data:{each}" for each in covered if each not in MODEL_CATEGORIES),
        "dpv:hasData": _refer(f"data:{each}" for each in covered if each in MODEL_CATEGORIES),
        "dpv:hasPurpose": _refer(use.dpv_purpose for use in uses),
        "dpv:hasProcessing": _refer(use.dpv_processing for use in uses),
        **({"dpv:hasApplicability": {"@id": "dpv:UnknownApplicability"}} if clause.effect is None else {}),
        "rollcall:use": list(clause.purposes),
        "rollcall:requires": list(clause.requires),
        "rollcall:unless": list(clause.unless),
        "rollcall:status": clause.status.value,
        "dct:source": {"@id": clause.source.url},
        "rollcall:sourceTitle": clause.source.title,
        "rollcall:quoted": clause.source.quoted,
        "rollcall:retrieved": clause.source.retrieved,
    }


def _refer(names: Iterable[str | None]) -> list[dict[str, str]]:
    return [{"@id": name} for name in dict.fromkeys(names) if name is not None]


def _data(terms: Terms, category: DataCategory) -> dict[str, Any]:
    return {
        "@id": f"data:{category}",
        "@type": list(DATA_KINDS[category].dpv),
        "dct:title": DATA_KINDS[category].name,
        "dpv:hasStorageCondition": list(_storage(terms, category)),
    }


def _storage(terms: Terms, category: DataCategory) -> Iterator[dict[str, Any]]:
    """For each clock how long it is stored until deletion begins, and when deletion is done."""
    timed = clocks(terms, category)
    for rule, retain in timed:
        by = {"rollcall:clause": {"@id": f"clause:{rule.id}"}}
        begins, done = (_duration(retain.clock, days) for days in (retain.begin_delete_after, retain.deadline))
        yield {"@type": "dpv:StorageDuration", "dpv:hasDuration": begins, **by}
        yield {"@type": "dpv:StorageDeletion", "dpv:hasDuration": done, **by}
        if retain.backup_extra:
            extra = _days(retain.backup_extra)
            yield {"@type": "dpv:StorageDuration", "dct:title": "backups", "dpv:hasDuration": extra, **by}
    if not timed:
        said = tell_period(terms, category)
        yield {"@type": "dpv:StorageDuration", "dpv:hasDuration": _INDETERMINATE, "dct:description": said}


def _duration(clock: Clock, days: int | None) -> dict[str, Any]:
    if days is None:
        return _INDETERMINATE
    if clock is Clock.COLLECTION:
        return _days(days)
    return {
        "@type": "dpv:UntilEventDuration",
        "dct:description": f"so many days after {STARTS[clock]}",
        "dpv:hasDuration": _days(days),
    }


def _days(days: int) -> dict[str, Any]:
    return {"@type": "dpv:TemporalDuration", "rdf:value": {"@value": f"P{days}D", "@type": "xsd:duration"}}
