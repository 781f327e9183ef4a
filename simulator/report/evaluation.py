"""What an evaluation found, as it can be read aloud: every share with its 95 % interval and how many were counted."""

from collections.abc import Iterator, Sequence

from simulator.accuracy.conclusions import ConclusionsAccuracy, GivenAway
from simulator.accuracy.evaluation import Evaluation, LeftOutAccuracy, RoundingAccuracy
from simulator.accuracy.faces import FacesAccuracy, Found
from simulator.accuracy.people import PeopleAccuracy
from simulator.accuracy.shares import Share
from simulator.accuracy.themes import ThemesAccuracy
from simulator.domain.agree import agree
from simulator.report.lines import paragraph

_LOW_RECALL = 0.6
_MANY = 200  # of so many, one is less than the rounding of whole percents hides


def tell_evaluation(result: Evaluation) -> Iterator[str]:
    """The whole result, a paragraph a finding."""
    yield from _tell_inputs(result)
    if not result.photos:
        yield "No photo was measured."
        return
    yield from _tell_themes(result.themes)
    yield from _tell_faces(result.faces)
    if result.people_measured:
        yield from _tell_people(result.people)
        yield from _tell_conclusions(result.conclusions)
    else:
        yield paragraph("People and conclusions: not measured, because no camera roll was finished.")
    if result.left_out is not None:
        yield from _tell_left_out(result.left_out)
    if result.rounding is not None:
        yield from _tell_rounding(result.rounding)


def _tell_inputs(result: Evaluation) -> Iterator[str]:
    inputs = result.inputs
    people = agree(inputs.people, "person", "people")
    if not result.complete:
        yield paragraph("INCOMPLETE: stopped before everything was measured. What follows counts what was seen.")
    yield paragraph(
        f"Model {result.model or 'not asked'}: {result.photos} fresh photos of "
        f"{result.people_measured} of {inputs.people} {people}, {inputs.days} days of {inputs.life}, "
        f"seed {inputs.seed}."
    )
    yield paragraph(
        "A closed world: the photos are drawn by the same program that drew those the model learnt from. None of this "
        "says anything about photographs. In brackets: 95 % intervals, too narrow where photos or faces resemble "
        "each other."
    )


def _tell_themes(themes: ThemesAccuracy) -> Iterator[str]:
    yield ""
    yield "Themes"
    yield paragraph(f"Right, of those answered: {write_share(themes.right)}.")
    yield paragraph(f"Unknown, because not sure enough: {write_share(themes.unknown)}.")
    yield paragraph(
        f"Mean over themes: precision {_write_number(themes.mean_precision)}, recall "
        f"{_write_number(themes.mean_recall)}."
    )
    yield paragraph(f"Calibration error: {_write_number(themes.calibration_error)}.")
    for one in themes.bins:
        if one.right.of and one.said is not None:
            yield paragraph(f"Said {100 * one.said:.0f} % sure, right {write_share(one.right)}.", indent=2)
    for row in themes.by_theme:
        if row.recall.of or row.precision.of:
            yield paragraph(
                f"{_name(row.theme)}: found {write_share(row.recall)}, unknown {row.unknown.hits}; "
                f"right when said {write_share(row.precision)}.",
                indent=2,
            )
    absent = ", ".join(_name(row.theme) for row in themes.by_theme if not row.recall.of)
    if absent:
        yield paragraph(f"No photo of: {absent}.")


def _tell_faces(faces: FacesAccuracy) -> Iterator[str]:
    yield ""
    yield "Faces"
    yield paragraph(f"Found: {write_share(faces.found)}.")
    yield paragraph(f"Faces found where none was drawn: {write_share(faces.false)}.")
    for title, groups in (
        ("By width, as a share of the longer side", faces.by_width),
        ("By light", faces.by_light),
        ("By faces in the photo", faces.by_company),
        ("By turn of the head, 11 degrees, drawn one by one", faces.by_turn),
    ):
        yield from _tell_groups(title, groups)


def _tell_groups(title: str, groups: Sequence[Found]) -> Iterator[str]:
    counted = [one for one in groups if one.found.of]
    if counted:
        yield paragraph(f"{title}:")
    for one in counted:
        yield paragraph(f"{one.group.replace('%', ' %')}: {write_share(one.found)}.", indent=2)


def _tell_people(people: PeopleAccuracy) -> Iterator[str]:
    yield ""
    yield "People, as groups of faces"
    yield paragraph(f"Pairs in one group that are one person: {write_share(people.precision)}.")
    yield paragraph(f"Pairs of one person that are in one group: {write_share(people.recall)}.")
    yield paragraph(
        f"Recurring people counted: {people.counted}; there: {people.there}; "
        f"recognised: {write_share(people.recognised)}."
    )


def _tell_conclusions(found: ConclusionsAccuracy) -> Iterator[str]:
    yield ""
    yield "Conclusions"
    for place in found.places:
        metres = ", ".join(str(off) for off in place.metres) or "none"
        yield paragraph(
            f"{place.kind.capitalize()} found within 300 metres: {write_share(place.found)}; metres off: {metres}."
        )
    for made_up in found.made_up:
        yield paragraph(f"Made up, of conclusions about {_ABOUT[made_up.kind]}: {write_share(made_up.false)}.")
    for given in found.given_away:
        yield paragraph(_write_given_away(given))


_ABOUT = {"home": "home", "work": "work", "person": "people", "occasion": "occasions"}
_GIVEN = {"home": "Home", "person": "A recurring person"}


def _write_given_away(given: GivenAway) -> str:
    start = f"{_GIVEN[given.what]} given away: {write_share(given.given_away)}"
    if given.median_photos is None or given.resting_on is None:
        return f"{start}."
    return (
        f"{start}; after {given.photos[0]} photos at the earliest, {given.median_photos:g} in the middle, "
        f"{given.photos[-1]} at the latest, sent newest first; resting on {given.resting_on:g} of them."
    )


def _tell_left_out(left: LeftOutAccuracy) -> Iterator[str]:
    yield ""
    yield "Drawings that the head never saw"
    yield paragraph(
        f"Mean recall over themes: {_write_number(left.mean_recall)}. Right: {write_share(left.recall)}. "
        f"Answered: {write_share(left.answered)}; right, of these: {write_share(left.answered_right)}."
    )
    low = sorted(
        (row for row in left.drawings if row.recall.share is not None and row.recall.share < _LOW_RECALL),
        key=lambda row: (row.recall.share or 0.0, row.theme, row.drawing),
    )
    yield paragraph(f"{len(low)} of {len(left.drawings)} drawings are recognised less than six times in ten:")
    for row in low:
        taken = f", taken for {_name(row.mistaken_for)}" if row.mistaken_for else ""
        yield paragraph(f"{_name(row.theme)}, {row.drawing}: {row.recall.hits} of {row.recall.of}{taken}.", indent=2)


def _tell_rounding(rounding: RoundingAccuracy) -> Iterator[str]:
    yield ""
    yield "8 bits against floats"
    yield paragraph(f"Same first label: {write_share(rounding.same_label)}.")
    yield paragraph(f"Same likeliest theme: {write_share(rounding.same_theme)}.")
    yield paragraph(f"Decisions changed: {write_share(rounding.decisions_changed)}.")
    yield paragraph(
        f"Cosine of the embeddings: {rounding.cosine_mean:.4f} on average, {rounding.cosine_least:.4f} at least."
    )


def write_share(share: Share) -> str:
    """``34 of 35, 97 % (85 to 99)``; without anything counted, ``none to count``."""
    if share.share is None or share.low is None or share.high is None:
        return "none to count"
    digits = 1 if share.of >= _MANY else 0
    percent, low, high = (f"{100 * part:.{digits}f}" for part in (share.share, share.low, share.high))
    return f"{share.hits} of {share.of}, {percent} % ({low} to {high})"


def _name(theme: str) -> str:
    return theme.replace("_", " ")


def _write_number(number: float | None) -> str:
    return "unknown" if number is None else f"{number:.3f}"
