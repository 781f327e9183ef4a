"""Whether a slowdown is told from the luck of two processes; the timings are drawn, on a machine that never was."""

import random
from itertools import count

import pytest

from simulator.vision.load.between import (
    FLOOR_PROCESSES,
    LEAST_ROUNDS,
    NoiseFloors,
    alternate,
    compare_rounds,
    find_floor_between,
    find_floors,
    pool_floors,
)
from simulator.vision.load.effect import LatencyRatio, Significance, compare_queries

QUERIES, ROUNDS, PAIRS = 32, 12, 12


class Machine:
    """Photos of many prices, a level for each process, neighbours that resemble one another, spikes, and a slow drift.

    The spread between processes, 1 %, and within them, 3 %, are those that were measured on a quiet machine.
    """

    def __init__(self, seed: int) -> None:
        self.luck = random.Random(seed)
        self.prices = [self.luck.uniform(22, 40) for _ in range(16)]
        self.level = 1.0

    def process(self, queries: int = 2 * QUERIES, slower: float = 1.0) -> list[float]:
        self.level *= 1 + self.luck.gauss(0, 0.003)
        own, wave, told = self.luck.gauss(1, 0.01), 0.0, []
        for number in range(queries):
            wave = 0.7 * wave + self.luck.gauss(0, 0.02)
            spike = self.luck.expovariate(3) if self.luck.random() < 0.05 else 0.0
            told.append(self.prices[number % 16] * self.level * own * slower * (1 + wave + spike))
        return told


def contest(seed: int, slower: float) -> tuple[LatencyRatio, NoiseFloors]:
    """Two installations, the second so much slower, in alternating processes."""
    machine = Machine(seed)
    timings: tuple[list[list[float]], list[list[float]]] = ([], [])
    for order in alternate(ROUNDS):
        for which in order:
            timings[which].append(machine.process(slower=slower if which else 1.0))
    return compare_rounds(*timings), find_floors(timings, QUERIES, 7)


def stand(seed: int, slower: float) -> Significance:
    effect, floors = contest(seed, slower)
    return effect.stand(floors.between)


@pytest.mark.parametrize(
    ("slower", "said", "at_least"),
    [
        (1.0, Significance.NOISE, 11),
        (1.1, Significance.SLOWER, 11),
        (1 / 1.1, Significance.FASTER, 11),
        (1.05, Significance.SLOWER, 8),
    ],
)
def test_alternating_processes_tell_a_slowdown_from_luck(slower: float, said: Significance, at_least: int) -> None:
    assert [stand(seed, slower) for seed in range(PAIRS)].count(said) >= at_least


def result(machine: Machine, slower: float = 1.0) -> tuple[list[float], float]:
    """What one file has: the latencies of 64 queries, and the floor that was measured with it."""
    floor = find_floor_between([machine.process(24, slower) for _ in range(FLOOR_PROCESSES)])
    return machine.process(64, slower), floor


@pytest.mark.parametrize(("slower", "said"), [(1.0, Significance.NOISE), (1.1, Significance.SLOWER)])
def test_two_files_of_one_process_each_tell_ten_percent_from_luck(slower: float, said: Significance) -> None:
    told = []
    for seed in range(PAIRS):
        machine = Machine(seed)
        (before, first), (after, second) = result(machine), result(machine, slower)
        told.append(compare_queries(before, after, 7).stand(pool_floors(first, second)))
    assert told.count(said) >= 11


def test_the_interval_holds_the_slowdown_in_all_but_one_of_a_hundred_contests() -> None:
    held = sum(effect.low <= 1.05 <= effect.high for effect, _ in (contest(seed, 1.05) for seed in range(100)))
    assert held >= 97


def test_one_process_says_less_than_many_and_both_floors_are_told() -> None:
    floors = [contest(seed, 1.0)[1] for seed in range(PAIRS)]
    assert all(0 < each.between < each.within < 0.08 for each in floors)


def test_one_disturbed_process_moves_the_ratio_by_less_than_a_percent() -> None:
    quiet = [Machine(seed).process() for seed in range(ROUNDS)]
    disturbed = [[ms * 1.5 for ms in quiet[0]], *quiet[1:]]
    effect = compare_rounds(quiet, disturbed)
    assert effect.ratio == pytest.approx(1, abs=0.01)
    assert effect.stand(0.0) is Significance.NOISE


def test_a_drift_of_the_machine_favours_neither_since_the_first_turn_is_taken_in_turn() -> None:
    turns = count()
    timings: tuple[list[list[float]], list[list[float]]] = ([], [])
    for order in alternate(ROUNDS):
        for which in order:
            timings[which].append([20 * 1.02 ** next(turns)] * QUERIES)
    assert compare_rounds(*timings).ratio == pytest.approx(1)


def test_a_constant_ratio_is_found_exactly() -> None:
    quiet = [Machine(seed).process() for seed in range(LEAST_ROUNDS)]
    effect = compare_rounds(quiet, [[ms * 1.03 for ms in process] for process in quiet])
    assert (effect.ratio, effect.low, effect.high) == pytest.approx((1.03, 1.03, 1.03))


def test_too_few_rounds_give_no_interval() -> None:
    few = [[20.0]] * (LEAST_ROUNDS - 1)
    with pytest.raises(ValueError, match="at least 8 rounds"):
        compare_rounds(few, few)
    with pytest.raises(ValueError, match="expected 6 processes"):
        find_floor_between(few)
    assert find_floor_between([[20.0, 30.0]] * FLOOR_PROCESSES) == 0
