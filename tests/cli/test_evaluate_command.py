"""`rollcall evaluate` as it is typed."""

import json
from pathlib import Path

import pytest
from invoked import Rollcall

from simulator.catalog.load import load_analyzer_profile
from simulator.domain.errors import ScenarioError
from simulator.vision.evaluate import survey
from simulator.vision.network import read_cards

KEYS = [
    "complete",
    "inputs",
    "model",
    "people_measured",
    "photos",
    "milliseconds",
    "themes",
    "faces",
    "people",
    "conclusions",
    "left_out",
    "rounding",
]


def test_one_small_roll_is_measured_and_its_profile_can_be_read(rollcall: Rollcall, tmp_path: Path) -> None:
    path = tmp_path / "my-machine.toml"
    outcome = rollcall("evaluate", "--people", 1, "--days", 2, "--json", "--profile", path)
    assert (outcome.code, outcome.err) == (0, "")
    result = json.loads(outcome.out)
    assert list(result) == KEYS
    assert result["complete"] is True
    assert result["inputs"] == {"life": "parent-in-town", "seed": 2026, "people": 1, "days": 2}
    assert result["left_out"] is result["rounding"] is None
    assert len(result["themes"]["by_theme"]) == 20
    turns = [row["group"] for row in result["faces"]["by_turn"]]
    assert turns == ["turned to the left", "facing the camera", "turned to the right"]
    profile = load_analyzer_profile(str(path))
    assert (profile.id, profile.model, profile.photos) == ("my-machine", result["model"], result["photos"])


def test_ctrl_c_keeps_what_was_measured_and_says_that_it_is_incomplete(
    rollcall: Rollcall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(survey, "measure_turns", interrupted)
    path = tmp_path / "mine.toml"
    outcome = rollcall("evaluate", "--people", 1, "--days", 1, "--profile", path)
    assert outcome.code == 130
    assert outcome.out.startswith("INCOMPLETE: stopped before everything was measured.")
    assert outcome.err.count("\n") == 1
    assert "mine.toml is not written" in outcome.err
    assert not path.exists()
    assert max(map(len, outcome.out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--people", 0), "--people 0: expected a whole number from 1 to 10000"),
        (("--days", 400), "--days 400: expected a whole number from 1 to 366"),
        (("--float", "nowhere.onnx"), "nowhere.onnx: cannot be read: No such file or directory"),
        (("--profile", "nowhere/mine.toml"), "cannot be written there"),
        (("--profile", "My Machine.txt"), "expected a file such as my-machine.toml"),
    ],
)
def test_bad_input_is_one_line_before_any_work(
    rollcall: Rollcall, arguments: tuple[object, ...], complaint: str
) -> None:
    outcome = rollcall("evaluate", *arguments)
    assert outcome.code == 2
    assert outcome.out == ""
    assert complaint in outcome.err
    assert outcome.err.count("\n") == 1


def test_the_shipped_profile_is_of_the_shipped_model() -> None:
    profile = load_analyzer_profile("efficientnet-lite0-int8")
    assert profile.model == read_cards()["scene"].sha256[:12]
    assert len(profile.themes) == 20


@pytest.mark.parametrize(
    ("wrong", "right", "complaint"),
    [
        ("face_recall = 1.5", "face_recall", "expected a probability from 0 to 1"),
        ('model = "unknown"', "model", "expected 12 hexadecimal digits"),
        ("photos = 0", "photos", "whole numbers of 1 or more"),
        ("speed = 3", "seed", "speed"),
    ],
)
def test_a_profile_that_nobody_measured_is_refused(tmp_path: Path, wrong: str, right: str, complaint: str) -> None:
    shipped = Path(__file__).parents[2] / "scenarios" / "analyzers" / "efficientnet-lite0-int8.toml"
    lines = [wrong if line.startswith(f"{right} =") else line for line in shipped.read_text().splitlines()]
    path = tmp_path / "broken.toml"
    path.write_text("\n".join(lines))
    with pytest.raises(ScenarioError, match=complaint):
        load_analyzer_profile(str(path))
