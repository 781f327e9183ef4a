"""What is shown, kept as a file: in the downloads folder, or as a download in a browser."""

from contextlib import suppress
from typing import TYPE_CHECKING

from textual import events
from textual.app import App

if TYPE_CHECKING:
    from simulator.tui.export import Format
    from simulator.tui.table import Table

_EXPORT = "export"  # the name of a delivery


class Exporting(App[None]):
    """The part of the application that asks for a form, writes the table of the screen on top, and says where it is."""

    def action_export(self) -> None:
        """Keep what is shown as a file."""
        from simulator.tui.screens.export import ExportScreen
        from simulator.tui.table import Tabulated

        table = self.screen.table() if isinstance(self.screen, Tabulated) else None
        if table is None:
            self.notify("There is nothing to export here yet.")
            return
        self.push_screen(
            ExportScreen(table.title, len(table.rows)), lambda form: self._deliver(table, form) if form else None
        )

    def _deliver(self, table: "Table", form: "Format") -> None:
        import io

        from platformdirs import user_downloads_path

        from simulator.tui.export import free_path, write_table

        folder = user_downloads_path()
        if not self.is_web:
            # Where there is none, the delivery says so.
            with suppress(OSError):
                folder.mkdir(parents=True, exist_ok=True)
        path = free_path(folder, table.title, form)
        content = io.StringIO(write_table(table, form))
        self.deliver_text(content, save_directory=folder, save_filename=path.name, name=_EXPORT)

    def on_delivery_complete(self, event: events.DeliveryComplete) -> None:
        if event.name == _EXPORT:
            kept = "It was handed to the browser." if event.path is None else f"Kept as {event.path}"
            self.notify(kept, title="Export", markup=False)

    def on_delivery_failed(self, event: events.DeliveryFailed) -> None:
        if event.name == _EXPORT:
            self.notify(f"The export could not be kept: {event.exception}", severity="error", markup=False, timeout=10)
