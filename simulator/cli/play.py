"""`rollcall play`: one story, from its first photo to what is still held at its end."""

import json
import platform
import sys
from collections.abc import Generator, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import click
from sqlite_utils.db import Database

from simulator.catalog.load import load_scenario
from simulator.cli.options import db_option, json_option
from simulator.domain.events import Event, IdeaOffered, PhotoSelected
from simulator.domain.log import as_line
from simulator.domain.photo import Photo
from simulator.journey.scenario import Scenario
from simulator.journey.simulate import simulate
from simulator.journey.summary import Summary, summarise, world_on
from simulator.report.frame import tell_end, tell_held_title, tell_title
from simulator.report.ledger import tell_ledger
from simulator.report.spoken import tell_story
from simulator.store.database import default_path, open_database
from simulator.store.pictures import Picture, keep_picture
from simulator.store.record import record
from simulator.store.runs import begin_run, keep_summary
from simulator.terms.readings import Reading
from simulator.vision.analyzer import OnnxAnalyzer, TimedAnalyzer
from simulator.vision.draw.darkroom import Darkroom
from simulator.vision.network import MODELS, read_cards
from simulator.vision.studio import make_picture

DEFAULT_STORY = "accidental-allow"
_DRAWERS = 2  # Pillow lets go of the interpreter now and then; a third has nothing left to do
_INTERRUPTED = 130  # what a shell reports for a process that Ctrl-C ended
_WITH = ("numpy", "onnxruntime", "pillow", "faker", "rollcall")


@dataclass
class _Performance:
    """One run of a scenario with the real camera and the real analyzer, recorded as it happens.

    Photos are drawn and ideas made by threads of their own, while the analyzer looks at earlier photos.
    """

    scenario: Scenario
    db: Database
    album: Path | None
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
            versions={"python": platform.python_version(), **{name: version(name) for name in _WITH}},
        )

        self.stream = self._play()

    def _play(self) -> Generator[Event]:
        """The events, each recorded, each idea with its picture made."""
        told = simulate(self.scenario, self.person, analyzer=self.analyzer, develop=self._read)
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
        if isinstance(event, PhotoSelected) and event.photo not in self.files:
            self.files[event.photo] = worker.submit(self.darkroom.develop, self.photos[event.photo])
        elif isinstance(event, IdeaOffered):
            self.ideas[event.idea.id] = worker.submit(make_picture, event.idea, lambda name: self.files[name].result())

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
        return summarise(self.events, scenario.story.expect, own_terms=own)


def _show_progress(events: Iterator[Event], last_day: int) -> Iterator[Event]:
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from events
        return
    day = None
    for event in events:
        if event.day != day:
            day = event.day
            click.echo(f"\rday {max(day, 0)} of {last_day} ", nl=False, err=True)
        yield event
    click.echo("\r" + " " * 24 + "\r", nl=False, err=True)


def _print_story(show: _Performance) -> None:
    scenario, day = show.scenario, show.scenario.story.last_day
    for line in tell_title(scenario):
        click.echo(line)
    for line in tell_story(_show_progress(show.stream, day), scenario.app, scenario.prompt):
        click.echo(line)
    click.echo("")
    for line in (*tell_held_title(scenario), *tell_ledger(world_on(show.events, day).ledger, scenario.terms, day)):
        click.echo(line)


def _print_as_text(show: _Performance, path: Path) -> Summary:
    _print_story(show)
    summary = show.summary()
    for line in ("", *tell_end(summary, show.analyzer.milliseconds)):
        click.echo(line)
    click.echo(f"Recorded as {show.run.name} in {path}")
    click.echo("Ask on: rollcall held --items, rollcall why ITEM, rollcall list stories")
    return summary


def _print_as_json(show: _Performance) -> Summary:
    for seq, event in enumerate(_show_progress(show.stream, show.scenario.story.last_day)):
        click.echo(as_line(seq, event))
    summary = show.summary()
    click.echo(json.dumps(summary.as_record()))
    return summary


@click.command("play")
@click.argument("story", default=DEFAULT_STORY)
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), help="The world to play in; by default the story's own.")
@click.option("--terms", metavar="ID", help="Play under other terms than the story's own.")
@click.option("--prompt", metavar="ID", help="Ask with another prompt than the story's own.")
@click.option(
    "--reading",
    type=click.Choice(["kindest", "harshest"]),
    default="kindest",
    help="How to read silences.",
)
@click.option(
    "--album",
    type=click.Path(path_type=Path, file_okay=False),
    help="Keep every uploaded photo and every idea's picture in this folder.",
)
@db_option
@json_option
def command(
    story: str,
    *,
    seed: int | None,
    terms: str | None,
    prompt: str | None,
    reading: str,
    album: Path | None,
    db: Path | None,
    as_json: bool,
) -> None:
    """Play STORY (an id, or a file of yours) to its end and record the run.

    Exits with 0, with 1 when the story's expectation is not met, with 2 on an error.
    """
    scenario = load_scenario(story, terms=terms, prompt=prompt, seed=seed, reading=Reading(reading))
    if album is not None:
        album.mkdir(parents=True, exist_ok=True)
    path = db or default_path()
    with open_database(path) as database:
        show = _Performance(scenario=scenario, db=database, album=album)
        try:
            # Closed before the database, so that a reader who leaves early leaves a run marked as interrupted.
            with closing(show.stream):
                summary = _print_as_json(show) if as_json else _print_as_text(show, path)
        except KeyboardInterrupt:
            day = show.events[-1].day if show.events else 0
            click.echo(f"rollcall: stopped on day {day}; what happened until then is kept as {show.run.name}", err=True)
            sys.exit(_INTERRUPTED)
    sys.exit(1 if summary.failures else 0)
