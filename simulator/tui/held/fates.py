"""The signs of what becomes of something held, and of how well a clause is known: a mark for every colour."""

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.domain.holding import HoldingState
from simulator.report.ledger import BUCKETS
from simulator.terms.clause import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """``mark`` is one cell wide; ``color`` is the name of a theme variable."""

    mark: str
    word: str
    color: str

    def __str__(self) -> str:
        return f"{self.mark} {self.word}"


def _sign(state: HoldingState, mark: str, color: str) -> Sign:
    return Sign(mark=mark, word=BUCKETS[state], color=color)


# In the order of the ledger in line mode.
FATES: Mapping[HoldingState, Sign] = {
    HoldingState.DELETED: _sign(HoldingState.DELETED, "✕", "gone"),
    HoldingState.SCHEDULED: _sign(HoldingState.SCHEDULED, "◔", "going"),
    HoldingState.ALIVE: _sign(HoldingState.ALIVE, "■", "kept"),
    HoldingState.SILENT: _sign(HoldingState.SILENT, "?", "silent"),
}

KNOWN: Mapping[Status, Sign] = {
    Status.STATED: Sign(mark="S", word="stated in the terms", color="success"),
    Status.PRESS: Sign(mark="P", word="known from the press", color="primary"),
    Status.INFERRED: Sign(mark="I", word="inferred, not stated", color="accent"),
    Status.SILENT: Sign(mark="?", word="searched for, not found", color="silent"),
}
