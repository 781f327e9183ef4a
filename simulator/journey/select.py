"""Which photos the phone chooses to send: by time, place and theme."""

from collections.abc import Iterator

from simulator.consent.app import Selection
from simulator.domain.categories import DataCategory
from simulator.domain.events import RECENT, PhotoSelected
from simulator.domain.photo import Photo, PhotoAccess, PlaceKind
from simulator.journey.hold import item_id
from simulator.journey.world import World


def _reason(photo: Photo, day: int, selection: Selection) -> str | None:
    if day - photo.day <= selection.window:
        return RECENT
    # The phone's own index is taken as right about the theme: nothing has left the phone yet to be analysed.
    if photo.theme in selection.older_themes:
        return f"theme:{photo.theme}"
    if selection.older_trips and photo.place.kind is PlaceKind.TRIP:
        return f"place:{photo.place.name}"
    return None


def _is_settled(world: World, photo: str) -> bool:
    item = item_id(world, photo, DataCategory.ORIGINAL)
    return photo in world.sent or item in world.ledger.entries or item in world.denied


def select(world: World, selection: Selection) -> Iterator[PhotoSelected]:
    """Today's choice, newest first, at most ``selection.per_day``; photos sent, held or denied are passed over."""
    if not world.may_upload:
        return
    limited = world.access is PhotoAccess.LIMITED
    chosen = 0
    for photo in reversed(tuple(world.roll.values())):
        if chosen == selection.per_day:
            return
        if limited and photo.id not in world.picks:
            continue
        because = _reason(photo, world.day, selection)
        if because is not None and not _is_settled(world, photo.id):
            chosen += 1
            yield PhotoSelected(day=world.day, photo=photo.id, because=because)
