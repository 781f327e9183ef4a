"""A session as a file: which keys were pressed and where was clicked, and when; and playing it back.

JSON Lines: the first line says what was opened, each other one what was done so many seconds after the beginning.
"""

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from simulator.domain.errors import ScenarioError
from simulator.tui.ports import Thumb, Wish

if TYPE_CHECKING:
    from textual.pilot import Pilot

_FORMAT = "rollcall-session-1"


class SessionRecorder:
    """Writes down what is done, each line at once, so that a session that ends badly is kept as far as it went.

    Args:
        path: the file; it must not be there yet.
        wish: what is opened; None for home.
        clock: seconds, from any beginning.

    Raises:
        OSError: the file is there already or cannot be written.
    """

    def __init__(self, path: Path, wish: Wish | None, clock: Callable[[], float]) -> None:
        self._file: IO[str] = path.open("x", encoding="utf-8")
        self._clock = clock
        self._began = clock()
        self._write({"format": _FORMAT, "wish": None if wish is None else asdict(wish)})

    def note(self, what: str, value: object) -> None:
        """``key`` and its name, or ``click`` and the cell."""
        self._write({"at": round(self._clock() - self._began, 3), what: value})

    def close(self) -> None:
        self._file.close()

    def _write(self, record: Mapping[str, object]) -> None:
        self._file.write(json.dumps(record) + "\n")
        self._file.flush()


class Session:
    """A recorded session, read from its file.

    Raises:
        ScenarioError: the file is no session, or a line of it is damaged.
        OSError: it cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        records = [self._parse(number, line) for number, line in enumerate(lines, 1)]
        if not records or records[0].get("format") != _FORMAT:
            raise ScenarioError(path, "", "not a recorded session; `rollcall screen --record FILE` makes one")
        self.wish = self._wish(records[0].get("wish"))
        self._deeds = [self._deed(number, record) for number, record in enumerate(records[1:], 2)]

    async def replay(self, pilot: "Pilot[Any]") -> None:
        """Do it all again, at the same times."""
        began = asyncio.get_running_loop().time()
        for at, key, cell in self._deeds:
            await asyncio.sleep(max(0.0, began + at - asyncio.get_running_loop().time()))
            if key is not None:
                await pilot.press(key)
            elif cell is not None:
                await pilot.click(offset=cell)

    def _parse(self, number: int, line: str) -> dict[str, Any]:
        try:
            record = json.loads(line)
        except ValueError as error:
            raise ScenarioError(self._path, f"line {number}", "not JSON; record the session again") from error
        if not isinstance(record, dict):
            raise ScenarioError(self._path, f"line {number}", "expected an object")
        return record

    def _wish(self, told: Any) -> Wish | None:
        if told is None:
            return None
        try:
            return Wish(**{**told, "thumb": Thumb(told["thumb"])})
        except (TypeError, KeyError, ValueError) as error:
            raise ScenarioError(self._path, "line 1: wish", "not a story that can be wished for") from error

    def _deed(self, number: int, record: dict[str, Any]) -> tuple[float, str | None, tuple[int, int] | None]:
        match record:
            case {"at": int() | float() as at, "key": str() as key}:
                return float(at), key, None
            case {"at": int() | float() as at, "click": [int() as x, int() as y]}:
                return float(at), None, (x, y)
        raise ScenarioError(self._path, f"line {number}", "expected when, and a key or a click")
