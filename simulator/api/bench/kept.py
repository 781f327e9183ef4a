"""Results of measurements as files: those that ``--out`` wrote, and a shelf of those that the screen kept."""

import json
from collections.abc import Mapping
from math import inf
from pathlib import Path
from typing import Any

from simulator.domain.errors import RollcallError
from simulator.report.measured import SCHEMA_VERSION

_LARGEST = 64 * 2**20
_MOST = 50  # results on the shelf; the oldest is given up for a new one


def keep_result(folder: Path, result: Mapping[str, Any]) -> str:
    """Write a result into the folder under the second in which it was measured; returns that name.

    Raises:
        RollcallError: the folder cannot be written to.
    """
    name = str(result["card"]["date"])[:19].replace(":", "")
    path = folder / f"{name}.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{json.dumps(result, indent=1)}\n", encoding="utf-8")
        for old in results_in(folder)[_MOST:]:
            (folder / f"{old}.json").unlink(missing_ok=True)
    except OSError as problem:
        raise RollcallError(f"{path}: cannot be written: {problem.strerror}; the result is shown only") from problem
    return name


def results_in(folder: Path) -> tuple[str, ...]:
    """The names on the shelf, newest first; none where there is no shelf."""
    return tuple(sorted((path.stem for path in folder.glob("*.json")), reverse=True))


def read_result(path: Path) -> dict[str, Any]:
    """What ``--out``, or the screen, wrote.

    Raises:
        RollcallError: it cannot be read, or is no result of a benchmark.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise RollcallError(f"{path}: too large for a result; name a file that --out wrote")
        result = json.loads(path.read_text(encoding="utf-8"))
        _require_version(path, result)
        # What is compared must be there and be numbers; more need not be known of the file.
        for floor in ("share", "within", "between"):
            float(result["floor"][floor])
        dict(result["card"])
        for run in result["scenarios"]:
            str(run["scenario"])
            _require_latencies(run["latencies_ms"])
    except OSError as problem:
        raise RollcallError(f"{path}: cannot be read: {problem.strerror}; name a file that --out wrote") from problem
    except (ValueError, KeyError, TypeError, RecursionError) as problem:
        raise RollcallError(f"{path}: is not the result of a benchmark; name a file that --out wrote") from problem
    checked: dict[str, Any] = result
    return checked


def _require_version(path: Path, result: dict[str, Any]) -> None:
    dict(result["card"])  # what has none is no result of any version
    version = result.get("schema_version")
    if version != SCHEMA_VERSION:
        told = "no version: an older Rollcall wrote it" if version is None else f"version {version!r} of its schema"
        raise RollcallError(f"{path}: has {told}; expected version {SCHEMA_VERSION}, so measure again")


def _require_latencies(latencies: list[Any]) -> None:
    if not all(0 < float(ms) < inf for ms in latencies):
        raise ValueError("expected milliseconds above 0")
