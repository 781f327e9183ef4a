"""One set of terms as a fideslang manifest: what is permitted as declarations, what is forbidden as rules."""

from collections.abc import Iterable, Iterator
from typing import Any

from simulator.domain.categories import DataCategory, Fact, Purpose
from simulator.domain.data_kinds import DATA_KINDS
from simulator.domain.data_uses import DATA_USES
from simulator.domain.fides import FidesKey
from simulator.report.exports.periods import tell_period
from simulator.terms.clause import Terms
from simulator.terms.decide import Decision, Request, Verdict, decide_by_clauses

OWNER = "customer"
BYSTANDER = "bystander"

_GIVEN = frozenset({Fact.OPTED_IN})


def manifest(terms: Terms) -> dict[str, Any]:
    """The manifest, as one mapping that is JSON and, therefore, YAML.

    A use that the terms permit while the consent stands is a privacy declaration; one that they forbid is a rule that
    such a declaration would break; one of which they say nothing is neither, and is listed in the system's ``meta``.
    No legal basis is declared: no clause claims one.
    """
    return {
        "data_category": [
            _declared(DATA_KINDS[each].fides, DATA_KINDS[each].name)
            for each in DataCategory
            if DATA_KINDS[each].fides.own
        ],
        "data_use": [
            _declared(DATA_USES[each].fides, DATA_USES[each].name) for each in Purpose if DATA_USES[each].fides.own
        ],
        "data_subject": [
            {
                "fides_key": BYSTANDER,
                "name": "people in the photos",
                "description": "Whoever else is in a photo; only the owner of the camera roll is ever asked.",
            }
        ],
        "system": [_system(terms)],
        "policy": [
            {
                "fides_key": f"{terms.id}.forbidden",
                "name": f"What {terms.title} forbids",
                "description": "Each rule names what must not be declared while the consent stands.",
                "rules": list(_rules(terms)),
            }
        ],
    }


def _declared(key: FidesKey, name: str) -> dict[str, Any]:
    return {"fides_key": key.key, "parent_key": key.parent, "name": name, "description": key.reason}


def _system(terms: Terms) -> dict[str, Any]:
    return {
        "fides_key": terms.id,
        "name": terms.title,
        "description": " ".join(terms.about.split()),
        "system_type": "Service",
        "privacy_declarations": list(_declarations(terms)),
        "meta": {
            "company": terms.company,
            "jurisdiction": terms.jurisdiction,
            "in_force_from": terms.in_force_from,
            "in_force_to": terms.in_force_to,
            "not_stated": {
                purpose.value: [DATA_KINDS[category].fides.key for category in categories]
                for purpose, decision, categories in _answers(terms)
                if decision.verdict is Verdict.SILENT
            },
            "near_keys": {
                use.fides.key: use.fides.reason for use in DATA_USES.values() if use.fides.reason and not use.fides.own
            },
        },
    }


def _answers(terms: Terms) -> Iterator[tuple[Purpose, Decision, list[DataCategory]]]:
    """For each use every answer of the terms while the consent stands, and the data of which it is given."""
    for purpose in Purpose:
        found: dict[Decision, list[DataCategory]] = {}
        for category in DataCategory:
            decision = decide_by_clauses(terms, Request(category=category, purpose=purpose, facts=_GIVEN))
            found.setdefault(decision, []).append(category)
        for decision, categories in found.items():
            yield purpose, decision, categories


def _declarations(terms: Terms) -> Iterator[dict[str, Any]]:
    for purpose, decision, permitted in _answers(terms):
        if decision.verdict is not Verdict.PERMIT:
            continue
        periods: dict[str, list[DataCategory]] = {}
        for category in permitted:
            periods.setdefault(tell_period(terms, category), []).append(category)
        for number, (period, categories) in enumerate(periods.items(), start=1):
            part = f", part {number}" if len(periods) > 1 else ""
            yield {
                "name": f"{DATA_USES[purpose].name}, by {', '.join(decision.clauses)}{part}",
                "data_categories": _keys(categories),
                "data_use": DATA_USES[purpose].fides.key,
                "data_subjects": _subjects(categories),
                "retention_period": period,
            }


def _rules(terms: Terms) -> Iterator[dict[str, Any]]:
    for purpose, decision, categories in _answers(terms):
        if decision.verdict is Verdict.FORBID:
            yield {
                "name": f"no {DATA_USES[purpose].name}, by {', '.join(decision.clauses)}",
                "data_categories": {"matches": "ANY", "values": _keys(categories)},
                "data_uses": {"matches": "ANY", "values": [DATA_USES[purpose].fides.key]},
                "data_subjects": {"matches": "ANY", "values": [OWNER, BYSTANDER]},
            }


def _keys(categories: Iterable[DataCategory]) -> list[str]:
    return [DATA_KINDS[category].fides.key for category in categories]


def _subjects(categories: Iterable[DataCategory]) -> list[str]:
    return [OWNER, BYSTANDER] if any(DATA_KINDS[each].shows_people for each in categories) else [OWNER]
