"""A measurement as rows."""

from typing import TYPE_CHECKING

from simulator.tui.table import FactTable

if TYPE_CHECKING:
    from simulator.tui.rooms.bench.view import BenchView, PercentileView


def tabulate_runs(view: "BenchView") -> FactTable | None:
    """Every scenario with its verdict, percentiles and rate; the rows of `rollcall bench`."""
    if not view.runs:
        return None
    return FactTable(
        title="Bench",
        columns=("scenario", "verdict", "queries", "photos_a_second", "p50_ms", "p90_ms", "p95_ms", "p99_ms"),
        rows=[
            (
                *(run.name, run.verdict, len(run.latencies), run.photos_a_second),
                *(_ms(run.percentile(label)) for label in ("p50", "p90", "p95", "p99")),
            )
            for run in view.runs
        ],
        notes=[
            f"{view.verdict or 'not ended'}{': ' if view.reasons else ''}{'; '.join(view.reasons)}",
            *([] if view.floor is None else [f"differences of up to {view.floor:.1%} are noise. {view.company}"]),
            *(f"{name}: {words}" for name, words in view.card),
        ],
    )


def _ms(percentile: "PercentileView | None") -> float | None:
    return None if percentile is None else percentile.ms
