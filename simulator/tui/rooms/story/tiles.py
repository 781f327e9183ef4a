"""The camera roll as its owner has it, and which of it somebody else has too."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.domain.categories import DataCategory
from simulator.tui.held.fates import FATES

if TYPE_CHECKING:
    from simulator.domain.holding import HoldingState
    from simulator.domain.photo import Photo
    from simulator.journey.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One photo.

    Attributes:
        original: what became of the original at the company, or None: it never left the phone.
        sign: for the corner of its picture; empty for a photo that never left the phone.
    """

    photo: "Photo"
    original: "HoldingState | None"
    sign: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RollView:
    """The newest photo first, as a phone shows them."""

    tiles: tuple[Tile, ...]
    sent: int


def view_roll(world: "World") -> RollView:
    """Every photo taken so far."""
    sent = frozenset(world.uploads)
    tiles = tuple(_tile(world, photo, sent=photo.id in sent) for photo in [*world.roll.values()][::-1])
    return RollView(tiles=tiles, sent=sum(tile.sign != "" for tile in tiles))


def _tile(world: "World", photo: "Photo", *, sent: bool) -> Tile:
    if not sent:
        return Tile(photo=photo, original=None, sign="")
    state = original_state(world, photo.id)
    return Tile(photo=photo, original=state, sign="↑" if state is None else f"↑{FATES[state].mark}")


def original_state(world: "World", photo: str) -> "HoldingState | None":
    """What became of the original that was sent last; None where none was ever held."""
    return newest_state(world, f"{photo}/{DataCategory.ORIGINAL}")


def newest_state(world: "World", item: str) -> "HoldingState | None":
    """The state of a thing, or of what came to be held in its place; None where it was never held."""
    entries = world.ledger.entries
    held = entries.get(item)
    again = 2
    # What is sent again is a new holding: p0012/photo.original#2.
    while (later := entries.get(f"{item}#{again}")) is not None:
        held, again = later, again + 1
    return None if held is None else held.state
