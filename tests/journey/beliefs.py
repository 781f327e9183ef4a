"""Analyses written by hand, for the tests of what is concluded from them."""

from collections.abc import Sequence

from hypothesis import strategies as st

from simulator.domain.analysis import Analysis, Face, GeoPoint, Label
from simulator.domain.categories import Theme

HOME = GeoPoint(latitude=52.5201, longitude=13.4049)
OFFICE = GeoPoint(latitude=52.5301, longitude=13.3849)
LAKE = GeoPoint(latitude=52.4401, longitude=13.1649)
ADA, BEN, CLEO = (100, 0, 0, 0), (0, 100, 0, 0), (0, 0, 100, 0)


def seen(
    taken_at: str | None = None,
    *,
    place: GeoPoint | None = None,
    themes: Sequence[str] = (),
    people: Sequence[tuple[int, ...]] = (),
) -> Analysis:
    return Analysis(
        labels=(),
        themes=tuple(Label(name=name, score=0.9) for name in themes),
        faces=tuple(Face(left=0.1, top=0.1, width=0.2, height=0.3, score=0.9, code=code) for code in people),
        taken_at=taken_at,
        place=place,
        model="0123456789ab",
    )


def on(day: int, hour: int) -> str:
    """Local time in June 2025; the 2nd is a Monday."""
    return f"2025-06-{day:02}T{hour:02}:15:00+02:00"


_TIMES = st.none() | st.builds(on, st.integers(1, 9), st.sampled_from((2, 10, 13, 16, 20, 23)))
_SPOTS = st.sampled_from((HOME, OFFICE, LAKE))
_NUDGES = st.floats(-0.0008, 0.0008)
_PLACES = st.none() | st.builds(
    lambda spot, north, east: GeoPoint(latitude=spot.latitude + north, longitude=spot.longitude + east),
    _SPOTS,
    _NUDGES,
    _NUDGES,
)
_CODES = st.builds(
    lambda who, shades: tuple(a + b for a, b in zip(who, shades, strict=True)),
    st.sampled_from((ADA, BEN, CLEO)),
    st.tuples(*[st.integers(-20, 20)] * 4),
)
analyses = st.builds(
    lambda at, place, themes, people: seen(at, place=place, themes=themes, people=people),
    _TIMES,
    _PLACES,
    st.lists(st.sampled_from([theme.value for theme in Theme]), max_size=2, unique=True),
    st.lists(_CODES, max_size=3),
)
rolls = st.lists(analyses, max_size=24).map(lambda seen: {f"p{at:04}": one for at, one in enumerate(seen, start=1)})
