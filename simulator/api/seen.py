"""What the analyzer believes of a picture file, and how often it is right."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.accuracy.evaluation import Evaluation, Inputs
from simulator.api.own_model import open_classifier
from simulator.api.table import Tabular
from simulator.catalog.load import load_life_kind
from simulator.domain.analysis import Analysis
from simulator.domain.errors import RollcallError
from simulator.domain.log import to_json
from simulator.journey.ports import PictureFile
from simulator.report.analysis import analysis_as_record, tell_analysis
from simulator.report.evaluation import tell_evaluation
from simulator.vision.analyzer import OnnxAnalyzer, TimedAnalyzer
from simulator.vision.evaluate.survey import Survey
from simulator.vision.picture import read_picture_file, tell_note

if TYPE_CHECKING:
    from simulator.vision.evaluate.rounding import Rounding

LIFE = "parent-in-town"
MOST_PEOPLE_SEEN, MOST_DAYS_SEEN = 10_000, 366


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PictureSeen:
    """What an analyzer believes of one picture file: a belief, not a truth.

    Attributes:
        milliseconds: of processor time that it took; reading the file and opening the networks are left out.
        only_labels: whether a classifier of the user's looked, which knows labels only.
        note: what is odd about the file, though it could be read; no part of the analysis.
    """

    path: Path
    analysis: Analysis
    milliseconds: float
    only_labels: bool
    note: str | None = None

    def as_record(self) -> dict[str, Any]:
        """One line of `rollcall analyze --json`."""
        return analysis_as_record(self.path, self.analysis, self.milliseconds) | {"note": self.note}

    def __repr__(self) -> str:
        told = tell_analysis(self.path, self.analysis, self.milliseconds, only_labels=self.only_labels)
        return told if self.note is None else f"{told} {self.note}"


@cache
def open_analyzer(model: Path | None = None) -> TimedAnalyzer:
    """The shipped analyzer or a classifier of the user's, opened once. Errors as `look_at`."""
    analyzer = OnnxAnalyzer() if model is None else open_classifier(model)
    analyzer.load()
    return TimedAnalyzer(analyzer)


def look_at(path: Path, model: Path | None = None) -> PictureSeen:
    """Analyse one picture file; the networks stay open for the next.

    Args:
        path: a picture file, of the kinds that docs/analyzer.md lists.
        model: a classifier of the user's, instead of the shipped analyzer.

    Raises:
        AnalyzerError: the file is no picture that may be read, or a model is not as recorded.
        ScenarioError: the model's card is missing or has a mistake.
    """
    timed = open_analyzer(model)
    content = read_picture_file(path)
    analysis = timed.analyze(PictureFile(name=str(path), read=lambda: content))
    milliseconds = timed.milliseconds.pop()
    return PictureSeen(
        path=path,
        analysis=analysis,
        milliseconds=milliseconds,
        only_labels=model is not None,
        note=tell_note(content),
    )


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Evaluated(Tabular):
    """The analyzer beside the truth; as text it is the whole report, as rows the themes."""

    evaluation: Evaluation

    def rows(self) -> list[dict[str, Any]]:
        """A row for each theme: precision, recall, photos without an answer, false positives, each as a share."""
        return [
            {
                "theme": each.theme.value,
                "photos": each.recall.of,
                "precision": each.precision.share,
                "recall": each.recall.share,
                "unknown": each.unknown.share,
                "false_positive": each.false_positive.share,
                "milliseconds": each.milliseconds,
            }
            for each in self.evaluation.themes.by_theme
        ]

    def lines(self) -> Iterator[str]:
        """The whole report, read aloud."""
        return tell_evaluation(self.evaluation)

    def as_record(self) -> dict[str, Any]:
        """The object that `rollcall evaluate --json` prints."""
        record: dict[str, Any] = to_json(self.evaluation)
        return record

    def __repr__(self) -> str:
        return "\n".join(self.lines())


def open_survey(
    people: int, days: int, seed: int, *, rounding: "Rounding | None" = None, leave_out: bool = False
) -> Survey:
    """An evaluation that has not begun; `simulator.vision.evaluate.survey.Survey` says what each argument means.

    Raises:
        RollcallError: so many cannot be measured.
    """
    for option, count, most in (("--people", people, MOST_PEOPLE_SEEN), ("--days", days, MOST_DAYS_SEEN)):
        if not 1 <= count <= most:
            raise RollcallError(f"{option} {count}: expected a whole number from 1 to {most}")
    inputs = Inputs(life=LIFE, seed=seed, people=people, days=days)
    return Survey(kind=load_life_kind(LIFE), inputs=inputs, rounding=rounding, leave_out=leave_out)


def evaluate_people(people: int, days: int, seed: int) -> Evaluated:
    """Measure so many people to the end. Raises `RollcallError`: so many cannot be measured."""
    survey = open_survey(people, days, seed)
    for _ in survey.run():
        pass
    return Evaluated(evaluation=survey.result())
