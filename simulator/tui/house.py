"""What a screen may ask of the application around it."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.api.ports import Stage, Wish
    from simulator.domain.analysis import Analysis
    from simulator.tui.pictures import Render
    from simulator.tui.playing.performer import Performer
    from simulator.tui.playing.show import Show
    from simulator.tui.playing.tour import Tour
    from simulator.tui.thumbnails import Thumbnails


class House(Protocol):
    """Satisfied by `simulator.tui.app.RollcallApp`.

    Attributes:
        show: the story that is on.
        performer: whoever plays it, while it is being played.
        tour: the tour that is on, if one is.
        photo_render: how photos become characters.
        autoplay: whether a story plays by itself once it is on.
        painted: whether the first frame was shown, which waits for nothing that can come after it.
    """

    stage: "Stage"
    show: "Show | None"
    performer: "Performer | None"
    tour: "Tour | None"
    photo_render: "Render"
    autoplay: bool
    painted: bool
    thumbnails: "Thumbnails"

    @property
    def works(self) -> str:
        """What is being done in the background, in whatever room, as ``people are being counted``; empty: nothing."""
        ...

    def put_on(self, wish: "Wish") -> None:
        """Begin a story and go where it is seen."""
        ...

    def perform(self, show: "Show", known: "Mapping[str, Analysis] | None" = None) -> None:
        """Play a show in the background, and go where it is seen; the one before is left."""
        ...

    def take_up(self, show: "Show", performer: "Performer | None") -> None:
        """Go where a show is seen that is being played already, or has been; the one before is left."""
        ...

    def open_run(self, name: str) -> object:
        """Put a recorded run on the screen."""
        ...

    def begin_tour(self) -> None:
        """Begin the three-minute tour."""
        ...

    def action_tour(self, by: int) -> None:
        """To the next stop of the tour, or the one before; without a tour, begin it."""
        ...

    def complain(self, problem: str) -> None:
        """Say what went wrong; nothing else changes."""
        ...

    def report(self, error: BaseException) -> None:
        """Say of a fault of Rollcall's own what it was."""
        ...

    def action_go(self, name: str) -> None:
        """Go to a room."""
        ...

    def jump(self, at: int) -> None:
        """Go to where so many events have happened, and to where it is seen."""
        ...

    def action_export(self) -> None:
        """Keep what is shown as a file."""
        ...

    def action_shoot(self) -> None:
        """Keep the screen as SVG."""
        ...

    def action_presenter(self) -> None:
        """Show the keys that are pressed, or no more."""
        ...

    def action_keys(self) -> None:
        """All keys that do something here, to be searched."""
        ...

    async def action_quit(self) -> None:
        """Leave; what was played stays recorded."""
        ...
