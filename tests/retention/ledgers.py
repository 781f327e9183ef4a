"""Small ledgers, written as one would tell them."""

from collections.abc import Sequence

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from simulator.domain.categories import DataCategory, Purpose
from simulator.domain.events import Event, HoldingCreated, HoldingDeleted, HoldingKept, HoldingScheduled
from simulator.domain.holding import Holder, Holding
from simulator.retention.ledger import EMPTY, Ledger, apply_all
from simulator.terms.clause import Clause, Clock, Effect, Retain, Source, Status

SOURCE = Source(title="A notice", url="https://example.org/notice", quoted="as we said", retrieved="2025-05")

# A law holds however busy the machine is.
patiently = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def created(
    item: str, *, day: int = 0, parents: Sequence[str] = (), holder: Holder = Holder.COMPANY, clause: str | None = None
) -> HoldingCreated:
    """``p1/photo.original``, made from ``parents``, held since ``day``."""
    name, kind = item.split("/")
    holding = Holding(
        id=item,
        category=DataCategory(kind.split("#")[0]),
        holder=holder,
        since=day,
        parents=tuple(parents),
        photos=(name,),
        clause=clause,
    )
    return HoldingCreated(day=day, holding=holding)


def ledger_of(*events: Event) -> Ledger:
    return apply_all(EMPTY, events)


def one_photo(day: int = 0) -> Ledger:
    """A photo and what was recognised in it."""
    return ledger_of(
        created("p1/photo.original", day=day), created("p1/photo.labels", day=day, parents=["p1/photo.original"])
    )


def removal(name: str, *categories: DataCategory, effect: Effect = Effect.PERMIT, **retain: object) -> Clause:
    """A clause that says how long these kinds of data are kept; without ``retain`` it only says whether."""
    return Clause(
        id=name,
        effect=effect,
        categories=categories,
        purposes=(Purpose.STORE,),
        status=Status.STATED,
        source=SOURCE,
        says="It is said.",
        retain=Retain(**{"clock": Clock.WITHDRAWAL, **retain}) if retain else None,
    )


_DERIVED = [category for category in DataCategory if category is not DataCategory.ORIGINAL]


@st.composite
def any_creations(draw: st.DrawFn) -> list[HoldingCreated]:
    """Originals and things made from them, and from one another, over twenty days."""
    events: list[HoldingCreated] = []
    for number, day in enumerate(sorted(draw(st.lists(st.integers(0, 20), max_size=25)))):
        known = [event.holding.id for event in events]
        if known and draw(st.booleans()):
            parents = draw(st.lists(st.sampled_from(known), max_size=3, unique=True))
            item = f"x{number}/{draw(st.sampled_from(_DERIVED))}"
            events.append(created(item, day=day, parents=parents, holder=draw(st.sampled_from(Holder))))
        else:
            events.append(created(f"p{number}/photo.original", day=day))
    return events


@st.composite
def any_events(draw: st.DrawFn) -> list[Event]:
    """Events about a few holdings in any order, sensible or not."""
    items = ["p1/photo.original", "p1/photo.labels", "p1/photo.original#2", "roll/roll.metadata"]
    events: list[Event] = []
    for day in range(draw(st.integers(0, 25))):
        item = draw(st.sampled_from(items))
        drawn = draw(st.integers(0, 3))
        if drawn == 0:
            events.append(created(item, day=day))
        elif drawn == 1:
            ends = draw(st.none() | st.integers(day, day + 90))
            events.append(HoldingScheduled(day=day, item=item, clause="removal", begins=day, ends=ends))
        elif drawn == 2:
            events.append(HoldingKept(day=day, item=item, clause=draw(st.none() | st.just("kept"))))
        else:
            events.append(HoldingDeleted(day=day, item=item, clause="removal"))
    return events
