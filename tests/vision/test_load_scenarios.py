"""The four scenarios, driven by a clock and a system of our own."""

from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.vision.load.judge import judge
from simulator.vision.load.scenarios import ArrivalPattern, Load, System, TimedQuery, draw_arrivals, drive

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
        queries = Load(pattern=ArrivalPattern.SINGLE_STREAM, samples=5, queries=60, seconds=None, seed=seed)
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
