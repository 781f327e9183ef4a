"""The laws of the design, held over stories that nobody wrote: any order of deeds, any person, any terms."""

import subprocess
import sys
from collections import Counter
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from truth import perform_truthfully

from simulator.catalog.load import load_scenario
from simulator.catalog.shelf import names
from simulator.consent.ask import is_due
from simulator.consent.prompt import Choice
from simulator.consent.record import ConsentRecord, ConsentState
from simulator.domain.categories import DataCategory, Purpose
from simulator.domain.events import (
    ConsentGiven,
    ConsentWithdrawn,
    DeletionMissed,
    Event,
    FaultKind,
    FaultOccurred,
    HoldingCreated,
    HoldingDeleted,
    HoldingReturned,
    Manner,
    PhotoAnalysed,
    PhotoUploaded,
)
from simulator.domain.holding import HoldingState
from simulator.domain.log import hash_events
from simulator.domain.photo import PhotoAccess
from simulator.domain.reading import Reading
from simulator.domain.shelf import Shelf
from simulator.journey.scenario import Scenario
from simulator.journey.story import TRIGGERS, Deed, Step, Story
from simulator.journey.world import World, apply
from simulator.retention.faults import Fault
from simulator.retention.totals import totals
from simulator.terms.decide import DecisionTable, Request, Verdict, decide

BASE = {terms: load_scenario("accidental-allow", terms=terms) for terms in names(Shelf.TERMS)}
ABOUT_THE_ACCOUNT = {
    DataCategory.ROLL_METADATA,
    DataCategory.CONSENT_RECORD,
    DataCategory.INTERACTION_LOG,
}
LAST_DAY = 30


OTHER_DEEDS = [deed for deed in Deed if deed is not Deed.ANSWER] + [Deed.REVOKE] * 4 + list(TRIGGERS) * 2


@st.composite
def deeds(draw: st.DrawFn, scenario: Scenario) -> tuple[Step, ...]:
    """Deeds in any order in which the consent itself is possible; most stories begin with an Allow."""
    steps: list[Step] = []
    record = ConsentRecord()
    days = [0, *sorted(draw(st.lists(st.integers(0, LAST_DAY), max_size=9)))]
    for day in days:
        do = draw(st.sampled_from(OTHER_DEEDS if steps else list(TRIGGERS)))
        if do is Deed.REVOKE:
            if record.state is not ConsentState.GIVEN:
                continue
            record = replace(record, state=ConsentState.WITHDRAWN, changed=day)
        access = draw(st.sampled_from(PhotoAccess)) if do is Deed.SET_ACCESS else None
        on = draw(st.booleans()) if do is Deed.SWITCH_METADATA else None
        steps.append(Step(day=day, do=do, access=access, picks=5, on=on))
        if do in TRIGGERS and is_due(scenario.prompt, record, TRIGGERS[do], day):
            choice = draw(st.sampled_from([Choice.ALLOW, Choice.ALLOW, Choice.REFUSE]))
            manner = draw(st.sampled_from(Manner))
            if not any(step.do is Deed.ANSWER and step.day == day for step in steps):
                steps.append(Step(day=day, do=Deed.ANSWER, choice=choice, manner=manner))
                given_or_not = ConsentState.GIVEN if choice is Choice.ALLOW else ConsentState.REFUSED
                record = ConsentRecord(state=given_or_not, changed=day)
    return tuple(steps)


@st.composite
def any_faults(draw: st.DrawFn, last_step: int) -> tuple[Fault, ...]:
    """Up to three faults of different kinds; an account is deleted after the last deed, if at all."""
    faults = []
    for what in draw(st.lists(st.sampled_from(FaultKind), max_size=3, unique=True)):
        day = draw(st.integers(last_step if what is FaultKind.ACCOUNT_DELETED else 0, LAST_DAY))
        lost = draw(st.lists(st.sampled_from(DataCategory), min_size=1, max_size=8, unique=True))
        long = draw(st.integers(1, LAST_DAY))
        faults.append(
            Fault(
                day=day,
                what=what,
                categories=tuple(lost) if what is FaultKind.DELETE_LOST else (),
                days=long if what in {FaultKind.CACHE_LAG, FaultKind.BACKUP_RESTORE} else None,
            )
        )
    return tuple(faults)


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    base = BASE[draw(st.sampled_from(sorted(BASE)))]
    steps = draw(deeds(base))
    story: Story = replace(
        base.story,
        last_day=LAST_DAY,
        roll_from=-20,
        person=draw(st.integers(0, 500)),
        access=draw(st.sampled_from([PhotoAccess.FULL, PhotoAccess.FULL, PhotoAccess.LIMITED, PhotoAccess.NONE])),
        picks=5,
        steps=steps,
        faults=draw(any_faults(steps[-1].day)),
    )
    return replace(base, story=story, seed=draw(st.integers(0, 1000)), reading=draw(st.sampled_from(Reading)))


a_story = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@a_story
@given(scenarios())
def test_law_1_no_photo_leaves_without_a_consent_that_stands_whatever_goes_wrong(scenario: Scenario) -> None:
    stands = False
    for event in perform_truthfully(scenario):
        match event:
            case FaultOccurred(what=FaultKind.ACCOUNT_DELETED):
                stands = False
            case ConsentGiven():
                stands = True
            case ConsentWithdrawn():
                stands = False
            case PhotoUploaded():
                assert stands


@a_story
@given(scenarios())
def test_law_2_every_derived_thing_goes_back_to_a_photo_and_names_its_clause_or_silence(scenario: Scenario) -> None:
    uploaded: set[str] = set()
    created: set[str] = set()
    clauses = {clause.id for clause in scenario.terms.clauses}
    for event in perform_truthfully(scenario):
        if isinstance(event, PhotoUploaded):
            uploaded.add(event.photo)
        if not isinstance(event, HoldingCreated):
            continue
        holding = event.holding
        assert created.issuperset(holding.parents)
        assert uploaded.issuperset(holding.photos)
        assert holding.photos or holding.category in ABOUT_THE_ACCOUNT
        assert holding.clause is None or holding.clause in clauses
        created.add(holding.id)


@a_story
@given(scenarios())
def test_law_3_created_is_alive_and_scheduled_and_deleted_and_silent_on_every_day(scenario: Scenario) -> None:
    world, created = World(), 0
    deleted: set[str] = set()
    for _, events in groupby(perform_truthfully(scenario), attrgetter("day")):
        for event in events:
            world = apply(world, event)
            if isinstance(event, HoldingCreated):
                assert event.holding.id not in deleted
                created += 1
            if isinstance(event, HoldingDeleted):
                deleted.add(event.item)
        counts = totals(world.ledger).values()
        assert created == sum(c.alive + c.scheduled + c.deleted + c.silent for c in counts)
        assert len(deleted) == sum(c.deleted for c in counts)
    states = Counter(entry.state for entry in world.ledger.entries.values())
    assert {item for item, e in world.ledger.entries.items() if e.state is HoldingState.DELETED} == deleted
    assert states.total() == created


@a_story
@given(scenarios())
def test_law_3_what_was_deleted_comes_back_only_by_a_declared_fault_which_the_ledger_names(scenario: Scenario) -> None:
    declared = {fault.name for fault in scenario.story.faults}
    world, allowed = World(), 0
    begun: set[str] = set()
    for event in perform_truthfully(scenario):
        world = apply(world, event)
        allowed += isinstance(event, ConsentGiven)
        if isinstance(event, FaultOccurred):
            begun.add(event.fault)
        if isinstance(event, HoldingReturned):
            assert world.ledger.entries[event.holding.id].returned_by == event.fault
        if isinstance(event, HoldingReturned | DeletionMissed):
            assert event.fault in begun
        elif isinstance(event, HoldingCreated) and allowed == 1 and event.holding.category is DataCategory.ORIGINAL:
            assert "#" not in event.holding.id
    assert begun == declared


@a_story
@given(scenarios())
def test_law_3_a_deletion_that_a_declared_fault_loses_leaves_the_thing_held_and_promised(scenario: Scenario) -> None:
    world = World()
    lost: set[str] = set()
    for event in perform_truthfully(scenario):
        world = apply(world, event)
        if isinstance(event, DeletionMissed) and event.late is None:
            lost.add(event.item)
        assert not (isinstance(event, HoldingDeleted) and event.item in lost)
    assert all(world.ledger.entries[item].state is HoldingState.SCHEDULED for item in lost)


@a_story
@given(scenarios())
def test_a_fault_that_is_not_declared_never_happens(scenario: Scenario) -> None:
    faultless = replace(scenario, story=replace(scenario.story, faults=()))
    kinds = {type(event) for event in perform_truthfully(faultless)}
    assert not kinds & {FaultOccurred, HoldingReturned, DeletionMissed}


@a_story
@given(scenarios())
def test_law_4_nothing_is_held_that_a_clause_forbids(scenario: Scenario) -> None:
    table = DecisionTable.of(scenario.terms)
    world = World()
    for event in perform_truthfully(scenario):
        world = apply(world, event)
        if isinstance(event, PhotoUploaded):
            asked = Request(category=DataCategory.ORIGINAL, purpose=Purpose.STORE, facts=world.facts)
            assert decide(table, asked).verdict is not Verdict.FORBID
        if isinstance(event, HoldingCreated) and event.holding.clause is not None:
            assert event.holding.clause not in {c.id for c in scenario.terms.clauses if c.effect == "forbid"}


def test_law_5_another_process_with_other_string_hashes_gives_the_same_log() -> None:
    program = (
        "import sys; sys.path.insert(0, 'tests')\n"
        "from truth import perform_truthfully\n"
        "from simulator.catalog.load import load_scenario\n"
        "from simulator.domain.log import hash_events\n"
        "for story in ('accidental-allow', 'backup-restored'):\n"
        "    print(hash_events(perform_truthfully(load_scenario(story, seed=11))))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": salt, "PATH": ""},
        ).stdout
        for salt in ("1", "2")
    }
    stories = (load_scenario(story, seed=11) for story in ("accidental-allow", "backup-restored"))
    assert told == {"".join(f"{hash_events(perform_truthfully(story))}\n" for story in stories)}


def test_a_revoke_that_never_comes_changes_no_day_before_it() -> None:
    scenario = BASE["meta-2025-06-test"]
    events: list[Event] = perform_truthfully(scenario)
    shorter = replace(scenario, story=replace(scenario.story, steps=scenario.story.steps[:2]))
    day_of_revoke = scenario.story.steps[-1].day
    without_revoke = perform_truthfully(shorter)
    before = [event for event in events if event.day < day_of_revoke]
    assert before == [event for event in without_revoke if event.day < day_of_revoke]


def test_a_photo_is_analysed_as_soon_as_it_is_uploaded_and_only_then() -> None:
    events = perform_truthfully(BASE["meta-2025-06-test"])
    sent = [event.photo for event in events if isinstance(event, PhotoUploaded)]
    seen = [event.photo for event in events if isinstance(event, PhotoAnalysed)]
    assert sent == seen
