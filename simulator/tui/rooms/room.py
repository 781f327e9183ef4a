"""What all screens have in common: the row of rooms above, the keys below, and being told of news."""

from typing import TYPE_CHECKING, ClassVar, cast

from simulator.tui.dialogs.left_once import LeftOnce
from simulator.tui.parts.above import above_all
from simulator.tui.parts.key_line import KeyLine
from simulator.tui.parts.rooms import Rooms
from simulator.tui.parts.tour_bar import TourBar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.widget import Widget

    from simulator.tui.house import House
    from simulator.tui.playing.show import Show
    from simulator.tui.table import FactTable


class Room(LeftOnce[None]):
    """One screen of the house.

    Subclasses give their widgets in `furnish` and bring them up to date in `refresh_show`.
    """

    NAME: ClassVar[str] = ""
    _furnished = False

    def compose(self) -> "ComposeResult":
        yield Rooms(self.NAME)
        yield from self.furnish()
        yield TourBar()
        yield from above_all()
        yield KeyLine()

    def furnish(self) -> "Iterable[Widget]":
        """The widgets between the top row and the keys."""
        return ()

    @property
    def house(self) -> "House":
        """The application, as far as a screen may ask of it."""
        return cast("House", self.app)

    @property
    def show(self) -> "Show | None":
        """The story that is on."""
        return self.house.show

    def refresh_show(self) -> None:
        """Bring everything up to date: the story that is on has news, or another playhead.

        Called only while the widgets of `furnish` are there.
        """

    def empty(self, furniture: str, *, now: bool) -> None:
        """Show that there is no story, or that there is: what is not shown has no focus, and its keys are not offered.

        Args:
            furniture: what is shown of a story.
            now: whether none is on.
        """
        if now != self.has_class("-empty"):
            self.set_class(now, "-empty")
            self.query_one(furniture).disabled = now
            self.refresh_bindings()

    def refresh_pictures(self) -> None:
        """Photos that were asked for can be shown now; called as `refresh_show` is."""

    @property
    def works(self) -> str:
        """What this room has done in the background, as ``people are being counted``; empty: nothing."""
        return ""

    def table(self) -> "FactTable | None":
        """What is shown, as rows, for export; None while there is nothing to export."""
        return None

    def hear(self, *, pictures: bool = False) -> None:
        """A room that is not furnished yet looks for itself once it is."""
        if not (self._furnished and self.is_running and self.query(KeyLine)):
            return
        if pictures:
            self.refresh_pictures()
            return
        self.refresh_show()
        self._refresh_tour()

    def _refresh_tour(self) -> None:
        bar, tour = self.query_one(TourBar), self.house.tour
        if tour is None or self.show is None:
            bar.hush()
            return
        from simulator.tui.playing.tour import STOPS

        bar.say(*tour.told(self.show), tour.stop + 1, len(STOPS))

    def on_mount(self) -> None:
        self._furnished = True
        self.refresh_show()
        self._refresh_tour()

    def on_screen_resume(self) -> None:
        self.hear()
        # What was drawn meanwhile was told to the room one was in.
        self.hear(pictures=True)
