"""Creative ideas are offered, and something is done with them."""

from collections.abc import Iterator

from simulator.domain.categories import DataCategory, Fact, Purpose
from simulator.domain.events import (
    Event,
    HoldingCreated,
    Idea,
    IdeaDismissed,
    IdeaEdited,
    IdeaKept,
    IdeaOffered,
    IdeaShared,
)
from simulator.domain.holding import Holder
from simulator.journey.hold import hold, item_id
from simulator.journey.story import Deed
from simulator.journey.suggest import suggest
from simulator.journey.world import World
from simulator.population.luck import Luck
from simulator.terms.decide import DecisionTable

REACTIONS = {
    Deed.KEEP_IDEA: IdeaKept,
    Deed.SHARE_IDEA: IdeaShared,
    Deed.EDIT_IDEA: IdeaEdited,
    Deed.DISMISS_IDEA: IdeaDismissed,
}


def offer(world: World, table: DecisionTable) -> Iterator[Event]:
    """Today's ideas, each made of photos that the company holds, and the ranking that learns from offering them."""
    for idea in suggest(tuple(world.inferences.values()), world.analyses, world.ideas, world.day):
        parents = tuple(item_id(world, photo, DataCategory.ORIGINAL) for photo in idea.photos)
        if not all(item in world.ledger.entries for item in parents):
            continue
        held = tuple(
            hold(world, table, idea.id, DataCategory.IDEA, Purpose.SUGGEST, parents=parents, photos=idea.photos)
        )
        if any(isinstance(event, HoldingCreated) for event in held):
            yield IdeaOffered(day=world.day, idea=idea)
        yield from held
        labels = tuple(f"{photo}/{DataCategory.LABELS}" for photo in idea.photos)
        known = tuple(item for item in labels if item in world.ledger.entries)
        weights = DataCategory.RANKING_WEIGHTS
        yield from hold(world, table, idea.id, weights, Purpose.RANK, parents=known, photos=idea.photos)


def _share(world: World, table: DecisionTable, idea: Idea) -> Iterator[Event]:
    yield IdeaShared(day=world.day, idea=idea.id)
    made_of = (f"{idea.id}/{DataCategory.IDEA}",)
    for category, purpose, holder in (
        (DataCategory.SHARED_POST, Purpose.PUBLISH, Holder.AUDIENCE),
        (DataCategory.TRAINING_MEMBERSHIP, Purpose.TRAIN, Holder.COMPANY),
    ):
        yield from hold(
            world,
            table,
            idea.id,
            category,
            purpose,
            parents=made_of,
            photos=idea.photos,
            extra=(Fact.SHARED,),
            holder=holder,
        )


def _edit(world: World, table: DecisionTable, idea: Idea) -> Iterator[Event]:
    yield IdeaEdited(day=world.day, idea=idea.id)
    for photo in idea.photos:
        parents = (item_id(world, photo, DataCategory.ORIGINAL),)
        category = DataCategory.TRAINING_MEMBERSHIP
        yield from hold(
            world,
            table,
            photo,
            category,
            Purpose.TRAIN,
            parents=parents,
            photos=(photo,),
            extra=(Fact.EDITED,),
        )


def react(world: World, table: DecisionTable, idea: Idea, deed: Deed) -> Iterator[Event]:
    """What the owner does with an idea. Sharing it publishes; editing it with AI may let its photos be trained on."""
    if deed is Deed.SHARE_IDEA:
        yield from _share(world, table, idea)
    elif deed is Deed.EDIT_IDEA:
        yield from _edit(world, table, idea)
    else:
        yield REACTIONS[deed](day=world.day, idea=idea.id)


def react_by_luck(world: World, table: DecisionTable, idea: Idea, luck: Luck, kept: float) -> Iterator[Event]:
    """What happens to an idea about which the story says nothing: it is kept, or dismissed."""
    deed = Deed.KEEP_IDEA if luck.chance(kept, f"react/{idea.id}") else Deed.DISMISS_IDEA
    yield from react(world, table, idea, deed)
