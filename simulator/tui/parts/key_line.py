"""The bottom row: the keys that do something here, each with its word; a click does what its key does."""

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.style import Style
    from textual import events
    from textual.binding import ActiveBinding
    from textual.screen import Screen

_MORE = " … ?"  # what did not fit is in the key panel


@dataclass(frozen=True, slots=True)
class Key:
    """One key: how it is written, and what it does."""

    written: str
    bound: "ActiveBinding"

    @property
    def enabled(self) -> bool:
        return self.bound.enabled


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """Keys that belong together, and what they do."""

    keys: tuple[Key, ...]
    words: str

    @property
    def width(self) -> int:
        """Cells, with one blank between keys and words."""
        return sum(cell_len(key.written) for key in self.keys) + 1 + cell_len(self.words)


class KeyLine(Widget):
    """One row, painted as a whole.

    Textual's own footer mounts a widget for each key anew whenever one key appears: 150 ms of a slow machine, in the
    midst of a story.
    """

    DEFAULT_CSS = """
    KeyLine { height: 1; dock: bottom; background: $footer-background; color: $footer-foreground; }
    KeyLine > .key-line--key { color: $footer-key-foreground; text-style: bold; }
    KeyLine > .key-line--words { color: $footer-description-foreground; }
    KeyLine > .key-line--off { color: $footer-description-foreground 50%; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-line--key", "key-line--words", "key-line--off"}
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[KeyEntry, ...] = ()

    @property
    def entries(self) -> tuple[KeyEntry, ...]:
        """What there is to press, shown or not for want of room."""
        return self._entries

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._renew)
        self._renew(self.screen)

    def on_unmount(self) -> None:
        self.screen.bindings_updated_signal.unsubscribe(self)

    def _renew(self, screen: "Screen[Any]") -> None:
        # A window that loses the focus has fewer keys; they stay written, since it will have it again.
        if screen is not self.screen or (self._entries and not self.app.app_focus):
            return
        entries = tuple(self._gather(screen.active_bindings.values()))
        if entries != self._entries:
            self._entries = entries
            self.refresh()

    def _gather(self, bound: "Iterable[ActiveBinding]") -> "Iterator[KeyEntry]":
        shown: dict[str, ActiveBinding] = {}
        for each in bound:
            if each.binding.show:
                # Another key for the same deed is not written.
                shown.setdefault(each.binding.action, each)
        for group, together in groupby(shown.values(), lambda each: each.binding.group):
            if group is not None:
                yield KeyEntry(tuple(self._key(each) for each in together), group.description)
            else:
                yield from (KeyEntry((self._key(each),), each.binding.description) for each in together)

    def _key(self, bound: "ActiveBinding") -> Key:
        return Key(self.app.get_key_display(bound.binding), bound)

    def _fitted(self) -> "tuple[list[KeyEntry], int, bool]":
        """What is written, with how many blanks between, and whether something is left out."""
        width = self.size.width - 1
        entries = list(self._entries)
        for gap in (2, 1):
            if sum(entry.width for entry in entries) + gap * max(0, len(entries) - 1) <= width:
                return entries, gap, False
        width -= cell_len(_MORE)
        while entries and sum(entry.width + 1 for entry in entries) - 1 > width:
            entries.pop()
        return entries, 1, True

    def _pieces(self) -> "Iterator[tuple[str, str, Key | str | None]]":
        """Each piece of the row: the text, its component class, and the key or action that a click means."""
        entries, gap, more = self._fitted()
        yield " ", "words", None
        for number, entry in enumerate(entries):
            if number:
                yield " " * gap, "words", None
            for key in entry.keys:
                yield key.written, "key" if key.enabled else "off", key
            first = entry.keys[0]
            yield f" {entry.words}", "words" if first.enabled else "off", first if len(entry.keys) == 1 else None
        if more:
            yield _MORE, "key", "app.keys"

    def render_line(self, y: int) -> Strip:
        if y:
            return Strip.blank(self.size.width, self.rich_style)
        paper = self.rich_style
        styles: dict[str, Style] = {
            name: paper + self.get_component_rich_style(f"key-line--{name}", partial=True)
            for name in ("key", "words", "off")
        }
        row = Strip([Segment(text, styles[name]) for text, name, _ in self._pieces()])
        return row.adjust_cell_length(self.size.width, paper)

    async def on_mouse_down(self, event: "events.MouseDown") -> None:
        left = 0
        for text, _, meant in self._pieces():
            left += cell_len(text)
            if event.x < left:
                # The deed and not the key: a session that is written down has the click already.
                if isinstance(meant, Key) and meant.enabled:
                    await self.app.run_action(meant.bound.binding.action, meant.bound.node)
                elif isinstance(meant, str):
                    await self.app.run_action(meant)
                return
