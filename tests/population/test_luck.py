"""Luck is keyed: the same key, the same luck, and nothing else about it is predictable."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.population.luck import Luck, draw_bits, draw_uniform

WORDS = st.integers(0, 2**63 - 1)
PEOPLE = np.arange(200_000, dtype=np.uint64)


@given(seed=WORDS, person=WORDS, step=WORDS)
def test_one_person_alone_has_the_luck_of_the_same_row_among_many(seed: int, person: int, step: int) -> None:
    rows = np.array([3, person, 2**63 + 1], np.uint64)
    assert int(draw_bits(seed, "prompt", rows, step)[1]) == draw_bits(seed, "prompt", person, step)
    assert float(draw_uniform(seed, "prompt", rows, step)[1]) == draw_uniform(seed, "prompt", person, step)


def test_luck_is_uniform() -> None:
    bins = np.bincount((draw_uniform(7, "uniform", PEOPLE) * 256).astype(int), minlength=256)
    expected = len(PEOPLE) / 256
    chi_squared = float(((bins - expected) ** 2 / expected).sum())
    assert 160 < chi_squared < 360  # 255 degrees of freedom; outside by chance once in about 100,000 seeds


@pytest.mark.parametrize("bit", range(64))
def test_flipping_any_bit_of_the_person_flips_half_of_the_luck(bit: int) -> None:
    rows = PEOPLE[:20_000]
    flipped = rows ^ np.uint64(1 << bit)
    changed = draw_bits(7, "avalanche", rows) ^ draw_bits(7, "avalanche", flipped)
    assert 31.8 < np.bitwise_count(changed).mean() < 32.2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((7, "a", 0), (8, "a", 0)),
        ((7, "a", 0), (7, "b", 0)),
        ((7, "a", 0), (7, "a", 1)),
    ],
    ids=["seeds", "purposes", "steps"],
)
def test_luck_of_different_keys_is_unrelated(one: tuple[int, str, int], other: tuple[int, str, int]) -> None:
    first, second = (draw_uniform(seed, purpose, PEOPLE, step) for seed, purpose, step in (one, other))
    assert abs(float(np.corrcoef(first, second)[0, 1])) < 0.011  # five standard errors


def test_neighbours_in_the_population_are_unrelated() -> None:
    luck = draw_uniform(7, "neighbours", PEOPLE)
    assert abs(float(np.corrcoef(luck[:-1], luck[1:])[0, 1])) < 0.011


def test_no_two_people_among_many_share_their_luck() -> None:
    assert len(np.unique(draw_bits(7, "collisions", PEOPLE))) == len(PEOPLE)


def test_a_known_draw_stays_what_it_is() -> None:
    assert Luck(7, 483_112).bits("example", 3) == draw_bits(7, "example", 483_112, 3) == 11_559_161_555_361_885_397


@given(seed=WORDS, person=WORDS)
def test_an_integer_lies_between_its_ends_and_a_sample_has_no_doubles(seed: int, person: int) -> None:
    luck = Luck(seed, person)
    assert 3 <= luck.between(3, 5, "between") <= 5
    chosen = luck.sample("abcdef", 4, "sample")
    assert len(set(chosen)) == len(chosen) == 4


def test_an_option_is_chosen_as_often_as_it_weighs() -> None:
    chosen = np.bincount([Luck(7, person).weigh((1, 2, 7), "weigh") for person in range(20_000)], minlength=3)
    assert np.allclose(chosen / 20_000, (0.1, 0.2, 0.7), atol=0.015)
