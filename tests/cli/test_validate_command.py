"""`rollcall validate` and `rollcall calibrate`, as they are typed."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from simulator.catalog.load import DEFAULT_BEHAVIOUR
from simulator.catalog.shelf import find
from simulator.domain.shelf import Shelf

REGISTRY = find(Shelf.BEHAVIOUR, DEFAULT_BEHAVIOUR)


def test_validation_is_one_object_with_every_row_and_a_summary(rollcall: Callable) -> None:
    told = rollcall("validate", "--json")
    found = json.loads(told.out)
    assert told.code == 0
    assert {"rows", "skipped", "summary"} <= found.keys()
    wanted = {"study", "condition", "metric", "published", "predicted", "kind", "sign_ok", "abs_error"}
    assert all(wanted <= row.keys() for row in found["rows"])
    assert {row["kind"] for row in found["rows"]} == {"level", "contrast"}
    summary = found["summary"]
    assert summary["contrast_mae"] < summary["baseline_no_effect_mae"]
    assert summary["sign_accuracy"] >= 0.85
    assert summary["level_mae"] < 10


def test_validation_can_be_read_on_a_small_terminal_and_ends_with_its_caveat(rollcall: Callable) -> None:
    told = rollcall("validate")
    assert all(len(line) <= 80 for line in told.out.splitlines())
    assert "Held out: the model was not fitted to these." in told.out
    assert "signs right" in told.out
    assert told.out.rstrip().endswith("A model of people, not evidence about yours.")


def test_studies_of_ones_own_are_predicted_and_a_broken_row_is_named(rollcall: Callable, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(
        "study,condition,design_factors,metric,value,unit\n"
        "own,control,{},accept_rate,50,%\n"
        'own,hidden,"{""reject_on_first_layer"": false}",accept_rate,70,%\n'
        'own,broken,"{""reject"": ",accept_rate,70,%\n'
    )
    found = json.loads(rollcall("validate", "--studies", path, "--json").out)
    assert [(row["condition"], row["kind"]) for row in found["rows"]] == [("hidden", "level"), ("hidden", "contrast")]
    (skipped,) = found["skipped"]
    assert (skipped["line"], skipped["condition"]) == (4, "broken")
    assert "broken JSON" in skipped["reason"]
    assert found["summary"]["baseline_no_effect_mae"] == 20


def test_a_file_that_cannot_be_read_is_one_line(rollcall: Callable, tmp_path: Path) -> None:
    told = rollcall("validate", "--studies", tmp_path / "none.csv")
    assert told.code == 2
    assert told.err.count("\n") == 1
    assert "there is no such file" in told.err


def test_calibration_writes_what_is_shipped_and_says_what_it_fitted(rollcall: Callable, tmp_path: Path) -> None:
    copy = tmp_path / "published.toml"
    shutil.copy(REGISTRY, copy)
    copy.write_text(copy.read_text().replace("value = 0.133", "value = 0.2"))
    told = rollcall("calibrate", "--behaviour", copy)
    assert told.code == 0
    assert copy.read_bytes() == REGISTRY.read_bytes()
    assert "press.step" in told.out
    assert "luguri2021 s1_aggr" in told.out


def test_calibration_with_nothing_to_fit_to_changes_nothing(rollcall: Callable, tmp_path: Path) -> None:
    path, out = tmp_path / "own.csv", tmp_path / "out.toml"
    path.write_text("study,condition,design_factors,metric,value\nown,control,{},accept_rate,50\n")
    told = rollcall("calibrate", "--studies", path, "--out", out)
    assert (told.code, out.exists()) == (2, False)
    assert "no row with role calibrate" in told.err


def test_a_registry_with_a_misspelt_key_is_one_line(rollcall: Callable, tmp_path: Path) -> None:
    copy = tmp_path / "mine.toml"
    copy.write_text(REGISTRY.read_text().replace("[press.step]", "[press.stpe]"))
    told = rollcall("validate", "--behaviour", copy)
    assert told.code == 2
    assert "press.stpe: unknown key 'stpe'; did you mean 'step'?" in told.err
