"""Where two worlds of the same life, on the same day, are not the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simulator.domain.holding import HoldingState
from simulator.journey.world import World
from simulator.retention.compare import HeldDifferently, compare_ledgers


@dataclass(frozen=True, slots=True, kw_only=True)
class Only:
    """Ids that are in one of the worlds and not in the other, in the order in which they came."""

    before: tuple[str, ...]
    after: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.before or self.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One number of each world."""

    name: str
    before: int
    after: int

    @property
    def differs(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """What two worlds do not share.

    Attributes:
        uploads, analyses, conclusions, ideas: what only one of them has; a conclusion is only one's own also where it
            rests on other photos in the other.
        held: everything that is not held in the same way.
    """

    uploads: Only
    analyses: Only
    conclusions: Only
    ideas: Only
    held: tuple[HeldDifferently, ...]


def set_apart(before: World, after: World) -> Apart:
    """Everything in which the two differ."""
    return Apart(
        uploads=_only(dict.fromkeys(before.uploads), dict.fromkeys(after.uploads)),
        analyses=_only(before.analyses, after.analyses),
        conclusions=_only(before.inferences, after.inferences),
        ideas=_only(before.ideas, after.ideas),
        held=tuple(compare_ledgers(before.ledger, after.ledger)),
    )


def count_both(before: World, after: World) -> tuple[Count, ...]:
    """The same numbers of both, from what leaves the phone to what is left of it."""
    one, other = _numbers(before), _numbers(after)
    return tuple(Count(name=name, before=one[name], after=other[name]) for name in one)


def _only(before: Mapping[str, Any], after: Mapping[str, Any]) -> Only:
    return Only(
        before=tuple(key for key, value in before.items() if key not in after or after[key] != value),
        after=tuple(key for key, value in after.items() if key not in before or before[key] != value),
    )


def _numbers(world: World) -> dict[str, int]:
    states = [entry.state for entry in world.ledger.entries.values()]
    seen = world.analyses.values()
    return {
        "photos sent": len(world.uploads),
        "looked at": len(world.analyses),
        "faces found": sum(len(analysis.faces) for analysis in seen),
        "with a place": sum(analysis.place is not None for analysis in seen),
        "concluded": len(world.inferences),
        "ideas": len(world.ideas),
        "✕ gone": states.count(HoldingState.DELETED),
        "◔ going": states.count(HoldingState.SCHEDULED),
        "■ kept": states.count(HoldingState.ALIVE),
        "? not said": states.count(HoldingState.SILENT),
    }
