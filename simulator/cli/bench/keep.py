"""Results as files that ``--out`` names."""

from pathlib import Path

from simulator.domain.errors import RollcallError


def keep_text(out: Path, text: str) -> None:
    """Write a result as a file. Raises `RollcallError`: it cannot be written."""
    try:
        out.write_text(f"{text}\n", encoding="utf-8")
    except OSError as problem:
        raise RollcallError(f"{out}: cannot be written: {problem.strerror}; name another file with --out") from problem
