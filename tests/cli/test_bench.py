"""`rollcall bench` as a user runs it; what is measured is never asserted, only what is said of it."""

import json
import random
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import measurements
import pytest
from invoked import Rollcall
from PIL import Image
from results_schema import check_result
from scripted import job

from simulator.api.bench.order import BenchOrder
from simulator.api.bench.process import MEASURING, MeasuringProcess, hear
from simulator.api.bench.profile import keep_latencies, read_profile
from simulator.catalog.load import load_analyzer_profile
from simulator.domain.categories import Theme
from simulator.domain.errors import RollcallError
from simulator.report.profile import write_profile
from simulator.vision.load.samples import Size
from simulator.vision.load.scenarios import ArrivalPattern
from simulator.vision.network import read_cards

ORDER = BenchOrder(
    patterns=(ArrivalPattern.SERVER, ArrivalPattern.OFFLINE),
    queries=3,
    seconds=None,
    seed=7,
    rate=None,
    workers=1,
    samples=2,
    size=Size.PROGRESSIVE,
    photos=Path("photos"),
    floats=None,
    model=Path("model.onnx"),
    brief=True,
    themes=True,
)
SHORT = ("bench", "--brief", "--queries", 3, "--min-duration", 0, "--allow-noisy")


@dataclass(frozen=True)
class Results:
    """Writes results as ``--out`` would have, with the latencies of our choice."""

    folder: Path

    def write(self, name: str, latencies: list[float], card: dict[str, Any] | None = None, **more: Any) -> Path:
        run = {"scenario": "single-stream", "verdict": "VALID", "rate": None, "workers": 1, "latencies_ms": latencies}
        result = {"schema_version": 1, "card": {"processor": "one", "cores": 2, "seed": 7} | (card or {})}
        path = self.folder / name
        path.write_text(
            json.dumps(result | {"floor": {"share": 0.03, "within": 0.01, "between": 0.03}, "scenarios": [run | more]})
        )
        return path


@pytest.fixture
def results(tmp_path: Path) -> Results:
    return Results(tmp_path)


def test_an_order_reaches_the_measuring_process_as_it_was_given() -> None:
    assert list(hear(ORDER, job("tells_its_order"))) == [ORDER]


def test_a_short_run_is_invalid_and_says_why_and_what_mends_it(rollcall: Rollcall, tmp_path: Path) -> None:
    out = tmp_path / "result.json"
    for name in ("a.png", "b.png"):
        Image.new("RGB", (320, 240), "teal").save(tmp_path / name)
    told = rollcall(*SHORT, "--scenario", "single-stream", "--json", "--out", out, "--photos", tmp_path)
    assert told.code == 1
    # One object is printed at the end; until then whoever waits is told what goes on.
    assert told.err.splitlines()[-2:] == ["rollcall: measuring single-stream", "rollcall: measuring the accuracy"]
    result = json.loads(told.out)
    assert json.loads(out.read_text()) == result
    assert result["verdict"] == "INVALID"
    assert result["reasons"] == ["single-stream: 3 queries, 64 earn a p90; measure 64"]
    (run,) = result["scenarios"]
    assert (run["queries"], run["photos"], run["wrong"]) == (3, 3, 0)
    assert [told["missing"] for told in run["percentiles"]] == [8, 61, 127, 659]
    assert all(told["ms"] is None for told in run["percentiles"])
    assert set(result["card"]) >= {"processor", "flags", "int8", "sums_are_right", "load", "versions", "models", "seed"}
    assert check_result(result) == []
    assert result["card"]["allow_noisy"] is True
    assert result["floor"]["share"] == max(result["floor"]["within"], result["floor"]["between"])
    assert result["accuracy"] == {"kind": "accuracy", "photos": 2, "labels_equal": 2, "themes_right": None}
    assert len(run["processor_ms"]) == 3
    assert result["warm-up"]["queries"] == 4


def test_a_bound_on_latency_has_the_server_find_its_rate_with_all_workers(rollcall: Rollcall, tmp_path: Path) -> None:
    Image.new("RGB", (64, 48), "teal").save(tmp_path / "a.png")
    bound = ("--scenario", "server", "--latency-bound", 60_000, "--percentile", 50, "--workers", 2, "--min-duration", 0)
    told = rollcall("bench", "--brief", "--json", *bound, "--allow-noisy", "--photos", tmp_path)
    result = json.loads(told.out)
    assert check_result(result) == []
    peak, (run,) = result["peak"], result["scenarios"]
    assert (peak["share"], peak["latency_bound_ms"], run["workers"]) == (0.5, 60_000, 2)
    kept = [trial["rate"] for trial in peak["trials"] if trial["kept"]]
    assert run["rate"] == peak["rate"] == max(kept)
    assert "rollcall: measuring the search for the highest rate: " in told.err


def test_a_bound_that_no_rate_keeps_is_invalid_and_says_so(rollcall: Rollcall, tmp_path: Path) -> None:
    Image.new("RGB", (64, 48), "teal").save(tmp_path / "a.png")
    bound = ("--scenario", "server", "--latency-bound", 0.001, "--percentile", 90, "--min-duration", 0)
    told = rollcall("bench", "--brief", "--json", *bound, "--allow-noisy", "--photos", tmp_path)
    result = json.loads(told.out)
    assert check_result(result) == []
    assert (told.code, result["peak"]["rate"], len(result["peak"]["trials"])) == (1, None, 8)
    assert result["reasons"][-1] == "server: no rate kept a p90 of 0.001 ms; allow more with --latency-bound"


def test_a_folder_without_pictures_is_refused(rollcall: Rollcall, tmp_path: Path) -> None:
    for folder, reason in ((tmp_path, "no photo in it"), (tmp_path / "gone", "No such file or directory")):
        told = rollcall(*SHORT, "--photos", folder)
        assert told.code == 2
        assert told.err.startswith(f"rollcall: {folder}: ")
        assert reason in told.err
        assert told.err.endswith("name a folder of photos\n")


def test_a_bad_file_of_a_folder_is_counted_and_named_once_and_the_others_are_measured(
    rollcall: Rollcall, tmp_path: Path
) -> None:
    for name in ("a.png", "c.webp"):
        Image.new("RGB", (320, 240), "teal").save(tmp_path / name)
    (tmp_path / "b.jpg").write_bytes(b"\xff\xd8\xff\xe0 and nothing more")
    told = rollcall(*SHORT, "--scenario", "single-stream", "--json", "--photos", tmp_path)
    assert told.code == 1
    assert str(tmp_path) not in told.err
    result = json.loads(told.out)
    assert result["card"]["samples"] == 2
    count, named = [note["text"] for note in result["notes"]]
    assert count == "1 of the 3 photos that were opened, each for its own reason"
    assert named.startswith(f"{tmp_path / 'b.jpg'}: is damaged (JPEG: ")
    (tmp_path / "a.png").write_text("no picture either")
    (tmp_path / "c.webp").unlink()
    told = rollcall(*SHORT, "--photos", tmp_path)
    assert (told.code, told.out) == (2, "")
    assert f"{tmp_path}: none of its 2 photos can be read; the first is {tmp_path / 'a.png'}: is not a" in told.err
    assert len(told.err.splitlines()) == 1


def test_a_file_that_is_no_model_is_refused(rollcall: Rollcall, tmp_path: Path) -> None:
    path = tmp_path / "float.onnx"
    path.write_text("not a model")
    told = rollcall("bench", "--scenario", "single-stream", "--queries", 1, "--json", "--float", path)
    assert told.code == 2
    progress, refusal = told.err.splitlines()
    assert progress == "rollcall: measuring the drawing of the samples"
    assert refusal.startswith(f"rollcall: {path}: ONNX Runtime cannot open it")


def test_a_result_that_cannot_be_kept_is_refused_before_measuring(rollcall: Rollcall, tmp_path: Path) -> None:
    told = rollcall(*SHORT, "--out", tmp_path / "gone" / "result.json")
    assert (told.code, told.out) == (2, "")
    assert "name another file with --out" in told.err


def test_an_interruption_reaches_the_measuring_process_and_what_it_told_is_kept() -> None:
    assert [record["kind"] for record in hear(ORDER, job("interrupts_its_parent"))] == ["warm-up", "interrupted"]


def test_a_measurement_that_is_stopped_tells_what_it_has_measured(tmp_path: Path) -> None:
    for name in ("a.png", "b.png"):
        Image.new("RGB", (320, 240), "teal").save(tmp_path / name)
    order = replace(ORDER, patterns=(ArrivalPattern.SINGLE_STREAM,), queries=1_000_000, photos=tmp_path, model=None)
    measuring, told = MeasuringProcess(MEASURING, order), []
    for record in measuring.records():
        told.append(record)
        if record["kind"] == "progress":
            measuring.stop()
    # What is shown now is compared with what was read from a file.
    assert json.loads(json.dumps(told)) == told
    *_, scenario, last = told
    assert last == {"kind": "interrupted", "during": ArrivalPattern.SINGLE_STREAM}
    assert scenario["reasons"][0] == f"interrupted after {scenario['queries']} queries; let it run to its end"


def test_a_measuring_process_that_dies_is_an_interruption_with_its_last_words() -> None:
    card, stop = hear(ORDER, job("tells_a_card_and_dies", MEASURING.name))
    assert card["kind"] == "card"
    assert stop["kind"] == "interrupted"
    assert stop["why"] == "the measuring process ended with 1: out of luck"


def test_what_the_measuring_process_refuses_is_an_error_here() -> None:
    with pytest.raises(RollcallError, match="no pictures; bring some"):
        list(hear(ORDER, job("refuses")))


def test_a_result_without_a_version_is_refused_in_one_line(rollcall: Rollcall, results: Results) -> None:
    path = results.write("a.json", LATENCIES)
    for version, said in ((None, "no version: an older Rollcall wrote it"), (99, "version 99 of its schema")):
        old = json.loads(path.read_text()) | {"schema_version": version}
        before = results.folder / "old.json"
        before.write_text(json.dumps({name: value for name, value in old.items() if value is not None}))
        told = rollcall("bench", "--compare", before, path)
        assert (told.code, told.out) == (2, "")
        assert told.err == f"rollcall: {before}: has {said}; expected version 1, so measure again\n"


def test_a_comparison_says_that_noise_was_allowed(rollcall: Rollcall, results: Results) -> None:
    quiet, noisy = results.write("a.json", LATENCIES), results.write("b.json", LATENCIES, verdict="NOISY")
    assert "NOISY" not in rollcall("bench", "--compare", quiet, quiet).out
    assert "NOISY: one of the two was measured with --allow-noisy" in rollcall("bench", "--compare", quiet, noisy).out


@pytest.mark.parametrize(
    "more", [("--latency-bound", 50, "--rate", 3), ("--against", "HEAD", "--scenario", "server"), ("--rounds", 7)]
)
def test_options_that_contradict_one_another_are_refused(rollcall: Rollcall, more: tuple[object, ...]) -> None:
    told = rollcall("bench", *more)
    assert (told.code, told.out) == (2, "")


LATENCIES = [20 + 0.01 * (number * 37 % 100) for number in range(100)]


def slower(share: float) -> list[float]:
    return [ms * (1 + share) for ms in LATENCIES]


def test_a_result_does_not_differ_from_itself(rollcall: Rollcall, results: Results) -> None:
    path = results.write("a.json", LATENCIES)
    told = rollcall("bench", "--compare", path, path)
    assert told.code == 0
    assert "single-stream: noise" in told.out


@pytest.mark.parametrize(("share", "standing", "code"), [(0.02, "noise", 0), (0.1, "slower", 1), (-0.1, "faster", 0)])
def test_only_a_regression_above_the_noise_floor_fails(
    rollcall: Rollcall, results: Results, share: float, standing: str, code: int
) -> None:
    before, after = results.write("a.json", LATENCIES), results.write("b.json", slower(share))
    told = rollcall("bench", "--json", "--compare", before, after)
    (row,) = json.loads(told.out)["scenarios"]
    assert (row["standing"], told.code) == (standing, code)
    assert row["low"] <= 1 + share <= row["high"]


def test_photos_of_many_prices_hide_no_slowdown_since_each_query_is_compared_with_itself(
    rollcall: Rollcall, results: Results
) -> None:
    luck = random.Random(7)
    prices = [luck.uniform(15, 60) for _ in range(100)]
    before = results.write("a.json", [price * luck.gauss(1, 0.02) for price in prices])
    after = results.write("b.json", [price * luck.gauss(1.1, 0.02) for price in prices[:80]])
    (row,) = json.loads(rollcall("bench", "--json", "--compare", before, after).out)["scenarios"]
    assert (row["standing"], row["pairs"]) == ("slower", 80)
    assert 1.08 < row["low"] < 1.1 < row["high"] < 1.12
    other = results.write("c.json", [price * 1.1 for price in prices], card={"seed": 8})
    (row,) = json.loads(rollcall("bench", "--json", "--compare", before, other).out)["scenarios"]
    assert (row["standing"], row["pairs"]) == ("noise", 0)


@pytest.mark.parametrize(
    ("more", "why"),
    [({"verdict": "INVALID"}, "INVALID"), ({"rate": 5.0}, "the same --rate"), ({"workers": 2}, "the same --workers")],
)
def test_what_was_measured_otherwise_is_not_compared(
    rollcall: Rollcall, results: Results, more: dict[str, Any], why: str
) -> None:
    before, after = results.write("a.json", LATENCIES), results.write("b.json", slower(0.5), **more)
    told = rollcall("bench", "--compare", before, after)
    assert told.code == 0
    assert "not compared" in told.out
    assert why in " ".join(told.out.split())


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"floor": {"share": "x"}}', "[" * 5000])
def test_a_file_that_is_no_result_is_refused(rollcall: Rollcall, results: Results, text: str) -> None:
    path = results.write("a.json", LATENCIES)
    bad = results.folder / "bad.json"
    bad.write_text(text)
    told = rollcall("bench", "--compare", path, bad)
    assert (told.code, told.out) == (2, "")
    assert told.err == f"rollcall: {bad}: is not the result of a benchmark; name a file that --out wrote\n"


@pytest.mark.parametrize("latency", [0.0, -1.0, float("nan"), float("inf")])
def test_a_latency_that_cannot_be_is_no_result(rollcall: Rollcall, results: Results, latency: float) -> None:
    path, bad = results.write("a.json", LATENCIES), results.write("b.json", [20.0, latency])
    told = rollcall("bench", "--compare", path, bad)
    assert (told.code, told.out) == (2, "")
    assert "is not the result of a benchmark" in told.err


def test_a_run_without_an_answer_is_not_compared(rollcall: Rollcall, results: Results) -> None:
    told = rollcall("bench", "--compare", results.write("a.json", LATENCIES), results.write("b.json", []))
    assert told.code == 0
    assert "not compared" in told.out


def test_a_profile_keeps_its_rates_and_takes_this_machines_latencies(tmp_path: Path) -> None:
    model = read_cards()["scene"].sha256[:12]
    shipped = replace(load_analyzer_profile("efficientnet-lite0-int8"), model=model)
    path = tmp_path / "mine.toml"
    path.write_text(write_profile(replace(shipped, id="mine")))
    card = {"processor": "Example 9000", "system": "Linux x86_64", "date": "2026-01-02T03:04:05+00:00"}
    keep_latencies(path, read_profile(path), {theme.value: 12.5 for theme in Theme}, card)
    kept = load_analyzer_profile(str(path))
    assert (kept.machine, kept.measured) == ("Example 9000, Linux x86_64", "2026-01-02")
    assert {rates.milliseconds for rates in kept.themes} == {12.5}
    assert [replace(rates, milliseconds=0.0) for rates in kept.themes] == [
        replace(rates, milliseconds=0.0) for rates in shipped.themes
    ]


def test_a_profile_of_another_model_is_refused_before_measuring(rollcall: Rollcall, tmp_path: Path) -> None:
    path = tmp_path / "other.toml"
    path.write_text(write_profile(replace(load_analyzer_profile("efficientnet-lite0-int8"), model="0123456789ab")))
    told = rollcall(*SHORT, "--profile", path)
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith(f"rollcall: {path}: is of model 0123456789ab, here is ")
    assert rollcall(*SHORT, "--profile", tmp_path / "gone.toml").code == 2
    assert "leave --model out" in rollcall(*SHORT, "--profile", path, "--model", path).err


def test_a_whole_result_is_as_its_schema_has_it_and_what_is_missing_or_unknown_is_found() -> None:
    result = json.loads(json.dumps(measurements.result()))
    assert check_result(result) == []
    assert check_result({}) != []
    assert check_result(result | {"schema_version": 2}) != []
    assert check_result(result | {"surprise": 1}) != []
    del result["card"]["commit"]
    assert check_result(result) == ["$.card: 'commit' is a required property"]
