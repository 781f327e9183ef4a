from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from told_stories import tell
from truth import perform_truthfully

from simulator.catalog.load import load_terms
from simulator.catalog.shelf import Kind, names
from simulator.domain.holding import HoldingState
from simulator.domain.reading import Reading
from simulator.journey.scenario import Amendment
from simulator.journey.world import fold
from simulator.report.erasure import erasure_as_record
from simulator.retention.totals import band, totals
from simulator.retention.why import explain
from simulator.tui.held.holdings import Order, count_figures, list_things
from simulator.tui.held.in_force import InForce
from simulator.tui.rooms.ledger.chain import give_reasons
from simulator.tui.rooms.ledger.lanes import draw_lanes
from simulator.tui.rooms.ledger.preview import fill_buckets

STORIES = st.sampled_from(names(Kind.STORIES))


@settings(max_examples=12, deadline=None)
@given(STORIES, st.integers(0, 80))
def test_on_every_day_from_the_playhead_on_the_lanes_hold_what_the_band_says(story: str, day: int) -> None:
    scenario, events = tell(story)
    last = scenario.story.last_day
    happened = [event for event in events if event.day <= day]
    world, rules = fold(happened), InForce.on(scenario, day)
    lanes = [
        draw_lanes(happened, world.ledger, rules, reading=reading, last_day=last, category=None) for reading in Reading
    ]
    for on in range(min(day, last), last + 1, 7):
        told = {low.category: (low.held[on], high.held[on]) for low, high in zip(*lanes, strict=True)}
        assert told == dict(band(world.ledger, on, rules.terms))


@settings(max_examples=12, deadline=None)
@given(STORIES, st.integers(0, 80))
def test_the_four_figures_are_those_of_the_ledger(story: str, day: int) -> None:
    scenario, events = tell(story)
    ledger = fold([event for event in events if event.day <= day]).ledger
    figures = count_figures(ledger, InForce.on(scenario, day), day)
    for state in HoldingState:
        assert figures.counts[state] == sum(getattr(each, state.value) for each in totals(ledger).values())
    assert figures.created == len(ledger.entries)
    assert figures.kindest <= figures.harshest


def test_a_kind_taken_apart_has_a_lane_for_each_of_its_things() -> None:
    scenario, events = tell("accidental-allow")
    world, rules = fold(list(events)), InForce.on(scenario, 75)
    kinds = draw_lanes(events, world.ledger, rules, reading=Reading.HARSHEST, last_day=75)
    photos = kinds[0]
    apart = draw_lanes(events, world.ledger, rules, reading=Reading.HARSHEST, last_day=75, category=photos.category)
    assert len(apart) == len(list_things(world.ledger, rules, category=photos.category))
    assert photos.held == tuple(map(sum, zip(*(lane.held for lane in apart), strict=True)))


def test_however_things_are_sorted_they_are_the_same_things() -> None:
    scenario, events = tell("backup-restored")
    ledger, rules = fold(list(events)).ledger, InForce.on(scenario, 60)
    by_age = list_things(ledger, rules)
    assert [thing.id for thing in by_age] == list(ledger.entries)
    for order in Order:
        assert {thing.id for thing in list_things(ledger, rules, order=order)} == set(ledger.entries)
    stays = [thing.gone[1] for thing in list_things(ledger, rules, order=Order.STAY)]
    known = [day for day in stays if day is not None]
    assert stays == [None] * (len(stays) - len(known)) + sorted(known, reverse=True)


@settings(max_examples=8, deadline=None)
@given(STORIES, st.integers(0, 80))
def test_the_three_buckets_are_those_of_line_mode(story: str, day: int) -> None:
    scenario, events = tell(story)
    world, rules = fold([event for event in events if event.day <= day]), InForce.on(scenario, day)
    record = erasure_as_record(world, rules.terms, day)
    buckets = fill_buckets(world.ledger, rules)
    for name in ("goes", "stays", "not_said"):
        grounds = {(item["clause"], item["category"]) for item in record[name]}
        reasons = getattr(buckets, name)
        assert sum(reason.total for reason in reasons) == len(record[name])
        assert {
            (reason.clause and reason.clause.id, kind.value) for reason in reasons for kind in reason.kinds
        } == grounds


def test_after_the_terms_have_changed_what_came_before_is_still_explained_by_its_clauses() -> None:
    told, _ = tell("accidental-allow")
    amendment = Amendment(day=20, terms=load_terms("meta-2026-05-us"))
    scenario = replace(told, amendments=(amendment,))
    events = list(perform_truthfully(scenario))
    assert InForce.on(scenario, 19).terms is told.terms
    assert InForce.on(scenario, 20).terms is amendment.terms
    rules = InForce.on(scenario, 25)
    assert [rules.on_day(day) for day in (0, 19, 20, 25)] == [scenario.terms_on(day) for day in (0, 19, 20, 25)]
    for day in (25, 75):
        ledger, rules = fold([event for event in events if event.day <= day]).ledger, InForce.on(scenario, day)
        clauses = {entry.clause for entry in ledger.entries.values()} - {None}
        assert clauses <= set(rules.clauses)
        for thing in list_things(ledger, rules)[::20]:
            why = give_reasons(ledger, rules, thing, day)
            assert why.chain[0].startswith(thing.id)
            on_day = scenario.terms_on
            assert why.chain == explain(ledger, scenario.rules_on(day), thing.id, day, terms_on=on_day)
            assert dict(why.facts)["clause"] in {*rules.clauses, "none: the terms do not say"}
