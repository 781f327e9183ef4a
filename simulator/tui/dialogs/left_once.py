"""What every screen is: left once however often one asks, and told of news."""

from typing import TYPE_CHECKING, cast

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen, ScreenResultType
from textual.worker import WorkerState

if TYPE_CHECKING:
    from textual.worker import Worker

    from simulator.tui.house import House


class LeftOnce(Screen[ScreenResultType]):
    """A second Enter or Escape may come before the first has taken the screen away; it takes nothing else away."""

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Give back the result and go, unless that was done already."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()

    def on_worker_state_changed(self, event: "Worker.StateChanged") -> None:
        """A worker's fault ends nothing, and nobody else says that what it was to bring does not come."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            cast("House", self.app).report(event.worker.error)

    def hear(self, *, pictures: bool = False) -> None:
        """Be told of news while on top; most screens that lie over others show none.

        Args:
            pictures: photos that were asked for can be shown now; else the show has moved.
        """


class Dialog(LeftOnce[ScreenResultType], ModalScreen[ScreenResultType]):
    """One that lies over a part of another."""
