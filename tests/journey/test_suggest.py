import random
from itertools import chain

from beliefs import ADA, HOME, on, rolls, seen
from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.analysis import Analysis
from simulator.domain.categories import SENSITIVE_THEMES
from simulator.domain.events import Idea, IdeaKind
from simulator.journey.infer import infer
from simulator.journey.suggest import IDEAS_A_DAY, OCCASION_TITLES, RESTYLE_TITLES, SET_TITLES, suggest

NEAR = 60.0


def offer(roll: dict[str, Analysis], days: int) -> list[list[Idea]]:
    """What is offered on each of so many days, nothing twice."""
    inferences = infer(roll, same_person=NEAR)
    offered: set[str] = set()
    ideas = []
    for day in range(days):
        today = list(suggest(inferences, roll, offered, day))
        assert not offered & {idea.id for idea in today}
        offered |= {idea.id for idea in today}
        ideas.append(today)
    return ideas


def titles(roll: dict[str, Analysis], days: int = 40) -> dict[str, tuple[str, int]]:
    return {idea.id: (idea.title, len(idea.photos)) for today in offer(roll, days) for idea in today}


def test_a_day_at_the_beach_becomes_a_collage() -> None:
    roll = {f"p{at}": seen(on(1, 10 + at), themes=["beach"]) for at in range(4)}
    assert titles(roll)["idea-collage-occasion-2025-06-01-beach"] == ("A day at the beach", 4)


def test_somebody_seen_often_is_offered_without_a_name() -> None:
    roll = {f"p{day:02}": seen(on(day, 12), people=[ADA], place=HOME) for day in range(1, 13)}
    assert titles(roll)["idea-collage-person-p01-1"] == ("Someone you see often", 9)


def test_a_month_is_told_when_it_is_over() -> None:
    june = {f"p{day:02}": seen(on(day, 12)) for day in range(1, 16)}
    assert "idea-recap-2025-06" not in titles(june)
    july = {**june, "p99": seen("2025-07-01T08:00:00+02:00")}
    assert titles(july)["idea-recap-2025-06"] == ("June in nine photos", 9)


def test_a_week_is_told_when_it_is_over() -> None:
    roll = {f"p{day:02}": seen(on(day, 12)) for day in range(2, 9)}
    assert titles(roll) == {}
    assert titles({**roll, "p09": seen(on(9, 8))})["idea-recap-2025-06-02"] == ("The week of 2 June", 7)


def test_a_theme_over_several_days_becomes_a_set_and_later_another() -> None:
    roll = {f"p{at:02}": seen(on(1 + at // 2, 12), themes=["pet"]) for at in range(13)}
    found = titles(roll)
    assert found["idea-set-pet-1"] == ("Paws and whiskers", 9)
    assert found["idea-set-pet-2"] == ("Paws and whiskers", 4)


def test_the_surest_picture_of_a_week_is_restyled() -> None:
    roll = {"p1": seen(on(2, 12), themes=["garden"]), "p2": seen(on(9, 12), themes=["selfie"])}
    restyled = [idea for today in offer(roll, 8) for idea in today]
    assert {(idea.kind, idea.photos) for idea in restyled} == {(IdeaKind.RESTYLE, (photo,)) for photo in roll}


def test_receipts_and_screenshots_are_not_made_into_anything() -> None:
    roll = {f"p{day:02}": seen(on(day, 12), themes=["receipt"]) for day in range(1, 20)}
    assert titles(roll) == {}


def test_nothing_comes_of_nothing() -> None:
    assert list(suggest((), {}, (), 0)) == []


@given(rolls)
def test_ideas_are_few_unique_and_never_of_sensitive_photos(roll: dict[str, Analysis]) -> None:
    for today in offer(roll, 12):
        assert len(today) <= IDEAS_A_DAY
        assert len({idea.kind for idea in today}) == len(today)
        for idea in today:
            assert len(idea.photos) == 1 if idea.kind is IdeaKind.RESTYLE else 3 <= len(idea.photos) <= 9
            assert len(set(idea.photos)) == len(idea.photos)
            assert set(idea.photos) <= roll.keys()
            assert not SENSITIVE_THEMES & {theme.name for photo in idea.photos for theme in roll[photo].themes}


def test_titles_are_in_letters_that_the_studio_has() -> None:
    for title in chain(OCCASION_TITLES.values(), SET_TITLES.values(), RESTYLE_TITLES.values()):
        assert title.isascii()


def test_no_title_is_for_a_sensitive_theme() -> None:
    assert not SENSITIVE_THEMES & {*OCCASION_TITLES, *SET_TITLES, *RESTYLE_TITLES}


@given(rolls, st.randoms(use_true_random=False))
def test_the_order_of_upload_changes_no_idea(roll: dict[str, Analysis], luck: random.Random) -> None:
    inferences = infer(roll, same_person=NEAR)
    shuffled = dict(luck.sample(list(roll.items()), len(roll)))
    for day in range(4):
        assert list(suggest(inferences, roll, (), day)) == list(suggest(inferences, shuffled, (), day))
