"""An experiment as rows, for export: every metric that it asks for, in every world."""

from typing import TYPE_CHECKING

from simulator.tui.table import Cell, FactTable

if TYPE_CHECKING:
    from simulator.tui.rooms.lab.view import LabView

_COLUMNS = (
    *("arm", "metric", "value", "low", "high"),
    *("same_people", "same_people_low", "same_people_high"),
    *("field_test", "field_test_low", "field_test_high", "field_test_p", "detectable", "power"),
)


def tabulate(view: "LabView") -> FactTable | None:
    """Means and both kinds of difference; the first arm has none to itself. None while nothing was counted."""
    if not view.arms:
        return None
    rows: list[tuple[Cell, ...]] = []
    for place, arm in enumerate(view.arms):
        contrast = view.contrast(place)
        for metric in view.metrics:
            mean = arm.means[metric]
            row: tuple[Cell, ...] = (arm.id, metric.value, mean.value, mean.low, mean.high)
            if contrast is None:
                rows.append((*row, *(None,) * (len(_COLUMNS) - len(row))))
                continue
            gap = contrast.gaps[metric]
            paired, test = gap.paired, gap.field
            row = (*row, paired.value, paired.low, paired.high, test.value, test.low, test.high, test.p)
            rows.append((*row, gap.least, gap.power))
    return FactTable(
        title=f"Lab {view.experiment} of {view.people} people, seed {view.seed}",
        columns=_COLUMNS,
        rows=rows,
        notes=(
            f"{view.title}; {view.people:,} of {view.planned:,} people, {view.days} days, seed {view.seed}",
            view.note,
        ),
    )
