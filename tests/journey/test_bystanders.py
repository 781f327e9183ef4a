"""Who else is in the photos that are held."""

from dataclasses import replace

from told_stories import tell

from simulator.domain.categories import DataCategory
from simulator.domain.events import HoldingCreated, HoldingDeleted, PhotoTaken
from simulator.domain.holding import Holder, Holding
from simulator.journey.bystanders import count_bystanders
from simulator.retention.ledger import EMPTY, Ledger, apply, apply_all

_, EVENTS = tell("accidental-allow")
PHOTO = next(event.photo for event in EVENTS if isinstance(event, PhotoTaken))
ROLL = {
    "p1": replace(PHOTO, id="p1", people=("owner", "ada")),
    "p2": replace(PHOTO, id="p2", people=("ada", "ben")),
    "p3": replace(PHOTO, id="p3", people=("cleo",)),
}


def holding(*photos: str, category: DataCategory = DataCategory.ORIGINAL, holder: Holder = Holder.COMPANY) -> Ledger:
    things = (
        Holding(
            id=f"{photo}/{category}",
            category=category,
            holder=holder,
            since=0,
            parents=(),
            photos=(photo,),
            clause=None,
        )
        for photo in photos
    )
    return apply_all(EMPTY, (HoldingCreated(day=0, holding=thing) for thing in things))


def test_everybody_in_a_photo_that_is_held_is_counted_once_and_the_owner_never() -> None:
    # Ada is in both, Ben in one.
    assert count_bystanders(holding("p1", "p2"), ROLL) == (2, {DataCategory.ORIGINAL: 2})


def test_nobody_is_counted_for_what_is_gone_or_shows_no_face_or_is_with_friends() -> None:
    ledger = apply(holding("p1", "p3"), HoldingDeleted(day=1, item="p3/photo.original", clause="gone"))
    assert count_bystanders(ledger, ROLL) == (1, {DataCategory.ORIGINAL: 1})
    assert count_bystanders(holding("p2", category=DataCategory.PLACE), ROLL) == (0, {})
    assert count_bystanders(holding("p2", holder=Holder.AUDIENCE), ROLL) == (0, {})
