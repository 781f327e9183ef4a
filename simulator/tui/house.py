"""What a screen may ask of the application around it."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.domain.analysis import Analysis
    from simulator.tui.performer import Performer
    from simulator.tui.pictures import Render
    from simulator.tui.ports import Stage, Wish
    from simulator.tui.show import Show
    from simulator.tui.thumbnails import Thumbnails


class House(Protocol):
    """Satisfied by `simulator.tui.app.RollcallApp`.

    Attributes:
        show: the story that is on.
        performer: whoever plays it, while it is being played.
        photo_render: how photos become characters.
    """

    stage: "Stage"
    show: "Show | None"
    performer: "Performer | None"
    photo_render: "Render"
    thumbnails: "Thumbnails"

    def put_on(self, wish: "Wish") -> None:
        """Begin a story and go where it is seen."""
        ...

    def perform(self, show: "Show", known: "Mapping[str, Analysis] | None" = None) -> None:
        """Put a show on the screen and play it in the background; the one before is left."""
        ...

    def action_go(self, name: str) -> None:
        """Go to a room."""
        ...
