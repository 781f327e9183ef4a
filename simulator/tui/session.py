"""A session as a file: which keys were pressed and what the mouse did, and when; and playing it back.

JSON Lines: the first line says what was opened and how large the terminal was, each other one what was done so many
seconds after the beginning.
"""

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from textual import events

from simulator.api.ports import Thumb, Wish
from simulator.domain.errors import ScenarioError

if TYPE_CHECKING:
    from textual.pilot import Pilot

_FORMAT = "rollcall-session-2"
_MOUSE: Mapping[str, type[events.MouseEvent]] = {
    "down": events.MouseDown,
    "up": events.MouseUp,
    "move": events.MouseMove,
    "scroll_up": events.MouseScrollUp,
    "scroll_down": events.MouseScrollDown,
}
_TYPES = {
    "story": str,
    "terms": str | None,
    "prompt": str | None,
    "life": str | None,
    "person": int | None,
    "seed": int | None,
    "harshest": bool,
    "thumb": str,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mouse:
    """One thing that the mouse did, at a cell, with a button or none (0)."""

    did: str
    x: int
    y: int
    button: int = 0

    def event(self) -> events.MouseEvent:
        """As the terminal tells it: the application makes clicks of it, as it did then."""
        return _MOUSE[self.did](*(None, self.x, self.y, 0, 0, self.button), shift=False, meta=False, ctrl=False)


class SessionRecorder:
    """Writes down what is done, each line at once, so that a session that ends badly is kept as far as it went.

    Args:
        path: the file; it must not be there yet.
        wish: what is opened; None for home.
        size: columns and rows of the terminal.
        clock: seconds, from any beginning.

    Raises:
        OSError: the file is there already or cannot be written.
    """

    def __init__(self, path: Path, wish: Wish | None, size: tuple[int, int], clock: Callable[[], float]) -> None:
        self._file: IO[str] = path.open("x", encoding="utf-8")
        self._clock = clock
        self._began = clock()
        self._write({"format": _FORMAT, "size": list(size), "wish": None if wish is None else asdict(wish)})

    def note_key(self, key: str) -> None:
        """A key was pressed."""
        self._note("key", key)

    def note_mouse(self, event: events.MouseEvent) -> None:
        """The mouse did something; where it only wanders about, nothing is written down."""
        did = next((name for name, kind in _MOUSE.items() if type(event) is kind), None)
        if did is not None and (did != "move" or event.button):
            self._note("mouse", [did, int(event.screen_x), int(event.screen_y), event.button])

    def note_size(self, columns: int, rows: int) -> None:
        """The terminal has become larger or smaller."""
        self._note("size", [columns, rows])

    def _note(self, what: str, value: object) -> None:
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
        self._size = self._read_size(records[0].get("size"))
        self._deeds = [self._deed(number, record) for number, record in enumerate(records[1:], 2)]

    def check_size(self, columns: int, rows: int) -> None:
        """Refuse a terminal in which not everything was in sight that was clicked.

        Raises:
            ScenarioError: it is smaller than the one that was recorded ever was.
        """
        sizes = [self._size, *(deed for _, deed in self._deeds if isinstance(deed, tuple))]
        wide, high = max(size[0] for size in sizes), max(size[1] for size in sizes)
        if columns < wide or rows < high:
            problem = f"recorded in {wide} columns and {high} rows, here are {columns} and {rows}; make this larger"
            raise ScenarioError(self._path, "", problem)

    async def replay(self, pilot: "Pilot[Any]") -> None:
        """Do it all again, at the same times."""
        began = asyncio.get_running_loop().time()
        for at, deed in self._deeds:
            await asyncio.sleep(max(0.0, began + at - asyncio.get_running_loop().time()))
            if isinstance(deed, str):
                await pilot.press(deed)
            elif isinstance(deed, Mouse):
                pilot.app.post_message(deed.event())
                await pilot.pause()

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
        known = isinstance(told, dict) and set(told) == set(_TYPES)
        if not known or not all(isinstance(told[name], kind) for name, kind in _TYPES.items()):
            raise ScenarioError(self._path, "line 1: wish", "not a story that can be wished for")
        numbers = [told[name] for name in ("person", "seed") if told[name] is not None]
        if told["thumb"] not in set(Thumb) or any(isinstance(number, bool) or number < 0 for number in numbers):
            raise ScenarioError(self._path, "line 1: wish", "not a story that can be wished for")
        return Wish(**{**told, "thumb": Thumb(told["thumb"])})

    def _read_size(self, told: Any) -> tuple[int, int]:
        match told:
            case [int() as columns, int() as rows]:
                return columns, rows
        raise ScenarioError(self._path, "line 1: size", "expected columns and rows")

    def _deed(self, number: int, record: dict[str, Any]) -> "tuple[float, str | Mouse | tuple[int, int]]":
        match record:
            case {"at": int() | float() as at, "key": str() as key}:
                return float(at), key
            case {"at": int() | float() as at, "mouse": [str() as did, int() as x, int() as y, int() as button]}:
                if did in _MOUSE:
                    return float(at), Mouse(did=did, x=x, y=y, button=button)
            case {"at": int() | float() as at, "size": [int() as columns, int() as rows]}:
                return float(at), (columns, rows)
        raise ScenarioError(self._path, f"line {number}", "expected when, and a key, a size or what the mouse did")
