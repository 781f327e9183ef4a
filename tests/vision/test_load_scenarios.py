"""The four scenarios, driven by a clock and a system of our own."""

import threading
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.vision.load.clock import WallClock
from simulator.vision.load.judge import find_noise, judge
from simulator.vision.load.scenarios import (
    ArrivalPattern,
    Load,
    System,
    TimedQuery,
    draw_arrivals,
    drive,
    share_of_processor,
)

SEEDS = st.integers(0, 2**63 - 1)


class FakeClock:
    """Stands still unless somebody works or waits."""

    def __init__(self) -> None:
        self.moment = 1_000.0

    def now(self) -> float:
        return self.moment

    def worked(self) -> float:
        return self.moment

    def sleep_until(self, moment: float) -> None:
        self.wait_until(moment)

    def wait_until(self, moment: float) -> None:
        self.moment = max(self.moment, moment)


def run(load: Load, clock: FakeClock, seconds: float = 0.02, asked: list[int] | None = None) -> list[TimedQuery]:
    return list(drive(load, system_of(clock, seconds, asked), clock))


def system_of(clock: FakeClock, seconds: float, asked: list[int] | None = None) -> System:
    def answer(sample: int) -> bool:
        clock.moment += seconds
        if asked is not None:
            asked.append(sample)
        return True

    return answer


def load(pattern: ArrivalPattern, queries: int | None = 64, seconds: float | None = None, rate: float = 10.0) -> Load:
    return Load(pattern=pattern, samples=5, queries=queries, seconds=seconds, seed=7, rate=rate)


@pytest.mark.parametrize(
    ("pattern", "size", "ms"),
    [(ArrivalPattern.SINGLE_STREAM, 1, 20), (ArrivalPattern.MULTI_STREAM, 8, 160), (ArrivalPattern.OFFLINE, 1, 20)],
)
def test_a_query_takes_as_long_as_its_samples(pattern: ArrivalPattern, size: int, ms: float) -> None:
    queries = run(load(pattern), FakeClock())
    assert len(queries) == 64
    assert {query.size for query in queries} == {size}
    assert all(query.ms == pytest.approx(ms) for query in queries)


def test_whoever_asks_a_server_waits_from_when_the_photo_came() -> None:
    queries = run(load(ArrivalPattern.SERVER, rate=1000.0), FakeClock())
    arrivals = list(islice(draw_arrivals(1000.0, 7), 64))
    assert [query.scheduled for query in queries] == arrivals
    assert queries[-1].done == pytest.approx(arrivals[0] + 64 * 0.02)
    assert queries[-1].ms > 1000


def test_an_idle_server_answers_at_once() -> None:
    assert all(query.ms == pytest.approx(20) for query in run(load(ArrivalPattern.SERVER, rate=0.01), FakeClock()))


@pytest.mark.parametrize("pattern", ArrivalPattern)
def test_a_run_by_the_clock_ends_when_its_time_is_over(pattern: ArrivalPattern) -> None:
    clock = FakeClock()
    queries = run(load(pattern, queries=None, seconds=2.0), clock)
    assert queries
    assert 1001 < clock.moment < 1002.5


@given(SEEDS)
def test_the_seed_decides_which_samples_are_asked_about(seed: int) -> None:
    first: list[int] = []
    again: list[int] = []
    for asked in (first, again):
        queries = Load(pattern=ArrivalPattern.SINGLE_STREAM, samples=5, queries=200, seconds=None, seed=seed)
        run(queries, FakeClock(), asked=asked)
    assert first == again
    assert set(first) == set(range(5))


@given(SEEDS, st.floats(0.1, 1e4))
def test_arrivals_only_ever_move_on_and_come_at_their_rate(seed: int, rate: float) -> None:
    moments = list(islice(draw_arrivals(rate, seed), 2_000))
    gaps = [later - earlier for earlier, later in pairwise([0.0, *moments])]
    assert min(gaps) >= 0
    # Five standard errors, and the shape: of exponential gaps, 1 - 1/e are shorter than the mean.
    assert sum(gaps) / len(gaps) * rate == pytest.approx(1, abs=5 / 2_000**0.5)
    assert sum(gap * rate < 1 for gap in gaps) / len(gaps) == pytest.approx(0.632, abs=5 * 0.482 / 2_000**0.5)


@given(SEEDS, st.floats(0.1, 1e4))
def test_twice_the_rate_is_the_same_arrivals_in_half_the_time(seed: int, rate: float) -> None:
    slow, fast = (list(islice(draw_arrivals(speed, seed), 50)) for speed in (rate, 2 * rate))
    assert slow == pytest.approx([2 * moment for moment in fast])


def test_two_workers_answer_every_query_once() -> None:
    asked: list[int] = []
    both = Load(pattern=ArrivalPattern.OFFLINE, samples=5, queries=37, seconds=None, seed=7, workers=2)
    assert len(list(drive(both, lambda sample: asked.append(sample) is None, FakeClock()))) == 37
    assert len(asked) == 37


def test_a_server_uses_all_its_workers_and_answers_in_the_order_of_coming() -> None:
    met = threading.Barrier(2)

    def answer(_: int) -> bool:
        met.wait(60)  # no photo is answered before two are under way
        return True

    both = Load(pattern=ArrivalPattern.SERVER, samples=5, queries=10, seconds=None, seed=7, rate=1e4, workers=2)
    queries = list(drive(both, answer, WallClock()))
    assert [query.scheduled for query in queries] == list(islice(draw_arrivals(1e4, 7), 10))
    assert {query.size for query in queries} == {1}
    assert all(query.begun >= query.scheduled for query in queries)


@pytest.mark.parametrize("pattern", ArrivalPattern)
def test_a_run_goes_on_until_both_its_queries_and_its_least_duration_are_reached(pattern: ArrivalPattern) -> None:
    clock = FakeClock()
    wanted = Load(pattern=pattern, samples=5, queries=4, seconds=None, seed=7, rate=10.0, least_seconds=10.0)
    queries = run(wanted, clock)
    assert 1009 < clock.moment < 1010.5
    assert judge(wanted, queries * 20, interrupted=False) == ()
    few = Load(pattern=pattern, samples=5, queries=64, seconds=None, seed=7, rate=10.0, least_seconds=0.1)
    assert len(run(few, FakeClock())) == 64


def test_a_run_that_was_to_be_too_short_is_invalid_and_the_cure_is_said() -> None:
    wanted = Load(
        pattern=ArrivalPattern.SINGLE_STREAM, samples=5, queries=None, seconds=2.0, seed=7, least_seconds=10.0
    )
    (reason,) = judge(wanted, run(wanted, FakeClock()), interrupted=False)
    assert reason == "2 s, at least 10 are wanted; give more --seconds, or a shorter --min-duration"


def answered(begun: float, done: float, worked: float) -> TimedQuery:
    return TimedQuery(scheduled=0.0, begun=begun, done=done, worked=worked, size=1, wrong=0)


@pytest.mark.parametrize(
    ("queries", "share"),
    [
        ([answered(0, 1, 1), answered(5, 6, 1)], 1.0),  # a server's waiting for photos is nobody's fault
        ([answered(0, 1, 0.5), answered(1, 2, 0.5)], 0.5),
        ([answered(0, 2, 1.5), answered(1, 3, 1.5)], 1.0),  # two workers that wait for one another
        ([answered(0, 2, 2), answered(0, 2, 2)], 2.0),
        ([answered(0, 4, 1), answered(1, 2, 1)], 0.5),
        ([], None),
    ],
)
def test_the_share_is_of_one_processor_while_something_was_being_answered(
    queries: list[TimedQuery], share: float | None
) -> None:
    assert share_of_processor(queries) == share


def test_a_run_beside_other_work_says_so_with_the_load_and_the_cure() -> None:
    assert find_noise([answered(0, 1, 0.96)], (9.9, 1.0, 1.0), 2) is None
    told = find_noise([answered(0, 1, 0.61)], (9.9, 1.0, 1.0), 2)
    assert told == (
        "got 61% of a processor, 95% are wanted; load 9.9 on 2 cores; end what else runs here, or allow it with "
        "--allow-noisy"
    )
    assert "load" not in str(find_noise([answered(0, 1, 0.61)], None, 2))


def test_a_run_that_is_long_enough_right_and_finished_is_valid() -> None:
    for pattern in ArrivalPattern:
        wanted = load(pattern)
        assert judge(wanted, run(wanted, FakeClock()), interrupted=False) == ()


def test_a_wrong_answer_makes_a_run_invalid() -> None:
    clock = FakeClock()
    wanted = load(ArrivalPattern.SINGLE_STREAM)
    queries = list(drive(wanted, lambda sample: sample != 3, clock))
    (reason,) = judge(wanted, queries, interrupted=False)
    assert reason.startswith(f"{sum(query.wrong for query in queries)} of 64 answers differ from the warm-up's")


def test_too_few_queries_make_a_run_invalid_and_the_cure_is_said() -> None:
    wanted = load(ArrivalPattern.SINGLE_STREAM, queries=63)
    (reason,) = judge(wanted, run(wanted, FakeClock()), interrupted=False)
    assert reason == "63 queries, 64 earn a p90; measure 64"


def test_a_server_that_falls_behind_is_invalid() -> None:
    wanted = load(ArrivalPattern.SERVER, rate=100.0)
    (reason,) = judge(wanted, run(wanted, FakeClock()), interrupted=False)
    assert reason.endswith("choose a lower rate")


def test_what_was_answered_before_an_interruption_stands_and_is_invalid() -> None:
    wanted = load(ArrivalPattern.SINGLE_STREAM)
    some = list(islice(drive(wanted, system_of(FakeClock(), 0.02), FakeClock()), 12))
    assert judge(wanted, some, interrupted=True) == ("interrupted after 12 queries; let it run to its end",)
