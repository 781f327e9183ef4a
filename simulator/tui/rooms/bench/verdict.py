"""Whether what is shown may be believed, or how far the measuring has come."""

from typing import TYPE_CHECKING

from rich.text import Text
from textual.widgets import Static

from simulator.tui.rooms.bench.view import LIVE
from simulator.vision.load.scenarios import ArrivalPattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.tui.rooms.bench.view import BenchView

_INVITED = "Press space to measure the analyzer on this machine: in a process of its own, by MLPerf's scenarios."


class VerdictLines(Static):
    """Two lines; their colour is said in their first word, too."""

    DEFAULT_CSS = """
    VerdictLines { height: 2; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    VerdictLines.-valid { color: $success; }
    VerdictLines.-invalid { color: $error; }
    VerdictLines.-live { color: $accent; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)

    def bring(self, view: "BenchView", *, measuring: bool) -> None:
        self.update(_tell_progress(view) if measuring else _tell(view))
        self.set_class(measuring, "-live")
        self.set_class(view.verdict == "VALID", "-valid")
        self.set_class(view.verdict == "INVALID", "-invalid")


def _tell(view: "BenchView") -> Text:
    if not view.verdict:
        return Text(_INVITED)
    if view.verdict == "NOISY":
        told = Text.assemble(("▲ NOISY  ", "bold"), "something else worked here, and --allow-noisy let it pass")
    elif view.verdict == "VALID":
        told = Text.assemble(("■ VALID  ", "bold"), "what is shown is earned; every answer was the warm-up's")
    else:
        told = Text.assemble(("✕ INVALID  ", "bold"), "because ", "; ".join(_gather(view.reasons)))
    if view.floor is not None:
        told.append(f"\nDifferences of up to {view.floor:.1%} are noise. {view.company}", "dim")
    return told


def _gather(reasons: "Sequence[str]") -> "Iterator[str]":
    """Scenarios with the same reason together: ``server, offline: 11 queries, 64 earn a p90``."""
    named: dict[str, list[str]] = {}
    for reason in reasons:
        scenario, colon, why = reason.partition(": ")
        known = colon and scenario in {pattern.value for pattern in ArrivalPattern}
        named.setdefault(why if known else reason, []).extend([scenario] if known else [])
    for why, scenarios in named.items():
        yield f"{', '.join(scenarios)}: {why}" if scenarios else why


def _tell_progress(view: "BenchView") -> Text:
    live = next((run for run in view.runs if run.verdict == LIVE), None)
    told = Text.assemble(("● Measuring  ", "bold"), view.during or "starting a process of its own")
    if live is not None and live.wanted:
        cells = 24
        done = min(cells, len(live.latencies) * cells // live.wanted)
        told.append(f": {len(live.latencies)} of {live.wanted} queries  ")
        told.append("█" * done + "░" * (cells - done))
    told.append("\nspace stops it; what was measured is kept", "dim")
    return told
