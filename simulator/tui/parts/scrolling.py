"""A panel of text that scrolls up and down only, so that left and right stay free for the days."""

from typing import Any, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll


class Scrolling(VerticalScroll, inherit_bindings=False):
    """Like `VerticalScroll`, with the keys that it needs and no others."""

    BINDINGS: ClassVar[list[Any]] = [
        Binding("up", "scroll_up", "Up", group=Binding.Group("Scroll", compact=True), key_display="↑"),
        Binding("down", "scroll_down", "Down", group=Binding.Group("Scroll", compact=True), key_display="↓"),
        Binding("pageup", "page_up", "Page up", show=False),
        Binding("pagedown", "page_down", "Page down", show=False),
        Binding("home", "scroll_home", "Top", show=False),
        Binding("end", "scroll_end", "Bottom", show=False),
    ]
