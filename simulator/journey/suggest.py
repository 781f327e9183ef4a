"""The creative ideas that the consent was asked for: what to make of the photos, and under which title.

INVARIANT: no idea shows a photo that may be of a sensitive theme.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain, zip_longest

from simulator.domain.analysis import Analysis
from simulator.domain.categories import Theme
from simulator.domain.events import Idea, IdeaKind, Inference, InferenceKind
from simulator.journey.belief import is_sensitive, likeliest_theme, local_time
from simulator.journey.wording import write_month, write_number

IDEAS_A_DAY = 2
FEWEST, MOST = 3, 9
WEEK_FEWEST = 5
MONTH_FEWEST = 7
SET_FEWEST = 4

CLUTTER = frozenset({Theme.SCREENSHOT, Theme.RECEIPT})
OCCASION_TITLES = {
    Theme.BIRTHDAY: "Candles, cake and everyone",
    Theme.BEACH: "A day at the beach",
    Theme.WEDDING: "The day they said yes",
    Theme.GRADUATION: "Caps in the air",
    Theme.PET: "A day on four paws",
    Theme.FOOD: "A table to remember",
    Theme.CHILD: "A day with the little one",
    Theme.LANDMARK: "Out to see the sights",
    Theme.NIGHT_OUT: "The night was young",
    Theme.GARDEN: "An afternoon in the garden",
}
SET_TITLES = {
    Theme.BIRTHDAY: "Another year, another cake",
    Theme.BEACH: "Salt, sand and sun",
    Theme.WEDDING: "Vows and confetti",
    Theme.GRADUATION: "Look how far they came",
    Theme.PET: "Paws and whiskers",
    Theme.FOOD: "Good enough to eat",
    Theme.CHILD: "They grow up so fast",
    Theme.SELFIE: "Faces of you",
    Theme.LANDMARK: "Places you stood",
    Theme.NIGHT_OUT: "After dark",
    Theme.PORTRAIT: "The people in your life",
    Theme.STREET: "On your way",
    Theme.GARDEN: "In bloom",
    Theme.DESK: "Where you get things done",
}
RESTYLE_TITLES = {
    Theme.BEACH: "Your beach, reimagined",
    Theme.PET: "Four paws, in new colours",
    Theme.SELFIE: "You, in another light",
    Theme.PORTRAIT: "A portrait, retouched",
    Theme.LANDMARK: "A postcard from where you were",
    Theme.STREET: "The street, redrawn",
    Theme.GARDEN: "Your garden, in other colours",
}


def suggest(
    inferences: Collection[Inference], analyses: Mapping[str, Analysis], offered: Collection[str], day: int
) -> Iterator[Idea]:
    """At most two ideas for this day, of two kinds, that were not offered before.

    Args:
        inferences: what has been concluded so far.
        analyses: what the analyzer believed, by photo id.
        offered: ids of every idea offered so far; an idea's id says what it is of, so none comes twice.
        day: the story's day; it decides whose turn it is among the kinds of ideas.
    """
    shown = {photo: analysis for photo, analysis in sorted(analyses.items()) if _can_be_shown(analysis)}
    kinds = [
        _collages(inferences, shown),
        _recaps(shown),
        _theme_sets(shown),
        _restyles(shown),
    ]
    turn = day % len(kinds)
    fresh = [next((idea for idea in kind if idea.id not in offered), None) for kind in kinds[turn:] + kinds[:turn]]
    yield from [idea for idea in fresh if idea is not None][:IDEAS_A_DAY]


def _can_be_shown(analysis: Analysis) -> bool:
    return not is_sensitive(analysis) and likeliest_theme(analysis) not in CLUTTER


def _collages(inferences: Collection[Inference], shown: Mapping[str, Analysis]) -> Iterator[Idea]:
    """Occasions, the latest first, by turns with people, the most frequent first."""
    occasions = [drawn for drawn in inferences if drawn.kind is InferenceKind.OCCASION]
    people = [drawn for drawn in inferences if drawn.kind is InferenceKind.PERSON]
    occasions.sort(key=lambda drawn: drawn.id, reverse=True)
    people.sort(key=lambda drawn: (-len(drawn.photos), drawn.id))
    for inference in chain.from_iterable(zip_longest(occasions, people)):
        photos = [photo for photo in inference.photos if photo in shown] if inference else []
        if inference and len(photos) >= FEWEST:
            title = _title_of(inference, shown, photos)
            yield Idea(id=f"idea-collage-{inference.id}", kind=IdeaKind.COLLAGE, title=title, photos=_spread(photos))


def _title_of(inference: Inference, shown: Mapping[str, Analysis], photos: Sequence[str]) -> str:
    if inference.kind is InferenceKind.PERSON:
        return "Someone you see often"
    theme = likeliest_theme(shown[photos[0]])
    return OCCASION_TITLES[Theme(theme)] if theme in OCCASION_TITLES else "A day worth keeping"


def _recaps(shown: Mapping[str, Analysis]) -> Iterator[Idea]:
    """Months, then weeks, the latest first; each once a later photo shows that it is over."""
    by_day = sorted((at.date(), photo) for photo, seen in shown.items() if (at := local_time(seen)) is not None)
    if not by_day:
        return
    latest = by_day[-1][0]
    months: defaultdict[date, list[str]] = defaultdict(list)
    weeks: defaultdict[date, list[str]] = defaultdict(list)
    for day, photo in by_day:
        months[day.replace(day=1)].append(photo)
        weeks[day - timedelta(days=day.weekday())].append(photo)
    for month, photos in sorted(months.items(), reverse=True):
        if month < latest.replace(day=1) and len(photos) >= MONTH_FEWEST:
            chosen = _spread(photos)
            title = f"{write_month(month)} in {write_number(len(chosen))} photos"
            yield Idea(id=f"idea-recap-{month.isoformat()[:7]}", kind=IdeaKind.RECAP, title=title, photos=chosen)
    for monday, photos in sorted(weeks.items(), reverse=True):
        if latest - monday >= timedelta(weeks=1) and len(photos) >= WEEK_FEWEST:
            title = f"The week of {monday.day} {write_month(monday)}"
            yield Idea(id=f"idea-recap-{monday.isoformat()}", kind=IdeaKind.RECAP, title=title, photos=_spread(photos))


def _theme_sets(shown: Mapping[str, Analysis]) -> Iterator[Idea]:
    """One theme over time, the richest first; every further nine photos make a new set."""
    by_theme: defaultdict[str, list[str]] = defaultdict(list)
    for photo, analysis in shown.items():
        if (theme := likeliest_theme(analysis)) in SET_TITLES:
            by_theme[str(theme)].append(photo)
    for theme, photos in sorted(by_theme.items(), key=lambda item: (-len(item[1]), item[0])):
        for edition, start in enumerate(range(0, len(photos), MOST), start=1):
            chosen = tuple(photos[start : start + MOST])
            # The photos of a single day are a collage already.
            if (
                len(chosen) >= SET_FEWEST
                and len({at.date() for photo in chosen if (at := local_time(shown[photo]))}) > 1
            ):
                title = SET_TITLES[Theme(theme)]
                yield Idea(id=f"idea-set-{theme}-{edition}", kind=IdeaKind.THEME_SET, title=title, photos=chosen)


def _restyles(shown: Mapping[str, Analysis]) -> Iterator[Idea]:
    """The picture of each week that the analyzer is surest of, the latest week first."""
    weeks: defaultdict[date, list[tuple[float, str]]] = defaultdict(list)
    for photo, analysis in shown.items():
        if likeliest_theme(analysis) in RESTYLE_TITLES and (at := local_time(analysis)) is not None:
            monday = at.date() - timedelta(days=at.weekday())
            weeks[monday].append((-analysis.themes[0].score, photo))
    for monday, candidates in sorted(weeks.items(), reverse=True):
        photo = min(candidates)[1]
        title = RESTYLE_TITLES[Theme(shown[photo].themes[0].name)]
        yield Idea(id=f"idea-restyle-{monday.isoformat()}", kind=IdeaKind.RESTYLE, title=title, photos=(photo,))


def _spread(photos: Sequence[str]) -> tuple[str, ...]:
    """At most nine of them, evenly over the whole, first and last among them."""
    if len(photos) <= MOST:
        return tuple(photos)
    return tuple(photos[at * (len(photos) - 1) // (MOST - 1)] for at in range(MOST))
