"""An experiment as rows, for export: every metric that it asks for, in every world."""

from typing import TYPE_CHECKING

from simulator.tui.table import Cell, FactTable

if TYPE_CHECKING:
    from simulator.experiment.results import Results

_COLUMNS = (
    *("arm", "metric", "value", "low", "high"),
    *("same_people", "same_people_low", "same_people_high"),
    *("field_test", "field_test_low", "field_test_high", "field_test_p", "detectable", "power"),
)


def tabulate(results: "Results") -> FactTable:
    """Means and both kinds of difference; the first arm has none to itself."""
    rows: list[tuple[Cell, ...]] = []
    for place, arm in enumerate(results.arms):
        contrast = results.contrast(place)
        for metric in results.metrics:
            mean = arm.means[metric]
            row: tuple[Cell, ...] = (arm.id, metric.value, mean.value, mean.low, mean.high)
            if contrast is None:
                rows.append((*row, *(None,) * (len(_COLUMNS) - len(row))))
                continue
            paired, test = contrast.gaps[metric].paired, contrast.gaps[metric].field
            row = (*row, paired.value, paired.low, paired.high, test.value, test.low, test.high)
            rows.append((*row, None if test.low is None else test.p, test.detectable, test.power))
    return FactTable(
        title=f"Lab {results.experiment} of {results.people} people, seed {results.seed}",
        columns=_COLUMNS,
        rows=rows,
        notes=(
            (
                f"{results.title}; {results.people:,} of {results.planned:,} people, {results.days} days, "
                f"seed {results.seed}"
            ),
            results.note,
        ),
    )
