"""From what was seen in single photos to conclusions about a person."""

from collections.abc import Iterator

from simulator.domain.categories import DataCategory, Purpose
from simulator.domain.events import Event, HoldingCreated, Inference, InferenceDrawn, InferenceKind
from simulator.journey.hold import hold, item_id
from simulator.journey.infer import infer, news
from simulator.journey.world import World
from simulator.terms.decide import DecisionTable

_CATEGORY_OF = {
    InferenceKind.HOME: DataCategory.HOME,
    InferenceKind.WORK: DataCategory.WORK,
    InferenceKind.PERSON: DataCategory.PERSON_CLUSTER,
    InferenceKind.OCCASION: DataCategory.OCCASION,
}
_RESTS_ON = {
    InferenceKind.HOME: DataCategory.PLACE,
    InferenceKind.WORK: DataCategory.PLACE,
    InferenceKind.PERSON: DataCategory.FACE_TEMPLATE,
    InferenceKind.OCCASION: DataCategory.LABELS,
}


def _parents(world: World, inference: Inference) -> tuple[str, ...]:
    category = _RESTS_ON[inference.kind]
    ids = (f"{photo}/{category}" for photo in inference.photos)
    return tuple(item for item in ids if item in world.ledger.entries)


def conclude(world: World, table: DecisionTable) -> Iterator[Event]:
    """Today's new conclusions, what is held because of them, and the wish to use them for advertising."""
    before = tuple(world.inferences.values())
    for inference in news(before, infer(world.analyses)):
        category = _CATEGORY_OF[inference.kind]
        about = (world, table, inference.id, category, Purpose.INFER)
        held = tuple(hold(*about, parents=_parents(world, inference), photos=inference.photos))
        known = inference.id in world.inferences
        if known or any(isinstance(event, HoldingCreated) for event in held):
            yield InferenceDrawn(day=world.day, inference=inference)
        yield from held
    drawn = tuple(world.inferences.values())
    if drawn:
        items = (item_id(world, inference.id, _CATEGORY_OF[inference.kind]) for inference in drawn)
        parents = tuple(item for item in items if item in world.ledger.entries)
        photos = tuple(dict.fromkeys(photo for inference in drawn for photo in inference.photos))
        yield from hold(world, table, "profile", DataCategory.ADS_PROFILE, Purpose.ADS, parents=parents, photos=photos)
