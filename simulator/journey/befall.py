"""What the story declares to go wrong, and what comes of it on that day."""

from collections.abc import Iterator

from simulator.domain.events import Event, FaultKind, FaultOccurred, HoldingReturned, PhotoAccessSet
from simulator.domain.holding import Holder, Holding
from simulator.domain.photo import PhotoAccess
from simulator.journey.hold import item_id
from simulator.journey.world import World
from simulator.retention.faults import Fault
from simulator.retention.schedule import close_account, settle_returned
from simulator.terms.clause import Clock, Terms


def befall(world: World, fault: Fault) -> Iterator[Event]:
    """The fault itself, and what it does at once; what it does to deletions is seen when they are due."""
    yield FaultOccurred(day=world.day, fault=fault.name, what=fault.what)
    if fault.what is FaultKind.OS_PERMISSION_WITHDRAWN:
        # INVARIANT: the consent stands, and nobody tells the company: none of its clocks starts.
        yield PhotoAccessSet(day=world.day, access=PhotoAccess.NONE, picks=())
    elif fault.what is FaultKind.BACKUP_RESTORE:
        yield from _restore(world, fault)


def follow(world: World, terms: Terms, fault: Fault, happened: list[Event]) -> Iterator[Event]:
    """What the terms say about it: the account's clock starts, and what came back is settled if a clock runs."""
    if fault.what is FaultKind.ACCOUNT_DELETED:
        yield from close_account(world.ledger, terms, world.day)
        return
    returned = [event.holding.id for event in happened if isinstance(event, HoldingReturned)]
    if world.account_deleted:
        yield from settle_returned(world.ledger, terms, world.day, returned, Clock.ACCOUNT_DELETED)
    elif world.withdrawal_received:
        yield from settle_returned(world.ledger, terms, world.day, returned, Clock.WITHDRAWAL)


def _restore(world: World, fault: Fault) -> Iterator[HoldingReturned]:
    since = world.day - (fault.days or 0)
    # Of several generations of one thing the last one counts: the ledger is in the order of creation.
    newest = {item.partition("#")[0]: entry for item, entry in world.ledger.entries.items()}
    for plain, entry in newest.items():
        old = entry.holding
        if old.holder is not Holder.COMPANY or not world.ledger.is_deleted(old.id) or entry.changed < since:
            continue
        # INVARIANT: deleted stays deleted: what comes back is a new holding, made from the old; no clause permits it.
        holding = Holding(
            id=item_id(world, plain.partition("/")[0], old.category),
            category=old.category,
            holder=old.holder,
            since=world.day,
            parents=(old.id,),
            photos=old.photos,
            clause=None,
        )
        yield HoldingReturned(day=world.day, holding=holding, fault=fault.name)
