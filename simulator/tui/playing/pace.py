"""How a story is being played: whether it moves by itself, and how fast."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.tui.playing.show import Show

_SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
_ORDINARY = _SPEEDS.index(1.0)
_WRITTEN = {0.25: "1/4", 0.5: "1/2"}


@dataclass
class Pace:
    """How the story that is on is being played.

    Attributes:
        playing: whether the playhead moves by itself.
        interrupted: whether it did until a prompt had to be answered; it goes on once that is done.
    """

    playing: bool = False
    interrupted: bool = False
    _chosen: int = _ORDINARY

    @property
    def speed(self) -> float:
        """How many times faster than the captions can be read."""
        return _SPEEDS[self._chosen]

    def change(self, by: int) -> bool:
        """Faster or slower by so many steps; whether there is such a speed."""
        if not 0 <= self._chosen + by < len(_SPEEDS):
            return False
        self._chosen += by
        return True

    def hold(self, *, asked: bool) -> None:
        """Stop for a question, and go on after it."""
        if asked and self.playing:
            self.playing, self.interrupted = False, True
        elif not asked and self.interrupted:
            self.playing, self.interrupted = True, False

    def tell(self, show: "Show", *, asked: bool, busy: bool) -> str:
        """In a few words; a sign first, so that it is seen from afar."""
        if asked and show.at_end:
            return "? waits for your answer"
        if show.at_end and not show.playback.ended:
            return "… waits for the analyzer" if busy else "! stopped here"
        if show.at_end:
            return "■ the end"
        written = _WRITTEN.get(self.speed, f"{self.speed:.0f}")
        return f"▶ playing x{written}" if self.playing else f"‖ paused x{written}"
