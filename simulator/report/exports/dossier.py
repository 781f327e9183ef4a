"""Everything that one story's company has, and had, about one person, on one day."""

from collections.abc import Sequence
from typing import Any

from simulator.domain.categories import SENSITIVE_THEMES
from simulator.domain.data_kinds import DATA_KINDS
from simulator.domain.events import (
    Event,
    IdeaDismissed,
    IdeaEdited,
    IdeaKept,
    IdeaShared,
    RequestDenied,
    StoryStarted,
)
from simulator.domain.holding import HoldingState
from simulator.domain.people import Relation
from simulator.domain.reading import Reading
from simulator.journey.summary import world_on
from simulator.journey.world import World
from simulator.report.exports.person import consent_history, date_on, pseudonym, start_of
from simulator.report.exports.stated import NOT_STATED
from simulator.retention.ends import Ends
from simulator.retention.ledger import Entry
from simulator.retention.totals import band, totals
from simulator.terms.clause import Terms, find_clause

_REACTIONS = {IdeaKept: "kept", IdeaShared: "shared", IdeaEdited: "edited", IdeaDismissed: "dismissed"}


def dossier(run: str, events: Sequence[Event], terms: Terms, day: int) -> dict[str, Any]:
    """The dossier as it stands at the end of that day; `None` is a day that never comes, `NOT_STATED` a silence.

    Raises:
        RollcallError: the run has no events.
        TermsError: the run names a clause that these terms do not have.
    """
    started = start_of(events)
    told = [event for event in events if event.day <= day]
    world = world_on(events, day)
    return {
        "run": run,
        "day": day,
        "date": date_on(started, day),
        "terms": terms.id,
        "reading": started.reading,
        "person": _owner(started, world),
        "consent": {"state": world.record.state.value, "history": consent_history(told) if told else []},
        "holdings": _holdings(world, terms),
        "totals": _totals(world, terms, day),
        "denied": _denied(told),
        "inferences": _inferences(world),
        "ideas": _ideas(world, told),
        "bystanders": _bystanders(started, world),
    }


def _owner(started: StoryStarted, world: World) -> dict[str, Any]:
    return {
        "id": pseudonym(started),
        "relation": Relation.OWNER.value,
        "life": started.life,
        "seed": started.seed,
        "synthetic": True,
        "photos_on_the_phone": len(world.roll),
        "photos_uploaded": len(set(world.uploads)),
        # INVARIANT: what such photos suggest is never concluded, only counted.
        "uploaded_of_sensitive_themes": sum(
            world.roll[photo].theme in SENSITIVE_THEMES for photo in set(world.uploads)
        ),
    }


def _holdings(world: World, terms: Terms) -> list[dict[str, Any]]:
    kindest, harshest = (Ends(world.ledger, terms, reading) for reading in Reading)
    return [
        {
            "id": item,
            "category": entry.holding.category.value,
            "in_words": DATA_KINDS[entry.holding.category].in_words,
            "holder": entry.holding.holder.value,
            "state": entry.state.value,
            "since": entry.holding.since,
            "changed": entry.changed,
            "permitted_by": _clause(terms, entry.holding.clause),
            "decided_by": _clause(terms, entry.clause),
            "made_from": list(entry.holding.parents),
            "photos": list(entry.holding.photos),
            "promise": _promise(entry),
            "gone": {
                "kindest": kindest.first_day_without(item),
                "harshest": harshest.first_day_without(item),
            },
        }
        for item, entry in world.ledger.entries.items()
    ]


def _clause(terms: Terms, clause: str | None) -> dict[str, str] | str:
    if clause is None:
        return NOT_STATED
    return {"clause": clause, "status": find_clause(terms, clause).status.value}


def _promise(entry: Entry) -> dict[str, Any] | str:
    if entry.begins is None:
        return NOT_STATED
    return {"begins": entry.begins, "ends": NOT_STATED if entry.ends is None else entry.ends}


def _totals(world: World, terms: Terms, day: int) -> dict[str, Any]:
    counted = totals(world.ledger).values()
    still = band(world.ledger, day, terms).values()
    return {
        **{state.value: sum(getattr(count, state.value) for count in counted) for state in HoldingState},
        "still_held": {"kindest": sum(low for low, _ in still), "harshest": sum(high for _, high in still)},
    }


def _denied(told: Sequence[Event]) -> list[dict[str, Any]]:
    """What the terms did not let come into being."""
    return [
        {
            "day": event.day,
            "item": event.item,
            "category": event.category,
            "purpose": event.purpose,
            "clauses": list(event.clauses),
        }
        for event in told
        if isinstance(event, RequestDenied)
    ]


def _states(world: World, name: str) -> dict[str, str]:
    """The state of every holding about one inference or idea."""
    return {item: entry.state.value for item, entry in world.ledger.entries.items() if item.partition("/")[0] == name}


def _inferences(world: World) -> list[dict[str, Any]]:
    return [
        {
            "id": inference.id,
            "kind": inference.kind.value,
            "claim": inference.claim,
            "photos": list(inference.photos),
            "holdings": _states(world, inference.id),
        }
        for inference in world.inferences.values()
    ]


def _ideas(world: World, told: Sequence[Event]) -> list[dict[str, Any]]:
    reactions: dict[str, list[str]] = {idea: [] for idea in world.ideas}
    for event in told:
        if isinstance(event, IdeaKept | IdeaShared | IdeaEdited | IdeaDismissed):
            reactions.setdefault(event.idea, []).append(_REACTIONS[type(event)])
    return [
        {
            "id": idea.id,
            "kind": idea.kind.value,
            "title": idea.title,
            "photos": list(idea.photos),
            "reactions": reactions[idea.id],
            "holdings": _states(world, idea.id),
        }
        for idea in world.ideas.values()
    ]


def _bystanders(started: StoryStarted, world: World) -> list[dict[str, Any]]:
    """Everybody else in an uploaded photo: none of them was ever asked."""
    held = {
        photo
        for entry in world.ledger.entries.values()
        if entry.state is not HoldingState.DELETED
        for photo in entry.holding.photos
    }
    uploaded = dict.fromkeys(world.uploads)
    seen = {
        human: [photo for photo in uploaded if human.id in world.roll[photo].people]
        for human in started.cast
        if human.relation is not Relation.OWNER
    }
    return [
        {
            "id": human.id,
            "relation": human.relation.value,
            "age": human.look.age.value,
            "asked": False,
            "photos_uploaded": photos,
            "photos_something_is_still_held_of": [photo for photo in photos if photo in held],
        }
        for human, photos in seen.items()
        if photos
    ]
