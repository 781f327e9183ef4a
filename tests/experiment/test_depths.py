"""One set of rules at two depths: any row opens as a story, and the story agrees with the row up to upload."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from simulator.catalog.plans import load_plan
from simulator.domain.analysis import Analysis
from simulator.domain.categories import DataCategory, Purpose, Theme
from simulator.domain.events import ConsentGiven, ConsentWithdrawn, Event, PhotoTaken, PhotoUploaded
from simulator.experiment.metric import Metric
from simulator.experiment.rows.play import WorldRows, play
from simulator.experiment.rows.story import open_row
from simulator.journey.perfect import PerfectAnalyzer, never_develop
from simulator.journey.ports import PictureFile
from simulator.journey.scenario import Scenario
from simulator.journey.simulate import simulate
from simulator.journey.summary import summarise
from simulator.journey.world import fold
from simulator.terms.clause import Clause, Effect, Source, Status, Terms

WHOLE = load_plan("prompt-wording")
PLAN = replace(WHOLE, experiment=replace(WHOLE.experiment, days=32))
PEOPLE = np.sort(np.random.default_rng(2026).choice(10_000_000, 200, replace=False)).astype(np.uint64)
LITTLE = replace(
    PLAN.worlds[0].terms,
    id="little",
    clauses=(
        Clause(
            id="nothing.more",
            effect=Effect.FORBID,
            every_category_except=(DataCategory.ORIGINAL,),
            purposes=tuple(Purpose),
            status=Status.STATED,
            says="Nothing but the photos themselves.",
            source=Source(title="a test", url="", retrieved="2026-11-26", quoted="nothing"),
        ),
    ),
)


class Blind:
    """Sees nothing, so that a story goes no further than upload and is played quickly."""

    def analyze(self, picture: PictureFile) -> Analysis:  # noqa: ARG002
        return Analysis(labels=(), themes=(), faces=(), taken_at=None, place=None, model="blind")


@cache
def rows() -> tuple[WorldRows, ...]:
    return play(PLAN, PEOPLE)


def tell(scenario: Scenario, terms: Terms) -> list[Event]:
    scenario = replace(scenario, terms=terms)
    return list(simulate(scenario, scenario.live(), analyzer=Blind(), develop=never_develop))


def day_of(column: np.ndarray, place: int) -> list[int]:
    return [int(column[place])] if column[place] >= 0 else []


@pytest.mark.parametrize("place", range(len(PEOPLE)))
def test_a_person_opened_as_a_story_agrees_with_the_row_up_to_upload(place: int) -> None:
    arm = place % len(PLAN.worlds)
    row = rows()[arm]
    events = tell(open_row(PLAN, int(PEOPLE[place]), arm), LITTLE)
    theme = {event.photo.id: event.photo.theme for event in events if isinstance(event, PhotoTaken)}
    sent = [theme[event.photo] for event in events if isinstance(event, PhotoUploaded)]
    assert [event.day for event in events if isinstance(event, ConsentGiven)] == day_of(row.course.given, place)
    assert [event.day for event in events if isinstance(event, ConsentWithdrawn)] == day_of(
        row.course.funnel.withdrawn, place
    )
    assert [sent.count(theme) for theme in Theme] == row.themes[:, place].tolist()


@pytest.mark.parametrize("place", range(3))
def test_a_row_that_is_opened_expects_of_its_story_what_the_row_says(place: int) -> None:
    scenario = open_row(PLAN, int(PEOPLE[place]), 0)
    events = tell(scenario, scenario.terms)
    assert summarise(events, scenario.story.expect, own_terms=True).failures == ()


def test_beyond_upload_rows_and_stories_agree_in_the_mean() -> None:
    row = rows()[1]
    places = np.flatnonzero(row.of(Metric.PHOTOS) > 0)[:8]
    told = np.zeros(3)
    for place in places.tolist():
        scenario = open_row(PLAN, int(PEOPLE[place]), 1)
        who = scenario.live()
        analyzer = PerfectAnalyzer(scenario.roll(who).photos, scenario.starts)
        world = fold(list(simulate(scenario, who, analyzer=analyzer, develop=never_develop)))
        seen = {person for photo in world.uploads for person in world.roll[photo].people}
        told += (len(world.inferences), len(seen - {"owner"}), len(world.ideas))
    counted = (row.of(Metric.CONCLUSIONS)[places], row.of(Metric.BYSTANDERS)[places], row.offered[places])
    for story, column in zip(told.tolist(), counted, strict=True):
        assert 0.75 < float(column.sum()) / story < 1.33
