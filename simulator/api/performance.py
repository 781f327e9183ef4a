"""One run of a scenario with the real camera and the real analyzer; recorded as it happens, if at all."""

from collections.abc import Callable, Generator, Iterator, Mapping
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils.db import Database

from simulator.api.played import Played
from simulator.api.versions import read_versions
from simulator.catalog.inputs import write_scenario
from simulator.consent.ask import Respondent
from simulator.domain.analysis import Analysis
from simulator.domain.events import Event, IdeaOffered, PhotoSelected
from simulator.domain.photo import Photo
from simulator.drawing.darkroom import Darkroom
from simulator.journey.perfect import PerfectAnalyzer, never_develop
from simulator.journey.ports import Analyzer, PictureFile
from simulator.journey.scenario import Scenario
from simulator.journey.simulate import simulate
from simulator.store.database import open_database
from simulator.store.record import record
from simulator.store.runs import RunRecord, begin_run, keep_summary
from simulator.vision.analyzer import OnnxAnalyzer, TimedAnalyzer
from simulator.vision.network import MODELS, read_cards
from simulator.vision.studio import make_picture

_DRAWERS = 2  # Pillow lets go of the interpreter now and then; a third has nothing left to do
_WITH = ("numpy", "onnxruntime", "pillow", "faker")


@contextmanager
def performing(
    scenario: Scenario,
    *,
    db: Path | None,
    album: Path | None = None,
    known: Mapping[str, Analysis] | None = None,
    respondent: Respondent | None = None,
    truthful: bool = False,
) -> Iterator["Performance"]:
    """A performance, recorded in the database at that path, or nowhere; the other arguments are as it has them.

    The story is closed before the database is, so that a reader who leaves early leaves a run marked as interrupted.
    """
    if album is not None:
        album.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        show = Performance(
            scenario=scenario,
            db=None if db is None else stack.enter_context(open_database(db)),
            album=album,
            known=known or {},
            respondent=respondent,
            truthful=truthful,
        )
        stack.enter_context(closing(show.stream))
        yield show


def play_scenario(
    scenario: Scenario,
    *,
    db: Path | None,
    respondent: Respondent | None = None,
    truthful: bool = False,
    watch: Callable[[Event], object] | None = None,
) -> Played:
    """Play a scenario to its end; ``watch`` is told every event, the others are as `Performance` has them."""
    with performing(scenario, db=db, respondent=respondent, truthful=truthful) as show:
        for event in show.stream:
            if watch is not None:
                watch(event)
        return show.played


@dataclass
class Performance:
    """A scenario on the stage.

    Photos are drawn and ideas made by threads of their own, while the analyzer looks at earlier photos.

    Attributes:
        db: where it is recorded, or None: nowhere.
        album: a folder for the photos that are looked at and the pictures of ideas; None: no idea becomes a picture.
        known: what the analyzer said of photos of this very person before; none of them is looked at again.
        respondent: who answers the prompts; the story's own script by default.
        truthful: whether the analyzer believes the truth and looks at no picture; then no photo is drawn.
        milliseconds: of processor time that the analyzer took for each photo.
    """

    scenario: Scenario
    db: Database | None = None
    album: Path | None = None
    known: Mapping[str, Analysis] = field(default_factory=dict)
    respondent: Respondent | None = None
    truthful: bool = False
    events: list[Event] = field(default_factory=list)
    files: dict[str, Future[bytes]] = field(default_factory=dict)
    ideas: dict[str, Future[bytes]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        scenario = self.scenario
        self.person = scenario.live()
        self.darkroom = Darkroom(self.person.cast, self.person.pets, scenario.starts)
        self.photos = {photo.id: photo for photo in scenario.roll(self.person).photos}
        self.milliseconds: list[float] = []
        self._analyzer = self._open_eyes()
        self._kept = None if self.db is None else (self.db, self._begin(self.db))
        self.stream = self._play()

    @property
    def name(self) -> str:
        """Under which it is recorded; empty if it is not."""
        return "" if self._kept is None else self._kept[1].name

    @property
    def played(self) -> Played:
        """What has been played so far."""
        return Played(
            scenario=self.scenario,
            events=tuple(self.events),
            name=self.name,
            scripted=self.respondent is None,
            truthful=self.truthful,
        )

    def analyze(self, picture: PictureFile) -> Analysis:
        """What is known of a photo, or what the analyzer sees in it now."""
        return self.known.get(picture.name) or self._analyzer.analyze(picture)

    def _open_eyes(self) -> Analyzer:
        if self.truthful:
            return PerfectAnalyzer(self.photos.values(), self.scenario.starts)
        analyzer = TimedAnalyzer(OnnxAnalyzer())
        self.milliseconds = analyzer.milliseconds
        return analyzer

    def _begin(self, db: Database) -> RunRecord:
        scenario = self.scenario
        return begin_run(
            db,
            story=scenario.story.id,
            terms=scenario.terms.id,
            prompt=scenario.prompt.id,
            seed=scenario.seed,
            started_at=datetime.now(UTC).isoformat(timespec="seconds"),
            model=None if self.truthful else read_cards(MODELS)["scene"].sha256[:12],
            inputs=write_scenario(scenario),
            forked=scenario.forked,
            versions=read_versions(*_WITH),
        )

    def _play(self) -> Generator[Event]:
        """The events, each recorded; for an album, each idea with its picture made."""
        told = simulate(self.scenario, self.person, analyzer=self, develop=self._read, respondent=self.respondent)
        recorded = (event for event in told) if self._kept is None else record(*self._kept, told)
        with ThreadPoolExecutor(max_workers=_DRAWERS) as worker, closing(recorded):
            try:
                for event in recorded:
                    self.events.append(event)
                    self._prepare(event, worker)
                    yield event
                self._keep_ideas()
            finally:
                worker.shutdown(cancel_futures=True)
        if self._kept is not None:
            keep_summary(*self._kept, self.played.summary.as_record())

    def _prepare(self, event: Event, worker: Executor) -> None:
        if isinstance(event, PhotoSelected) and not self.truthful and event.photo not in {*self.files, *self.known}:
            self._draw(event.photo, worker)
        elif isinstance(event, IdeaOffered) and self.album is not None:
            for photo in event.idea.photos:
                if photo not in self.files:
                    self._draw(photo, worker)
            self.ideas[event.idea.id] = worker.submit(make_picture, event.idea, lambda name: self.files[name].result())

    def _draw(self, photo: str, worker: Executor) -> None:
        self.files[photo] = worker.submit(self.darkroom.develop, self.photos[photo])

    def _read(self, photo: Photo) -> bytes:
        if self.truthful:
            return never_develop(photo)
        data = self.files[photo.id].result()
        self._put(photo.id, data)
        return data

    def _keep_ideas(self) -> None:
        for name, made in self.ideas.items():
            self._put(name, made.result())

    def _put(self, name: str, data: bytes) -> None:
        if self.album is not None:
            (self.album / f"{name}.jpg").write_bytes(data)
