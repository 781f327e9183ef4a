"""The settings tree with real menus to walk."""

from collections.abc import Iterator

from simulator.consent.app import App, Entry
from simulator.consent.walk import Walk, entries_in, find_entry
from simulator.domain.photo import PhotoAccess
from simulator.journey.world import World
from simulator.tui.rooms.story.phone.glance import Look, Piece, Row, Sheet, Tap, Touch
from simulator.tui.rooms.story.phone.wrapped import BACK, BLANK, FORTH, ends, paragraph

ACCESS = {PhotoAccess.NONE: "no photos", PhotoAccess.LIMITED: "picked photos", PhotoAccess.FULL: "all photos"}
_ON, _OFF = "[on  ●]", "[●  off]"


def view_menu(app: App, walk: Walk, world: World, width: int) -> Iterator[Row]:
    """One menu: the way back, what can be tapped in it, and what the phone itself lets the app read."""
    assert walk.at is not None
    menu = find_entry(app, walk.at)
    yield Row((Piece(f" {BACK} ", Look.STRONG, Tap(Touch.BACK)), Piece(menu.label[: width - 3], Look.STRONG)))
    yield Row((Piece("─" * width, Look.DIM),))
    entries = entries_in(app, walk.at)
    if not entries:
        yield BLANK
        yield from paragraph("Nothing here about your camera roll.", width - 2, Look.DIM, indent=1)
    for entry in entries:
        yield from _view_switch(entry, world, width) if entry.toggle else _view_way(entry, width)
    if menu.under is None:
        yield Row((Piece("─" * width, Look.DIM),))
        yield from paragraph("Allowed by the phone itself:", width - 2, Look.DIM, indent=1)
        yield from paragraph(f"{app.name} may read {ACCESS[world.access]}.", width - 2, Look.DIM, indent=1)


def view_doubt(walk: Walk, width: int) -> Sheet | None:
    """The question whether one is sure, while the app asks it."""
    if walk.doubts is None:
        return None
    text = paragraph("Turn this off? You will not get ideas made for you any more.", width, Look.STRONG)
    keep, off = Piece(" Keep on ", Look.EVEN, Tap(Touch.BACK)), Piece(" Turn off ", Look.EVEN, Tap(Touch.SURE))
    return Sheet(text=tuple(text), buttons=(Row((Piece(""), keep, Piece("  "), off)),))


def _view_way(entry: Entry, width: int) -> Iterator[Row]:
    tap = Tap(Touch.ENTRY, entry.id)
    *above, last = paragraph(entry.label, width - 4, Look.PLAIN, tap, indent=1)
    yield from above
    yield ends(last.pieces[0].text, f"{FORTH} ", Look.PLAIN, tap)


def _view_switch(entry: Entry, world: World, width: int) -> Iterator[Row]:
    tap = Tap(Touch.ENTRY, entry.id)
    on = entry.default if entry.toggle is None else world.settings.get(entry.toggle, entry.default)
    yield from paragraph(entry.label, width - 2, Look.PLAIN, tap, indent=1)
    yield Row((Piece(""), Piece(_ON if on else _OFF, Look.LOUD if on else Look.QUIET, tap), Piece(" ")))
    yield BLANK
