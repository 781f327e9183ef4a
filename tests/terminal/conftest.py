"""A real terminal: the program in a pseudo-terminal, and what it painted, read by pyte."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyte
import pytest

_PATIENCE = 60.0  # seconds until a test gives up; nothing is asserted about how long something took
_STILL = 0.5  # seconds without anything painted


class Terminal:
    """One program on one terminal."""

    def __init__(self, arguments: list[str], size: tuple[int, int], environment: dict[str, str]) -> None:
        columns, rows = size
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

        def prepare() -> None:
            # Only a controlling terminal tells its program that it was resized or closed.
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)
            # As `nohup` and some test runners start programs: with nobody heeding that the terminal was closed.
            signal.signal(signal.SIGHUP, signal.SIG_IGN)

        # What a test runner says about its own terminal is not true of this one.
        outside = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "simulator", *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**outside, "TERM": "xterm-256color", "COLORTERM": "truecolor", **environment},
            start_new_session=True,
            preexec_fn=prepare,  # noqa: PLW1509  (no threads here)
        )
        os.close(slave)

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def press(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def click(self, seen: str, *, right: int = 0) -> None:
        """Click on these words where they stand, or so many cells to their right.

        Raises:
            StopIteration: they are not on the screen.
        """
        self._settle()
        row, column = next((y, line.index(seen)) for y, line in enumerate(self.screen.display) if seen in line)
        at = f"0;{column + right + 1};{row + 1}"
        self.press(f"\x1b[<{at}M\x1b[<{at}m")

    def resize(self, columns: int, rows: int) -> None:
        self.screen.resize(rows, columns)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def wait_for(self, seen: str) -> None:
        """Read until this stands on the screen."""
        self.wait_until(lambda: seen in self.text, f"{seen!r} on the screen")

    def wait_until(self, true: Callable[[], bool], what: str) -> None:
        give_up = time.monotonic() + _PATIENCE
        while not true():
            if time.monotonic() > give_up:
                pytest.fail(f"waited in vain for {what}; the screen was:\n{self.text}")
            self._read(0.05)

    def end(self) -> int:
        """Read until the program has ended; its exit status."""
        self.wait_until(lambda: self.process.poll() is not None, "the end")
        self._read(0)
        return int(self.process.returncode)

    def hang_up(self) -> None:
        """The terminal is closed under the program."""
        os.close(self._master)
        self._master = -1
        self.process.wait(_PATIENCE)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        if self._master >= 0:
            os.close(self._master)

    def _read(self, patience: float) -> bool:
        """Take in what is painted now; whether there was anything."""
        read = False
        try:
            while select.select([self._master], [], [], patience)[0]:
                self._stream.feed(os.read(self._master, 1 << 16))
                read, patience = True, 0
        except OSError:
            pass  # the other end is closed
        return read

    def _settle(self) -> None:
        """Read until nothing more is painted: who clicks must know where things have come to stand."""
        give_up = time.monotonic() + _PATIENCE
        while self._read(_STILL) and time.monotonic() < give_up:
            pass


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    started: list[Terminal] = []

    def begin(*arguments: str, size: tuple[int, int] = (100, 30), **environment: str) -> Terminal:
        terminal = Terminal(list(arguments), size, {"ROLLCALL_DB": str(tmp_path / "rollcall.db"), **environment})
        started.append(terminal)
        return terminal

    yield begin
    for terminal in started:
        terminal.close()
