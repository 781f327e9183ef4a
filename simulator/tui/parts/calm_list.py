"""A list in which a click points, and only a second one takes."""

from typing import TYPE_CHECKING

from textual.widgets import OptionList

if TYPE_CHECKING:
    from textual import events


class CalmList(OptionList):
    """Where to take means that a story begins and another ends, the first click on something only points at it."""

    _pointed: int | None = None

    def on_click(self, event: "events.Click") -> None:
        place = event.style.meta.get("option")
        if place is None or self.options[place].disabled:
            return
        if not (place == self._pointed == self.highlighted):
            event.prevent_default()
            self._pointed = self.highlighted = place

    def clear_options(self) -> "CalmList":
        """What is listed from now on was not pointed at."""
        self._pointed = None
        super().clear_options()
        return self
