"""What a withdrawal would do, or has done, to what is held: three buckets, each with its grounds."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from simulator.domain.categories import DataCategory
from simulator.retention.ledger import Ledger
from simulator.retention.schedule import Ground, preview
from simulator.terms.clause import Clause
from simulator.tui.held.in_force import InForce


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One ground and what stands on it; ``clause`` None: no clause says."""

    clause: Clause | None
    kinds: Mapping[DataCategory, int]

    @property
    def total(self) -> int:
        return sum(self.kinds.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Buckets:
    goes: Sequence[Reason]
    stays: Sequence[Reason]
    not_said: Sequence[Reason]


def fill_buckets(ledger: Ledger, rules: InForce) -> Buckets:
    """The preview of `simulator.retention.schedule`, grouped by ground; most first."""
    now = preview(ledger, rules.terms)
    clauses = rules.clauses
    return Buckets(
        goes=_reasons(now.goes, clauses), stays=_reasons(now.stays, clauses), not_said=_reasons(now.not_said, clauses)
    )


def _reasons(grounds: Iterable[Ground], clauses: Mapping[str, Clause]) -> Sequence[Reason]:
    found: dict[str | None, Counter[DataCategory]] = {}
    for ground in grounds:
        found.setdefault(ground.clause, Counter())[ground.category] += 1
    reasons = (
        Reason(
            clause=None if name is None else clauses.get(name),
            kinds={category: counted[category] for category in DataCategory if category in counted},
        )
        for name, counted in found.items()
    )
    return sorted(reasons, key=lambda reason: -reason.total)
