"""One run of a scenario with the real camera and the real analyzer, recorded as it happens."""

import platform
from collections.abc import Generator, Mapping
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from sqlite_utils.db import Database

from simulator.catalog.inputs import write_scenario
from simulator.consent.ask import Respondent
from simulator.domain.analysis import Analysis
from simulator.domain.events import Event, IdeaOffered, PhotoSelected
from simulator.domain.photo import Photo
from simulator.domain.reading import Reading
from simulator.drawing.darkroom import Darkroom
from simulator.journey.ports import PictureFile
from simulator.journey.scenario import Scenario
from simulator.journey.simulate import simulate
from simulator.journey.summary import Summary, summarise
from simulator.store.pictures import Picture, keep_picture
from simulator.store.record import record
from simulator.store.runs import begin_run, keep_summary
from simulator.vision.analyzer import OnnxAnalyzer, TimedAnalyzer
from simulator.vision.network import MODELS, read_cards
from simulator.vision.studio import make_picture

_DRAWERS = 2  # Pillow lets go of the interpreter now and then; a third has nothing left to do
_WITH = ("numpy", "onnxruntime", "pillow", "faker", "rollcall")


@dataclass
class Performance:
    """A scenario on the stage.

    Photos are drawn and ideas made by threads of their own, while the analyzer looks at earlier photos.

    Attributes:
        known: what the analyzer said of photos of this very person before; none of them is looked at again.
        respondent: who answers the prompts; the story's own script by default.
    """

    scenario: Scenario
    db: Database
    album: Path | None = None
    known: Mapping[str, Analysis] = field(default_factory=dict)
    respondent: Respondent | None = None
    events: list[Event] = field(default_factory=list)
    files: dict[str, Future[bytes]] = field(default_factory=dict)
    ideas: dict[str, Future[bytes]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        scenario = self.scenario
        self.person = scenario.live()
        self.darkroom = Darkroom(self.person.cast, self.person.pets, scenario.starts)
        self.photos = {photo.id: photo for photo in scenario.roll(self.person).photos}
        self.analyzer = TimedAnalyzer(OnnxAnalyzer())
        self.run = begin_run(
            self.db,
            story=scenario.story.id,
            terms=scenario.terms.id,
            prompt=scenario.prompt.id,
            seed=scenario.seed,
            started_at=datetime.now(UTC).isoformat(timespec="seconds"),
            model=read_cards(MODELS)["scene"].sha256[:12],
            inputs=write_scenario(scenario),
            forked=scenario.forked,
            versions={"python": platform.python_version(), **{name: version(name) for name in _WITH}},
        )
        self.stream = self._play()

    def analyze(self, picture: PictureFile) -> Analysis:
        """What is known of a photo, or what the analyzer sees in it now."""
        return self.known.get(picture.name) or self.analyzer.analyze(picture)

    def _play(self) -> Generator[Event]:
        """The events, each recorded, each idea with its picture made."""
        told = simulate(self.scenario, self.person, analyzer=self, develop=self._read, respondent=self.respondent)
        with ThreadPoolExecutor(max_workers=_DRAWERS) as worker, closing(record(self.db, self.run, told)) as recorded:
            try:
                for event in recorded:
                    self.events.append(event)
                    self._prepare(event, worker)
                    yield event
                self._keep_ideas()
            finally:
                worker.shutdown(cancel_futures=True)
        keep_summary(self.db, self.run, self.summary().as_record())

    def _prepare(self, event: Event, worker: Executor) -> None:
        if isinstance(event, PhotoSelected) and event.photo not in {*self.files, *self.known}:
            self._draw(event.photo, worker)
        elif isinstance(event, IdeaOffered):
            for photo in event.idea.photos:
                if photo not in self.files:
                    self._draw(photo, worker)
            self.ideas[event.idea.id] = worker.submit(make_picture, event.idea, lambda name: self.files[name].result())

    def _draw(self, photo: str, worker: Executor) -> None:
        self.files[photo] = worker.submit(self.darkroom.develop, self.photos[photo])

    def _read(self, photo: Photo) -> bytes:
        data = self.files[photo.id].result()
        self._put(photo.id, data)
        return data

    def _keep_ideas(self) -> None:
        for name, made in self.ideas.items():
            keep_picture(self.db, self.run, Picture(name=name, kind="image/jpeg", data=made.result()))
            self._put(name, made.result())

    def _put(self, name: str, data: bytes) -> None:
        if self.album is not None:
            (self.album / f"{name}.jpg").write_bytes(data)

    def summary(self) -> Summary:
        scenario = self.scenario
        own = scenario.terms.id == scenario.story.terms and scenario.reading is Reading.KINDEST
        expect = scenario.story.expect if self.respondent is None else None
        return summarise(self.events, expect, own_terms=own)
