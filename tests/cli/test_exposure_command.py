"""`rollcall exposure`, with the real camera and the real analyzer on a short story."""

import json
from pathlib import Path

import pytest
from invoked import Rollcall


def a_result(folder: Path, verdict: str = "VALID") -> Path:
    path = folder / "bench.json"
    run = {"scenario": "single-stream", "verdict": verdict, "median_ms": 25.0}
    path.write_text(json.dumps({"scenarios": [run]}))
    return path


def test_a_story_is_told_at_the_speed_that_was_given(rollcall: Rollcall, short_story: Path, tmp_path: Path) -> None:
    told = rollcall("exposure", short_story, "--bench", a_result(tmp_path))
    assert (told.code, told.err) == (0, "")
    text = " ".join(told.out.split())
    assert "Allow is tapped on day 0, by a slip." in text
    assert "The switch lies 5 taps away: Menu > Settings & privacy" in text
    assert "takes 25.0 ms a photo (as given)" in text
    assert "nobody turns the switch off before day 3" in text


def test_as_json_it_says_what_was_measured(rollcall: Rollcall, short_story: Path) -> None:
    told = json.loads(rollcall("exposure", short_story, "--json").out)
    assert told["slip"] == {"day": 0, "manner": "slip", "undone": 3}
    assert told["speed"]["milliseconds"] > 0
    assert told["speed"]["measured_on"] == told["of"] > 0
    assert told["analysed"] <= told["uploaded"] <= told["of"]


def test_where_nobody_allows_anything_nothing_is_counted(rollcall: Rollcall) -> None:
    told = rollcall("exposure", "pop-up-declined")
    assert told.code == 0
    assert told.out.startswith("Nobody allows anything")
    assert json.loads(rollcall("exposure", "pop-up-declined", "--json").out)["slip"] is None


@pytest.mark.parametrize("text", ["", "[]", '{"scenarios": []}', '{"scenarios": [3]}'])
def test_a_file_without_a_speed_is_refused(rollcall: Rollcall, tmp_path: Path, text: str) -> None:
    path = tmp_path / "bad.json"
    path.write_text(text)
    told = rollcall("exposure", "--bench", path)
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith(f"rollcall: {path}: has no VALID single-stream or offline run")


def test_an_invalid_result_has_no_speed(rollcall: Rollcall, tmp_path: Path) -> None:
    told = rollcall("exposure", "--bench", a_result(tmp_path, "INVALID"))
    assert told.code == 2
    assert "make one with `rollcall bench --out`" in told.err
