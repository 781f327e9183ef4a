"""What the screen asks of the outside. `api.stage` is the real one; tests lend one without camera and model."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from PIL.Image import Image

    from simulator.consent.ask import Respondent
    from simulator.consent.prompt import Prompt
    from simulator.domain.analysis import Analysis
    from simulator.domain.events import Event
    from simulator.domain.people import Human, Pet
    from simulator.domain.photo import Photo
    from simulator.domain.shelf import Shelf
    from simulator.journey.scenario import Scenario
    from simulator.terms.clause import Terms

DEFAULT_STORY = "accidental-allow"  # what is played where nothing is asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """One line of a list: an id, its title, and a sentence about it, which may be empty."""

    id: str
    title: str
    about: str = ""


class Thumb(StrEnum):
    """Who answers the pop-up and walks the settings."""

    SCRIPT = "script"
    KEYBOARD = "keyboard"
    MODEL = "model"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be played; None stands for whatever the story says."""

    story: str
    terms: str | None = None
    prompt: str | None = None
    life: str | None = None
    person: int | None = None
    seed: int | None = None
    harshest: bool = False
    thumb: Thumb = Thumb.SCRIPT


@dataclass(frozen=True, slots=True, kw_only=True)
class RunLine:
    """A recorded run in a list; ``forked`` says where it comes from and what was changed, if it is a fork."""

    name: str
    story: str
    terms: str
    seed: int
    status: str
    started_at: str
    forked: str = ""


@dataclass(frozen=True, slots=True)
class Recorded:
    """Under which name a story that begins to be played is recorded."""

    run: str


Record = Mapping[str, Any]  # one JSON object of a measurement; `simulator.api.bench.order` lists the kinds


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """What is to be measured.

    Attributes:
        scenarios: of MLPerf Inference, by name.
        queries: in each scenario.
        size: of the photos, as `vision.load.samples.Size` names them.
        brief: scenarios only, without stages, ratios and sizes.
        photos: a folder of the user's instead of drawn ones.
        model: a classifier of the user's, ONNX, instead of the shipped analyzer.
        rate: photos a second in the server scenario; None: half of what the warm-up reached.
    """

    scenarios: tuple[str, ...]
    queries: int
    size: str
    brief: bool
    photos: str | None = None
    model: str | None = None
    rate: float | None = None


class Measuring(Protocol):
    """A measurement under way, in a process of its own."""

    def records(self) -> Generator[Record]:
        """Each record as soon as it is known; closing it ends the process. Raises `RollcallError`."""
        ...

    def stop(self) -> None:
        """Have it end early and tell what it has measured; from any thread."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """An experiment that is to be run, or one of whose rows is to be opened.

    Attributes:
        experiment: its id, or a file of the user's.
        people: how many take part.
        seed: the world; None for the experiment's own.
        replays: how often the field test is repeated afterwards; 0: it is not.
        fragility: whether it is then asked on what the conclusion stands.
    """

    experiment: str
    people: int
    seed: int | None
    replays: int = 0
    fragility: bool = False


class Stage(Protocol):
    """Everything outside the screen. Methods may be slow and are called from worker threads.

    The exceptions are `titles`, `prompt`, `terms`, `milliseconds` and `results`: each reads a small file or lists a
    folder.

    Each raises `RollcallError` where it cannot do what it is asked.
    """

    def start(self) -> None:
        """Make ready whatever takes time to make ready; nobody waits for it."""
        ...

    def close(self) -> None:
        """End what goes on outside; nothing is asked for any more."""
        ...

    def titles(self, shelf: "Shelf") -> tuple[Title, ...]:
        """What stands on that shelf; quick, since the first paint waits for the stories."""
        ...

    def runs(self) -> Sequence[RunLine]:
        """The recorded runs, newest first."""
        ...

    def load(self, wish: Wish) -> "Scenario":
        """The scenario that is wished for."""
        ...

    def play(
        self, scenario: "Scenario", known: Mapping[str, "Analysis"], respondent: "Respondent | None"
    ) -> "Generator[Recorded | Event]":
        """Play and record it: first its name, then what happens.

        ``known`` are analyses of this person's photos that need not be made again.
        """
        ...

    def read(self, run: str) -> "tuple[Scenario, Sequence[Event]]":
        """A recorded run and the scenario it was played with."""
        ...

    def draw(self, scenario: "Scenario", photo: "Photo", longest: int) -> "Image":
        """A photo of that scenario's person, upright, RGB, at most ``longest`` pixels on its longer side."""
        ...

    def prompt(self, name: str) -> "Prompt":
        """A prompt by its id."""
        ...

    def milliseconds(self) -> float:
        """That the shipped analyzer looks at one photo, as its profile says: nothing is measured for it."""
        ...

    def portrait(self, who: "Human | Pet") -> "Image":
        """Head and shoulders, or the whole animal; RGB, square."""
        ...

    def terms(self, name: str) -> "Terms":
        """A set of terms by its id."""
        ...

    def check_measurement(self, measurement: Measurement) -> None:
        """Return if it can be measured: its folder has photos, its model is fit, its rate is possible."""
        ...

    def measure(self, measurement: Measurement) -> Measuring:
        """Prepare to measure the analyzer on this machine."""
        ...

    def keep_result(self, result: Record) -> str:
        """Keep the result of a measurement; its name on the shelf of results."""
        ...

    def results(self) -> Sequence[str]:
        """The names of the results kept, newest first."""
        ...

    def read_result(self, name: str) -> Record:
        """A result by its name on the shelf, or by the path of a file that `rollcall bench --out` wrote."""
        ...

    def compare_results(self, before: Record, after: Record) -> Record:
        """What `rollcall bench --compare --json` prints of the two."""
        ...

    def run_experiment(self, trial: Trial) -> Measuring:
        """Prepare to count these people; `simulator.api.experiment.order` lists the records."""
        ...

    def trials(self) -> Sequence[Title]:
        """The experiments that were counted, newest first: number and words."""
        ...

    def read_trial(self, number: str) -> Record:
        """What an experiment came to, as `rollcall experiment --json` printed it."""
        ...

    def open_person(self, trial: Trial, person: int, arm: str) -> "Scenario":
        """One row of an experiment in one of its worlds, as a story."""
        ...
