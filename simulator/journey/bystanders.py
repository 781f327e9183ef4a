"""Who else is in the photos: nobody asked them."""

from collections.abc import Mapping

from simulator.domain.categories import DataCategory
from simulator.domain.holding import Holder, HoldingState
from simulator.domain.photo import Photo
from simulator.retention.ledger import Ledger

# What shows a face, or is made of one.
OF_FACES = (DataCategory.ORIGINAL, DataCategory.FACE_TEMPLATE, DataCategory.PERSON_CLUSTER)
_OWNER = "owner"


def count_bystanders(ledger: Ledger, roll: Mapping[str, Photo]) -> tuple[int, Mapping[DataCategory, int]]:
    """How many different people besides the owner are in photos that the company's holdings of faces go back to.

    They are counted from the truth of the photos, not from what an analyzer found. The owner alone was ever asked.

    Args:
        ledger: what is held.
        roll: every photo that it goes back to, by id.

    Returns:
        All of them, and for each category of `OF_FACES` that is held at all how many are in its photos.
    """
    seen: dict[DataCategory, set[str]] = {}
    for entry in ledger.entries.values():
        holding = entry.holding
        if holding.category not in OF_FACES or holding.holder is not Holder.COMPANY:
            continue
        if entry.state is not HoldingState.DELETED:
            people = {who for photo in holding.photos for who in roll[photo].people}
            seen.setdefault(holding.category, set()).update(people - {_OWNER})
    return len(set().union(*seen.values())), {each: len(seen[each]) for each in OF_FACES if each in seen}
