"""A consent receipt with the fields of ISO/IEC TS 27560:2023, as far as a set of terms and a run can fill them.

Field names follow the standard's as the guide of the W3C Data Privacy Vocabularies group lists them, in snake case.
"""

from collections.abc import Sequence
from typing import Any

from simulator.consent.app import App
from simulator.consent.prompt import Prompt
from simulator.domain.categories import DataCategory, Fact, Purpose
from simulator.domain.data_kinds import DATA_KINDS
from simulator.domain.data_uses import DATA_USES
from simulator.domain.events import Event
from simulator.domain.holding import Holder, HoldingState
from simulator.domain.phone import Toggle
from simulator.journey.world import World, fold
from simulator.report.exports.periods import period_as_record
from simulator.report.exports.person import consent_history, pseudonym, start_of
from simulator.report.exports.stated import NOT_STATED, controller_of, said
from simulator.retention.totals import Totals, totals
from simulator.terms.clause import Terms
from simulator.terms.decide import Request, Verdict, decide_by_clauses

SCHEMA = "rollcall-receipt-1, after ISO/IEC TS 27560:2023"

_KEYS = {Verdict.PERMIT: "permitted", Verdict.FORBID: "forbidden", Verdict.SILENT: NOT_STATED}


def receipt(run: str, events: Sequence[Event], terms: Terms, prompt: Prompt, app: App) -> dict[str, Any]:
    """The receipt of the last consent record of a run, with the whole history of its events.

    Raises:
        RollcallError: the run has no events.
    """
    started, world, history = start_of(events), fold(list(events)), consent_history(events)
    held = totals(world.ledger)
    return {
        "schema_version": SCHEMA,
        "record_id": f"{run}/{world.record.id}",
        "pii_principal_id": pseudonym(started),
        "privacy_notice": _notice(terms, prompt),
        "language": NOT_STATED,
        "purposes": [_purpose(terms, purpose) for purpose in Purpose],
        "pii_information": [_pii(terms, category, held.get(category)) for category in DataCategory],
        "pii_controllers": [{"name": said(controller_of(terms)), "address": NOT_STATED, "contact": NOT_STATED}],
        "service": {"name": app.name, "about": app.about},
        "storage_locations": NOT_STATED,
        "jurisdiction": terms.jurisdiction,
        "geographic_restrictions": {"not_offered_in": list(terms.regions_excluded)},
        "recipient_third_parties": {"stated": NOT_STATED, "in_this_run": _recipients(world)},
        "withdrawal_method": _withdrawal(app, history),
        "validity_duration": NOT_STATED,
        "state": world.record.state.value,
        # How an answer came about is known to the story alone; no company could write it on a receipt.
        "events": [{key: value for key, value in step.items() if key != "manner"} for step in history],
    }


def _notice(terms: Terms, prompt: Prompt) -> dict[str, Any]:
    return {
        "terms": terms.id,
        "title": terms.title,
        "in_force_from": terms.in_force_from,
        "in_force_to": terms.in_force_to or "still in force when last read",
        "sources": list(dict.fromkeys(clause.source.url for clause in terms.clauses)),
        "asked_with": {
            "prompt": prompt.id,
            "heading": prompt.heading,
            "body": list(prompt.body),
            "fine_print": list(prompt.fine_print),
            "buttons": [button.text for button in prompt.buttons],
            "source": prompt.source,
        },
    }


def _purpose(terms: Terms, purpose: Purpose) -> dict[str, Any]:
    """What the terms say of one use while the consent stands, for each kind of data."""
    answers: dict[Verdict, list[dict[str, Any]]] = {verdict: [] for verdict in _KEYS}
    for category in DataCategory:
        request = Request(category=category, purpose=purpose, facts=frozenset({Fact.OPTED_IN}))
        decision = decide_by_clauses(terms, request)
        answers[decision.verdict].append({"pii_type": category.value, "clauses": list(decision.clauses)})
    return {
        "purpose": purpose.value,
        "in_words": DATA_USES[purpose].name,
        "permitted": answers[Verdict.PERMIT],
        "forbidden": answers[Verdict.FORBID],
        "not_stated": [each["pii_type"] for each in answers[Verdict.SILENT]],
    }


def _pii(terms: Terms, category: DataCategory, count: Totals | None) -> dict[str, Any]:
    request = Request(category=category, purpose=DATA_KINDS[category].held_for, facts=frozenset({Fact.OPTED_IN}))
    decision = decide_by_clauses(terms, request)
    return {
        "pii_type": category.value,
        "in_words": DATA_KINDS[category].in_words,
        "held_for": DATA_KINDS[category].held_for.value,
        "may_be_held": {"verdict": _KEYS[decision.verdict], "clauses": list(decision.clauses)},
        "retention_period": period_as_record(terms, category),
        "in_this_run": {state.value: getattr(count, state.value, 0) for state in HoldingState},
    }


def _recipients(world: World) -> list[dict[str, Any]]:
    shown = [item for item, entry in world.ledger.entries.items() if entry.holding.holder is Holder.AUDIENCE]
    return [{"recipient": Holder.AUDIENCE.value, "holdings": shown}] if shown else []


def _withdrawal(app: App, history: Sequence[dict[str, Any]]) -> dict[str, Any]:
    gave = [step["taps"] for step in history if step["event"] == "ConsentGiven"]
    return {
        "path": list(app.path(Toggle.CLOUD_PROCESSING)),
        "taps": app.taps(Toggle.CLOUD_PROCESSING),
        "taps_to_give": said(gave[-1] if gave else None),
        "source": app.source,
    }
