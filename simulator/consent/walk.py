"""A thumb on its way through the settings to a switch: where it is, and what it took to get there."""

from dataclasses import dataclass, replace

from simulator.consent.app import App, Entry
from simulator.domain.phone import Toggle


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """One way through the menus, from the closed settings on.

    Attributes:
        at: id of the menu that is open; None: none is.
        taps: every tap so far, those on the way back included.
        wrong: how many menus and switches were tapped that do not lead to the switch that is looked for.
        doubts: how often the app has asked whether one is sure; None: it is not asking.
        done: whether the switch has been turned.
    """

    at: str | None = None
    taps: int = 0
    wrong: int = 0
    doubts: int | None = None
    done: bool = False


def entries_in(app: App, menu: str | None) -> tuple[Entry, ...]:
    """What can be tapped in a menu; None: what opens the settings."""
    return tuple(entry for entry in app.entries if entry.under == menu)


def find_entry(app: App, name: str) -> Entry:
    """The entry of that id."""
    return next(entry for entry in app.entries if entry.id == name)


def tap(walk: Walk, app: App, entry: Entry, sought: Toggle = Toggle.CLOUD_PROCESSING) -> Walk:
    """Open a menu, or tap a switch; the switch that is sought is turned at once unless the app asks first."""
    walk = replace(walk, taps=walk.taps + 1, doubts=None)
    if entry.toggle is sought:
        return replace(walk, doubts=1) if app.confirms else replace(walk, done=True)
    if entry.id not in _way_to(app, sought):
        walk = replace(walk, wrong=walk.wrong + 1)
    return walk if entry.toggle is not None else replace(walk, at=entry.id)


def confirm(walk: Walk, app: App) -> Walk:
    """Say that one is sure, as often as the app asks."""
    doubts = walk.doubts or 0
    walk = replace(walk, taps=walk.taps + 1)
    return replace(walk, doubts=doubts + 1) if doubts < app.confirms else replace(walk, doubts=None, done=True)


def go_back(walk: Walk, app: App) -> Walk:
    """One menu up, or away from the question whether one is sure; a tap as any other."""
    if walk.at is None:
        return walk
    if walk.doubts is not None:
        return replace(walk, taps=walk.taps + 1, doubts=None)
    return replace(walk, taps=walk.taps + 1, at=find_entry(app, walk.at).under)


def _way_to(app: App, sought: Toggle) -> frozenset[str]:
    ids = set()
    above: str | None = app.switch(sought).id
    while above is not None:
        ids.add(above)
        above = find_entry(app, above).under
    return frozenset(ids)
