from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlite_utils.db import Database

from simulator.domain.events import RECENT, Event, PhotoSelected, PhotoUploaded, StoryEnded
from simulator.store.database import open_database
from simulator.store.runs import RunRecord, begin_run


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "runs.db"


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    with open_database(path) as opened:
        yield opened


@pytest.fixture
def begin() -> Callable[[Database], RunRecord]:
    def begin(db: Database, story: str = "accidental-allow", seed: int = 7) -> RunRecord:
        return begin_run(
            db,
            story=story,
            terms="gdpr-strict",
            prompt="plain",
            seed=seed,
            started_at="2025-06-27T09:00:00+02:00",
            model="0123456789ab",
            versions={"rollcall": "0.1.0"},
        )

    return begin


@pytest.fixture
def story() -> tuple[Event, ...]:
    """Ten days with seven events each, and an end."""
    days = [
        event
        for day in range(10)
        for number in range(7)
        for event in [
            PhotoSelected(day=day, photo=f"p{day}{number}", because=RECENT)
            if number % 2
            else PhotoUploaded(day=day, photo=f"p{day}{number}")
        ]
    ]
    return (*days, StoryEnded(day=9))
