"""What is held on the last day in one world, from the kindest reading to the harshest."""

from textwrap import wrap
from typing import TYPE_CHECKING

from textual.content import Content

from simulator.domain.data_kinds import DATA_KINDS
from simulator.report.experiment import write_band
from simulator.tui.parts.charts.chart import Chart
from simulator.tui.rooms.lab.worlds import NOT_YET

if TYPE_CHECKING:
    from simulator.experiment.results import ArmResult, ReadingBand, Results
    from simulator.tui.parts.charts.canvas import Canvas

_BAR, _WIDE_BAR, _ROOMY = 10, 20, 90


class HeldPanel(Chart):
    """A row for each kind of thing, or for several of which equally many are held; the shaded part is disputed."""

    DEFAULT_CSS = """
    HeldPanel { border: round $primary; padding: 0 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._held: list[tuple[ReadingBand, str]] | None = None
        self.border_subtitle = "█ read most kindly  ░ up to most harshly"

    def bring(self, results: "Results | None", arm: int) -> None:
        here = None if results is None else results.arms[arm]
        self.border_title = Content(f"Held on the last day, {here.id}" if here else "Held on the last day")
        self._held = _alike(here) if here else None
        self.redraw()

    def paint(self, canvas: "Canvas") -> None:
        if not self._held:
            canvas.say(NOT_YET if self._held is None else "nothing is held")
            return
        most = max(band.harshest for band, _ in self._held)
        bar = _WIDE_BAR if canvas.width >= _ROOMY else _BAR
        bands = [write_band(band) for band, _ in self._held]
        left = bar + max(len(band) for band in bands) + 3
        lines = [wrap(names, max(8, canvas.width - left)) for _, names in self._held]
        # Names go on in further rows only where all kinds have their first one.
        spare = canvas.height - len(lines)
        y = 0
        for (held, _), band, names in zip(self._held, bands, lines, strict=True):
            kind, harsh = (round(number / most * bar) for number in (held.kindest, held.harshest))
            canvas.put(0, y, "░" * max(1, harsh), "four")
            canvas.put(0, y, "█" * kind, "one")
            canvas.put(bar + 1, y, f"{band:>{left - bar - 3}}", "strong")
            more = min(len(names) - 1, max(0, spare))
            spare -= more
            for place, line in enumerate(names[: 1 + more]):
                cut = place == more and more < len(names) - 1
                canvas.put(left, y + place, f"{line[: canvas.width - left - 2]} …" if cut else line, "words")
            y += 1 + more


def _alike(arm: "ArmResult") -> "list[tuple[ReadingBand, str]]":
    """Kinds of which equally many are held, together; most first."""
    kinds: dict[ReadingBand, list[str]] = {}
    for category, band in arm.held.items():
        kinds.setdefault(band, []).append(DATA_KINDS[category].name)
    ranked = sorted(kinds.items(), key=lambda item: (item[0].kindest, item[0].harshest), reverse=True)
    return [(band, ", ".join(names)) for band, names in ranked]
