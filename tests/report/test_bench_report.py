"""A benchmark in sentences: what is not earned is not shown, and what is noise is called so."""

from typing import Any

import pytest

from simulator.report.bench import tell_record, tell_verdict

CARD = {
    "kind": "card",
    "processor": "Example 9000",
    "cores": 2,
    "flags": None,
    "int8": "The system does not tell which instructions there are.",
    "load": None,
    "network_threads": 1,
    "versions": {"python": "3.11.7"},
    "models": {"scene": "0123456789abcdef"},
    "samples": 16,
    "source": "drawn photos",
    "size": "512px",
    "seed": 7,
    "kernel": "6.1.0",
    "governor": None,
    "memory": 2**33,
    "provider": "CPUExecutionProvider",
    "commit": None,
    "code": "0123456789ab",
    "least_seconds": 10.0,
    "allow_noisy": True,
}
SCENARIO = {
    "kind": "scenario",
    "scenario": "server",
    "verdict": "INVALID",
    "reasons": ["3 queries, 64 earn a p90; measure 64"],
    "noise": None,
    "processor_share": 0.97,
    "processor_median_ms": 28.0,
    "queries": 3,
    "photos": 3,
    "workers": 1,
    "rate": 17.1,
    "seconds": 0.2,
    "photos_a_second": 15.0,
    "percentiles": [
        {"share": 0.5, "ms": 30.04, "bound_ms": 33.0, "needed": 11, "missing": 0},
        {"share": 0.9, "ms": None, "needed": 64, "missing": 61},
    ],
}
RATIO = {"kind": "ratio", "name": "floats to int8", "first_ms": 9.5, "second_ms": 4.5}
SIZE = {**RATIO, "kind": "size", "size": "12mp", "kilobytes": 1010.1, "with_faces_ms": 29.5}
STAGES = {"kind": "stages", "photos": 64, "faces_a_photo": 1.3, "stages": {"read": {"median_ms": 1.0, "mean_ms": 2.0}}}


def tell(record: dict[str, Any], floor: float = 0.03) -> str:
    lines = list(tell_record(record, floor))
    assert all(len(each) <= 80 for line in lines for each in line.splitlines())
    return " ".join(" ".join(lines).split())


def test_a_percentile_is_told_or_how_many_queries_it_lacks() -> None:
    told = tell(SCENARIO)
    assert "server: INVALID because: 3 queries, 64 earn a p90; measure 64" in told
    assert "28.0 ms of processor time a query, the median, which had 97% of a processor" in told
    assert (
        "p50 30.0 ms is the estimate; at most 33.0 ms, with 99 % confidence p90 not earned: 61 queries missing of 64"
        in told
    )
    assert "come at 17.1 a second" in told


def test_a_run_that_was_interrupted_before_its_first_answer_has_no_numbers() -> None:
    nothing = {"queries": 0, "photos": 0, "seconds": 0.0, "photos_a_second": None}
    assert "photos a second" not in tell(SCENARIO | nothing)


@pytest.mark.parametrize(
    ("ratio", "low", "high", "noise"),
    [(2.1, 2.0, 2.2, False), (1.02, 1.01, 1.03, True), (1.1, 0.9, 1.3, True), (0.5, 0.4, 0.6, False)],
)
def test_a_ratio_below_the_floor_or_whose_interval_holds_one_is_noise(
    ratio: float, low: float, high: float, *, noise: bool
) -> None:
    numbers = {"ratio": ratio, "low": low, "high": high}
    assert ("noise" in tell(RATIO | numbers)) is noise
    assert ("noise" in tell(SIZE | numbers)) is noise


def test_what_the_system_does_not_tell_is_said_to_be_unknown() -> None:
    told = tell(CARD)
    assert "2 cores, unknown" in told
    assert "load of the machine before: unknown" in told
    assert "Kernel 6.1.0, governor unknown, memory 8,192 MiB; commit unknown, measured code 0123456789ab." in told
    assert "each scenario for at least 10 s; noise is allowed, by --allow-noisy." in told


def test_a_floor_tells_whether_something_else_was_running() -> None:
    floor = {"kind": "floor", "pairs": 40, "processes": 6, "within": 0.009, "between": 0.022, "processor_share": 0.99}
    assert "may differ by 0.9% within this process; 6 processes that did the same, by 2.2% between two" in tell(floor)
    assert "something else" not in tell(floor)
    assert "got 60% of the processor's time" in tell(floor | {"processor_share": 0.6})


def test_what_each_theme_costs_is_told_on_a_line_of_its_own() -> None:
    told = tell({"kind": "themes", "photos": 6, "turns": 3, "median_ms": {"beach": 12.34, "food": 8.0}})
    assert "medians of 6 photos, 3 times each" in told
    assert "beach 12.3 ms" in told


def test_stages_openings_and_notes_are_told() -> None:
    assert "read 1.00 ms median 100.0% of the time" in tell(STAGES)
    assert "23.0 ms, median of 3" in tell({"kind": "opening", "ms": [22.0, 23.0, 40.0]})
    assert tell({"kind": "note", "text": "this and that"}) == "Left out: this and that."
    assert tell({"kind": "why", "text": "int8 is slow: so it is."}) == "why: int8 is slow: so it is."
    warm_up = {"kind": "warm-up", "queries": 32, "photos_a_second": 35.0, "opening_ms": 60.2}
    assert "Warm-up, not counted: 32 photos" in tell(warm_up)


def test_the_verdict_stands_last_with_its_reasons_above() -> None:
    assert list(tell_verdict("INVALID", ["cut short"])) == ["", "  because: cut short", "INVALID"]
    assert list(tell_verdict("VALID", [])) == ["", "VALID"]
    assert "--allow-noisy let it pass" in list(tell_verdict("NOISY", []))[-1]


def test_noise_that_was_allowed_is_told_and_noise_that_was_not_is_told_once() -> None:
    noise = "got 61% of a processor, 95% are wanted; end what else runs here"
    assert f"server: NOISY allowed: {noise}" in tell(SCENARIO | {"verdict": "NOISY", "reasons": [], "noise": noise})
    assert tell(SCENARIO | {"reasons": [noise], "noise": noise}).count("got 61%") == 1


def test_the_accuracy_run_says_how_many_labels_are_the_references() -> None:
    record = {"kind": "accuracy", "photos": 16, "labels_equal": 15, "themes_right": 14}
    assert (
        "15 of 16 photos have the labels of the reference answers; the likeliest theme is the drawn one in 14"
        in tell(record)
    )
    assert "theme" not in tell(record | {"themes_right": None})


def test_the_search_for_a_rate_is_told_trial_by_trial() -> None:
    kept = {"rate": 12.5, "queries": 662, "ms": 55.0, "bound_ms": 61.0, "kept": True}
    lost = {"rate": 18.75, "queries": 90, "ms": None, "bound_ms": None, "kept": False}
    record = {"kind": "peak", "latency_bound_ms": 100.0, "share": 0.99, "rate": 12.5, "trials": [kept, lost]}
    told = tell(record)
    assert "The highest rate with a p99 of at most 100 ms: 12.5 photos a second, of 2 that were tried." in told
    assert "12.50 a second kept at most 61.0 ms, 662 queries" in told
    assert "18.75 a second not kept given up, 90 queries" in told
    assert "no rate" in tell(record | {"rate": None})
