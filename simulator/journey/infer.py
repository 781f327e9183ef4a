"""What can be concluded across photos, from nothing but what an analyzer believed about each.

Four kinds of conclusion: where the owner lives, where they work, who keeps appearing, what was celebrated.
INVARIANT: no conclusion rests on a photo that may be of a sensitive theme; such photos are only counted.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from simulator.domain.agree import write_count
from simulator.domain.analysis import Analysis, GeoPoint
from simulator.domain.categories import Theme
from simulator.domain.events import Inference, InferenceKind
from simulator.journey.belief import is_sensitive, likeliest_theme, local_time
from simulator.journey.clusters import SAME_PERSON, Sight, group_people
from simulator.journey.places import SAME_PLACE, Haunt, Sighting, find_home, find_work, measure_metres
from simulator.journey.wording import write_day, write_times

FEWEST_PHOTOS = 3
FEWEST_PERSON_DAYS = 2
GROUP_OF_FACES = 3
TOLD_MOVE = 200.0  # metres a place moves before that is news

# Only what people do on a day worth remembering: a receipt or a screenshot is no occasion, however many there are.
OCCASIONS = {
    Theme.BIRTHDAY: "birthday",
    Theme.BEACH: "a day at the beach",
    Theme.WEDDING: "wedding",
    Theme.GRADUATION: "graduation",
    Theme.PET: "a day with a pet",
    Theme.FOOD: "a meal to remember",
    Theme.CHILD: "a day with a child",
    Theme.LANDMARK: "sightseeing",
    Theme.NIGHT_OUT: "a night out",
    Theme.GARDEN: "a day in the garden",
}


def infer(analyses: Mapping[str, Analysis], *, same_person: float = SAME_PERSON) -> tuple[Inference, ...]:
    """Everything that can be concluded: home, work, people by when they first came, occasions by date.

    Args:
        analyses: what the analyzer believed, by photo id, in the order of upload. The order decides nothing but the
            ids of people: each is named after the first face of theirs that came, so that more photos rename nobody.
        same_person: the largest mean distance between face codes that are taken for one person.

    Raises:
        AnalyzerError: face codes of different lengths.
    """
    usable = {photo: analysis for photo, analysis in analyses.items() if not is_sensitive(analysis)}
    times = {photo: at for photo, analysis in usable.items() if (at := local_time(analysis)) is not None}
    home, places = _conclude_places(usable, times)
    people = _conclude_people(usable, times, home, same_person)
    return (*places, *people, *_conclude_occasions(usable, times))


def news(before: Iterable[Inference], after: Iterable[Inference]) -> tuple[Inference, ...]:
    """Those worth telling: never told, resting on at least twice the photos, or at a place over 200 m away.

    Args:
        before: what has been told so far, oldest first; of one id the last counts.
        after: what is concluded now.
    """
    told = {inference.id: inference for inference in before}
    return tuple(new for new in after if (old := told.get(new.id)) is None or _has_grown(old, new))


def _has_grown(old: Inference, new: Inference) -> bool:
    there, here = _place_of(old), _place_of(new)
    moved = there is not None and here is not None and measure_metres(there, here) > TOLD_MOVE
    return moved or len(new.photos) >= 2 * len(old.photos)


def _place_of(inference: Inference) -> GeoPoint | None:
    if inference.latitude is None or inference.longitude is None:
        return None
    return GeoPoint(latitude=inference.latitude, longitude=inference.longitude)


def _conclude_places(
    analyses: Mapping[str, Analysis], times: Mapping[str, datetime]
) -> tuple[GeoPoint | None, list[Inference]]:
    sightings = [
        Sighting(photo=photo, at=at, place=place)
        for photo, at in times.items()
        if (place := analyses[photo].place) is not None
    ]
    home = find_home(sightings)
    work = find_work(sightings, home)
    found = []
    if home is not None:
        weekends = home.days - home.evenings
        days = [write_count(home.evenings, "evening")] * (home.evenings > 0)
        days += [write_count(weekends, "weekend day")] * (weekends > 0)
        found.append(_place_inference(InferenceKind.HOME, "lives", home, " and ".join(days)))
    if work is not None:
        found.append(_place_inference(InferenceKind.WORK, "works", work, write_count(work.days, "weekday")))
    return (home.place if home else None), found


def _place_inference(kind: InferenceKind, verb: str, haunt: Haunt, days: str) -> Inference:
    return Inference(
        id=kind.value,
        kind=kind,
        claim=f"{verb} near {_write_place(haunt.place)}: photos there on {days}",
        photos=haunt.photos,
        latitude=haunt.place.latitude,
        longitude=haunt.place.longitude,
    )


def _conclude_people(
    analyses: Mapping[str, Analysis], times: Mapping[str, datetime], home: GeoPoint | None, same_person: float
) -> Iterator[Inference]:
    faces = [
        Sight(photo=photo, number=number, code=face.code)
        for photo, analysis in analyses.items()
        for number, face in enumerate(analysis.faces, start=1)
    ]
    at_home = {photo for photo, analysis in analyses.items() if _is_at(analysis, home)}
    for group in group_people(faces, same_person):
        photos = tuple(sorted(face.photo for face in group))
        days = len({times[photo].date() for photo in photos if photo in times})
        if len(photos) < FEWEST_PHOTOS or days < FEWEST_PERSON_DAYS:
            continue
        claim = f"the same person in {len(photos)} photos on {days} days"
        visits = len(at_home.intersection(photos))
        yield Inference(
            id=f"person-{group[0].photo}-{group[0].number}",
            kind=InferenceKind.PERSON,
            claim=f"{claim}, {write_times(visits)} at home" if visits else claim,
            photos=photos,
            latitude=None,
            longitude=None,
        )


def _is_at(analysis: Analysis, home: GeoPoint | None) -> bool:
    return home is not None and analysis.place is not None and measure_metres(analysis.place, home) <= SAME_PLACE


def _conclude_occasions(analyses: Mapping[str, Analysis], times: Mapping[str, datetime]) -> Iterator[Inference]:
    by_day: defaultdict[tuple[date, str], list[str]] = defaultdict(list)
    for photo, at in times.items():
        if (theme := likeliest_theme(analyses[photo])) in OCCASIONS:
            by_day[at.date(), str(theme)].append(photo)
    for (day, theme), photos in sorted(by_day.items()):
        if _is_occasion([analyses[photo] for photo in photos]):
            yield Inference(
                id=f"occasion-{day.isoformat()}-{theme}",
                kind=InferenceKind.OCCASION,
                claim=f"{OCCASIONS[Theme(theme)]} on {write_day(day)}, {len(photos)} photos",
                photos=tuple(sorted(photos)),
                latitude=None,
                longitude=None,
            )


def _is_occasion(analyses: Sequence[Analysis]) -> bool:
    """Three photos of one theme on one day, or two when a group of people is in one of them."""
    groups = any(len(analysis.faces) >= GROUP_OF_FACES for analysis in analyses)
    return len(analyses) >= (FEWEST_PHOTOS - 1 if groups else FEWEST_PHOTOS)


def _write_place(place: GeoPoint) -> str:
    north = f"{abs(place.latitude):.4f} {'N' if place.latitude >= 0 else 'S'}"
    return f"{north}, {abs(place.longitude):.4f} {'E' if place.longitude >= 0 else 'W'}"
