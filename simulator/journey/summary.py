"""A finished story in numbers, and whether it came out as it was expected to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from simulator.consent.record import ConsentState
from simulator.domain.categories import DataCategory
from simulator.domain.events import (
    ConsentGiven,
    DeletionMissed,
    Event,
    HoldingReturned,
    IdeaOffered,
    PhotoAnalysed,
    PhotoTaken,
    PhotoUploaded,
    PromptShown,
    StoryStarted,
)
from simulator.domain.log import hash_events, to_json
from simulator.journey.story import Expectation
from simulator.journey.world import World, fold
from simulator.retention.totals import Totals, totals


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Counts over one story.

    Attributes:
        inferences: conclusions at the end; one that grew counts once.
        people_seen: different human beings in the uploaded photos, known because they were drawn.
        people_who_consented: how many of all people ever said yes: the owner, or nobody.
        held: what became of everything that was ever held, by category.
        failures: what the story expected and did not find, in words; empty when it was met, or not held to anything.
        held_to: whether the story was held to its expectation.
    """

    story: str
    terms: str
    seed: int
    event_hash: str
    consent: ConsentState
    prompts_shown: int
    photos_taken: int
    uploaded: int
    analysed: int
    inferences: int
    ideas: int
    people_seen: int
    people_who_consented: int
    held: Mapping[DataCategory, Totals]
    failures: tuple[str, ...]
    held_to: bool = True

    def as_record(self) -> dict[str, Any]:
        """The last line of ``rollcall play --json``."""
        told = to_json(self)
        failures, held_to = told.pop("failures"), told.pop("held_to")
        expect = "failed" if failures else "met" if held_to else "not held to"
        return {"kind": "Summary", **told, "expect": expect, "failures": failures}


def world_on(events: Sequence[Event], day: int) -> World:
    """The world at the end of that day."""
    return fold([event for event in events if event.day <= day])


def _between(name: str, found: int, allowed: tuple[int, int]) -> Iterator[str]:
    least, most = allowed
    if not least <= found <= most:
        wanted = f"{least}" if least == most else f"{least} to {most}"
        yield f"{name}: expected {wanted}, found {found}"


def _check_consent(expect: Expectation, world: World, events: Sequence[Event]) -> Iterator[str]:
    if world.record.state is not expect.consent:
        yield f"consent: expected '{expect.consent}', found '{world.record.state}'"
    prompts = sum(isinstance(event, PromptShown) for event in events)
    yield from _between("prompts_shown", prompts, expect.prompts_shown)


def _check_counts(expect: Expectation, world: World) -> Iterator[str]:
    yield from _between("uploaded", len(world.uploads), expect.uploaded)
    yield from _between("inferences", len(world.inferences), expect.inferences)
    yield from _between("ideas", len(world.ideas), expect.ideas)


def _check_held(expect: Expectation, world: World, events: Sequence[Event]) -> Iterator[str]:
    held = totals(world.ledger)
    trained = held.get(DataCategory.TRAINING_MEMBERSHIP) is not None
    if trained is not expect.trained:
        yield f"trained: expected {expect.trained}, found {trained}"
    yield from _between("returned", sum(isinstance(event, HoldingReturned) for event in events), expect.returned)
    yield from _between("missed", sum(isinstance(event, DeletionMissed) for event in events), expect.missed)
    for category in expect.silent:
        if category not in held or not held[category].silent:
            yield f"silent: expected the terms to say nothing about what becomes of {category}"
    for day, wanted in expect.held_after_day.items():
        then = totals(world_on(events, day).ledger)
        for category, number in wanted.items():
            found = then[category].alive + then[category].scheduled if category in then else 0
            yield from _between(f"held_after_day.{day}.{category}", found, (number, number))


def summarise(events: Sequence[Event], expect: Expectation | None, *, own_terms: bool) -> Summary:
    """Count a finished story and hold it to what it expected.

    Args:
        events: all of them, from `StoryStarted` on.
        expect: the story's expectation; None where somebody else than the story answered.
        own_terms: whether it was played under the terms and the reading that the expectation was written for; under
            others only the questions and answers are checked, since what is sent and held must differ.
    """
    started = events[0]
    assert isinstance(started, StoryStarted)
    world = fold(list(events))
    failures = [] if expect is None else [*_check_consent(expect, world, events)]
    if expect is not None and own_terms:
        failures += _check_counts(expect, world)
        failures += _check_held(expect, world, events)
    return Summary(
        story=started.story,
        terms=started.terms,
        seed=started.seed,
        event_hash=hash_events(events),
        consent=world.record.state,
        prompts_shown=sum(isinstance(event, PromptShown) for event in events),
        photos_taken=sum(isinstance(event, PhotoTaken) for event in events),
        uploaded=sum(isinstance(event, PhotoUploaded) for event in events),
        analysed=sum(isinstance(event, PhotoAnalysed) for event in events),
        inferences=len(world.inferences),
        ideas=sum(isinstance(event, IdeaOffered) for event in events),
        people_seen=len({who for photo in world.uploads for who in world.roll[photo].people}),
        people_who_consented=int(any(isinstance(event, ConsentGiven) for event in events)),
        held=totals(world.ledger),
        failures=tuple(failures),
        held_to=expect is not None,
    )
