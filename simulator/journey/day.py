"""One day, in this order:

taken       photos enter the camera roll
asked       the owner opens the app, answers, walks the settings, goes offline
told        a withdrawal reaches the company, which settles what becomes of everything it holds
gone wrong  what the story declares to go wrong does
selected    the phone chooses photos to send
allowed?    the terms permit or forbid it
uploaded    the photo leaves the phone
analysed    the company looks at it
concluded   what follows from several photos
suggested   creative ideas are offered and something is done with them
expired     what was promised to be deleted is deleted
"""  # noqa: D415  (the list is the sentence)

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from functools import cached_property

from simulator.consent.ask import Respondent
from simulator.consent.record import ConsentState
from simulator.domain.events import (
    Event,
    IdeaOffered,
    PhotoTaken,
    PhotoUploaded,
    WithdrawalReceived,
)
from simulator.domain.phone import Toggle
from simulator.domain.photo import Photo, PhotoAccess
from simulator.journey.act import act, tell_company
from simulator.journey.analyse import analyse
from simulator.journey.befall import befall, follow
from simulator.journey.conclude import conclude
from simulator.journey.offer import REACTIONS, offer, react, react_by_luck
from simulator.journey.ports import Analyzer
from simulator.journey.scenario import Scenario
from simulator.journey.select import select
from simulator.journey.upload import keep_record, register_roll, upload
from simulator.journey.world import World, apply
from simulator.population.luck import Luck
from simulator.retention.schedule import expire, settle
from simulator.terms.decide import DecisionTable

_ANSWERED = {ConsentState.GIVEN, ConsentState.REFUSED}
Telling = Generator[Event, None, World]


@dataclass(frozen=True)
class Stage:
    """What every day of one story is played with."""

    scenario: Scenario
    luck: Luck
    analyzer: Analyzer
    develop: Callable[[Photo], bytes]
    respondent: Respondent

    @cached_property
    def table(self) -> DecisionTable:
        return DecisionTable.of(self.scenario.terms)


def tell(world: World, events: Iterable[Event]) -> Telling:
    """Pass events on, and return the world after them."""
    for event in events:
        world = apply(world, event)
        yield event
    return world


def _asked(world: World, stage: Stage) -> Telling:
    scenario = stage.scenario
    for step in scenario.story.steps_on(world.day):
        if step.do in REACTIONS:
            for idea in tuple(world.ideas.values())[-1:]:
                world = yield from tell(world, react(world, stage.table, idea, step.do))
            continue
        before = world.record
        # Told as it happens: a question is seen before it is answered, also by whoever answers at a keyboard.
        world = yield from tell(world, act(world, step, scenario.app, scenario.prompt_on(world.day), stage.respondent))
        if world.record is not before and world.record.state in _ANSWERED:
            world = yield from tell(world, keep_record(world, stage.table))
    readable = world.access is not PhotoAccess.NONE and not world.account_deleted
    if readable and world.settings.get(Toggle.METADATA_SUGGESTIONS):
        world = yield from tell(world, register_roll(world, stage.table))
    return world


def _told(world: World, stage: Stage) -> Telling:
    events = list(tell_company(world))
    world = yield from tell(world, events)
    if any(isinstance(event, WithdrawalReceived) for event in events):
        world = yield from tell(world, settle(world.ledger, stage.scenario.terms, world.day))
    return world


def _gone_wrong(world: World, stage: Stage) -> Telling:
    for fault in stage.scenario.story.faults_on(world.day):
        events = list(befall(world, fault))
        world = yield from tell(world, events)
        world = yield from tell(world, follow(world, stage.scenario.terms, fault, events))
    return world


def _sent(world: World, stage: Stage) -> Telling:
    selected = list(select(world, stage.scenario.app.selection))
    # All of them are told before the first is sent, so that whoever watches can have their files made meanwhile.
    world = yield from tell(world, selected)
    for choice in selected:
        photo = world.roll[choice.photo]
        sent = list(upload(world, stage.table, photo, stage.luck, stage.scenario.app.reviewed))
        world = yield from tell(world, sent)
        if any(isinstance(event, PhotoUploaded) for event in sent):
            world = yield from tell(world, analyse(world, stage.table, photo, stage.analyzer, stage.develop))
    return world


def _suggested(world: World, stage: Stage) -> Telling:
    app, story = stage.scenario.app, stage.scenario.story
    if not world.company_believes or world.day % app.ideas_every:
        return world
    world = yield from tell(world, conclude(world, stage.table))
    offered = list(offer(world, stage.table))
    world = yield from tell(world, offered)
    # A story that says what is done with one idea says it for all of them.
    if not any(step.do in REACTIONS for step in story.steps):
        for event in offered:
            if isinstance(event, IdeaOffered):
                world = yield from tell(world, react_by_luck(world, stage.table, event.idea, stage.luck, app.kept))
    return world


def play_day(world: World, stage: Stage, taken: Iterable[Photo]) -> Telling:
    """Play one day; ``world.day`` says which."""
    day = world.day
    world = yield from tell(world, (PhotoTaken(day=day, photo=photo) for photo in taken))
    world = yield from _asked(world, stage)
    world = yield from _told(world, stage)
    world = yield from _gone_wrong(world, stage)
    world = yield from _sent(world, stage)
    world = yield from _suggested(world, stage)
    scenario = stage.scenario
    expired = expire(world.ledger, scenario.terms, day, scenario.reading, scenario.story.faults)
    return (yield from tell(world, expired))
