"""Home: pick a story and begin."""

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.tui.ports import Wish
from simulator.tui.screens.room import Room

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget


class HomeScreen(Room):
    NAME = "home"
    BINDINGS: ClassVar[list[Any]] = [Binding("enter", "begin", "Play")]

    def furnish(self) -> "Iterable[Widget]":
        stories = OptionList(*(Option(story.title, id=story.id) for story in self.house.stage.shelf().stories))
        stories.border_title = "Stories"
        yield stories

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        if event.option.id is not None:
            self.house.put_on(Wish(story=event.option.id))
