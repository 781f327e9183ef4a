"""The highest rate that keeps a latency, searched for on a server of our own whose limits are known."""

import pytest
from test_load_scenarios import FakeClock, system_of

from simulator.api.bench.search import RateTrial, search_rate
from simulator.vision.load.peak import MOST_TRIALS, LatencyBound, RateSearch
from simulator.vision.load.scenarios import ArrivalPattern, Load, TimedQuery, drive

PLAN = Load(pattern=ArrivalPattern.SERVER, samples=5, queries=64, seconds=None, seed=7, rate=1.0, least_seconds=10.0)


def search(bound: LatencyBound, seconds: float = 0.02, most: float = 50) -> list[RateTrial]:
    """On a server that takes as long for every photo, and so answers 50 a second at most."""

    def run(load: Load, stop: object) -> list[TimedQuery]:
        clock, answered = FakeClock(), list[TimedQuery]()
        for query in drive(load, system_of(clock, seconds), clock):
            answered.append(query)
            if callable(stop) and stop(answered):
                break
        return answered

    return list(search_rate(PLAN, bound, most, run))


def test_the_rate_that_is_found_keeps_the_bound_and_the_next_one_tried_does_not() -> None:
    trials = search(LatencyBound(ms=100, share=0.99))
    kept = [trial.load.rate for trial in trials if trial.kept]
    lost = [trial.load.rate for trial in trials if not trial.kept]
    assert len(trials) <= MOST_TRIALS
    # Of a server that takes a fixed time, waiting is known: at seven tenths of its speed p99 is about five photos long.
    assert 25 < max(kept) < min(lost) < 45
    assert min(lost) / max(kept) < 1.06


def test_every_trial_has_the_queries_that_earn_its_percentile_and_lasts_as_long_as_any_run() -> None:
    for trial in search(LatencyBound(ms=100, share=0.9)):
        assert trial.load.queries is not None
        assert trial.load.queries >= max(64, 10 * trial.load.rate)
        assert trial.kept == (len(trial.queries) == trial.load.queries and trial.as_record()["bound_ms"] <= 100)


def test_a_trial_that_cannot_succeed_is_given_up() -> None:
    trials = search(LatencyBound(ms=40, share=0.99))
    assert any(len(trial.queries) < (trial.load.queries or 0) for trial in trials)
    assert all(len(trial.queries) == trial.load.queries for trial in trials if trial.kept)


def test_a_bound_below_the_work_itself_is_kept_by_no_rate_and_the_search_ends() -> None:
    trials = search(LatencyBound(ms=10, share=0.99))
    assert len(trials) == MOST_TRIALS
    assert not any(trial.kept for trial in trials)


def test_a_loose_bound_comes_close_to_all_that_the_machine_can_do() -> None:
    assert max(trial.load.rate for trial in search(LatencyBound(ms=60_000, share=0.9)) if trial.kept) > 47


def test_a_wrong_answer_or_a_queue_that_only_grows_keeps_no_bound() -> None:
    def answer_wrongly(load: Load, _: object) -> list[TimedQuery]:
        return list(drive(load, lambda sample: sample != 3, FakeClock()))

    loose = LatencyBound(ms=1e9, share=0.9)
    assert not any(trial.kept for trial in search_rate(PLAN, loose, 50, answer_wrongly))
    overrun = search(loose, seconds=0.02, most=500)
    assert max(trial.load.rate for trial in overrun if trial.kept) < 60


@pytest.mark.parametrize(("kept", "rates"), [(True, [32, 48, 56, 60, 62]), (False, [32, 16, 8, 4, 2, 1, 0.5, 0.25])])
def test_what_is_left_between_too_slow_and_too_fast_is_halved(kept: bool, rates: list[float]) -> None:  # noqa: FBT001
    looking, tried = RateSearch(most=64), []
    while (rate := looking.choose()) is not None:
        tried.append(rate)
        looking.take(rate, kept=kept)
    assert tried == rates
