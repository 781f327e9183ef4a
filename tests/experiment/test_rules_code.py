"""Numbers may be joined only if the same code has counted them."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path
from shutil import copytree, make_archive
from zipfile import Path as ZipPath

import pytest

from simulator.catalog.plans import load_plan
from simulator.domain.errors import RollcallError
from simulator.experiment.plan import fingerprint
from simulator.experiment.rules_code import ROOMS, hash_code, hash_rules

PACKAGE = Path(__file__).parents[2] / "simulator"


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    for room in ROOMS:
        copytree(PACKAGE / room, tmp_path / "simulator" / room)
    return tmp_path / "simulator"


def test_one_changed_constant_is_other_rules(copied: Path) -> None:
    assert hash_code(copied) == hash_rules()
    module = copied / "experiment" / "rows" / "course.py"
    module.write_text(module.read_text().replace("NEVER = -1", "NEVER = -2"))
    assert hash_code(copied) != hash_rules()


def test_code_that_moves_from_one_module_to_the_next_is_other_rules(copied: Path) -> None:
    first, second = copied / "terms" / "check.py", copied / "terms" / "clause.py"
    line, _, rest = second.read_text().partition("\n")
    first.write_text(first.read_text() + line + "\n")
    second.write_text(rest)
    assert hash_code(copied) != hash_rules()


def test_code_in_a_zip_is_the_same_code(copied: Path) -> None:
    archive = make_archive(str(copied.parent / "packed"), "zip", copied.parent, copied.name)
    assert hash_code(ZipPath(archive, "simulator/")) == hash_rules()


def test_what_python_makes_of_the_source_is_no_rule(copied: Path) -> None:
    (copied / "terms" / "__pycache__").mkdir(exist_ok=True)
    (copied / "terms" / "__pycache__" / "clause.pyc").write_bytes(b"compiled")
    assert hash_code(copied) == hash_rules()


def test_a_room_without_source_is_not_taken_for_one_with_no_rules(copied: Path) -> None:
    (copied / "retention").rename(copied / "elsewhere")
    with pytest.raises(RollcallError, match="room 'retention' has no source"):
        hash_code(copied)


def test_every_room_that_an_experiment_may_import_from_is_read() -> None:
    (layers,) = (
        contract["layers"]
        for contract in tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text())["tool"]["importlinter"][
            "contracts"
        ]
        if "simulator" in contract.get("containers", ())
    )
    rooms = [layer.split(" | ") for layer in layers]
    (here,) = (place for place, layer in enumerate(rooms) if "experiment" in layer)
    below = {room for layer in rooms[here + 1 :] for room in layer}
    # Drawing needs Pillow, which no pure room may import: no number of an experiment depends on it.
    assert {*ROOMS} == {"experiment", *below} - {"drawing"}


def test_another_process_gives_the_same_plan_the_same_fingerprint() -> None:
    statement = (
        "from simulator.catalog.plans import load_plan\n"
        "from simulator.experiment.plan import fingerprint\n"
        "print(fingerprint(load_plan('terms', people=10, seed=7)), end='')"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", statement],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert told == {fingerprint(load_plan("terms", people=10, seed=7))}
