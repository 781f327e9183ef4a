"""Every command that the README shows is run, in its order, as a reader would run it."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from told_stories import store

from simulator.catalog.load import load_scenario
from simulator.drawing.darkroom import Darkroom

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()
SHOWN = [
    line.split("  #")[0].strip()
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
]
# Those that open the screen are run in tests/terminal, since they need one.
COMMANDS = [line for line in SHOWN if line.startswith("rollcall ") and not line.startswith("rollcall screen")]
SETTING_UP = {"make run", "make test", "python3 -m venv .venv", ".venv/bin/pip install --editable '.[dev]'"}


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a photo in it, and a database in which the default story was recorded."""
    folder = tmp_path_factory.mktemp("reader")
    scenario = load_scenario("accidental-allow")
    person = scenario.live()
    photo = scenario.roll(person).photos[0]
    (folder / "photo.jpg").write_bytes(Darkroom(person.cast, person.pets, date(2025, 6, 27)).develop(photo))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROLLCALL_DB", str(folder / "rollcall.db"))
        store("accidental-allow")
    return folder


@pytest.fixture
def workplace(prepared: Path, tmp_path: Path) -> Path:
    """A copy of the prepared folder, so that no command of the README leans on another."""
    return shutil.copytree(prepared, tmp_path / "reader")


def run(words: list[str], folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "ROLLCALL_DB": str(folder / "rollcall.db"), **more}
    return subprocess.run(
        words, cwd=folder, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


def test_the_readme_shows_no_command_that_is_not_tested() -> None:
    others = {line for line in SHOWN if not line.startswith("rollcall ")}
    assert others - {".venv/bin/rollcall", ".venv/bin/python -m pytest -n auto"} == SETTING_UP


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_works_as_shown(command: str, workplace: Path) -> None:
    outcome = run([sys.executable, "-m", "simulator", *shlex.split(command)[1:]], workplace)
    assert outcome.returncode == 0, outcome.stderr
    assert outcome.stderr == ""
    assert outcome.stdout
    if "--json" in command:
        assert all(json.loads(line) for line in outcome.stdout.splitlines())


def test_the_python_of_the_readme_works_as_shown(workplace: Path) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    outcome = run([sys.executable, "-c", example], workplace)
    assert outcome.returncode == 0, outcome.stderr
    assert "home/inferred.home is where the owner seems to live" in outcome.stdout
    assert "Held differently:" in outcome.stdout


def test_make_run_without_a_terminal_plays_the_default_story(workplace: Path) -> None:
    if not (Path(sys.prefix) / ".installed").exists():
        pytest.skip("this environment was not made by make, and a test may not install anything")
    outcome = subprocess.run(
        ["make", "--no-print-directory", "run", f"VENV={sys.prefix}"],
        cwd=ROOT,
        env={**os.environ, "ROLLCALL_DB": str(workplace / "made.db")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 0, outcome.stderr
    assert "One tap in passing" in outcome.stdout
    assert "Expectation: met." in outcome.stdout


def test_what_make_sets_up_is_what_the_readme_tells_those_without_make() -> None:
    makefile = (ROOT / "Makefile").read_text()
    assert "--editable '.[dev]'" in makefile
    assert "python -m pytest -n auto" in makefile
    assert "make test" in (ROOT / ".ci" / "run").read_text()
