import random
from dataclasses import replace

import pytest
from beliefs import ADA, BEN, CLEO, HOME, LAKE, OFFICE, on, rolls, seen
from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.analysis import Analysis, GeoPoint
from simulator.domain.categories import SENSITIVE_THEMES
from simulator.domain.events import Inference, InferenceKind
from simulator.journey.infer import OCCASIONS, infer, news

NEAR = 60.0
EVENINGS = {f"p000{day}": seen(on(day, 20), place=HOME) for day in (2, 3, 4)}


def conclusions(roll: dict[str, Analysis]) -> dict[str, Inference]:
    return {inference.id: inference for inference in infer(roll, same_person=NEAR)}


def test_home_is_said_in_words_with_its_evidence() -> None:
    home = conclusions({**EVENINGS, "p0005": seen(on(7, 11), place=HOME)})["home"]
    assert home.claim == "lives near 52.5201 N, 13.4049 E: photos there on 3 evenings and 1 weekend day"
    assert home.photos == ("p0002", "p0003", "p0004", "p0005")
    assert (home.latitude, home.longitude) == (52.5201, 13.4049)


def test_south_and_west_are_said_too() -> None:
    lima = GeoPoint(latitude=-12.0464, longitude=-77.0428)
    home = conclusions({photo: replace(one, place=lima) for photo, one in EVENINGS.items()})["home"]
    assert home.claim.startswith("lives near 12.0464 S, 77.0428 W:")


def test_work_is_where_the_weekdays_are() -> None:
    days = {f"p010{day}": seen(on(day, 11), place=OFFICE) for day in (2, 3, 4)}
    assert conclusions({**EVENINGS, **days})["work"].claim == (
        "works near 52.5301 N, 13.3849 E: photos there on 3 weekdays"
    )


def test_a_person_is_known_by_three_photos_and_named_after_the_first() -> None:
    roll = {"p0001": seen(on(1, 12), people=[BEN, ADA]), "p0005": seen(on(1, 13), people=[ADA]), **EVENINGS}
    roll["p0002"] = seen(on(2, 20), place=HOME, people=[ADA])
    assert conclusions(roll)["person-p0001-2"].claim == "the same person in 3 photos on 2 days, once at home"


def test_three_photos_of_one_day_are_not_yet_somebody_known() -> None:
    assert not conclusions({f"p{at}": seen(on(1, 10 + at), people=[ADA]) for at in range(3)})


def test_more_photos_rename_nobody_even_when_older_ones_come_late() -> None:
    roll = {f"p001{day}": seen(on(day, 12), people=[ADA]) for day in (4, 5, 6)}
    grown = {**roll, "p0001": seen(on(1, 12), people=[ADA])}
    assert list(conclusions(roll)) == list(conclusions(grown)) == ["person-p0014-1"]


def test_a_birthday_is_three_photos_of_one_on_one_day() -> None:
    roll = {f"p{at}": seen(f"2025-07-04T1{at}:00:00+02:00", themes=["birthday"]) for at in range(5)}
    birthday = conclusions(roll)["occasion-2025-07-04-birthday"]
    assert birthday.claim == "birthday on 4 July 2025, 5 photos"


@pytest.mark.parametrize(("people", "found"), [((), 0), ((ADA, BEN, CLEO), 1)])
def test_two_photos_are_enough_when_a_group_is_in_one(people: tuple[tuple[int, ...], ...], found: int) -> None:
    roll = {"p1": seen(on(1, 12), themes=["beach"], people=people), "p2": seen(on(1, 13), themes=["beach"])}
    assert len(conclusions(roll)) == found


def test_ten_receipts_are_no_occasion() -> None:
    assert not conclusions({f"p{at}": seen(on(1, 12), themes=["receipt"]) for at in range(10)})


def test_a_time_that_cannot_be_read_is_no_time() -> None:
    assert not conclusions({photo: replace(one, taken_at="yesterday") for photo, one in EVENINGS.items()})


def test_a_weekly_visit_that_may_be_worship_says_nothing() -> None:
    visits = {f"p{day}": seen(on(day, 10), place=LAKE, themes=["street", "worship"], people=[ADA]) for day in (1, 7, 8)}
    assert not conclusions(visits)


def test_sensitive_themes_are_no_occasions() -> None:
    assert not SENSITIVE_THEMES & OCCASIONS.keys()


@given(rolls)
def test_nothing_rests_on_or_mentions_a_sensitive_theme(roll: dict[str, Analysis]) -> None:
    for inference in infer(roll, same_person=NEAR):
        assert not any(theme in inference.claim or theme in inference.id for theme in SENSITIVE_THEMES)
        believed = {theme.name for photo in inference.photos for theme in roll[photo].themes}
        assert not believed & SENSITIVE_THEMES


@given(rolls)
def test_every_conclusion_rests_on_photos_that_were_analysed(roll: dict[str, Analysis]) -> None:
    found = infer(roll, same_person=NEAR)
    assert len({inference.id for inference in found}) == len(found)
    for inference in found:
        assert inference.photos
        assert set(inference.photos) <= roll.keys()
        assert len(set(inference.photos)) == len(inference.photos)


@given(rolls, st.randoms(use_true_random=False))
def test_the_order_of_upload_changes_no_conclusion(roll: dict[str, Analysis], luck: random.Random) -> None:
    def said(inferences: tuple[Inference, ...]) -> set[Inference]:
        return {replace(one, id="") if one.kind is InferenceKind.PERSON else one for one in inferences}

    shuffled = dict(luck.sample(list(roll.items()), len(roll)))
    assert said(infer(shuffled, same_person=NEAR)) == said(infer(roll, same_person=NEAR))


@given(rolls)
def test_a_photo_without_a_place_never_moves_home(roll: dict[str, Analysis]) -> None:
    more = {**roll, "q0001": seen(on(3, 21)), "q0002": seen()}
    assert conclusions(more).get("home") == conclusions(roll).get("home")


@given(rolls)
def test_without_its_photos_a_conclusion_is_gone(roll: dict[str, Analysis]) -> None:
    for inference in infer(roll, same_person=NEAR):
        rest = {photo: one for photo, one in roll.items() if photo not in inference.photos}
        left = conclusions(rest)
        assert left.get(inference.id) != inference
        if inference.kind in {InferenceKind.PERSON, InferenceKind.OCCASION}:
            assert inference.id not in left


def test_news_is_what_is_new() -> None:
    found = infer(EVENINGS)
    assert news((), found) == found
    assert news(found, found) == ()


def test_growth_is_news_once_it_has_doubled_what_was_told() -> None:
    def home(photos: int) -> Inference:
        (one,) = infer(EVENINGS)
        return replace(one, photos=tuple(f"p{at}" for at in range(photos)))

    assert news([home(3)], [home(5)]) == ()
    assert news([home(3)], [home(6)]) == (home(6),)
    assert news([home(3), home(6)], [home(7)]) == ()


def test_a_place_that_moved_two_streets_is_news() -> None:
    (told,) = infer(EVENINGS)
    assert news([told], [replace(told, latitude=HOME.latitude + 0.001)]) == ()
    moved = replace(told, latitude=HOME.latitude + 0.002)
    assert news([told], [moved]) == (moved,)


def test_without_analyses_nothing_is_known() -> None:
    assert infer({}) == ()
