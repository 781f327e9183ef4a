"""May this be held? Every holding passes here, and leaves with the clause that permits it, or with none."""

from collections.abc import Collection, Iterator

from simulator.domain.categories import DataCategory, Fact, Purpose
from simulator.domain.events import Event, HoldingCreated, HoldingReturned, RequestDenied
from simulator.domain.holding import Holder, Holding
from simulator.journey.world import World
from simulator.terms.decide import DecisionTable, Request, Verdict, decide


def item_id(world: World, name: str, category: DataCategory) -> str:
    """``name/category``, and ``#2`` and so on when it was deleted and comes to be held again.

    INVARIANT: deleted stays deleted; what is sent again is a new holding.
    """
    plain = f"{name}/{category}"
    item, generation = plain, 1
    while world.ledger.is_deleted(item):
        generation += 1
        item = f"{plain}#{generation}"
    return item


def hold(
    world: World,
    table: DecisionTable,
    name: str,
    category: DataCategory,
    purpose: Purpose,
    *,
    parents: tuple[str, ...] = (),
    photos: tuple[str, ...] = (),
    extra: Collection[Fact] = (),
    holder: Holder = Holder.COMPANY,
) -> Iterator[Event]:
    """Hold something, or be denied; nothing happens if it is held already or was denied before.

    Args:
        world: the state before.
        table: the terms.
        name: what it is about: a photo, a person found, an idea.
        category: what kind of data it is.
        purpose: what it is held for.
        parents: ids of the holdings it is made from.
        photos: ids of the photos it goes back to.
        extra: facts about this one item, such as that it was edited.
        holder: who has it then.
    """
    item = item_id(world, name, category)
    if item in world.ledger.entries or item in world.denied:
        return
    decision = decide(table, Request(category=category, purpose=purpose, facts=world.facts | frozenset(extra)))
    if decision.verdict is Verdict.FORBID:
        yield RequestDenied(day=world.day, item=item, category=category, purpose=purpose, clauses=decision.clauses)
        return
    holding = Holding(
        id=item,
        category=category,
        holder=holder,
        since=world.day,
        parents=parents,
        photos=photos,
        clause=decision.clauses[0] if decision.verdict is Verdict.PERMIT else None,
    )
    sent_again = world.sent_again.get(name) if world.ledger.is_deleted(f"{name}/{category}") else None
    if sent_again is None:
        yield HoldingCreated(day=world.day, holding=holding)
    else:
        yield HoldingReturned(day=world.day, holding=holding, fault=sent_again)
