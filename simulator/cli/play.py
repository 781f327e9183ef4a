"""`rollcall play`: one story, from its first photo to what is still held at its end."""

import json
import platform
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import click
from sqlite_utils.db import Database

from simulator.catalog.load import load_scenario
from simulator.cli.options import db_option, json_option
from simulator.domain.events import Event, Idea, IdeaOffered
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
_INTERRUPTED = 130  # what a shell reports for a process that Ctrl-C ended
_WITH = ("numpy", "onnxruntime", "pillow", "faker", "rollcall")


@dataclass
class _Performance:
    """One run of a scenario with the real camera and the real analyzer, recorded as it happens."""

    scenario: Scenario
    db: Database
    album: Path | None
    files: dict[str, bytes] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)

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

    def develop(self, photo: Photo) -> bytes:
        if photo.id not in self.files:
            self.files[photo.id] = self.darkroom.develop(photo)
            self._keep(f"{photo.id}.jpg", self.files[photo.id])
        return self.files[photo.id]

    def _keep(self, name: str, data: bytes) -> None:
        if self.album is not None:
            (self.album / name).write_bytes(data)

    def play(self) -> Iterator[Event]:
        """The events, each recorded, each idea with its picture made."""
        told = simulate(self.scenario, self.person, analyzer=self.analyzer, develop=self.develop)
        with closing(record(self.db, self.run, told)) as recorded:
            for event in recorded:
                self.events.append(event)
                if isinstance(event, IdeaOffered):
                    self._make(event.idea)
                yield event
        keep_summary(self.db, self.run, self.summary().as_record())

    def _make(self, idea: Idea) -> None:
        made = make_picture(idea, lambda photo: self.develop(self.photos[photo]))
        keep_picture(self.db, self.run, Picture(name=idea.id, kind="image/jpeg", data=made))
        self._keep(f"{idea.id}.jpg", made)

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
    for line in tell_story(_show_progress(show.play(), day), scenario.app, scenario.prompt):
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
    return summary


def _print_as_json(show: _Performance) -> Summary:
    for seq, event in enumerate(_show_progress(show.play(), show.scenario.story.last_day)):
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
            summary = _print_as_json(show) if as_json else _print_as_text(show, path)
        except KeyboardInterrupt:
            day = show.events[-1].day if show.events else 0
            click.echo(f"rollcall: stopped on day {day}; what happened until then is kept as {show.run.name}", err=True)
            sys.exit(_INTERRUPTED)
    sys.exit(1 if summary.failures else 0)
