from dataclasses import replace
from pathlib import Path
from typing import Any

import experiments
import pytest
from golden import check
from lent import LentStage, opened, settled, text_of
from textual.pilot import Pilot
from textual.widgets import Input

from simulator.api.ports import Counted, Trial
from simulator.catalog.plans import load_plan
from simulator.catalog.shelf import find
from simulator.domain.errors import RollcallError
from simulator.domain.shelf import Shelf
from simulator.experiment.conclude import conclude
from simulator.experiment.metric import Metric
from simulator.experiment.results import CAVEAT, Results
from simulator.experiment.run import run
from simulator.report.experiment import write_short_change
from simulator.tui.app import RollcallApp
from simulator.tui.dialogs.pick import Pick
from simulator.tui.rooms.lab.order import PEOPLE, TrialBar
from simulator.tui.rooms.lab.pages import LabPages
from simulator.tui.rooms.lab.said import tell_afterwards
from simulator.tui.rooms.lab.screen import LabScreen
from simulator.tui.rooms.lab.table import tabulate
from simulator.tui.rooms.lab.words import alike, flows_of, parts_of

PEOPLE_COUNTED = 200
STILL = 4


def stage_of(app: RollcallApp) -> LentStage:
    assert isinstance(app.stage, LentStage)
    return app.stage


async def enter(app: RollcallApp, pilot: Pilot[Any]) -> LabScreen:
    stage_of(app).people = PEOPLE_COUNTED
    await app.workers.wait_for_complete()
    await pilot.pause()
    assert isinstance(app.screen, LabScreen)
    return app.screen


async def still(app: RollcallApp, pilot: Pilot[Any]) -> str:
    """What stands on the screen once nothing moves any more: the row of keys and scrollbars come last."""
    seen: list[str] = []
    while len(seen) < STILL or len(set(seen[-STILL:])) > 1 or "q quit" not in seen[-1]:
        await pilot.pause()
        seen.append(text_of(app))
    return seen[-1]


async def counted(screen: LabScreen, pilot: Pilot[Any]) -> None:
    """Count everybody, and wait until that is shown."""
    screen.action_count()
    while screen._meter is not None:
        screen._listen()
        await pilot.pause(0.01)
    await pilot.pause()


@pytest.fixture(scope="module")
def results() -> Results:
    plan = load_plan("dark-patterns", people=PEOPLE_COUNTED)
    (done,) = run(plan)
    return conclude(plan, done.tally)


@pytest.mark.parametrize("size", [(80, 24), (110, 30), (160, 45)])
async def test_lab_looks_as_it_should_panel_by_panel(size: tuple[int, int]) -> None:
    async with opened(room="lab", size=size) as (app, pilot):
        screen = await enter(app, pilot)
        screen._take(experiments.results())
        screen._draw()
        await pilot.pause()
        seen = []
        for _ in range(screen.query_one(LabPages).count):
            seen.append(await still(app, pilot))
            screen.action_view(1)
        check(f"lab-{size[0]}x{size[1]}", "\n\n".join(seen))


async def test_before_anything_is_counted_it_says_what_to_press() -> None:
    async with opened(room="lab", size=(80, 24)) as (app, pilot):
        screen = await enter(app, pilot)
        assert "Press space" in text_of(app)
        assert screen.table() is None
        for _ in range(8):
            screen.action_view(1)
            await pilot.pause()
            assert "nothing was counted yet" in text_of(app)

        def refuse(_: object) -> object:
            raise RollcallError("no room; make some")

        stage_of(app).run_experiment = refuse  # type: ignore[method-assign, assignment]
        screen.action_count()
        await pilot.pause()
        assert [told.message for told in app._notifications] == ["no room; make some"]


async def test_every_choice_is_made_by_keys_and_is_what_is_run() -> None:
    async with opened(room="lab", size=(110, 30)) as (app, pilot):
        screen = await enter(app, pilot)
        await pilot.press("n", "o", "down", "enter", "s", "4", "2", "enter")
        await pilot.pause()
        bar = screen.query_one(TrialBar)
        assert (bar.experiment, bar.people, bar.seed) == ("re-prompt", PEOPLE[2], 42)
        await counted(screen, pilot)
        (trial,) = stage_of(app).tried
        assert (trial.experiment, trial.people, trial.seed) == ("re-prompt", PEOPLE[2], 42)
        seen = text_of(app)
        assert "Asked once, twice, or until it is allowed" in seen
        assert CAVEAT in seen
        assert "same people in both worlds" in seen
        assert "as a field test would see it" in seen
        await pilot.press("m", "a")
        assert screen._metric is Metric.ALLOW
        assert "▸ until-yes" in text_of(app)
        screen.action_pick_metric()
        await pilot.pause()
        assert isinstance(app.screen, Pick)
        app.screen.dismiss(Metric.IDEAS_LOST.value)
        await pilot.pause()
        assert "ideas.lost: ideas that would have been kept" in text_of(app)


async def test_stopping_keeps_what_was_counted_and_says_that_it_is_not_all() -> None:
    async with opened(room="lab", size=(110, 30)) as (app, pilot):
        screen = await enter(app, pilot)
        stage_of(app).waits_after = 100
        screen.action_count()
        while screen._results is None:
            await pilot.pause(0.02)
            screen._listen()
        await pilot.pause()
        assert "● Counting  100 of 200 people" in text_of(app)
        screen.action_count()
        while screen._meter is not None:
            screen._listen()
            await pilot.pause(0.01)
        await pilot.pause()
        assert "◔ INCOMPLETE: 100 of 200 people; space goes on" in text_of(app)


async def test_what_the_conclusion_stands_on_is_asked_afterwards_and_told_in_line_modes_words() -> None:
    async with opened(room="lab", size=(110, 120)) as (app, pilot):
        screen = await enter(app, pilot)
        await pilot.press("r", "f")
        await counted(screen, pilot)
        (trial,) = stage_of(app).tried
        assert (trial.replays, trial.fragility) == (1000, True)
        screen.action_view(-1)
        await pilot.press("a")
        seen = " ".join((await still(app, pilot)).split())
        assert "repeated 1,000 times" in seen
        assert "What the conclusion on purpose stands on" in seen


async def test_a_result_of_before_is_opened_again_and_its_choices_with_it() -> None:
    async with opened(room="lab", size=(80, 24)) as (app, pilot):
        screen = await enter(app, pilot)
        await pilot.press("k")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert [told.message for told in app._notifications] == ["Nothing was counted before; space begins."]
        stage_of(app).counted["3"] = experiments.results()
        await pilot.press("k")
        await app.workers.wait_for_complete()
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "■ Two equal buttons against six ways to make a no harder" in text_of(app)
        assert "20,000 people, 60 days, seed 7" in text_of(app)
        bar = screen.query_one(TrialBar)
        assert (bar.experiment, bar.people, bar.seed) == ("dark-patterns", 20_000, 7)


async def test_a_result_of_another_plan_than_the_shelfs_is_shown_and_opens_nobody(results: Results) -> None:
    async with opened(room="lab", size=(110, 30)) as (app, pilot):
        screen = await enter(app, pilot)
        screen._place(Counted(results=results, current=False))
        assert screen.query_one(TrialBar).experiment == "prompt-wording", "what it was made with cannot be chosen"
        await pilot.press("left", "down", "enter")
        assert ["count it again" in told.message for told in app._notifications] == [True]


async def test_a_plan_with_fewer_worlds_by_the_same_name_is_looked_at_from_its_first_contrast() -> None:
    async with opened(room="lab", size=(80, 24)) as (app, pilot):
        screen = await enter(app, pilot)
        screen._take(experiments.results())
        screen.action_arm(-1)
        screen.action_arm(-1)
        counted = experiments.results()
        screen._take(replace(counted, arms=counted.arms[:2], contrasts=counted.contrasts[:1]))
        screen._draw()
        await pilot.pause()
        assert screen._arm == 1


async def test_an_experiment_of_ones_own_is_named_by_its_file_and_its_people_open_from_it(tmp_path: Path) -> None:
    shipped = find(Shelf.EXPERIMENTS, "prompt-wording").read_text()
    own = tmp_path / "mine.toml"
    own.write_text(shipped.replace('id = "prompt-wording"', 'id = "mine"'))
    async with opened(room="lab", size=(110, 30)) as (app, pilot):
        screen = await enter(app, pilot)
        await pilot.press("o")
        app.screen.query_one(Input).value = str(own)
        app.screen.query_one(Input).focus()
        await pilot.press("enter")
        await counted(screen, pilot)
        assert screen._results is not None
        assert screen._results.experiment == "mine"
        assert "o Experiment mine.toml" in text_of(app)
        screen.action_view(-1)
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await settled(app, pilot)
        assert app.current_mode == "story"


async def test_a_person_who_flipped_opens_as_a_story_in_either_world(results: Results) -> None:
    async with opened(room="lab", size=(110, 30)) as (app, pilot):
        screen = await enter(app, pilot)
        screen._place(Counted(results=results, current=True))
        await pilot.press("left", "down")
        assert screen._world == "highlighted"
        await pilot.press("w", "enter")
        await app.workers.wait_for_complete()
        await settled(app, pilot)
        assert app.current_mode == "story"
        contrast = results.contrast(1)
        assert contrast is not None
        person = contrast.flipped.named[1]
        assert app.show is not None
        assert app.show.scenario.story.person == person.person
        assert app.show.scenario.prompt.id == "even-handed"


def test_all_ways_to_answer_make_up_all_people(results: Results) -> None:
    for arm in results.arms:
        assert sum(share for _, _, share in parts_of(arm)) == pytest.approx(1)
        letters = [letter for letter, _, _ in parts_of(arm)]
        assert len(set(letters)) == len(letters)


def test_flows_and_those_who_answer_alike_make_up_all_people(results: Results) -> None:
    for contrast in results.contrasts:
        assert alike(contrast) + sum(people for _, people in flows_of(contrast)) == results.people
        assert sum(each.people for each in contrast.flipped.causes) == contrast.flipped.people


def test_one_person_is_too_few_for_an_interval_and_no_fault() -> None:
    plan = load_plan("prompt-wording", people=1)
    (done,) = run(plan)
    results = conclude(plan, done.tally)
    field = results.contrasts[0].gaps[Metric.FIDELITY].field
    assert write_short_change(Metric.FIDELITY, field) == "too few people"
    row = dict(zip(tabulate(results).columns, tabulate(results).rows[-1], strict=True))
    assert row["field_test"] is row["field_test_low"] is row["field_test_p"] is None, "what is not known is no number"


def test_what_is_done_once_everybody_is_counted_is_what_was_asked_for() -> None:
    trial = Trial(experiment="prompt-wording", people=100, seed=7)
    assert [tell_afterwards(replace(trial, **asked)) for asked in ({}, {"replays": 5}, {"fragility": True})] == [
        "now it is kept; space stops it",
        "now the field test again; space stops it",
        "now what the conclusion stands on; space stops it",
    ]
