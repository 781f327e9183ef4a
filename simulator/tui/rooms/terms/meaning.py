"""What one set would mean for the person of the story today, as a bar and in numbers."""

from typing import ClassVar

from rich.text import Text
from textual.widget import Widget

from simulator.domain.agree import write_count
from simulator.retention.meaning import Lot, Meaning
from simulator.tui.parts.ink import ink
from simulator.tui.rooms.terms.outcome import Outcome

_PARTS = {
    Lot.NEVER: ("·", "never held", "never held"),
    Lot.GOES: ("▒", "goes", "go"),
    Lot.STAYS: ("█", "stays", "stay"),
    Lot.NOT_SAID: ("░", "not said", "not said"),
}


class MeaningBar(Widget):
    """Of what is held today: what these terms never allow, what goes, what stays, of what nothing is said."""

    DEFAULT_CSS = """
    MeaningBar {
        width: 1fr; height: 3; padding: 0 1; background: $surface;
        & > .meaning--never { color: $gone; }
        & > .meaning--goes { color: $going; }
        & > .meaning--stays { color: $kept; }
        & > .meaning--not_said { color: $silent; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"meaning--{lot}" for lot in _PARTS}

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._meaning: Meaning | None = None
        self._played: Outcome | None = None
        self._by_hand = False

    def bring(self, meaning: Meaning | None, played: Outcome | None, *, by_hand: bool) -> None:
        """Show what is read off today's ledger and, if the story was played under this set, what came of it.

        Args:
            meaning: of the set, today.
            played: how the story ends under it, where that is known.
            by_hand: nobody but its person can answer the story, so that it is not played anew.
        """
        self._meaning, self._played, self._by_hand = meaning, played, by_hand
        self.refresh()

    def render(self) -> Text:
        meaning = self._meaning
        told = Text(no_wrap=True, overflow="ellipsis")
        if meaning is None:
            return told
        told.append_text(self._bar(meaning))
        if self._played is None and self._by_hand:
            told.append("Answered by hand: fork it with 2, f.", "dim")
        elif (played := self._played) is None:
            told.append("r plays the story under this set.", "dim")
        else:
            told.append(f"Played: {played.tell()}")
        return told

    def _bar(self, meaning: Meaning) -> Text:
        """The bar and its numbers, a line each."""
        bar = Text()
        if not meaning.held:
            return bar.append("Nothing is held today.\n\n")
        width, done, sofar = self.content_size.width, 0, 0
        for lot, (block, *_) in _PARTS.items():
            sofar += meaning.count(lot)
            end = round(width * sofar / meaning.held)
            bar.append(block * (end - done), ink(self, f"meaning--{lot}"))
            done = end
        told = (
            f"{block} {write_count(number, one, many)}"
            for lot, (block, one, many) in _PARTS.items()
            if (number := meaning.count(lot))
        )
        return bar.append("\n" + "  ".join(told) + "\n")
