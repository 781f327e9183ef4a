"""A session as a file: which keys were pressed and what the mouse did, and when; and playing it back.

JSON Lines: the first line says what was opened and how large the terminal was, each other one what was done so many
seconds after the beginning.
"""

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeVar

from textual import events

from simulator.api.ports import Wish
from simulator.catalog.reader import structure
from simulator.domain.errors import ScenarioError

if TYPE_CHECKING:
    from textual.pilot import Pilot

T = TypeVar("T")
_FORMAT = "rollcall-session-2"


class Did(StrEnum):
    """What a mouse does."""

    DOWN = "down"
    UP = "up"
    MOVE = "move"
    SCROLL_UP = "scroll_up"
    SCROLL_DOWN = "scroll_down"


_MOUSE: Mapping[Did, type[events.MouseEvent]] = {
    Did.DOWN: events.MouseDown,
    Did.UP: events.MouseUp,
    Did.MOVE: events.MouseMove,
    Did.SCROLL_UP: events.MouseScrollUp,
    Did.SCROLL_DOWN: events.MouseScrollDown,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mouse:
    """One thing that the mouse did, at a cell, with a button or none (0)."""

    did: Did
    x: int
    y: int
    button: int = 0

    def event(self) -> events.MouseEvent:
        """As the terminal tells it: the application makes clicks of it, as it did then."""
        return _MOUSE[self.did](*(None, self.x, self.y, 0, 0, self.button), shift=False, meta=False, ctrl=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The first line: what was opened, None for home, and the columns and rows of the terminal."""

    format: str
    size: tuple[int, int]
    wish: Wish | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionDeed:
    """Each other line: when, and one of a key, what the mouse did where with which button, and another size."""

    at: float
    key: str | None = None
    mouse: tuple[Did, int, int, int] | None = None
    size: tuple[int, int] | None = None


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
        did = next((each for each, kind in _MOUSE.items() if type(event) is kind), None)
        if did is not None and (did is not Did.MOVE or event.button):
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
        first = self._parse(1, lines[0]) if lines else None
        if not isinstance(first, dict) or first.get("format") != _FORMAT:
            raise ScenarioError(path, "", "not a recorded session; `rollcall screen --record FILE` makes one")
        opened = self._read(1, first, Opened)
        self.wish, self._size = opened.wish, opened.size
        numbers = () if self.wish is None else (self.wish.person, self.wish.seed)
        if any(number is not None and number < 0 for number in numbers):
            raise ScenarioError(path, "line 1: wish", "expected a person and a seed of 0 or more")
        self._deeds = [self._deed(number, line) for number, line in enumerate(lines[1:], 2)]

    def check_size(self, columns: int, rows: int) -> None:
        """Refuse a terminal in which not everything was in sight that was clicked.

        Raises:
            ScenarioError: it is smaller than the one that was recorded ever was.
        """
        sizes = [self._size, *(deed.size for deed in self._deeds if deed.size is not None)]
        wide, high = max(size[0] for size in sizes), max(size[1] for size in sizes)
        if columns < wide or rows < high:
            problem = f"recorded in {wide} columns and {high} rows, here are {columns} and {rows}; make this larger"
            raise ScenarioError(self._path, "", problem)

    async def replay(self, pilot: "Pilot[Any]") -> None:
        """Do it all again, at the same times."""
        began = asyncio.get_running_loop().time()
        for deed in self._deeds:
            await asyncio.sleep(max(0.0, began + deed.at - asyncio.get_running_loop().time()))
            if deed.key is not None:
                await pilot.press(deed.key)
            elif deed.mouse is not None:
                did, x, y, button = deed.mouse
                pilot.app.post_message(Mouse(did=did, x=x, y=y, button=button).event())
                await pilot.pause()

    def _parse(self, number: int, line: str) -> object:
        try:
            return json.loads(line)
        except (ValueError, RecursionError) as error:
            raise ScenarioError(self._path, f"line {number}", "not JSON; record the session again") from error

    def _read(self, number: int, record: object, kind: type[T]) -> T:
        return structure(record, kind, f"{self._path}: line {number}")

    def _deed(self, number: int, line: str) -> SessionDeed:
        deed = self._read(number, self._parse(number, line), SessionDeed)
        if sum(each is not None for each in (deed.key, deed.mouse, deed.size)) != 1:
            raise ScenarioError(self._path, f"line {number}", "expected one of key, mouse and size")
        return deed
