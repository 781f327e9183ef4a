"""The camera roll as a grid of photos: one widget, however many there are."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, ClassVar

from rich.segment import Segment
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from simulator.domain.holding import HoldingState

if TYPE_CHECKING:
    from rich.style import Style
    from textual import events

    from simulator.domain.photo import Photo
    from simulator.tui.rooms.story.tiles import RollView, Tile

_GAP = 1
_WISHED = 15  # cells across for one photo and its gap


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grid:
    """How tiles lie in a width: columns of tiles, each so many cells wide and high."""

    columns: int
    width: int
    height: int

    @property
    def pitch(self) -> int:
        return self.height + _GAP


class Roll(ScrollView, can_focus=True):
    """Photos, newest first; what somebody else has too is marked, the picked one is framed.

    Args:
        find: a photo as so many columns and rows of cells; None while it is being drawn.
    """

    DEFAULT_CSS = """
    Roll {
        background: $surface; color: $foreground;
        scrollbar-size-vertical: 1; overflow-y: scroll; overflow-x: hidden;
    }
    Roll > .roll--waits { background: $panel; color: $foreground 50%; }
    Roll > .roll--sent { background: $accent; color: $background; text-style: bold; }
    Roll > .roll--gone { background: $gone; color: $background; text-style: bold; }
    Roll > .roll--frame { color: $warning; text-style: bold; }
    Roll > .roll--none { color: $foreground 60%; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"roll--waits", "roll--sent", "roll--gone", "roll--frame", "roll--none"}
    _TURN = Binding.Group("Pick", compact=True)
    BINDINGS: ClassVar[list[Any]] = [
        Binding("left", "pick(-1, 0)", "Pick", group=_TURN),
        Binding("right", "pick(1, 0)", "Pick", group=_TURN),
        Binding("up", "pick(0, -1)", "Pick", group=_TURN),
        Binding("down", "pick(0, 1)", "Pick", group=_TURN),
        Binding("pageup", "pick(0, -3)", "Up", show=False),
        Binding("pagedown", "pick(0, 3)", "Down", show=False),
        Binding("enter", "open", "Open"),
    ]

    # One more row of photos makes the scrollbar longer; nothing on the screen has to be laid out anew for it.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    class Picked(Message):
        """Another photo is framed."""

        def __init__(self, photo: str) -> None:
            super().__init__()
            self.photo = photo

    class Opened(Message):
        """The framed photo shall fill the screen."""

        def __init__(self, photo: str) -> None:
            super().__init__()
            self.photo = photo

    def __init__(
        self,
        find: "Callable[[Photo, int, int], Sequence[Strip] | None]",
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._find = find
        self._tiles: Sequence[Tile] = ()
        self._places: dict[str, int] = {}
        self._picked: str | None = None
        self._waiting = False

    def bring(self, view: "RollView", picked: str | None) -> None:
        """Show these photos, one of them framed; nothing is drawn anew where all is the same."""
        if view.tiles == self._tiles and picked == self._picked:
            return
        before, framed = self._tiles, self._place_of_picked()
        self._tiles = view.tiles
        self._places = {tile.photo.id: place for place, tile in enumerate(view.tiles)}
        self._picked = picked
        if not before or not view.tiles:
            self.refresh()
        else:
            changed = {place for place, (old, new) in enumerate(zip_longest(before, view.tiles)) if old != new}
            if framed != self._place_of_picked():
                changed |= {framed, self._place_of_picked()}
            self._refresh_tiles(changed)
        if len(view.tiles) != len(before):
            self._measure()

    def refresh_pictures(self) -> None:
        """Photos that were asked for can be drawn now; nothing happens unless one of them was missing."""
        if self._waiting:
            self._waiting = False
            self.refresh()

    def _refresh_tiles(self, places: "set[int]") -> None:
        """Draw anew the rows in which these stand, as far as they are seen, with the lines above and below them."""
        grid, above = self._grid(), self.scroll_offset.y
        seen = range(above // grid.pitch, (above + self.size.height) // grid.pitch + 1)
        for row in {place // grid.columns for place in places}.intersection(seen):
            self.refresh_lines(row * grid.pitch, grid.pitch + _GAP)

    def _grid(self) -> _Grid:
        width = max(1, self.scrollable_content_region.width)
        columns = max(1, round(width / _WISHED))
        each = max(2, (width - _GAP * (columns + 1)) // columns)
        return _Grid(columns=columns, width=each, height=max(2, round(each * 3 / 8)))

    def _measure(self) -> None:
        grid = self._grid()
        rows = -(-len(self._tiles) // grid.columns)
        self.virtual_size = Size(self.scrollable_content_region.width, rows * grid.pitch + _GAP)

    def watch_virtual_size(self, size: Size) -> None:
        self.vertical_scrollbar.window_virtual_size = size.height

    def on_resize(self) -> None:
        self._measure()

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        if not self._tiles:
            text = "No photo has been taken yet." if y == 0 else ""
            return Strip([Segment(text[:width].ljust(width), self.get_component_rich_style("roll--none"))], width)
        grid = self._grid()
        row, within = divmod(y + self.scroll_offset.y, grid.pitch)
        plain = self.rich_style
        cells = self._gap(grid, row, plain) if within < _GAP else self._across(grid, row, within - _GAP, plain)
        return Strip.join(cells).adjust_cell_length(width, plain)

    def _place_of_picked(self) -> int:
        return self._places.get(self._picked or "", -1)

    def _across(self, grid: _Grid, row: int, y: int, plain: "Style") -> Iterator[Strip]:
        """One line through a row of photos, with what stands between them."""
        picked = self._place_of_picked()
        first = row * grid.columns
        tiles = self._tiles[first : first + grid.columns]
        for place, tile in enumerate(tiles, start=first):
            yield self._mark("▌" if place - 1 == picked and place > first else "▐" if place == picked else " ", plain)
            yield self._picture(tile, grid, y)
        if tiles and first + len(tiles) - 1 == picked:
            yield self._mark("▌", plain)

    def _gap(self, grid: _Grid, row: int, plain: "Style") -> Iterator[Strip]:
        """The line above a row of photos: the upper or lower edge of the frame, if it is there."""
        picked = self._place_of_picked()
        for column in range(grid.columns):
            below = row * grid.columns + column
            edge = "▄" if below == picked >= 0 else "▀" if below - grid.columns == picked >= 0 else " "
            yield self._mark(" ", plain)
            yield self._mark(edge * grid.width, plain)

    def _mark(self, text: str, plain: "Style") -> Strip:
        style = self.get_component_rich_style("roll--frame") if text.strip() else plain
        return Strip([Segment(text, style)], len(text))

    def _picture(self, tile: "Tile", grid: _Grid, y: int) -> Strip:
        found = self._find(tile.photo, grid.width, grid.height)
        if found is None:
            self._waiting = True
            name = tile.photo.id if y == grid.height // 2 else ""
            waits = self.get_component_rich_style("roll--waits")
            picture = Strip([Segment(f"{name[: grid.width]:^{grid.width}}", waits)], grid.width)
        else:
            picture = found[y]
        if y or not tile.sign:
            return picture
        sign = f" {tile.sign} "[: grid.width]
        gone = tile.original is HoldingState.DELETED
        style = self.get_component_rich_style("roll--gone" if gone else "roll--sent")
        return Strip.join([picture.crop(0, grid.width - len(sign)), Strip([Segment(sign, style)], len(sign))])

    def action_pick(self, across: int, down: int) -> None:
        """Frame another photo, so many to the right and so many rows down."""
        if not self._tiles:
            return
        place = self._place_of_picked()
        step = across + down * self._grid().columns
        place = 0 if place < 0 else min(max(place + step, 0), len(self._tiles) - 1)
        self._reveal(place)
        self.post_message(self.Picked(self._tiles[place].photo.id))

    def _reveal(self, place: int) -> None:
        grid = self._grid()
        top = place // grid.columns * grid.pitch
        self.scroll_to_region(Region(0, top, grid.width, grid.pitch + _GAP), animate=True)

    def action_open(self) -> None:
        """Let the framed photo fill the screen; without one, the newest."""
        if self._tiles:
            self.post_message(self.Opened(self._tiles[max(0, self._place_of_picked())].photo.id))

    def on_click(self, event: "events.Click") -> None:
        """The first click frames, the second opens."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        grid = self._grid()
        row, column = (offset.y + self.scroll_offset.y) // grid.pitch, offset.x // (grid.width + _GAP)
        place = row * grid.columns + column
        if column < grid.columns and place < len(self._tiles):
            photo = self._tiles[place].photo.id
            self.post_message(self.Opened(photo) if photo == self._picked else self.Picked(photo))
