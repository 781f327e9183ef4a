"""Stories played and photos drawn in a process of their own, as the screen has it."""

import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from scripted import job

from simulator.api import child
from simulator.api.backstage.orders import DRAWING, PLAYING, Draw, Play
from simulator.api.child import Child
from simulator.api.ports import Recorded
from simulator.api.stage import RealStage
from simulator.catalog.load import load_scenario
from simulator.consent.ask import Answer
from simulator.consent.prompt import Choice, Prompt
from simulator.domain.errors import ConsentError, RollcallError
from simulator.domain.events import Manner, PhotoAnalysed, PromptShown, StoryEnded
from simulator.domain.log import hash_events
from simulator.journey.scenario import Scenario
from simulator.store.database import open_database
from simulator.store.read import verify
from simulator.store.runs import RunRecord, RunStatus, runs


class Refuses:
    def answer(self, prompt: Prompt, day: int) -> Answer | None:  # noqa: ARG002
        return Answer(choice=Choice.REFUSE, manner=Manner.INFORMED)


class Leaves:
    def answer(self, prompt: Prompt, day: int) -> Answer | None:  # noqa: ARG002
        raise ConsentError("left")


@pytest.fixture
def scenario(short_story: Path) -> Scenario:
    return load_scenario(str(short_story))


@pytest.fixture(scope="module")
def player() -> Iterator[Child]:
    with closing(Child(PLAYING)) as player:
        yield player


def test_where_there_is_no_niceness_the_process_works_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    gentle: list[int] = []
    monkeypatch.setattr(os, "nice", gentle.append)
    child._step_back()
    assert gentle == [child._GENTLE]
    monkeypatch.delattr(os, "nice")
    child._step_back()
    assert gentle == [child._GENTLE]


def play(scenario: Scenario, db: Path, *, asks: bool = False) -> Play:
    return Play(scenario=scenario, known={}, asks=asks, db=db)


def last_run(db: Path) -> RunRecord:
    with open_database(db) as database:
        run = runs(database)[-1]
        assert verify(database, run).equal
        return run


def test_one_process_plays_one_story_after_another_and_each_is_recorded_as_it_was_told(
    player: Child, scenario: Scenario, tmp_path: Path
) -> None:
    db = tmp_path / "runs.db"
    for respondent in (None, Refuses()):
        named, *events = player.order(play(scenario, db, asks=respondent is not None), respondent)
        assert named == Recorded(last_run(db).name)
        assert last_run(db).event_hash == hash_events(events)
        assert any(isinstance(event, PhotoAnalysed) for event in events) is (respondent is None)


def test_a_story_that_is_left_is_recorded_up_to_there(player: Child, scenario: Scenario, tmp_path: Path) -> None:
    db = tmp_path / "runs.db"
    with closing(player.order(play(scenario, db))) as events:
        while not isinstance(next(events), PhotoAnalysed):
            pass
    assert last_run(db).status == "interrupted"


def test_a_question_that_is_left_open_interrupts_the_story(player: Child, scenario: Scenario, tmp_path: Path) -> None:
    db = tmp_path / "runs.db"
    heard = []
    with pytest.raises(ConsentError, match="left"):
        heard.extend(player.order(play(scenario, db, asks=True), Leaves()))
    assert last_run(db).status == "interrupted"


class Waits:
    """Refuses, but not before it is told to."""

    def __init__(self) -> None:
        self.asked, self.go_on = threading.Event(), threading.Event()

    def answer(self, prompt: Prompt, day: int) -> Answer | None:  # noqa: ARG002
        self.asked.set()
        self.go_on.wait(60)
        return Answer(choice=Choice.REFUSE, manner=Manner.INFORMED)


def test_a_story_that_waits_for_an_answer_keeps_no_fork_of_it_waiting(scenario: Scenario, tmp_path: Path) -> None:
    who = Waits()
    with closing(RealStage(tmp_path / "runs.db")) as stage, ThreadPoolExecutor() as pool:
        waiting = pool.submit(lambda: list(stage.play(scenario, {}, who)))
        assert who.asked.wait(60)
        *_, last = stage.play(scenario, {}, Refuses())
        assert isinstance(last, StoryEnded)
        assert not waiting.done()
        who.go_on.set()
        assert isinstance(waiting.result()[-1], StoryEnded)


def test_what_cannot_be_recorded_is_one_line_and_the_process_goes_on(
    player: Child, scenario: Scenario, tmp_path: Path
) -> None:
    with pytest.raises(RollcallError, match=str(tmp_path)):
        list(player.order(play(scenario, tmp_path)))
    assert isinstance(next(player.order(play(scenario, tmp_path / "runs.db"))), object)


def test_when_the_screen_dies_the_story_ends_and_is_recorded(scenario: Scenario, tmp_path: Path) -> None:
    db, player = tmp_path / "runs.db", Child(PLAYING)
    told = player.order(play(scenario, db, asks=True), Leaves())
    while not isinstance(next(told), PromptShown):
        pass
    assert player._process is not None
    # What the system does when a process ends, however it does.
    player._pipe.close()
    player._process.wait()
    player._complaints.seek(0)
    assert (player._process.returncode, player._complaints.read()) == (0, "")
    assert last_run(db).status == "interrupted"
    with pytest.raises(RollcallError, match="the player ended with 0; what it recorded is kept"):
        next(told)


def test_a_process_that_dies_says_so_and_the_next_order_starts_another(scenario: Scenario, tmp_path: Path) -> None:
    with closing(Child(job("has_no_room", PLAYING.name, PLAYING.kept))) as player:
        for _ in range(2):
            with pytest.raises(RollcallError, match="the player ended with 3: no room; what"):
                list(player.order(play(scenario, tmp_path / "runs.db")))


def test_a_photo_is_drawn_as_large_as_it_is_wanted(scenario: Scenario) -> None:
    photo = scenario.roll(scenario.live()).photos[0]
    with closing(Child(DRAWING)) as drawer:
        (image,) = drawer.order(Draw(scenario=scenario, photo=photo, longest=64))
    assert max(image.size) == 64


def test_nothing_is_ordered_from_a_process_that_was_closed(scenario: Scenario, tmp_path: Path) -> None:
    player = Child(PLAYING)
    player.close()
    with pytest.raises(RollcallError, match="was closed"):
        list(player.order(play(scenario, tmp_path / "runs.db")))


def test_a_run_whose_player_was_killed_is_interrupted(short_story: Path, tmp_path: Path) -> None:
    db = tmp_path / "runs.db"
    with closing(RealStage(db)) as stage:
        told = stage.play(load_scenario(str(short_story)), {}, None)
        while not isinstance(next(told), PhotoAnalysed):
            pass
        (player,) = stage._players
        assert player._process is not None
        player._process.kill()
        with pytest.raises(RollcallError, match="ended with -9"):
            list(told)
    assert last_run(db).status is RunStatus.INTERRUPTED


def test_a_run_whose_player_hears_nothing_any_more_is_interrupted_when_it_is_left(
    short_story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "_PATIENCE", 0.01)
    db = tmp_path / "runs.db"
    with closing(RealStage(db)) as stage, closing(stage.play(load_scenario(str(short_story)), {}, None)) as told:
        while not isinstance(next(told), PhotoAnalysed):
            pass
        (player,) = stage._players
        assert player._process is not None
        player._process.send_signal(signal.SIGSTOP)
    assert last_run(db).status is RunStatus.INTERRUPTED
