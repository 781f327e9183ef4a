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
