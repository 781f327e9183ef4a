"""Two installations in alternating processes: which ones can be named, and what is said of them.

The installations are packages of a few lines that answer at once; how long they take is never asserted.
"""

import json
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from contests import BOTH, TERMS, turn, turns
from PIL import Image
from results_schema import check_result

import simulator
from simulator.api.bench.against import Turns, contest, run_rounds, weigh
from simulator.api.bench.installation import Installation, TurnFailedError, find_installation, this_installation
from simulator.api.bench.order import BenchOrder
from simulator.domain.errors import RollcallError
from simulator.vision.load.samples import Size

FILES = {
    "simulator/__init__.py": '__version__ = "{version}"\n',
    "simulator/journey/__init__.py": "",
    "simulator/journey/ports.py": (
        "class PictureFile:\n    def __init__(self, name, read):\n        self.name, self.read = name, read\n"
    ),
    "simulator/vision/__init__.py": "",
    "simulator/vision/analyzer.py": (
        "from types import SimpleNamespace as Bag\n"
        "class OnnxAnalyzer:\n"
        "    def load(self):\n        pass\n"
        "    def analyze(self, picture):\n"
        "        return Bag(model='m', labels=[Bag(name=picture.read().decode())])\n"
    ),
}


def lay_out(folder: Path, version: str, *, broken: str = "") -> Path:
    """A package that can be measured; or one whose analyzer raises what it has to say."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.format(version=version) if "version" in text else text)
    if broken:
        (folder / "simulator/vision/analyzer.py").write_text(f"raise RuntimeError({broken!r})\n")
    return folder


def says(folder: Path, told: str) -> Path:
    """An interpreter that tells this, whatever it is to run."""
    python = folder / "python"
    python.write_text(f"#!/bin/sh\nprintf '%s' '{told}'\n")
    python.chmod(0o755)
    return python


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    folder = tmp_path / "samples"
    folder.mkdir()
    for number, word in enumerate(("cat", "dog")):
        (folder / f"sample-{number:02}.jpg").write_text(word)
    return folder


def git(root: Path, *words: str) -> str:
    who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.com", "-c", "commit.gpgsign=false")
    told = subprocess.run(["git", "-C", str(root), *who, *words], capture_output=True, text=True, check=True)
    return told.stdout.strip()


def test_a_turn_measures_the_installation_that_was_named_and_no_other(tmp_path: Path, samples: Path) -> None:
    folder = lay_out(tmp_path / "other", "9.9")
    told = Installation(name="other", folder=folder).take_turn(samples, 5, None)
    assert (told["version"], told["where"]) == ("9.9", str(folder))
    assert len(told["latencies_ms"]) == len(told["processor_ms"]) == 5
    assert told["labels"] == [["cat"], ["dog"]]
    stray = says(tmp_path, '{"where": "/elsewhere", "latencies_ms": [1], "processor_ms": [1]}')
    with pytest.raises(TurnFailedError, match="/elsewhere was run instead; is there no simulator package in it"):
        Installation(name="empty", python=str(stray), folder=tmp_path).take_turn(samples, 5, None)


def test_what_a_process_says_when_it_fails_is_passed_on(tmp_path: Path, samples: Path) -> None:
    broken = Installation(name="broken", folder=lay_out(tmp_path / "broken", "1", broken="no luck"))
    with pytest.raises(TurnFailedError, match=r"^broken: its process ended with 1: RuntimeError: no luck$"):
        broken.take_turn(samples, 5, None)
    with pytest.raises(TurnFailedError, match=r"^gone: cannot be run"):
        Installation(name="gone", python=str(tmp_path / "python")).take_turn(samples, 5, None)


@pytest.mark.parametrize("told", ["", "[]", '{"where": 3}', '{"where": "", "latencies_ms": [], "processor_ms": []}'])
def test_a_process_that_tells_something_else_is_refused(tmp_path: Path, samples: Path, told: str) -> None:
    python = says(tmp_path, told)
    with pytest.raises(TurnFailedError, match=r"^odd: its process told no"):
        Installation(name="odd", python=str(python)).take_turn(samples, 5, None)


def test_a_commit_is_unpacked_beside_the_checkout_which_stays_as_it_is(tmp_path: Path, samples: Path) -> None:
    root = lay_out(tmp_path / "checkout", "1.0")
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "The first")
    lay_out(root, "2.0")
    package = tmp_path / "package"
    package.mkdir()
    found = find_installation("HEAD", package, root)
    assert found.name == f"commit {git(root, 'rev-parse', 'HEAD')[:12]}"
    assert found.take_turn(samples, 2, None)["version"] == "1.0"
    assert len(git(root, "worktree", "list").splitlines()) == 1
    with pytest.raises(RollcallError, match=f"nothing: is no interpreter, no wheel and no commit of {root}"):
        find_installation("nothing", package, root)


def test_a_wheel_is_unpacked_and_run_by_this_interpreter(tmp_path: Path, samples: Path) -> None:
    folder, wheel = lay_out(tmp_path / "source", "3.0"), tmp_path / "camera_rollcall-3.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as packed:
        for name in FILES:
            packed.write(folder / name, name)
    found = find_installation(str(wheel), tmp_path / "package")
    assert (found.name, found.python) == (wheel.name, sys.executable)
    assert found.take_turn(samples, 2, None)["version"] == "3.0"
    wheel.write_text("no wheel")
    with pytest.raises(RollcallError, match="cannot be unpacked"):
        find_installation(str(wheel), tmp_path / "package")


def test_an_interpreter_runs_what_it_has_installed(tmp_path: Path, samples: Path) -> None:
    python = tmp_path / "python"
    folder = lay_out(tmp_path / "theirs", "4.0")
    python.write_text(f'#!/bin/sh\nPYTHONPATH={folder} exec {sys.executable} "$@"\n')
    python.chmod(0o755)
    found = find_installation(str(python), tmp_path / "package")
    assert found.folder is None
    assert found.take_turn(samples, 2, None)["version"] == "4.0"
    assert find_installation("sh", tmp_path / "package", tmp_path).python.endswith("/sh")


def test_processes_alternate_and_each_round_begins_with_the_other(tmp_path: Path, samples: Path) -> None:
    both = tuple(Installation(name=name, folder=lay_out(tmp_path / name, name)) for name in ("a", "b"))
    told, turns = list[str](), Turns()
    run_rounds((both[0], both[1]), samples, replace(TERMS, rounds=2), turns, told.append)
    assert [words.partition(", ")[2][0] for words in told] == ["a", "b", "b", "a"]
    assert told[2].startswith("round 2 of 2, b: ")
    assert {turn["version"] for turn in turns.first} == {"a"}
    assert all(len(turn["latencies_ms"]) == 8 for turn in (*turns.first, *turns.second))


@pytest.mark.parametrize(("slower", "standing"), [(1.1, "slower"), (1.0, "noise"), (0.9, "faster")])
def test_what_differs_by_more_than_the_floor_is_said(slower: float, standing: str) -> None:
    told = weigh(BOTH, turns(slower), TERMS, interrupted=False)
    assert (told["standing"], told["verdict"]) == (standing, "VALID")
    assert told["ratio"] == pytest.approx(slower)
    assert told["processor"]["ratio"] == pytest.approx(slower)
    assert 0 < told["floor"]["between"] < 0.02
    assert told["labels_equal"] == {"photos": 2, "equal": 2}


def test_without_a_processor_it_is_invalid_or_noisy_if_that_is_allowed() -> None:
    told = weigh(BOTH, turns(1.1, worked=0.6), replace(TERMS, allow_noisy=False), interrupted=False)
    assert told["verdict"] == "INVALID"
    assert told["reasons"] == [told["noise"]]
    assert told["noise"].startswith("got 60% of a processor, 95% are wanted")
    assert weigh(BOTH, turns(1.1, worked=0.6), TERMS, interrupted=False)["verdict"] == "NOISY"


def test_installations_that_answer_differently_are_said_to() -> None:
    assert weigh(BOTH, turns(1.0, label="cow"), TERMS, interrupted=False)["labels_equal"] == {"photos": 2, "equal": 1}
    told = turns(1.0)
    told.second[3] = turn(20, label="cow")
    (reason,) = weigh(BOTH, told, TERMS, interrupted=False)["reasons"]
    assert "answers differently from process to process" in reason


def test_rounds_that_were_finished_stand_and_too_few_of_them_have_no_ratio() -> None:
    half = turns(1.1)
    half.second.pop()
    told = weigh(BOTH, half, TERMS, interrupted=True)
    assert (told["rounds"], told["verdict"], "ratio" in told) == (7, "INVALID", False)
    assert told["reasons"] == ["interrupted after 7 rounds; let it run to its end"]
    none = weigh(BOTH, Turns(), TERMS, interrupted=True)
    assert (none["rounds"], none["labels_equal"], none["processor_share"]) == (0, None, None)


@pytest.fixture
def pretending(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """This installation is a package of a few lines, too, while everything else stays as it is."""
    folder = lay_out(tmp_path / "this", "2.0")
    (folder / "simulator/vision/analyzer.py").write_text(
        FILES["simulator/vision/analyzer.py"].replace(".decode()", ".hex()[:8]")
    )
    monkeypatch.setattr(
        "simulator.api.bench.against.this_installation", lambda: Installation(name="this", folder=folder)
    )
    return folder


@pytest.fixture
def asked(tmp_path: Path, pretending: Path) -> tuple[BenchOrder, str]:
    """An order with one photo, and an interpreter that has the package of a few lines."""
    photos, python = tmp_path / "photos", tmp_path / "python"
    photos.mkdir()
    Image.new("RGB", (320, 240), "teal").save(photos / "a.png")
    python.write_text(f'#!/bin/sh\nPYTHONPATH={pretending} exec {sys.executable} "$@"\n')
    python.chmod(0o755)
    order = BenchOrder(
        patterns=(),
        queries=4,
        seconds=None,
        seed=7,
        rate=None,
        workers=1,
        samples=1,
        size=Size.PROXY,
        photos=photos,
        floats=None,
        model=None,
        brief=True,
        themes=False,
    )
    return order, str(python)


def test_a_whole_contest_is_told_as_its_schema_has_it(asked: tuple[BenchOrder, str]) -> None:
    told = list[str]()
    result = contest(*asked, TERMS, told.append)
    assert check_result(json.loads(json.dumps(result))) == []
    assert [each["version"] for each in result["installations"]] == ["2.0", "2.0"]
    assert told[0] == "drawing the samples"
    assert len(told) == 17
    assert result["labels_equal"] == {"photos": 1, "equal": 1}


def test_this_installation_is_the_one_that_is_running() -> None:
    assert this_installation().folder == Path(os.path.realpath(simulator.__file__)).parent.parent


def test_whoever_stops_a_contest_keeps_the_rounds_that_were_finished(asked: tuple[BenchOrder, str]) -> None:
    def stop(words: str) -> None:
        if words.startswith("round 2"):
            raise KeyboardInterrupt

    result = contest(*asked, TERMS, stop)
    assert check_result(json.loads(json.dumps(result))) == []
    assert (result["interrupted"], result["rounds"], result["verdict"]) == (True, 1, "INVALID")
