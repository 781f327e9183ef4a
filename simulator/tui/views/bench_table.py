"""A measurement as rows."""

from typing import TYPE_CHECKING

from simulator.tui.table import Table

if TYPE_CHECKING:
    from simulator.tui.views.bench import BenchView


def tabulate_runs(view: "BenchView") -> Table | None:
    """Every scenario with its verdict, percentiles and rate; the rows of `rollcall bench`."""
    if not view.runs:
        return None
    return Table(
        title="Bench",
        columns=("scenario", "verdict", "queries", "photos_a_second", "p50_ms", "p90_ms", "p95_ms", "p99_ms"),
        rows=[
            (
                *(run.name, run.verdict, len(run.latencies), run.photos_a_second),
                *(percentile.ms for percentile in run.percentiles),
            )
            for run in view.runs
        ],
    )
