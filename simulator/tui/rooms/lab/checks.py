"""What must be known before a difference is believed: guardrails, the field test, what it stands on, and its price."""

from typing import TYPE_CHECKING, Final

from rich.console import Group
from rich.table import Column, Table
from rich.text import Text
from textual.widgets import Static

from simulator.experiment.metric import Metric
from simulator.tui.rooms.lab.worlds import NOT_YET

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import RenderableType

    from simulator.tui.rooms.lab.view import LabView

_SIGNS: Final = {"broken": "✕ BROKEN", "holds": "■ holds", "open": "? open"}
_UNEVEN: Final = 0.001  # as `experiment.results.UNEVEN` has it; that module loads a library of numbers


class ChecksPanel(Static):
    """Guardrails, the sample ratio, what the field test can find, and what a refusal costs."""

    DEFAULT_CSS = """
    ChecksPanel { height: auto; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)

    def bring(self, view: "LabView", metric: "Metric | None", arm: int) -> None:
        self.update(Text(NOT_YET, "dim") if metric is None else Group(*_tell(view, metric, arm)))


def _tell(view: "LabView", metric: Metric, arm: int) -> "Iterator[RenderableType]":
    yield Text("Guardrails", "bold")
    yield _grid(_rails(view), "none are planned")
    yield Text("\nSample ratio of the field test", "bold")
    yield _grid([_ratio(view)])
    yield Text(f"\nWhat the field test can find of {metric}", "bold")
    yield _grid(_powers(view, metric, arm))
    contrast = view.contrast(arm)
    if contrast is not None:
        yield Text(f"\nLooks at {contrast.arm}: one look alone; valid at all looks together", "bold")
        yield _grid((f"{look.people:,}", f"{look.naive}; {look.valid}") for look in contrast.gaps[metric].looks)
        yield Text(f"\nThe field test of {contrast.arm}, repeated", "bold")
        yield _paragraphs(contrast.replayed, "not asked for; r, then space again")
        yield Text(f"\nWhat the conclusion on {contrast.arm} stands on", "bold")
        yield _paragraphs(contrast.stands_on, "not asked for; f, then space again")
    yield Text("\nValue lost by refusing: ideas for each person that would have been kept", "bold")
    yield _grid(
        (arm.id, f"{arm.means[Metric.IDEAS_LOST].words}; kept {arm.means[Metric.IDEAS_KEPT].words}")
        for arm in view.arms
    )


def _rails(view: "LabView") -> "Iterator[tuple[str, str]]":
    for contrast in view.contrasts:
        for rail in contrast.rails:
            yield _SIGNS[rail.verdict], f"{contrast.arm}: {rail.metric} worse by {rail.worse}; at most {rail.most}"


def _ratio(view: "LabView") -> tuple[str, str]:
    arms = ", ".join(f"{people:,}" for people in view.in_field)
    if view.split is not None and view.split < _UNEVEN:
        return "✕ UNEVEN", f"{arms}; a chance of {view.split:.2g}: look for the reason first"
    return "■ even", arms if view.split is None else f"{arms} (p {view.split:.2f})"


def _powers(view: "LabView", metric: Metric, arm: int) -> "Iterator[tuple[str, str]]":
    for place, contrast in enumerate(view.contrasts, start=1):
        gap = contrast.gaps[metric]
        truth = (
            "how often what is true here is not known"
            if gap.power is None
            else f"what is true here in {gap.power:.0%} of tests"
        )
        words = f"from {gap.detectable} at a power of {view.power:.0%}; {truth}"
        yield f"{'▸' if place == arm else ' '} {contrast.arm}", words


def _paragraphs(told: "Sequence[str]", empty: str) -> Text:
    return Text("\n".join(told)) if told else Text(empty, "dim")


def _grid(rows: "Iterable[tuple[str, str]]", empty: str = "") -> "RenderableType":
    """Names to the left, so that what wraps stays to their right."""
    grid = Table.grid(Column(no_wrap=True), Column(), padding=(0, 2, 0, 0))
    for name, words in rows:
        grid.add_row(Text(name, "bold"), Text(words))
    return grid if grid.rows else Text(empty, "dim")
