"""What the rooms have in common in which one walks through the days of the story that is on."""

from typing import Any, ClassVar

from textual.binding import Binding

from simulator.tui.playing.timeline import find_marks
from simulator.tui.rooms.room import Room


class DayRoom(Room):
    """Left and right go by a day; what cannot be done is said."""

    BINDINGS: ClassVar[list[Any]] = [
        Binding("left", "day(-1)", "Day before", group=Binding.Group("Day", compact=True), key_display="←"),
        Binding("right", "day(1)", "Day after", group=Binding.Group("Day", compact=True), key_display="→"),
        # As on the Story screen, where the arrows go by single steps.
        Binding("left_square_bracket", "day(-1)", "Day before", show=False),
        Binding("right_square_bracket", "day(1)", "Day after", show=False),
    ]

    def action_day(self, by: int) -> None:
        """Go by so many days."""
        show = self.show
        if show is None:
            return
        if by < 0 and show.position == 0:
            self.notify("This is the beginning.")
        elif not show.seek_day(show.day + by):
            self.notify("This is the end." if show.playback.ended else "This is as far as it has been played.")
        self.refresh_show()

    def action_mark(self, by: int) -> None:
        """Go to the nearest landmark on that side."""
        show = self.show
        if show is None:
            return
        days = [mark.day for mark in find_marks(show)]
        beyond = [day for day in days if (day > show.day if by > 0 else day < show.day)]
        if beyond:
            self.seek(min(beyond) if by > 0 else max(beyond))
        else:
            self.notify("No landmark lies further on." if by > 0 else "No landmark lies further back.")

    def seek(self, day: int) -> None:
        """Go to the end of a day."""
        if self.show is not None:
            self.show.seek_day(day)
            self.refresh_show()
