"""Where one document permits what another forbids. The decision is still a forbid; this says that it is contested."""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.domain.categories import DataCategory, Fact, Purpose
from simulator.terms.clause import Clause, Effect, Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two clauses that cannot both be meant, and what they disagree about."""

    permits: Clause
    forbids: Clause
    categories: tuple[DataCategory, ...]
    purposes: tuple[Purpose, ...]


def conflicts(terms: Terms) -> Iterator[Conflict]:
    """Every permission that a prohibition from another document always or sometimes contradicts, in the terms' order.

    Documents are told apart by their address. Within one document a prohibition beside a permission is an exception,
    which is how documents are written, and no conflict.
    """
    for permit in terms.clauses:
        for forbid in terms.clauses:
            if permit.effect is not Effect.PERMIT or forbid.effect is not Effect.FORBID:
                continue
            categories = tuple(each for each in DataCategory if permit.covers(each) and forbid.covers(each))
            purposes = tuple(each for each in Purpose if each in permit.purposes and each in forbid.purposes)
            if categories and purposes and permit.source.url != forbid.source.url and _can_meet(permit, forbid):
                yield Conflict(permits=permit, forbids=forbid, categories=categories, purposes=purposes)


def _can_meet(one: Clause, other: Clause) -> bool:
    """Whether there is a circumstance in which both hold; the one with the fewest facts decides."""
    facts = frozenset(one.requires) | frozenset(other.requires)
    possible = not facts >= {Fact.OPTED_IN, Fact.WITHDRAWN}
    return possible and one.holds_under(facts) and other.holds_under(facts)
