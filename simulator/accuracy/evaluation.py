"""Everything that is measured of an analyzer, as one value."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from simulator.accuracy.conclusions import ConclusionsAccuracy, measure_conclusions
from simulator.accuracy.faces import FacesAccuracy, Found, measure_faces
from simulator.accuracy.observed import Observation, ObservedRoll
from simulator.accuracy.people import PeopleAccuracy, measure_people
from simulator.accuracy.shares import Share
from simulator.accuracy.themes import ThemesAccuracy, measure_themes
from simulator.domain.categories import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutDrawing:
    """One drawing, judged by a head that never saw it.

    Attributes:
        recall: of its photos, those of which its theme is the likeliest.
        answered: of its photos, those above the reject threshold.
        mistaken_for: the theme that it was most often taken for, or None: it never was.
    """

    theme: Theme
    drawing: str
    recall: Share
    answered: Share
    mistaken_for: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutAccuracy:
    """Themes of drawings never seen.

    Attributes:
        mean_recall: over themes, each as heavy as any other.
        answered_right: of the photos answered at the reject threshold.
    """

    mean_recall: float | None
    recall: Share
    answered: Share
    answered_right: Share
    drawings: tuple[LeftOutDrawing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundingAccuracy:
    """The shipped network against the float one, on the same pixels.

    Attributes:
        same_label: first ImageNet label.
        same_theme: likeliest theme.
        decisions_changed: photos whose answer (a theme, or unknown) is another.
        cosine_mean, cosine_least: between the embeddings.
    """

    same_label: Share
    same_theme: Share
    decisions_changed: Share
    cosine_mean: float
    cosine_least: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What was asked for; the same inputs give the same photos."""

    life: str
    seed: int
    people: int
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """The result.

    Attributes:
        complete: whether everything that was asked for was measured.
        model: the first 12 hexadecimal digits of the scene network's SHA-256; empty without photos.
        people_measured: whole rolls, on which conclusions are judged; single photos count from all.
        milliseconds: median processor time of an analysis; None without photos.
        left_out, rounding: None when not asked for, or not reached.
    """

    complete: bool
    inputs: Inputs
    model: str
    people_measured: int
    photos: int
    milliseconds: float | None
    themes: ThemesAccuracy
    faces: FacesAccuracy
    people: PeopleAccuracy
    conclusions: ConclusionsAccuracy
    left_out: LeftOutAccuracy | None
    rounding: RoundingAccuracy | None


def evaluate(
    inputs: Inputs,
    rolls: Sequence[ObservedRoll],
    loose: Sequence[Observation],
    *,
    by_turn: Sequence[Found] = (),
    left_out: LeftOutAccuracy | None = None,
    rounding: RoundingAccuracy | None = None,
    complete: bool,
) -> Evaluation:
    """What was observed, counted.

    Args:
        inputs: what was asked for.
        rolls: whole camera rolls.
        loose: photos of a roll that was not finished.
        by_turn: faces drawn one by one.
        left_out: themes of drawings never seen, if measured.
        rounding: the comparison with the float network, if measured.
        complete: whether nothing is missing.
    """
    seen = [*(one for roll in rolls for one in roll.photos), *loose]
    return Evaluation(
        complete=complete,
        inputs=inputs,
        model=seen[0].analysis.model if seen else "",
        people_measured=len(rolls),
        photos=len(seen),
        milliseconds=round(median(one.milliseconds for one in seen), 1) if seen else None,
        themes=measure_themes(seen),
        faces=measure_faces(seen, by_turn),
        people=measure_people(rolls),
        conclusions=measure_conclusions(rolls),
        left_out=left_out,
        rounding=rounding,
    )
