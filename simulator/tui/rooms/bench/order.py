"""What shall be measured: choices in one line, each with the key that changes it."""

from textual.reactive import reactive

from simulator.api.ports import Measurement
from simulator.domain.errors import RollcallError
from simulator.tui.parts.choice_bar import ChoiceBar
from simulator.tui.rooms.bench.view import Own, queries_offered
from simulator.vision.load.scenarios import ArrivalPattern

_ALL = "all four"
_SCENARIOS = (_ALL, *(pattern.value for pattern in ArrivalPattern))
# As `vision.load.samples.Size` has them; written out here because that module loads a library of pictures.
SIZES = ("512px", "1mp", "12mp", "12mp-progressive")


class OrderBar(ChoiceBar):
    """Scenario, queries, size of photo, whether stages and ratios are measured too, and what is the user's own."""

    choices: reactive[tuple[int, int, int, int]] = reactive((0, 0, 0, 0))

    own: reactive[Own] = reactive(Own())

    @property
    def measurement(self) -> Measurement:
        """What was chosen."""
        return self.with_own(self.own)

    def with_own(self, own: Own) -> Measurement:
        """What was chosen, with these things of the user's own.

        Raises:
            RollcallError: the rate is no number.
        """
        try:
            rate = float(own.rate) if own.rate else None
        except ValueError as error:
            raise RollcallError(f"rate {own.rate}: expected a number of photos a second, such as 2.5") from error
        scenario, queries, size, tables = self.choices
        return Measurement(
            scenarios=tuple(ArrivalPattern) if not scenario else (_SCENARIOS[scenario],),
            queries=queries_offered()[queries][0],
            size=SIZES[size],
            brief=bool(tables),
            photos=own.photos or None,
            model=own.model or None,
            rate=rate,
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
            ("z", "Size", "as they are" if self.own.photos else SIZES[size]),
            ("b", "Tables", "no" if tables else "yes"),
            ("i", "Own", self.own.words),
        ]
