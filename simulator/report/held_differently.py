"""What two sets of terms mean for the same person, artefact by artefact, read aloud and as JSON."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from simulator.domain.agree import agree
from simulator.domain.categories import DataCategory
from simulator.domain.data_kinds import DATA_KINDS
from simulator.domain.holding import HoldingState
from simulator.report.lines import paragraph
from simulator.retention.compare import HeldDifferently
from simulator.retention.ledger import Entry, Ledger
from simulator.retention.totals import band
from simulator.terms.clause import Terms

_NAMED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a story ended under one set of terms."""

    terms: Terms
    ledger: Ledger
    day: int
    called: str = ""

    @property
    def name(self) -> str:
        """What it is called; by default after its terms."""
        return self.called or self.terms.id

    @property
    def still_held(self) -> tuple[int, int]:
        """How much is still held, read most kindly and most harshly."""
        bands = band(self.ledger, self.day, self.terms).values()
        return sum(low for low, _ in bands), sum(high for _, high in bands)


def tell_held_differently(
    before: Ending, after: Ending, differences: Sequence[HeldDifferently], *, each: bool
) -> Iterator[str]:
    """What is not held in the same way, in groups that fared alike; with ``each``, every artefact by its id."""
    grouped: dict[tuple[str, str], list[HeldDifferently]] = {}
    for difference in differences:
        pair = (_fared(difference.before), _fared(difference.after))
        grouped.setdefault(pair, []).append(difference)
    if not differences:
        yield "The same is held in the same way."
    for (old, new), group in grouped.items():
        yield paragraph(f"{_counted(group)}:", indent=2)
        yield paragraph(f"{before.name}: {old}.", indent=4)
        yield paragraph(f"{after.name}: {new}.", indent=4)
        yield paragraph(_listed(group, each=each), indent=4)
    for ending in (before, after):
        low, high = ending.still_held
        yield ""
        yield paragraph(
            f"{'In' if ending.called else 'Under'} {ending.name}, of {len(ending.ledger.entries)} things that were "
            f"ever held, {low} are still held on day {ending.day} if every promise and every silence is "
            f"read most kindly, {high} if most harshly."
        )


def _counted(group: Sequence[HeldDifferently]) -> str:
    numbers = Counter(difference.category for difference in group)
    return ", ".join(
        f"{DATA_KINDS[category].name} {numbers[category]}" for category in DataCategory if category in numbers
    )


def _listed(group: Sequence[HeldDifferently], *, each: bool) -> str:
    items = [difference.item for difference in group]
    if each or len(items) <= _NAMED:
        return f"{agree(len(items), 'This is', 'These are')} {', '.join(items)}."
    return f"These are {', '.join(items[:_NAMED])} and {len(items) - _NAMED} more."


def _fared(entry: Entry | None) -> str:
    if entry is None:
        return "never held"
    match entry.state:
        case HoldingState.ALIVE:
            return f"kept, by {entry.clause}" if entry.clause else "kept, and no clause permits or forbids it"
        case HoldingState.SILENT:
            return "held, and no clause says for how long"
        case HoldingState.DELETED:
            return f"gone since day {entry.changed}, by {entry.clause}"
        case HoldingState.SCHEDULED:
            end = "no end is said" if entry.ends is None else f"to be done by day {entry.ends}"
            return f"going from day {entry.begins} on, {end}, by {entry.clause}"


def held_differently_as_record(before: Ending, after: Ending, differences: Sequence[HeldDifferently]) -> dict[str, Any]:
    """The same as one object, every artefact by its id."""
    return {
        "day": before.day,
        "still_held": {
            side: dict(zip(("kindest", "harshest"), ending.still_held, strict=True))
            for side, ending in (("before", before), ("after", after))
        },
        "artefacts": [
            {
                "id": difference.item,
                "category": difference.category.value,
                "before": _entry(difference.before),
                "after": _entry(difference.after),
            }
            for difference in differences
        ],
    }


def _entry(entry: Entry | None) -> dict[str, Any] | None:
    if entry is None:
        return None
    return {
        "state": entry.state.value,
        "clause": entry.clause,
        "since": entry.changed,
        "begins": entry.begins,
        "ends": entry.ends,
    }
