"""Recorded runs, read back with the scenario that was played."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.api.played import Played
from simulator.catalog.inputs import read_scenario
from simulator.catalog.load import load_scenario
from simulator.domain.errors import StoreError
from simulator.domain.events import Event, PhotoAnalysed, StoryStarted
from simulator.domain.photo import Photo
from simulator.journey.fork import script
from simulator.journey.ports import Analyzer, PictureFile
from simulator.journey.scenario import Scenario
from simulator.store.read import events_of
from simulator.store.runs import RunRecord, find_run

if TYPE_CHECKING:
    from sqlite_utils.db import Database


def scenario_of(run: RunRecord, events: list[Event]) -> Scenario:
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


def read_run(db: Path | None, name: str | None) -> Played:
    """A recorded run: by name, or the last one.

    Raises:
        StoreError: there is no such run, it cannot be read, or it was stopped before anything happened.
        ScenarioError: what it was played with cannot be read.
    """
    with open_runs(db) as database:
        row = find_run(database, name)
        events = list(events_of(database, row))
    if not events:
        raise StoreError(f"run {row.name!r} was stopped before anything happened; play the story again")
    return Played(scenario=scenario_of(row, events), events=tuple(events), name=row.name, scripted=False)
