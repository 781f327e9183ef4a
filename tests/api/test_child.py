"""A process of our own, whatever it does."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from scripted import job

from simulator.api import child as module
from simulator.api.child import Child

AN_ORDER = {"three": (1, 2, 3)}


def test_one_process_carries_out_one_order_after_another() -> None:
    with closing(Child(job("tells_its_order"))) as child:
        assert [list(child.order(number)) for number in range(3)] == [[0], [1], [2]]


def test_a_process_that_hears_no_stop_is_ended_and_the_next_order_starts_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 0.01)
    with closing(Child(job("hears_no_stop"))) as child:
        for _ in range(2):
            with closing(child.order(AN_ORDER)) as told:
                assert next(told) == AN_ORDER
            assert child._process is None


def test_a_process_has_no_part_in_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    with closing(Child(job("writes_to_whatever_it_has"))) as child:
        assert list(child.order(AN_ORDER)) == [""]
    assert capfd.readouterr() == ("", "")


def run_script(text: str, home: Path, cwd: Path | None = None) -> "subprocess.CompletedProcess[str]":
    """Run a script of the user's, which has no guard, as one does that stands in ``cwd``."""
    script = home / "mine.py"
    script.write_text(f"from contextlib import closing\nfrom scripted import job\n{text}")
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(
        [sys.executable, script], capture_output=True, text=True, check=False, cwd=cwd or home, env=env
    )


def test_the_users_script_is_not_run_once_more_and_their_modules_take_the_place_of_none(tmp_path: Path) -> None:
    home = tmp_path / "scripts"
    home.mkdir()
    (tmp_path / "queue.py").write_text("raise SystemExit('not this one')")
    text = """
from simulator.api.child import Child
print("once")
with closing(Child(job("tells_its_order"))) as child:
    print(*child.order("told"))
"""
    told = run_script(text, home, cwd=tmp_path)
    assert (told.stdout, told.stderr) == ("once\ntold\n", "")


def test_an_order_that_the_process_cannot_read_is_one_line(tmp_path: Path) -> None:
    text = """
from simulator.api.child import Child
class Order: pass
with closing(Child(job("tells_its_order"))) as child:
    try:
        list(child.order(Order()))
    except Exception as error:
        print(error)
"""
    told = run_script(text, tmp_path)
    assert told.stdout.startswith("the process ended with 1: AttributeError: ")
    assert (told.stdout.count("\n"), told.stderr) == (1, "")


def test_when_the_parent_is_killed_the_child_stops_and_ends(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "word")
    text = """
import os, signal
from simulator.api.child import Child
child = Child(job("leaves_word_when_it_is_stopped"))
for told in child.order("word"):
    os.kill(os.getpid(), signal.SIGKILL)
"""
    with ThreadPoolExecutor() as pool:
        word = pool.submit((tmp_path / "word").read_text)
        assert run_script(text, tmp_path).returncode == -signal.SIGKILL
        # Nobody else has that pipe open, so the text is whole once the child has ended.
        assert word.result() == "stopped"
