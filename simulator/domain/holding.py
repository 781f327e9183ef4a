"""One thing that somebody holds about somebody, and what may become of it."""

from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.categories import DataCategory


class Holder(StrEnum):
    """Who has it."""

    COMPANY = "company"
    AUDIENCE = "audience"


class HoldingState(StrEnum):
    """Alive, scheduled, deleted, or silent: held, and no clause says for how long.

    INVARIANT: every holding is in exactly one of these at every step.
    """

    ALIVE = "alive"
    SCHEDULED = "scheduled"
    DELETED = "deleted"
    SILENT = "silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """Something held.

    Attributes:
        id: the thing and, after a slash, its kind: ``p0012/photo.original``, ``home/inferred.home``.
        parents: ids of the holdings it was made from; empty for what came from the phone itself.
        photos: ids of every photo it goes back to; empty only for logs about the account.
        clause: the clause that permits it, or None: the terms are silent.
    """

    id: str
    category: DataCategory
    holder: Holder
    since: int
    parents: tuple[str, ...]
    photos: tuple[str, ...]
    clause: str | None
