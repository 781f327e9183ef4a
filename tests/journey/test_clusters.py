import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.errors import AnalyzerError
from simulator.journey.clusters import FaceSeen, group_people

NEAR = 10.0
codes = st.tuples(st.integers(-20, 20), st.integers(-20, 20))


def sight(photo: str, *code: int, number: int = 1) -> FaceSeen:
    return FaceSeen(photo=photo, number=number, code=code)


def test_near_codes_are_one_person() -> None:
    a, b, c = sight("p1", 0, 0), sight("p2", 3, 4), sight("p3", 90, 0)
    assert group_people([a, b, c], NEAR) == ((a, b), (c,))


def test_two_faces_in_one_photo_are_never_the_same_person() -> None:
    twins = [sight("p1", 0, 0), sight("p1", 0, 0, number=2), sight("p2", 0, 0)]
    assert sorted(map(len, group_people(twins, NEAR))) == [1, 2]


def test_a_chain_of_small_steps_does_not_join_strangers() -> None:
    steps = [sight(f"p{at}", at * 8, 0) for at in range(12)]
    for group in group_people(steps, NEAR):
        assert max(face.code[0] for face in group) - min(face.code[0] for face in group) <= 3 * NEAR


def test_no_faces_no_people() -> None:
    assert group_people([], NEAR) == ()


def test_codes_of_two_models_are_refused() -> None:
    with pytest.raises(AnalyzerError, match=r"\[2, 3\] numbers: analyse all photos with the same model"):
        group_people([sight("p1", 1, 2), sight("p2", 1, 2, 3)], NEAR)


@given(st.lists(codes, max_size=20), st.integers(1, 5), st.randoms(use_true_random=False))
def test_groups_part_the_faces_in_any_order(seen: list[tuple[int, int]], a_photo: int, luck: random.Random) -> None:
    faces = [sight(f"p{at // a_photo}", *code, number=at % a_photo + 1) for at, code in enumerate(seen)]
    groups = group_people(faces, NEAR)
    assert sorted((face for group in groups for face in group), key=faces.index) == faces
    assert [group[0] for group in groups] == sorted((group[0] for group in groups), key=faces.index)
    for group in groups:
        assert len({face.photo for face in group}) == len(group)
    shuffled = luck.sample(faces, len(faces))
    assert {frozenset(group) for group in group_people(shuffled, NEAR)} == {frozenset(group) for group in groups}


@given(st.lists(codes, max_size=20))
def test_a_wider_threshold_never_makes_more_people(seen: list[tuple[int, int]]) -> None:
    faces = [sight(f"p{at}", *code) for at, code in enumerate(seen)]
    counts = [len(group_people(faces, width)) for width in (0.0, 5.0, 15.0, 40.0)]
    assert counts == sorted(counts, reverse=True)
