"""A process of our own that tells lines: started, and never left behind."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO


@contextmanager
def running(command: tuple[str, ...], complaints: IO[str]) -> Iterator["subprocess.Popen[str]"]:
    """The process, whose standard error goes to ``complaints``; it is ended when the block is left."""
    process = subprocess.Popen(  # noqa: S603  (our own interpreter and module)
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=complaints,
        text=True,
        # Ctrl-C reaches the parent alone, which passes it on once; so what was done is always told.
        start_new_session=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def last_words(complaints: IO[str]) -> str:
    """A colon and the last line that it complained of, or nothing."""
    complaints.seek(0)
    lines = complaints.read().strip().splitlines()
    return f": {lines[-1]}" if lines else ""
