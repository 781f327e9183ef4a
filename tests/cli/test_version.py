"""`rollcall --version`: which version, and of which commit, wherever it came from."""

import re
import runpy
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from invoked import Rollcall

import simulator
from simulator.api.commit import BUILT, read_commit

ROOT = Path(__file__).parent.parent.parent


def git(root: Path, *words: str) -> str:
    who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.com", "-c", "commit.gpgsign=false")
    told = subprocess.run(["git", "-C", str(root), *who, *words], capture_output=True, text=True, check=True)
    return told.stdout.strip()


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout of one commit, with a release's tag on it; the package in it holds what reads the commit."""
    package = tmp_path / "checkout" / "simulator"
    (package / "api").mkdir(parents=True)
    (package / "api" / "commit.py").write_text((ROOT / "simulator" / "api" / "commit.py").read_text())
    git(package.parent, "init", "--quiet")
    git(package.parent, "add", ".")
    git(package.parent, "commit", "--quiet", "--message", "The first")
    git(package.parent, "tag", "v0.2.0")
    return package.parent


def package_in(root: Path) -> dict[str, str]:
    """What the build hook adds to a package that is built from this folder, with a stand-in for hatchling."""
    interface = ModuleType("hatchling.builders.hooks.plugin.interface")
    interface.BuildHookInterface = type("BuildHookInterface", (), {})  # type: ignore[attr-defined]
    with pytest.MonkeyPatch.context() as patch:
        for part in ("hatchling", "hatchling.builders", "hatchling.builders.hooks", "hatchling.builders.hooks.plugin"):
            patch.setitem(sys.modules, part, ModuleType(part))
        patch.setitem(sys.modules, interface.__name__, interface)
        hook = runpy.run_path(str(ROOT / "hatch_build.py"))["CommitHook"]
    building = hook()
    building.root = str(root)
    data: dict[str, Any] = {"force_include": {}}
    building.initialize("standard", data)
    added = {target: Path(source).read_text() for source, target in data["force_include"].items()}
    building.finalize("standard", data, "")
    return added


def test_the_version_and_the_commit_are_said_in_one_line(rollcall: Rollcall) -> None:
    told = rollcall("--version")
    assert (told.code, told.err) == (0, "")
    commit = r" \([0-9a-f]{7,}(\+changes)?\)" if (ROOT / ".git").exists() else ""
    assert re.fullmatch(rf"rollcall {re.escape(simulator.__version__)}{commit}\n", told.out)


def test_without_a_commit_the_version_stands_alone(rollcall: Rollcall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.api.commit.read_commit", lambda _: None)
    assert rollcall("--version").out == f"rollcall {simulator.__version__}\n"


def test_a_checkout_knows_its_commit_and_whether_something_was_changed_since(checkout: Path) -> None:
    commit = git(checkout, "rev-parse", "--short=7", "HEAD")
    assert read_commit(checkout / "simulator") == commit
    (checkout / "notes.txt").write_text("A file that git does not know changes nothing.")
    assert read_commit(checkout / "simulator") == commit
    with (checkout / "simulator" / "api" / "commit.py").open("a") as file:
        file.write("# changed\n")
    assert read_commit(checkout / "simulator") == f"{commit}+changes"


def test_a_package_says_what_was_built_into_it_and_not_what_lies_around_it(checkout: Path) -> None:
    (checkout / "simulator" / BUILT).write_text("5078881\n")
    assert read_commit(checkout / "simulator") == "5078881"


def test_an_installed_package_is_not_of_the_commit_of_a_checkout_that_it_lies_in(checkout: Path) -> None:
    assert read_commit(checkout / ".venv" / "lib" / "simulator") is None


@pytest.mark.parametrize("missing", ["commits", "git"])
def test_where_git_has_no_answer_there_is_no_commit(
    missing: str, tmp_path: Path, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if missing == "commits":
        git(tmp_path, "init", "--quiet")
        assert read_commit(tmp_path / "simulator") is None
    else:
        monkeypatch.setenv("PATH", str(tmp_path))
        assert read_commit(checkout / "simulator") is None


def test_what_is_built_from_a_checkout_carries_its_commit(checkout: Path) -> None:
    commit = git(checkout, "rev-parse", "--short=7", "HEAD")
    assert package_in(checkout) == {f"simulator/{BUILT}": f"{commit}\n"}


def test_what_is_built_from_a_source_archive_keeps_the_commit_that_it_brings(checkout: Path) -> None:
    (checkout / "simulator" / BUILT).write_text("5078881\n")
    assert package_in(checkout) == {}


@pytest.mark.build
def test_a_wheel_is_built_and_says_its_commit(tmp_path: Path) -> None:
    wheel = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(tmp_path), str(ROOT)]
    subprocess.run(wheel, check=True)
    (built,) = tmp_path.glob("camera_rollcall-*.whl")
    with zipfile.ZipFile(built) as archive:
        assert archive.read(f"simulator/{BUILT}").decode().strip() == read_commit(ROOT / "simulator")
