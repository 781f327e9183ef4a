"""The same life under two sets of terms: the same photos, looked at once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.catalog.load import load_scenario
from simulator.domain.analysis import Analysis
from simulator.domain.events import PhotoAnalysed, PhotoTaken
from simulator.domain.photo import Photo
from simulator.journey.ports import Analyzer, PictureFile
from simulator.journey.scenario import Scenario
from simulator.journey.simulate import simulate
from simulator.population.person import Person
from simulator.report.held_differently import Ending
from simulator.retention.ledger import EMPTY, apply_all
from simulator.store.database import default_path, open_database
from simulator.store.read import events_of
from simulator.store.runs import RunStatus, runs

if TYPE_CHECKING:
    from simulator.drawing.darkroom import Darkroom


@dataclass
class Remembering:
    """An `Analyzer` that looks at each picture once; what it knows already, it does not look at at all.

    Attributes:
        known: answers by the pictures' names.
        open_eyes: opens the analyzer that is asked about the others; called only when there is one.
    """

    known: dict[str, Analysis]
    open_eyes: Callable[[], Analyzer]

    @cached_property
    def _eyes(self) -> Analyzer:
        return self.open_eyes()

    def analyze(self, picture: PictureFile) -> Analysis:
        if picture.name not in self.known:
            self.known[picture.name] = self._eyes.analyze(picture)
        return self.known[picture.name]


@dataclass
class _Camera:
    """Develops photos, and gets its darkroom only when the first is wanted."""

    scenario: Scenario
    person: Person
    _files: dict[str, bytes] = field(default_factory=dict)

    @cached_property
    def _darkroom(self) -> "Darkroom":
        from simulator.drawing.darkroom import Darkroom

        return Darkroom(self.person.cast, self.person.pets, self.scenario.starts)

    def develop(self, photo: Photo) -> bytes:
        if photo.id not in self._files:
            self._files[photo.id] = self._darkroom.develop(photo)
        return self._files[photo.id]


def _open_eyes() -> Analyzer:
    from simulator.vision.analyzer import OnnxAnalyzer

    return OnnxAnalyzer()


def _stored(scenario: Scenario, person: Person, db: Path | None) -> tuple[str | None, dict[str, Analysis]]:
    """The latest finished run of this story with just these photos, and what was seen in them."""
    path = db or default_path()
    if not path.exists():
        return None, {}
    photos = scenario.roll(person).photos
    with open_database(path) as database:
        for run in reversed(runs(database)):
            if (run.story, run.seed, run.status) != (scenario.story.id, scenario.seed, RunStatus.FINISHED):
                continue
            events = list(events_of(database, run))
            if tuple(event.photo for event in events if isinstance(event, PhotoTaken)) == tuple(photos):
                return run.name, {event.photo: event.analysis for event in events if isinstance(event, PhotoAnalysed)}
    return None, {}


def play_both(
    story: str, terms: tuple[str, str], *, seed: int | None, db: Path | None
) -> tuple[str | None, tuple[Ending, Ending]]:
    """How the story ends under each of two sets of terms.

    Returns:
        The name of the stored run whose analyses were used, None if there was none; and the two endings.

    Raises:
        ScenarioError: the story, or one of the sets, cannot be read.
        AnalyzerError: a photo of which nothing is stored cannot be analysed.
        StoreError: the database is there and cannot be read.
    """
    first, second = (load_scenario(story, terms=name, seed=seed) for name in terms)
    return play_pair(first, second, db=db)


def play_pair(first: Scenario, second: Scenario, *, db: Path | None) -> tuple[str | None, tuple[Ending, Ending]]:
    """How the same life ends in two scenarios that differ in their terms alone; answer and errors as in `play_both`."""
    person = first.live()
    run, known = _stored(first, person, db)
    analyzer = Remembering(known, _open_eyes)
    camera = _Camera(first, person)
    return run, (_end(first, person, analyzer, camera), _end(second, person, analyzer, camera))


def _end(scenario: Scenario, person: Person, analyzer: Analyzer, camera: _Camera) -> Ending:
    events = simulate(scenario, person, analyzer=analyzer, develop=camera.develop)
    day = scenario.story.last_day
    return Ending(terms=scenario.terms_on(day), ledger=apply_all(EMPTY, events), day=day)
