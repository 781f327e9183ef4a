"""When a percentile is earned, and how a difference is told from noise."""

import random
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.vision.load.earned import bound_rank, queries_needed, read_percentiles
from simulator.vision.load.effect import LatencyRatio, Significance, compare, compare_queries

SHARES = st.floats(0.5, 0.99)
LATENCIES = st.floats(0.001, 1e4)


def chance_of_two_slower(queries: int, share: float) -> float:
    """That at least two of so many queries are slower than a percentile, summed from the other end."""
    return sum(comb(queries, slower) * (1 - share) ** slower * share ** (queries - slower) for slower in range(2, 31))


@pytest.mark.parametrize(("share", "needed"), [(0.9, 64), (0.95, 130), (0.99, 662)])
def test_a_percentile_is_earned_by_so_many_queries(share: float, needed: int) -> None:
    assert queries_needed(share) == needed


@given(SHARES)
def test_the_queries_needed_are_the_fewest_of_which_two_are_slower(share: float) -> None:
    needed = queries_needed(share)
    assert chance_of_two_slower(needed, share) >= 0.99 - 1e-9
    assert chance_of_two_slower(needed - 1, share) < 0.99 + 1e-9


@given(SHARES, st.floats(0.0, 0.009))
def test_a_percentile_nearer_to_the_tail_needs_no_fewer_queries(share: float, further: float) -> None:
    assert queries_needed(share + further) >= queries_needed(share)


@given(st.lists(LATENCIES, max_size=300))
def test_a_percentile_is_shown_if_and_only_if_it_is_earned_and_is_never_the_slowest(latencies: list[float]) -> None:
    for told in read_percentiles(latencies):
        assert (told.ms is None) == (told.missing > 0) == (len(latencies) < told.needed)
        assert told.missing in (0, told.needed - len(latencies))
        if told.ms is not None:
            assert told.ms in latencies
            assert sum(latency <= told.ms for latency in latencies) >= told.share * len(latencies)
            assert told.ms <= sorted(latencies)[-2]


@given(st.lists(LATENCIES, min_size=11, max_size=300))
def test_a_bound_is_told_with_every_estimate_and_is_never_below_it_nor_the_slowest(latencies: list[float]) -> None:
    for told in read_percentiles(latencies):
        assert (told.bound is None) == (told.ms is None)
        if told.bound is not None and told.ms is not None:
            assert told.ms <= told.bound <= sorted(latencies)[-2]


@pytest.mark.parametrize(
    ("queries", "share", "slower"),
    [(21, 0.9, None), (44, 0.9, 0), (63, 0.9, 0), (64, 0.9, 1), (130, 0.95, 1), (661, 0.99, 0), (662, 0.99, 1)],
)
def test_a_bound_hangs_on_so_many_slower_queries(queries: int, share: float, slower: int | None) -> None:
    assert bound_rank(queries, share) == slower


@pytest.mark.parametrize(("count", "share"), [(64, 0.9), (400, 0.5), (400, 0.9), (662, 0.99)])
def test_the_bound_holds_where_the_estimate_is_too_low_half_the_time(count: int, share: float) -> None:
    luck = random.Random(11)
    above = below = 0
    for _ in range(1_000):
        (told,) = read_percentiles([luck.random() for _ in range(count)], (share,))
        assert told.ms is not None
        assert told.bound is not None
        above += told.bound >= share
        below += told.ms < share
    assert above >= 980  # 990 are expected, five standard errors below them 975
    assert below > 300


def test_a_bound_of_a_million_queries_is_where_a_normal_distribution_puts_it() -> None:
    assert bound_rank(1_000_000, 0.9) == pytest.approx(100_000 - 2.326 * 300, abs=3)


def noise(count: int, seed: int) -> list[float]:
    luck = random.Random(seed)
    return [20 + luck.gauss(0, 1) for _ in range(count)]


def test_the_same_thing_twice_is_noise() -> None:
    effect = compare(noise(200, 1), noise(200, 2), 7, paired=True)
    assert effect.low < 1 < effect.high
    assert effect.stand(0.0) is Significance.NOISE


def test_a_third_more_time_is_found_and_its_interval_holds_it() -> None:
    slower = [ms * 4 / 3 for ms in noise(200, 2)]
    effect = compare(noise(200, 1), slower, 7, paired=False)
    assert effect.low < 4 / 3 < effect.high
    assert effect.stand(0.02) is Significance.SLOWER
    assert compare(slower, noise(200, 1), 7, paired=False).stand(0.02) is Significance.FASTER


def test_a_difference_below_the_floor_is_noise_however_sure_it_is() -> None:
    assert LatencyRatio(ratio=1.04, low=1.03, high=1.05).stand(0.05) is Significance.NOISE
    assert LatencyRatio(ratio=1.06, low=1.03, high=1.09).stand(0.05) is Significance.SLOWER
    assert LatencyRatio(ratio=1.06, low=0.99, high=1.13).stand(0.05) is Significance.NOISE


@given(st.lists(LATENCIES, min_size=1, max_size=40), st.integers(0, 2**63 - 1))
def test_the_same_seed_gives_the_same_interval_around_one(latencies: list[float], seed: int) -> None:
    effect = compare(latencies, latencies, seed, paired=True)
    assert (effect.ratio, effect.low, effect.high, effect.reach) == (1, 1, 1, 0)


def test_what_is_compared_query_by_query_may_be_of_any_price() -> None:
    luck = random.Random(3)
    prices = [luck.uniform(10, 100) for _ in range(64)]
    first, second = ([price * luck.gauss(1, 0.02) for price in prices] for _ in range(2))
    assert compare_queries(first, second, 7).reach < 0.03 < compare(first, second, 7, paired=False).reach
    slower = compare_queries(first, [ms * 1.05 for ms in second], 7)
    assert slower.low <= 1.05 <= slower.high
    assert slower.stand(0.02) is Significance.SLOWER


def test_series_that_cannot_be_compared_are_refused() -> None:
    with pytest.raises(ValueError, match="two series"):
        compare([], [1.0], 7, paired=False)
    with pytest.raises(ValueError, match="of one length"):
        compare([1.0, 2.0], [1.0], 7, paired=True)
    with pytest.raises(ValueError, match="of one length"):
        compare_queries([1.0, 2.0], [1.0], 7)
