"""The installations of Rollcall that are measured against one another: this one, and one that the user names."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

import simulator
from simulator.api.bench import turn
from simulator.domain.errors import RollcallError

_HERE = Path(simulator.__file__).resolve().parent.parent
_PATIENCE = 600  # seconds for one process's turn, which takes a few


class TurnFailedError(RollcallError):
    """A process did not do its turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """A Rollcall that can be run.

    Attributes:
        name: what to call it.
        python: the interpreter.
        folder: where its package lies; None: where that interpreter finds it.
    """

    name: str
    python: str = sys.executable
    folder: Path | None = None

    def take_turn(self, samples: Path, queries: int, model: Path | None) -> dict[str, Any]:
        """What `simulator.api.bench.turn` tells, from a process of its own.

        Raises:
            TurnFailedError: it told nothing, or it was another installation that ran.
        """
        # `-P`: this file's own folder, with modules of this version, is nowhere to be found by the other one.
        command = [self.python, "-P", turn.__file__, str(samples), str(queries), str(model or "")]
        try:
            told = subprocess.run(  # noqa: S603  (our own file, and the interpreter that the user named)
                command,
                env=self._surroundings(),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                errors="replace",
                timeout=_PATIENCE,
                check=False,
                # A Ctrl-C is for the parent alone, which ends this with it.
                start_new_session=True,
            )
        except (OSError, subprocess.TimeoutExpired) as problem:
            raise TurnFailedError(f"{self.name}: cannot be run: {problem}") from problem
        if told.returncode:
            last = (told.stderr.strip().splitlines() or ["no word"])[-1]
            raise TurnFailedError(f"{self.name}: its process ended with {told.returncode}: {last}")
        return self._check(told.stdout)

    def _surroundings(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        kept["ORT_DISABLE_TELEMETRY"] = "1"
        if self.folder is not None:
            kept["PYTHONPATH"] = str(self.folder)
        return kept

    def _check(self, text: str) -> dict[str, Any]:
        try:
            told: dict[str, Any] = json.loads(text)
            where = Path(told["where"])
            read = bool(told["latencies_ms"]) and len(told["latencies_ms"]) == len(told["processor_ms"])
        except (ValueError, KeyError, TypeError) as problem:
            raise TurnFailedError(f"{self.name}: its process told nothing that can be read") from problem
        if not read:
            raise TurnFailedError(f"{self.name}: its process told no latencies")
        if self.folder is not None and where != self.folder.resolve():
            raise TurnFailedError(f"{self.name}: {where} was run instead; is there no simulator package in it?")
        return told


def this_installation() -> Installation:
    """The one that is running."""
    return Installation(name="this one", folder=_HERE)


def find_installation(named: str, folder: Path, root: Path = _HERE) -> Installation:
    """The one that the user named: an interpreter, a wheel, or a commit of the checkout that this is run from.

    Args:
        named: a path of either, or a commit as git names it.
        folder: empty, to unpack into.
        root: of the checkout.

    Raises:
        RollcallError: it is none of them.
    """
    path = Path(named)
    if path.suffix == ".whl":
        _unpack(path, folder)
        return Installation(name=path.name, folder=folder)
    if path.is_file():
        # Not resolved: an interpreter knows its environment by the link through which it is run.
        return Installation(name=named, python=str(path.absolute()))
    if (commit := _find_commit(named, root)) is not None:
        archive = folder.with_name(f"{folder.name}.zip")
        _git(root, "archive", "--format=zip", "-o", str(archive), commit, "simulator")
        _unpack(archive, folder)
        return Installation(name=f"commit {commit[:12]}", folder=folder)
    if (found := shutil.which(named)) is not None:
        return Installation(name=named, python=found)
    raise RollcallError(
        f"{named}: is no interpreter, no wheel and no commit of {root}; name one of them after --against"
    )


def _find_commit(named: str, root: Path) -> str | None:
    # Only a checkout of Rollcall itself: what is installed may lie in somebody else's.
    if not (root / ".git").exists():
        return None
    try:
        return _git(root, "rev-parse", "--quiet", "--verify", "--end-of-options", f"{named}^{{commit}}").strip()
    except RollcallError:
        return None


def _git(root: Path, *arguments: str) -> str:
    # Nothing is changed in the user's checkout: what is archived is written into a folder of ours.
    try:
        told = subprocess.run(  # noqa: S603
            ["git", "-C", str(root), "--no-optional-locks", *arguments],  # noqa: S607  (found where the shell finds it)
            capture_output=True,
            text=True,
            errors="replace",
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as problem:
        words = (getattr(problem, "stderr", "") or str(problem)).strip().splitlines()
        raise RollcallError(f"git {arguments[0]}: {words[-1] if words else problem}") from problem
    return told.stdout


def _unpack(archive: Path, folder: Path) -> None:
    """A wheel of a package in Python alone, and an archive of git's, are the package as it lies in a folder."""
    try:
        with ZipFile(archive) as packed:
            packed.extractall(folder)
    except (OSError, BadZipFile) as problem:
        raise RollcallError(f"{archive}: cannot be unpacked: {problem}; name another") from problem
