"""Recorded runs, read back: events, the scenario that was played, the terms of a day."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.catalog.inputs import read_scenario
from simulator.catalog.load import load_scenario, load_terms
from simulator.domain.errors import StoreError
from simulator.domain.events import Event, PhotoAnalysed, StoryStarted
from simulator.domain.photo import Photo
from simulator.journey.fork import script
from simulator.journey.ports import Analyzer, PictureFile
from simulator.journey.scenario import Scenario
from simulator.store.read import events_of
from simulator.store.runs import Run, find_run
from simulator.terms.clause import Terms

if TYPE_CHECKING:
    from sqlite_utils.db import Database


def scenario_of(run: Run, events: list[Event]) -> Scenario:
    """What a recorded run was played with, and where it was forked from.

    The answers and withdrawals that happened stand in its script, whoever gave them. Raises `ScenarioError`.
    """
    if run.inputs is None:
        started = events[0]
        assert isinstance(started, StoryStarted)
        scenario = load_scenario(
            started.story, terms=started.terms, prompt=started.prompt, seed=started.seed, reading=started.reading
        )
    else:
        scenario = read_scenario(run.inputs, f"run {run.name}")
    return replace(script(scenario, events), forked=run.forked)


def rules_on(run: Run, events: list[Event], day: int, file: str | None) -> Terms:
    """The terms in force on that day of a run, unless the user's own file is named. Raises `ScenarioError`."""
    if file is not None or run.inputs is None:
        return load_terms(file or run.terms)
    return scenario_of(run, events).rules_on(day)


def terms_by_day(run: Run, events: list[Event], file: str | None) -> Callable[[int], Terms]:
    """Which terms were in force on a day of a run; always the user's own where their file is named.

    Raises `ScenarioError`.
    """
    if file is not None or run.inputs is None:
        always = load_terms(file or run.terms)
        return lambda day: always  # noqa: ARG005  (the same on every day)
    return scenario_of(run, events).terms_on


def count_changed(scenario: Scenario, events: list[Event]) -> tuple[int, int]:
    """How many photos the analyzer of today sees differently, of how many."""
    from simulator.drawing.darkroom import Darkroom
    from simulator.vision.analyzer import OnnxAnalyzer

    person = scenario.live()
    darkroom = Darkroom(person.cast, person.pets, scenario.starts)
    photos = {photo.id: photo for photo in scenario.roll(person).photos}
    analyzer: Analyzer = OnnxAnalyzer()
    seen = [event for event in events if isinstance(event, PhotoAnalysed)]
    changed = 0
    for event in seen:
        file = PictureFile(name=event.photo, read=lambda photo=photos[event.photo]: darkroom.develop(photo))  # type: ignore[misc]
        changed += analyzer.analyze(file) != event.analysis
    return changed, len(seen)


def no_camera(photo: Photo) -> bytes:
    """Stand in for the camera where every analysis is stored already. Raises `StoreError`: one is not."""
    raise StoreError(f"{photo.id}: the record should have answered for it")


def open_runs(db: Path | None) -> "Database":
    """The database of runs, which must be there already: looking must not create anything.

    Raises:
        StoreError: there is none, or it cannot be used.
    """
    from simulator.store.database import default_path, open_database

    path = db or default_path()
    if not path.exists():
        raise StoreError(f"{path}: no run is stored yet; `rollcall play` makes one")
    return open_database(path)


def read_run(db: Path | None, name: str | None) -> tuple[Run, list[Event]]:
    """A recorded run and everything that happened in it.

    Raises:
        StoreError: there is no such run, it cannot be read, or it was stopped before anything happened.
    """
    with open_runs(db) as database:
        run = find_run(database, name)
        events = list(events_of(database, run))
    if not events:
        raise StoreError(f"run {run.name!r} was stopped before anything happened; play the story again")
    return run, events


def pick_day(events: list[Event], day: int | None) -> int:
    """The day asked for, or the last one.

    Raises:
        StoreError: the run does not reach that day.
    """
    first, last = events[0].day, events[-1].day
    if day is not None and not first <= day <= last:
        raise StoreError(f"day {day}: the run covers day {first} to day {last}")
    return last if day is None else day
