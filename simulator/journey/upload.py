"""A photo leaves the phone, and what the company holds because of it."""

from collections.abc import Iterator

from simulator.domain.categories import DataCategory, Purpose
from simulator.domain.events import Event, HoldingCreated, PhotoUploaded
from simulator.domain.photo import Photo
from simulator.journey.hold import hold, item_id
from simulator.journey.world import World
from simulator.population.luck import Luck
from simulator.terms.decide import DecisionTable

_SENT_ALONG = (DataCategory.THUMBNAIL, DataCategory.TIME, DataCategory.DEVICE)


def upload(world: World, table: DecisionTable, photo: Photo, luck: Luck, reviewed: float) -> Iterator[Event]:
    """Send one selected photo, if the terms let it be stored; if they do not, the photo stops here.

    Args:
        world: the state before.
        table: the terms.
        photo: the photo; of it only the file leaves the phone.
        luck: whether it falls into the sample that is reviewed for safety.
        reviewed: the share of photos in that sample.
    """
    lineage = (photo.id,)
    stored = tuple(hold(world, table, photo.id, DataCategory.ORIGINAL, Purpose.STORE, photos=lineage))
    if not any(isinstance(event, HoldingCreated) for event in stored):
        yield from stored
        return
    yield PhotoUploaded(day=world.day, photo=photo.id)
    yield from stored
    parents = (item_id(world, photo.id, DataCategory.ORIGINAL),)
    for category in (*_SENT_ALONG, DataCategory.PLACE) if photo.located else _SENT_ALONG:
        yield from hold(world, table, photo.id, category, Purpose.STORE, parents=parents, photos=lineage)
    if luck.chance(reviewed, f"reviewed/{photo.id}"):
        category = DataCategory.SAFETY_SAMPLE
        yield from hold(world, table, photo.id, category, Purpose.SAFETY, parents=parents, photos=lineage)


def register_roll(world: World, table: DecisionTable) -> Iterator[Event]:
    """The other toggle: how many photos there are and when they were taken, read without any pop-up."""
    yield from hold(world, table, "roll", DataCategory.ROLL_METADATA, Purpose.SUGGEST)


def keep_record(world: World, table: DecisionTable) -> Iterator[Event]:
    """The company writes down that it asked and what was answered."""
    for category, purpose in (
        (DataCategory.CONSENT_RECORD, Purpose.PROVE),
        (DataCategory.INTERACTION_LOG, Purpose.SUGGEST),
    ):
        yield from hold(world, table, world.record.id, category, purpose)
