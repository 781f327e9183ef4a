"""Small photos, drawn by one worker in the order in which they were last asked for, and kept."""

import threading
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from textual.strip import Strip

    from simulator.api.ports import Stage
    from simulator.domain.photo import Photo
    from simulator.journey.scenario import Scenario
    from simulator.tui.pictures import Render

_LONG = 320  # pixels kept of a photo's longer side: enough for 160 columns of quarter blocks
_MOST = 400
_TRIES = 2  # the process that draws may have been ended by something that does not come again
_MOST_CELLS = 800  # pictures as characters; a few kilobytes each

# Photos of different lives may have the same key: it stands for the luck in a drawing, and not for who is in it.
_Key = tuple[str, int, int, int]


class Thumbnails:
    """Asks the stage for photos and keeps them small.

    Args:
        stage: which draws.
        render: how photos become characters.
        drawn: called in the worker's thread whenever more photos can be shown.
        refused: called there with the reason when a photo cannot be drawn, once for each reason.
    """

    def __init__(
        self, stage: "Stage", render: "Render", drawn: Callable[[], object], refused: Callable[[str], object]
    ) -> None:
        self._stage = stage
        self._render = render
        self._cells: dict[tuple[_Key, int, int], Sequence[Strip]] = {}
        self._drawn, self._refused = drawn, refused
        self._reasons: set[str] = set()
        self._tried: Counter[_Key] = Counter()
        self._kept: dict[_Key, Image] = {}
        self._wanted: dict[_Key, tuple[Scenario, Photo]] = {}
        self._lock = threading.Lock()
        self._more = threading.Semaphore(0)
        self._closed = False
        self._drawing = False
        self._worker: threading.Thread | None = None

    def find(self, scenario: "Scenario", photo: "Photo") -> "Image | None":
        """The small photo, or None: it will be drawn, if it can be, and ``drawn`` is called when it is."""
        key = _key(scenario, photo)
        if (kept := self._kept.get(key)) is not None or self._tried[key] >= _TRIES:
            return kept
        with self._lock:
            known = key in self._wanted
            # Asked for last, drawn first: what is on the screen now comes before what was scrolled past.
            self._wanted.pop(key, None)
            self._wanted[key] = (scenario, photo)
        if not known:
            self._more.release()
        if self._worker is None:
            self._worker = threading.Thread(target=self._draw, name="thumbnails", daemon=True)
            self._worker.start()
        return None

    def find_cells(self, scenario: "Scenario", photo: "Photo", columns: int, rows: int) -> "Sequence[Strip] | None":
        """The photo as so many cells, or None as `find` says."""
        wanted = (_key(scenario, photo), columns, rows)
        if (known := self._cells.get(wanted)) is not None:
            return known
        if (image := self.find(scenario, photo)) is None:
            return None
        if len(self._cells) >= _MOST_CELLS:
            self._cells.pop(next(iter(self._cells)))
        self._cells[wanted] = self._render(image, columns, rows, photo.id)
        return self._cells[wanted]

    @property
    def busy(self) -> bool:
        """Whether a photo that was asked for is still to be drawn."""
        return bool(self._wanted) or self._drawing

    def close(self) -> None:
        """Stop drawing; what is being drawn is finished."""
        self._closed = True
        self._more.release()

    def _draw(self) -> None:
        while True:
            self._more.acquire()
            if self._closed:
                return
            with self._lock:
                if not self._wanted:
                    continue
                # Before the photo is taken off: who asks `busy` in between must not hear that there is nothing to do.
                self._drawing = True
                key, (scenario, photo) = self._wanted.popitem()
            image = self._ask_for(key, scenario, photo)
            if image is not None:
                self._keep(key, image)
            self._drawing = False
            if image is not None:
                self._drawn()

    def _ask_for(self, key: _Key, scenario: "Scenario", photo: "Photo") -> "Image | None":
        """The photo; None if it cannot be drawn: it stays a tile with its name, and others are drawn still."""
        try:
            return self._stage.draw(scenario, photo, _LONG)
        except Exception as error:  # noqa: BLE001  (a thread that ended would draw no other photo either)
            self._tried[key] += 1
            if self._tried[key] < _TRIES:
                with self._lock:
                    self._wanted.setdefault(key, (scenario, photo))
                self._more.release()
            elif (why := str(error)) not in self._reasons:
                self._reasons.add(why)
                self._refused(why)
            return None

    def _keep(self, key: _Key, image: "Image") -> None:
        if len(self._kept) >= _MOST:
            self._kept.pop(next(iter(self._kept)))
        self._kept[key] = image


def _key(scenario: "Scenario", photo: "Photo") -> _Key:
    return (scenario.life.id, scenario.seed, scenario.story.person, photo.key)
