"""What can be done, one call each: the functions behind the commands, the screen and a notebook.

Nothing here prints, exits, or needs a database unless one is named. Whatever goes wrong is a `RollcallError`, with the
sentence that the command would print.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from simulator.api.difference import Difference, compare_runs
from simulator.api.experiment.counted import CountedExperiment
from simulator.api.experiment.counting import count_experiment
from simulator.api.experiment.pool import pool
from simulator.api.given import MOST_ROW, MOST_SEED, read_name, read_optional_name, read_path, read_seed, read_whole
from simulator.api.performance import play_scenario
from simulator.api.ports import DEFAULT_STORY
from simulator.api.recorded import read_run
from simulator.api.run import Run
from simulator.api.seen import MOST_DAYS_SEEN, MOST_PEOPLE_SEEN, Evaluated, PictureSeen, evaluate_people, look_at
from simulator.api.table import Table
from simulator.api.terms import TermsSet
from simulator.catalog.load import load_behaviour, load_scenario, load_terms
from simulator.catalog.plans import load_plan
from simulator.catalog.titles import titles
from simulator.domain.errors import RollcallError
from simulator.domain.reading import Reading
from simulator.domain.shelf import Shelf
from simulator.experiment.design import MOST_PEOPLE
from simulator.experiment.run import size_of_batches
from simulator.journey.respond import ModelRespondent

if TYPE_CHECKING:
    from simulator.domain.events import Event

_MOST_WORKERS = 256
_MOST_REPLAYS = 100_000


def play(
    story: str | Path = DEFAULT_STORY,
    *,
    seed: int | None = None,
    terms: str | None = None,
    prompt: str | None = None,
    life: str | None = None,
    person: int | None = None,
    reading: Literal["kindest", "harshest"] = "kindest",
    respondent: Literal["script", "model"] = "script",
    truthful: bool = False,
    record: Path | str | None = None,
    watch: "Callable[[Event], object] | None" = None,
) -> Run:
    """Play a story to its end.

    Args:
        story: an id, or a file of yours.
        seed: the world to play in; by default the story's own.
        terms: others than the story's own, by id or file.
        prompt: another than the story's own, by id or file.
        life: another kind of life than the story's own, by id or file.
        person: another row of the population than the story's own.
        reading: how silences of the terms are read.
        respondent: who answers: the story as it is written, or the behaviour model as its person.
        truthful: whether the analyzer believes the truth instead of looking: quick, and the same on every machine.
        record: a database to record the run in; by default it is recorded nowhere.
        watch: is told every event as it happens.

    Raises:
        ScenarioError: a file cannot be read or makes no sense, or the story cannot be played.
        StoreError: the database cannot be used.
    """
    scenario = load_scenario(
        read_name("story", story),
        terms=read_optional_name("terms", terms),
        prompt=read_optional_name("prompt", prompt),
        life=read_optional_name("life", life),
        person=None if person is None else read_whole("person", person, 0, MOST_ROW),
        seed=read_seed(seed),
        reading=_one_of(Reading, reading),
    )
    who = None
    if respondent not in {"script", "model"}:
        raise RollcallError(f"respondent {respondent!r}: expected script or model")
    if respondent == "model":
        who = ModelRespondent(parameters=load_behaviour(), seed=scenario.seed, person=scenario.story.person)
    return Run.of(
        play_scenario(scenario, db=read_path("record", record), respondent=who, truthful=truthful, watch=watch)
    )


def open_run(name: str | None = None, *, record: Path | str | None = None) -> Run:
    """A recorded run: by name, or the last one.

    Args:
        name: such as ``accidental-allow.7``.
        record: the database; by default yours, where `rollcall play` records.

    Raises:
        StoreError: there is no such run, or it cannot be read.
    """
    return Run.of(read_run(read_path("record", record), read_optional_name("run", name)))


def diff(before: Run, after: Run) -> Difference:
    """What differs between two runs of one story, such as a run and its fork. Raises `ScenarioError`: two stories."""
    return compare_runs(before, after)


def experiment(
    name: str | Path,
    *,
    people: int | None = None,
    seed: int | None = None,
    workers: int = 1,
    replays: int = 0,
    fragility: bool = False,
    record: Path | str | None = None,
    watch: Callable[[CountedExperiment], object] | None = None,
) -> CountedExperiment:
    """Ask many people, the same with the same luck, in each arm of an experiment.

    Args:
        name: an id, or a file of yours.
        people: how many take part; by default the experiment's own number.
        seed: the world; by default the experiment's own.
        workers: processes that count.
        replays: how often the field test is repeated in a world whose truth is known; 0: it is not.
        fragility: whether the smallest change of an assumed number that turns the conclusion round is looked for.
        record: a database in which finished batches and the result are kept; by default they are kept nowhere.
        watch: is told what is counted so far, after every batch.

    Raises:
        ScenarioError: a file cannot be read or makes no sense, or nobody takes part.
        StoreError: the database cannot be used.
    """
    processes = read_whole("workers", workers, 1, _MOST_WORKERS)
    plan = load_plan(
        read_name("experiment", name),
        people=None if people is None else read_whole("people", people, 1, MOST_PEOPLE),
        seed=read_seed(seed),
    )
    return count_experiment(
        plan,
        db=read_path("record", record),
        mapper=map if processes == 1 else pool(processes),
        size=size_of_batches(plan, processes),
        watch=watch,
        replays=read_whole("replays", replays, 0, _MOST_REPLAYS),
        fragility=fragility,
    )


def terms(name: str | Path) -> TermsSet:
    """A set of terms, by id or file. Raises `ScenarioError`: it cannot be read or makes no sense."""
    return TermsSet(load_terms(read_name("terms", name)))


def analyze(photo: Path | str, *, model: Path | str | None = None) -> PictureSeen:
    """What the analyzer believes to see in a picture file. Nothing leaves this machine.

    Args:
        photo: a picture file, of the kinds that docs/analyzer.md lists.
        model: a classifier of yours, ONNX, with its card beside it, instead of the shipped analyzer.

    Raises:
        AnalyzerError: the file is no picture that may be read, or the model is not as its card declares it.
    """
    return look_at(Path(read_name("photo", photo)), read_path("model", model))


def evaluate(people: int = 3, *, days: int = 60, seed: int = 2026) -> Evaluated:
    """Measure the analyzer on drawn photos of fresh people, of which the truth is known.

    Args:
        people: how many camera rolls, 1 to 10,000.
        days: of each, 1 to 366.
        seed: whose world; by default nobody's who is in a shipped story.

    Raises:
        RollcallError: so many cannot be measured.
    """
    return evaluate_people(
        read_whole("people", people, 1, MOST_PEOPLE_SEEN),
        read_whole("days", days, 1, MOST_DAYS_SEEN),
        read_whole("seed", seed, 0, MOST_SEED),
    )


def catalog(kind: str | None = None) -> Table:
    """What there is: stories, terms, prompts, lives, experiments and more, each with its id and title.

    Args:
        kind: only that kind, such as ``stories``.

    Raises:
        RollcallError: there is no such kind.
    """
    kinds = tuple(Shelf) if kind is None else (_one_of(Shelf, kind),)
    return Table(
        [{"kind": each.value, "id": name, "title": title} for each in kinds for name, title, _ in titles(each)]
    )


def _one_of(kinds: Any, text: str) -> Any:
    """A member of an enum by its value. Raises `RollcallError`: it has no such member."""
    try:
        return kinds(text)
    except ValueError:
        raise RollcallError(f"{text!r}: expected one of {', '.join(kinds)}") from None
