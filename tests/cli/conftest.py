"""Commands are run as a user runs them, but in this process and with a database of their own."""

from pathlib import Path

import pytest
from invoked import Outcome, Rollcall

from simulator.cli.main import main


@pytest.fixture
def rollcall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Rollcall:
    monkeypatch.setenv("ROLLCALL_DB", str(tmp_path / "data" / "rollcall.db"))

    def run(*arguments: object) -> Outcome:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        told = capsys.readouterr()
        code = ended.value.code
        assert code is None or isinstance(code, int)
        return Outcome(code or 0, told.out, told.err)

    return run


@pytest.fixture
def short_story(tmp_path: Path) -> Path:
    """A story of twelve days with real pictures: Allow by a slip on day 0, the switch found on day 3."""
    path = tmp_path / "short.toml"
    path.write_text(
        """
id = "short"
title = "Twelve days"
about = "For tests."
starts = 2025-06-27
last_day = 40
roll_from = -12
person = 4
seed = 7
life = "parent-in-town"
app = "plaza"
prompt = "creative-ideas-2025-06"
terms = "meta-2025-06-test"
access = "full"
steps = [
    { day = 0, do = "open_app" },
    { day = 0, do = "answer", choice = "allow", manner = "slip" },
    { day = 3, do = "revoke" },
]

[expect]
consent = "withdrawn"
uploaded = [1, 60]
held_after_day = { 33 = { "photo.original" = 0 } }
silent = ["photo.embedding"]
"""
    )
    return path
