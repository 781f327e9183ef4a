"""What is shown, kept as a file: in the downloads folder, or as a download in a browser."""

from contextlib import suppress
from typing import TYPE_CHECKING

from textual import events
from textual.app import App

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.tui.export import Format
    from simulator.tui.table import FactTable

# Of each delivery, by its name: what it is called.
_EXPORT, _PICTURE = "export", "picture"
_CALLED = {_EXPORT: "The export", _PICTURE: "The picture of the screen"}


class Exporting(App[None]):
    """The part of the application that asks for a form, writes the table of the screen on top, and says where it is."""

    def action_export(self) -> None:
        """Keep what is shown as a file."""
        from simulator.tui.dialogs.export import ExportScreen
        from simulator.tui.table import Tabulated

        table = self.screen.table() if isinstance(self.screen, Tabulated) else None
        if table is None:
            self.notify("There is nothing to export here yet.")
            return
        self.push_screen(
            ExportScreen(table.title, len(table.rows)), lambda form: self._deliver(table, form) if form else None
        )

    def _deliver(self, table: "FactTable", form: "Format") -> None:
        import io

        from simulator.tui.export import free_path, write_table

        folder = self._make_folder()
        path = free_path(folder, table.title, form)
        content = io.StringIO(write_table(table, form))
        self.deliver_text(content, save_directory=folder, save_filename=path.name, name=_EXPORT)

    def action_shoot(self) -> None:
        """Keep the screen as SVG: in the downloads folder, or as a download in a browser."""
        import io

        from simulator.tui.export import free_path

        folder = self._make_folder()
        self.deliver_text(
            io.StringIO(self.export_screenshot()),
            save_directory=folder,
            save_filename=free_path(folder, "screen", "svg").name,
            mime_type="image/svg+xml",
            name=_PICTURE,
        )

    def _make_folder(self) -> "Path":
        """The downloads folder, which a delivery expects to be there."""
        from platformdirs import user_downloads_path

        folder = user_downloads_path()
        if not self.is_web:
            # Where it cannot be made, the delivery says so.
            with suppress(OSError):
                folder.mkdir(parents=True, exist_ok=True)
        return folder

    def on_delivery_complete(self, event: events.DeliveryComplete) -> None:
        if event.name in _CALLED:
            kept = "was handed to the browser." if event.path is None else f"is kept as {event.path}"
            self.notify(f"{_CALLED[event.name]} {kept}", markup=False)

    def on_delivery_failed(self, event: events.DeliveryFailed) -> None:
        if event.name in _CALLED:
            told = f"{_CALLED[event.name]} could not be kept: {event.exception}"
            self.notify(told, severity="error", markup=False, timeout=10)
