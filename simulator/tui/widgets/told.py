"""Lines of text that are told again and again, mostly the same."""

from collections.abc import Iterable

from textual.content import Content
from textual.widgets import Static


class Told(Static):
    """Drawn anew only where it differs, and laid out anew only where it may have become longer or shorter."""

    DEFAULT_CSS = """
    Told { width: 1fr; height: auto; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name for it)
        super().__init__(id=id)
        self._lines: tuple[Content, ...] = ()

    def tell(self, lines: Iterable[Content]) -> None:
        """Show these lines."""
        new = tuple(lines)
        if [(line.plain, line.spans) for line in new] == [(line.plain, line.spans) for line in self._lines]:
            return
        width = self.content_size.width
        fits = all(line.cell_length <= width for line in (*new, *self._lines))
        self.update(Content("\n").join(new), layout=not fits or len(new) != len(self._lines))
        self._lines = new
