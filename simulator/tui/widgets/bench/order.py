"""What shall be measured: four choices in one line, each with the key that changes it."""

from textual.reactive import reactive

from simulator.tui.ports import Measurement
from simulator.tui.views.bench import queries_offered
from simulator.tui.widgets.choice_bar import ChoiceBar
from simulator.vision.load.scenarios import Pattern

_ALL = "all four"
_SCENARIOS = (_ALL, *(pattern.value for pattern in Pattern))
# As `vision.load.samples.Size` has them; written out here because that module loads a library of pictures.
SIZES = ("512px", "1mp", "12mp", "12mp-progressive")
_FIRST_QUERIES = 1  # the second offer earns the p90 that a valid run needs


class OrderBar(ChoiceBar):
    """Scenario, queries, size of photo, and whether stages and ratios are measured too."""

    choices: reactive[tuple[int, int, int, int]] = reactive((0, _FIRST_QUERIES, 0, 0))

    @property
    def measurement(self) -> Measurement:
        """What was chosen."""
        scenario, queries, size, tables = self.choices
        return Measurement(
            scenarios=tuple(Pattern) if not scenario else (_SCENARIOS[scenario],),
            queries=queries_offered()[queries][0],
            size=SIZES[size],
            brief=bool(tables),
        )

    def change(self, place: int) -> None:
        """The next of that choice."""
        counts = (len(_SCENARIOS), len(queries_offered()), len(SIZES), 2)
        changed = list(self.choices)
        changed[place] = (changed[place] + 1) % counts[place]
        self.choices = (changed[0], changed[1], changed[2], changed[3])

    def told(self) -> list[tuple[str, str, str]]:
        scenario, queries, size, tables = self.choices
        number, earned = queries_offered()[queries]
        return [
            ("s", "Scenario", _SCENARIOS[scenario]),
            ("n", "Queries", f"{number}, earns {earned}"),
            ("z", "Size", SIZES[size]),
            ("b", "Tables", "no" if tables else "yes"),
        ]
