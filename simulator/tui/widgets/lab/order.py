"""Which experiment shall be run: choices in one line, each with the key that changes it."""

from typing import Final

from textual.reactive import reactive

from simulator.tui.widgets.choice_bar import ChoiceBar

PEOPLE: Final = (1_000, 10_000, 100_000, 1_000_000)


class TrialBar(ChoiceBar):
    """Experiment, people and seed."""

    experiment: reactive[str] = reactive("")
    people: reactive[int] = reactive(PEOPLE[1])
    seed: reactive[int | None] = reactive(None)

    def more_people(self) -> None:
        """Ten times as many; after the most, the fewest."""
        self.people = next((people for people in PEOPLE if people > self.people), PEOPLE[0])

    def told(self) -> list[tuple[str, str, str]]:
        return [
            ("o", "Experiment", self.experiment or "none"),
            ("n", "People", f"{self.people:,}"),
            ("s", "Seed", "its own" if self.seed is None else str(self.seed)),
        ]
