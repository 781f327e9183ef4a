"""What the screen asks of the outside, with the real catalog, camera, analyzer and store."""

import threading
from collections.abc import Generator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from simulator.api.backstage.orders import DRAWING, PLAYING
from simulator.api.child import Child, Errand
from simulator.api.ports import Counted, Measurement, Measuring, Record, Recorded, RunLine, Title, Trial, Wish
from simulator.catalog.titles import titles
from simulator.domain.errors import RollcallError
from simulator.domain.shelf import Shelf

if TYPE_CHECKING:
    from PIL.Image import Image

    from simulator.api.backstage.orders import Draw, Portray
    from simulator.api.bench.order import BenchOrder
    from simulator.consent.ask import Respondent
    from simulator.consent.prompt import Prompt
    from simulator.domain.analysis import Analysis
    from simulator.domain.events import Event
    from simulator.domain.people import Human, Pet
    from simulator.domain.photo import Photo
    from simulator.journey.scenario import Scenario
    from simulator.terms.clause import Terms

_BENCH_SEED, _BENCH_SAMPLES = 7, 16  # as `rollcall bench` takes them, so that its results can be compared with ours
_PROFILE = "efficientnet-lite0-int8"  # of the shipped analyzer


class RealStage:
    """Satisfies `simulator.api.ports.Stage`. Heavy libraries are loaded by whatever first needs them.

    Args:
        db: the database of runs; the user's own by default.
    """

    def __init__(self, db: Path | None) -> None:
        self._db = db
        self._players = [Child(PLAYING)]
        self._playing: list[Child] = []
        self._choosing = threading.Lock()
        self._drawer = Child(DRAWING)

    def start(self) -> None:
        self._players[0].start()

    def close(self) -> None:
        for player in list(self._players):
            player.close()
        self._drawer.close()

    def titles(self, shelf: Shelf) -> tuple[Title, ...]:
        found = titles(shelf)
        return tuple(Title(id=name, title=title, about=about) for name, title, about in found)

    def runs(self) -> Sequence[RunLine]:
        from simulator.report.apart import say_forked
        from simulator.store.database import default_path, open_database
        from simulator.store.runs import runs

        path = self._db or default_path()
        if not path.exists():
            return ()
        with open_database(path) as database:
            return tuple(
                RunLine(
                    name=run.name,
                    story=run.story,
                    terms=run.terms,
                    seed=run.seed,
                    status=run.status.value,
                    started_at=run.started_at,
                    forked="" if run.forked is None else say_forked(run.forked),
                )
                for run in reversed(runs(database))
            )

    def load(self, wish: Wish) -> "Scenario":
        from simulator.catalog.load import load_scenario
        from simulator.domain.reading import Reading

        return load_scenario(
            wish.story,
            terms=wish.terms,
            prompt=wish.prompt,
            life=wish.life,
            person=wish.person,
            seed=wish.seed,
            reading=Reading.HARSHEST if wish.harshest else Reading.KINDEST,
        )

    def play(
        self, scenario: "Scenario", known: Mapping[str, "Analysis"], respondent: "Respondent | None"
    ) -> "Generator[Recorded | Event]":
        from simulator.api.backstage.orders import Play

        order = Play(scenario=scenario, known=known, asks=respondent is not None, db=self._db)
        player, run = self._take_player(), ""
        try:
            with closing(player.order(order, respondent)) as replies:
                for told in replies:
                    run = told.run if isinstance(told, Recorded) else run
                    yield told
        except (RollcallError, GeneratorExit):
            self._mark_interrupted(run)
            raise
        finally:
            self._give_back(player)

    def _mark_interrupted(self, run: str) -> None:
        """A player that was killed could not say of its run that nobody plays it any more."""
        from simulator.api.recorded import open_runs
        from simulator.store.runs import interrupt_run

        with suppress(RollcallError), open_runs(self._db) as database:
            interrupt_run(database, run)

    def read(self, run: str) -> "tuple[Scenario, Sequence[Event]]":
        from simulator.api.recorded import read_run

        found = read_run(self._db, run)
        return found.scenario, found.events

    def draw(self, scenario: "Scenario", photo: "Photo", longest: int) -> "Image":
        from simulator.api.backstage.orders import Draw

        return self._draw(Draw(scenario=scenario, photo=photo, longest=longest))

    def prompt(self, name: str) -> "Prompt":
        from simulator.catalog.load import load_prompt

        return load_prompt(name)

    def milliseconds(self) -> float:
        from simulator.catalog.load import load_analyzer_profile
        from simulator.domain.profile import mean_milliseconds

        return mean_milliseconds(load_analyzer_profile(_PROFILE))

    def portrait(self, who: "Human | Pet") -> "Image":
        from simulator.api.backstage.orders import Portray

        return self._draw(Portray(who=who))

    def terms(self, name: str) -> "Terms":
        from simulator.catalog.load import load_terms

        return load_terms(name)

    def check_measurement(self, measurement: Measurement) -> None:
        from simulator.api.bench.subject import check_order

        check_order(_order(measurement))

    def measure(self, measurement: Measurement) -> Measuring:
        from simulator.api.bench import process

        return process.MeasuringProcess(process.MEASURING, _order(measurement))

    def keep_result(self, result: Record) -> str:
        from simulator.api.bench.kept import keep_result

        return keep_result(self._bench_shelf, result)

    def results(self) -> Sequence[str]:
        from simulator.api.bench.kept import results_in

        return results_in(self._bench_shelf)

    def read_result(self, name: str) -> Record:
        from simulator.api.bench.kept import read_result

        kept = self._bench_shelf / f"{name}.json"
        return read_result(kept if name in self.results() else _typed(name))

    def compare_results(self, before: Record, after: Record) -> Record:
        from simulator.api.bench.compare import compare_results

        return compare_results(before, after, _BENCH_SEED)

    def run_experiment(self, trial: Trial) -> Measuring:
        from simulator.api.experiment.order import COUNTING, CountOrder

        return Errand(COUNTING, CountOrder(trial=replace(trial, experiment=_named(trial.experiment)), db=self._db))

    def trials(self) -> Sequence[Title]:
        from simulator.store.database import default_path, open_database
        from simulator.store.experiments import experiments

        path = self._db or default_path()
        if not path.exists():
            return ()
        with open_database(path) as database:
            return tuple(Title(id=str(run.id), title=run.words) for run in reversed(experiments(database)))

    def read_trial(self, number: str) -> Counted:
        from simulator.api.experiment.counting import find_plan
        from simulator.api.recorded import open_runs
        from simulator.store.experiments import find_results

        with open_runs(self._db) as database:
            run, results = find_results(database, int(number))
        return Counted(results=results, current=find_plan(run) is not None)

    def open_person(self, trial: Trial, person: int, arm: str) -> "Scenario":
        from simulator.catalog.plans import load_plan
        from simulator.experiment.rows.story import find_world, open_row

        plan = load_plan(_named(trial.experiment), people=trial.people, seed=trial.seed)
        return open_row(plan, person, find_world(plan, arm))

    def _take_player(self) -> Child:
        """A process that plays nothing just now: a story that waits for an answer must keep no fork of it waiting."""
        with self._choosing:
            player = next((each for each in self._players if each not in self._playing), None)
            if player is None:
                player = Child(PLAYING)
                self._players.append(player)
            self._playing.append(player)
        return player

    def _give_back(self, player: Child) -> None:
        """The first process is kept, since it has loaded what the next story needs."""
        with self._choosing:
            self._playing.remove(player)
            if player is self._players[0]:
                return
            self._players.remove(player)
        player.close()

    def _draw(self, order: "Draw | Portray") -> "Image":
        (image,) = self._drawer.order(order)
        return cast("Image", image)

    @property
    def _bench_shelf(self) -> Path:
        from simulator.store.database import default_path

        return (self._db or default_path()).parent / "bench"


def _order(measurement: Measurement) -> "BenchOrder":
    from simulator.api.bench.order import BenchOrder
    from simulator.vision.load.samples import Size
    from simulator.vision.load.scenarios import ArrivalPattern

    return BenchOrder(
        patterns=tuple(ArrivalPattern(name) for name in measurement.scenarios),
        queries=measurement.queries,
        seconds=None,
        seed=_BENCH_SEED,
        rate=measurement.rate,
        workers=1,
        samples=_BENCH_SAMPLES,
        size=Size(measurement.size),
        photos=None if measurement.photos is None else _typed(measurement.photos),
        floats=None,
        model=None if measurement.model is None else _typed(measurement.model),
        brief=measurement.brief,
        themes=False,
    )


def _typed(path: str) -> Path:
    """A path that somebody typed, as a shell would read it.

    Raises:
        RollcallError: it begins with somebody's home folder, and there is none.
    """
    try:
        return Path(path).expanduser()
    except RuntimeError as error:
        raise RollcallError(f"{path}: there is no such home folder; write the whole path") from error


def _named(name: str) -> str:
    """An id on the shelf, or a file by the path that somebody typed."""
    return str(_typed(name)) if name.startswith("~") else name
