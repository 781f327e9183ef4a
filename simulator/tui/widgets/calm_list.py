"""A list in which a click looks, and only a second one takes."""

from typing import TYPE_CHECKING

from textual.widgets import OptionList

if TYPE_CHECKING:
    from textual import events


class CalmList(OptionList):
    """Where to take means that a story begins and another ends, a click on something else only points at it."""

    def on_click(self, event: "events.Click") -> None:
        place = event.style.meta.get("option")
        if place is not None and place != self.highlighted:
            event.prevent_default()
            self.highlighted = place
