"""How far the counting has come, or what was counted."""

from typing import TYPE_CHECKING, Final

from rich.text import Text
from textual.widgets import Static

if TYPE_CHECKING:
    from simulator.api.ports import Trial
    from simulator.experiment.results import Results

_WIDE: Final = 100  # as the breakpoint of the application, from which on both things that are said stand in one line
_CELLS: Final = 24
_GAP: Final = "   "
_STOPS: Final = "space stops it; what was counted is kept"
_INVITED: Final = (
    "Press space: the same people, with the same luck,",
    "meet the question in each of its worlds.",
)


class Said(Static):
    DEFAULT_CSS = """
    Said { height: 2; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    Said.-live { color: $accent; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)

    def bring(self, results: "Results | None", counted: tuple[int, int] | None, trial: "Trial") -> None:
        """Tell of this result; ``counted`` is how many people of how many, while they are being counted for a trial."""
        self.update(self._tell(results) if counted is None else self._tell_progress(*counted, trial))
        self.set_class(counted is not None, "-live")

    def _tell_progress(self, people: int, planned: int, trial: "Trial") -> Text:
        if people == planned:
            return self._join("● Everybody is counted", tell_afterwards(trial))
        done = people * _CELLS // planned
        bar = "█" * done + "░" * (_CELLS - done)
        return self._join(f"● Counting  {people:,} of {planned:,} people  {bar}", _STOPS)

    def _tell(self, results: "Results | None") -> Text:
        if results is None:
            return Text(" ".join(_INVITED) if self._wide else "\n".join(_INVITED))
        if results.complete:
            told = f"{results.people:,} people, {results.days} days, seed {results.seed}"
            title = Text(f"■ {results.title}")
            if self._wide:
                # The title gives way, and not the numbers.
                title.truncate(max(1, self.screen.size.width - 2 - len(told) - len(_GAP)), overflow="ellipsis")
            return self._join(title.plain, told)
        counted = f"◔ INCOMPLETE: {results.people:,} of {results.planned:,} people; space goes on"
        return self._join(counted, f"{results.title}, seed {results.seed}")

    @property
    def _wide(self) -> bool:
        return self.screen.size.width >= _WIDE

    def _join(self, first: str, then: str) -> Text:
        """In one line where it is wide, else in two; what does not fit is cut."""
        gap = _GAP if self._wide else "\n"
        return Text.assemble((first, "bold"), gap, then, no_wrap=True, overflow="ellipsis")


def tell_afterwards(trial: "Trial") -> str:
    """What is done once everybody is counted."""
    asked = ["the field test again"] if trial.replays else []
    asked += ["what the conclusion stands on"] if trial.fragility else []
    return f"now {', then '.join(asked) or 'it is kept'}; space stops it"
