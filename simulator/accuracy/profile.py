"""From an evaluation to the profile that stands in for the analyzer."""

from simulator.accuracy.evaluation import Evaluation
from simulator.accuracy.shares import Share
from simulator.domain.profile import AnalyzerProfile, ConclusionRates, ThemeRates


def profile_of(evaluation: Evaluation, *, name: str, machine: str, measured: str) -> AnalyzerProfile:
    """The rates, without their intervals: the counts are there to find them again.

    Args:
        evaluation: of one photo at least.
        name: the profile's id.
        machine: where it was measured.
        measured: when, as an ISO 8601 date.
    """
    inputs, faces = evaluation.inputs, evaluation.faces
    return AnalyzerProfile(
        id=name,
        title=f"Model {evaluation.model} on {evaluation.photos} drawn photos",
        source="rollcall evaluate",
        model=evaluation.model,
        machine=machine,
        measured=measured,
        life=inputs.life,
        seed=inputs.seed,
        people=inputs.people,
        days=inputs.days,
        photos=evaluation.photos,
        faces=faces.found.of,
        face_recall=_known(faces.found),
        false_faces=round(faces.false.hits / evaluation.photos, 4),
        themes=tuple(
            ThemeRates(
                theme=row.theme,
                photos=row.recall.of,
                recall=_known(row.recall),
                unknown=_known(row.unknown),
                false_positive=_known(row.false_positive),
                milliseconds=row.milliseconds,
            )
            for row in evaluation.themes.by_theme
            if row.milliseconds is not None
        ),
        conclusions=tuple(
            ConclusionRates(kind=row.kind, drawn=row.false.of, false=_known(row.false))
            for row in evaluation.conclusions.made_up
            if row.false.of
        ),
    )


def _known(share: Share) -> float:
    return 0.0 if share.share is None else share.share
