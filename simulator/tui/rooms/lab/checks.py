"""What must be known before a difference is believed: guardrails, the field test, what it stands on, and its price."""

from typing import TYPE_CHECKING, Final

from rich.console import Group
from rich.table import Column, Table
from rich.text import Text
from textual.widgets import Static

from simulator.experiment.metric import Metric
from simulator.experiment.results import UNEVEN, RailVerdict
from simulator.report.experiment import write_mean, write_range, write_short_change, write_size
from simulator.report.what_if import say_fragility, say_replay
from simulator.tui.rooms.lab.worlds import NOT_YET

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import RenderableType

    from simulator.experiment.results import Contrast, FieldEstimate, Results

_SIGNS: Final = {RailVerdict.BROKEN: "✕ BROKEN", RailVerdict.HOLDS: "■ holds", RailVerdict.OPEN: "? open"}


class ChecksPanel(Static):
    """Guardrails, the sample ratio, what the field test can find, and what a refusal costs."""

    DEFAULT_CSS = """
    ChecksPanel { height: auto; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)

    def bring(self, results: "Results | None", metric: "Metric | None", arm: int) -> None:
        if results is None or metric is None:
            self.update(Text(NOT_YET, "dim"))
        else:
            self.update(Group(*_tell(results, metric, arm)))


def _tell(results: "Results", metric: Metric, arm: int) -> "Iterator[RenderableType]":
    yield Text("Guardrails", "bold")
    yield _grid(_rails(results), "none are planned")
    yield Text("\nSample ratio of the field test", "bold")
    yield _grid([_ratio(results)])
    yield Text(f"\nWhat the field test can find of {metric}", "bold")
    yield _grid(_powers(results, metric, arm))
    contrast = results.contrast(arm)
    if contrast is not None:
        yield from _tell_contrast(results, contrast, metric)
    yield Text("\nValue lost by refusing: ideas for each person that would have been kept", "bold")
    lost, kept = Metric.IDEAS_LOST, Metric.IDEAS_KEPT
    yield _grid(
        (arm.id, f"{write_mean(lost, arm.means[lost])}; kept {write_mean(kept, arm.means[kept])}")
        for arm in results.arms
    )


def _tell_contrast(results: "Results", contrast: "Contrast", metric: Metric) -> "Iterator[RenderableType]":
    yield Text(f"\nLooks at {contrast.arm}: one look alone; valid at all looks together", "bold")
    yield _grid(_looks(contrast.gaps[metric].field, metric))
    yield Text(f"\nThe field test of {contrast.arm}, repeated", "bold")
    replayed = [said for each in results.replay if each.arm == contrast.arm for said in say_replay(each)]
    yield _paragraphs(replayed, "not asked for; r, then space again")
    yield Text(f"\nWhat the conclusion on {contrast.arm} stands on", "bold")
    stands_on = [say_fragility(each) for each in results.fragility if each.arm == contrast.arm]
    yield _paragraphs(stands_on, "not asked for; f, then space again")


def _looks(test: "FieldEstimate", metric: Metric) -> "Iterator[tuple[str, str]]":
    for look in test.looks:
        low, high = look.valid.low, look.valid.high
        valid = "?" if low is None or high is None else write_range(metric, low, high)
        yield f"{look.people:,}", f"{write_short_change(metric, look.naive)}; {valid}"


def _rails(results: "Results") -> "Iterator[tuple[str, str]]":
    for contrast in results.contrasts:
        for rail in contrast.rails:
            worse, most = write_short_change(rail.metric, rail.worse), write_size(rail.metric, rail.most)
            yield _SIGNS[rail.verdict], f"{contrast.arm}: {rail.metric} worse by {worse}; at most {most}"


def _ratio(results: "Results") -> tuple[str, str]:
    test = results.field_test
    arms = ", ".join(f"{people:,}" for people in test.people)
    if test.split is not None and test.split < UNEVEN:
        return "✕ UNEVEN", f"{arms}; a chance of {test.split:.2g}: look for the reason first"
    return "■ even", arms if test.split is None else f"{arms} (p {test.split:.2f})"


def _powers(results: "Results", metric: Metric, arm: int) -> "Iterator[tuple[str, str]]":
    for place, contrast in enumerate(results.contrasts, start=1):
        test = contrast.gaps[metric].field
        detectable = "?" if test.detectable is None else write_size(metric, test.detectable)
        truth = (
            "how often what is true here is not known"
            if test.power is None
            else f"what is true here in {test.power:.0%} of tests"
        )
        words = f"from {detectable} at a power of {results.field_test.power:.0%}; {truth}"
        yield f"{'▸' if place == arm else ' '} {contrast.arm}", words


def _paragraphs(told: "Sequence[str]", empty: str) -> Text:
    return Text("\n".join(told)) if told else Text(empty, "dim")


def _grid(rows: "Iterable[tuple[str, str]]", empty: str = "") -> "RenderableType":
    """Names to the left, so that what wraps stays to their right."""
    grid = Table.grid(Column(no_wrap=True), Column(), padding=(0, 2, 0, 0))
    for name, words in rows:
        grid.add_row(Text(name, "bold"), Text(words))
    return grid if grid.rows else Text(empty, "dim")
