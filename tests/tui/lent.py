"""A stage without camera, model or disk, and a screen on it: fast, and the same everywhere."""

import threading
from collections.abc import AsyncIterator, Generator, Mapping, Sequence
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PIL import Image
from textual.pilot import Pilot
from told_stories import tell

from simulator.api.bench.compare import compare_results
from simulator.api.bench.kept import read_result
from simulator.api.experiment.what_if import ask_what_if
from simulator.api.ports import Counted, Measurement, Measuring, Record, Recorded, RunLine, Title, Trial, Wish
from simulator.api.stage import RealStage
from simulator.catalog.load import load_prompt, load_terms
from simulator.catalog.plans import load_plan
from simulator.consent.ask import Respondent
from simulator.consent.prompt import Prompt
from simulator.domain.analysis import Analysis
from simulator.domain.errors import StoreError
from simulator.domain.events import Event
from simulator.domain.people import Human, Pet
from simulator.domain.photo import Photo
from simulator.domain.shelf import Shelf
from simulator.experiment.conclude import conclude
from simulator.experiment.plan import Plan
from simulator.experiment.run import run
from simulator.journey.perfect import PerfectAnalyzer, never_develop
from simulator.journey.scenario import Scenario
from simulator.journey.simulate import simulate
from simulator.report.apart import say_forked
from simulator.terms.clause import Terms
from simulator.tui.app import RollcallApp
from simulator.tui.pictures import render_tile
from simulator.tui.playing.playback import Playback
from simulator.tui.playing.show import Show

if TYPE_CHECKING:
    from simulator.experiment.results import Results


@cache
def _titles(shelf: Shelf) -> tuple[Title, ...]:
    return RealStage(None).titles(shelf)


class LentStage:
    """Satisfies `simulator.api.ports.Stage` with an analyzer that believes the truth and photos of one colour."""

    def __init__(self) -> None:
        self.played: list[tuple[Scenario, list[Event]]] = []
        self.told: Sequence[Record | None] = ()
        self.asked: list[Measurement] = []
        self.kept: dict[str, Record] = {}
        self.tried: list[Trial] = []
        self.counted: dict[str, Results] = {}
        self.people: int | None = None  # how many are counted, however many are asked for
        self.waits_after: int | None = None
        self.lost: set[str] = set()  # names of runs that are not there any more

    def start(self) -> None:
        pass

    def close(self) -> None:
        pass

    def titles(self, shelf: Shelf) -> tuple[Title, ...]:
        return _titles(shelf)

    def runs(self) -> Sequence[RunLine]:
        return [
            RunLine(
                name=name,
                story=scenario.story.id,
                terms=scenario.terms.id,
                seed=scenario.seed,
                status="finished",
                started_at="2025-06-27T10:00:00+00:00",
                forked="" if scenario.forked is None else say_forked(scenario.forked),
            )
            for name, (scenario, _) in reversed(list(zip(self._names(), self.played, strict=True)))
        ]

    def load(self, wish: Wish) -> Scenario:
        return RealStage(None).load(wish)

    def play(
        self,
        scenario: Scenario,
        known: Mapping[str, Analysis],  # noqa: ARG002  (the truth is always known)
        respondent: Respondent | None,
    ) -> Generator[Recorded | Event]:
        person = scenario.live()
        analyzer = PerfectAnalyzer(scenario.roll(person).photos, scenario.starts)
        events: list[Event] = []
        self.played.append((scenario, events))
        yield Recorded(self._names()[-1])
        for event in simulate(scenario, person, analyzer=analyzer, develop=never_develop, respondent=respondent):
            events.append(event)
            yield event

    def read(self, run: str) -> tuple[Scenario, Sequence[Event]]:
        for name, (scenario, events) in zip(self._names(), self.played, strict=True):
            if run == name and name not in self.lost:
                return scenario, events
        raise StoreError(f"no run is called {run!r}")

    def _names(self) -> list[str]:
        names: list[str] = []
        for scenario, _ in self.played:
            name = f"{scenario.story.id}.{scenario.seed}"
            repeat = sum(each == name or each.startswith(f"{name}.") for each in names)
            names.append(f"{name}.{repeat + 1}" if repeat else name)
        return names

    def draw(self, scenario: Scenario, photo: Photo, longest: int) -> Image.Image:  # noqa: ARG002
        return Image.new("RGB", (64, 48), (photo.key % 200, 90, 120))

    def prompt(self, name: str) -> Prompt:
        return load_prompt(name)

    def milliseconds(self) -> float:
        return RealStage(None).milliseconds()

    def portrait(self, who: Human | Pet) -> Image.Image:
        return Image.new("RGB", (64, 64), (90, 40 + len(who.name) * 9 % 200, 120))

    def terms(self, name: str) -> Terms:
        return load_terms(name)

    def check_measurement(self, measurement: Measurement) -> None:
        RealStage(None).check_measurement(measurement)

    def measure(self, measurement: Measurement) -> Measuring:
        self.asked.append(measurement)
        return LentMeasuring(self.told)

    def keep_result(self, result: Record) -> str:
        name = str(result["card"]["date"])[:19].replace(":", "")
        self.kept[name] = result
        return name

    def results(self) -> Sequence[str]:
        return sorted(self.kept, reverse=True)

    def read_result(self, name: str) -> Record:
        return self.kept[name] if name in self.kept else read_result(Path(name))

    def compare_results(self, before: Record, after: Record) -> Record:
        return compare_results(before, after, 7)

    def run_experiment(self, trial: Trial) -> Measuring:
        self.tried.append(trial)
        plan = load_plan(trial.experiment, people=self.people or trial.people, seed=trial.seed)
        return LentExperimenting(plan, trial, 100, self.waits_after)

    def trials(self) -> Sequence[Title]:
        return [Title(id=name, title=name) for name in reversed(self.counted)]

    def read_trial(self, number: str) -> Counted:
        return Counted(results=self.counted[number], current=True)

    def open_person(self, trial: Trial, person: int, arm: str) -> Scenario:
        return RealStage(None).open_person(trial, person, arm)


class LentExperimenting:
    """Counts in this thread, so many people at a time; where it is told to wait, until it is stopped."""

    def __init__(self, plan: Plan, trial: Trial, size: int, waits_after: int | None) -> None:
        self._plan, self._trial, self._size, self._waits_after = plan, trial, size, waits_after
        self._stopped = threading.Event()

    def records(self) -> Generator[Record]:
        counted = None
        for done in run(self._plan, size=self._size):
            counted = done.tally if counted is None else counted + done.tally
            yield {"kind": "results", "results": conclude(self._plan, counted)}
            if counted.people == self._waits_after:
                self._stopped.wait(10)
                yield {"kind": "stopped"}
                return
        assert counted is not None
        results, trial = conclude(self._plan, counted), self._trial
        asked = ask_what_if(self._plan, results, replays=trial.replays, fragility=trial.fragility)
        yield {"kind": "results", "results": asked}
        yield {"kind": "end"}

    def stop(self) -> None:
        self._stopped.set()


class LentMeasuring:
    """Tells what it was given, at once; what comes after ``None`` only when it is stopped."""

    def __init__(self, told: Sequence[Record | None]) -> None:
        self._told = told
        self._paused = False
        self._stopped = threading.Event()

    @property
    def waits(self) -> bool:
        """Whether it tells nothing more until it is stopped."""
        return self._paused and not self._stopped.is_set()

    def records(self) -> Generator[Record]:
        for record in self._told:
            if record is None:
                self._paused = True
                self._stopped.wait(10)
            else:
                yield record

    def stop(self) -> None:
        self._stopped.set()


@asynccontextmanager
async def opened(
    *, size: tuple[int, int] = (100, 30), wish: Wish | None = None, show: Show | None = None, room: str = "home"
) -> AsyncIterator[tuple[RollcallApp, Pilot[Any]]]:
    """The screen on a lent stage; with a wish, that story is on and has been played to its end."""
    app = RollcallApp(LentStage(), render=render_tile, wish=wish, room=room)
    app.show = show
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        if wish is not None:
            await settled(app, pilot)
        yield app, pilot


async def rested(app: RollcallApp, pilot: Pilot[Any]) -> None:
    """Wait until no worker is at work; some give way to others."""
    await pilot.pause()
    while not all(worker.is_finished for worker in app.workers):
        await pilot.pause(0.01)
    await pilot.pause()


async def settled(app: RollcallApp, pilot: Pilot[Any]) -> None:
    """Wait until the story that is on has been played, or waits for an answer, and all of it has been heard."""
    await app.workers.wait_for_complete([worker for worker in app.workers if worker.group == "read"])
    await pilot.pause()
    performer = app.performer
    while performer is not None and performer.busy:
        waits = performer.respondent is not None and performer.respondent.waiting
        app.hear()
        await pilot.pause(0.01)
        if waits and not app.hear():
            break
    app.hear()
    app.on_show_moved()
    await pilot.pause()


async def pictured(app: RollcallApp, pilot: Pilot[Any]) -> None:
    """Wait until everything that was looked up or drawn in threads is shown."""
    await rested(app, pilot)
    while True:
        while app.thumbnails.busy:
            await pilot.pause(0.01)
        app.on_photos_drawn()
        await pilot.pause()
        # What is shown of one photo may be what asks for the next.
        if not app.thumbnails.busy:
            return


def text_of(app: RollcallApp) -> str:
    """What stands on the screen, as lines of text without trailing spaces."""
    lines = ("".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips())
    return "\n".join(line.rstrip() for line in lines)


async def seen(app: RollcallApp, pilot: Pilot[Any]) -> str:
    """The screen once it has come to rest."""
    texts = ["", text_of(app)]
    while len({*texts[-3:]}) > 1:
        # Messages bring messages, and what they change is laid out a frame later.
        await pilot.pause(1 / 30)
        texts.append(text_of(app))
    return texts[-1]


@cache
def _played(story: str) -> tuple[Scenario, Playback]:
    scenario, events = tell(story)
    playback = Playback()
    playback.extend(events)
    return scenario, playback


@asynccontextmanager
async def shown(
    room: str, *, size: tuple[int, int] = (100, 30), day: int, story: str = "accidental-allow"
) -> AsyncIterator[tuple[RollcallApp, Pilot[Any], Show]]:
    """A room with a story on that was played once for all tests; no other room is made."""
    scenario, playback = _played(story)
    show = Show(scenario=scenario, playback=playback)
    show.seek_day(day)
    async with opened(size=size, show=show, room=room) as (app, pilot):
        await rested(app, pilot)
        yield app, pilot, show
