"""Which experiment shall be run: choices in one line, each with the key that changes it."""

from typing import Final

from textual.reactive import reactive

from simulator.api.ports import Trial
from simulator.tui.parts.choice_bar import ChoiceBar

PEOPLE: Final = (1_000, 10_000, 100_000, 1_000_000)
REPLAYS: Final = (0, 1_000, 10_000)


class TrialBar(ChoiceBar):
    """Experiment, people and seed, and what is asked of the result afterwards."""

    experiment: reactive[str] = reactive("")
    people: reactive[int] = reactive(PEOPLE[1])
    seed: reactive[int | None] = reactive(None)
    replays: reactive[int] = reactive(0)
    fragility: reactive[bool] = reactive(default=False)

    @property
    def trial(self) -> Trial:
        """What was chosen."""
        return Trial(
            experiment=self.experiment,
            people=self.people,
            seed=self.seed,
            replays=self.replays,
            fragility=self.fragility,
        )

    def more_people(self) -> None:
        """Ten times as many; after the most, the fewest."""
        self.people = next((people for people in PEOPLE if people > self.people), PEOPLE[0])

    def more_replays(self) -> None:
        """The next number of repetitions, and none after the most."""
        self.replays = REPLAYS[(REPLAYS.index(self.replays) + 1) % len(REPLAYS)]

    def told(self) -> list[tuple[str, str, str]]:
        return [
            ("o", "Experiment", self.experiment.rpartition("/")[2] or "none"),
            ("n", "People", f"{self.people:,}"),
            ("s", "Seed", "its own" if self.seed is None else str(self.seed)),
            ("r", "Replay", f"{self.replays:,} times" if self.replays else "no"),
            ("f", "Fragility", "yes" if self.fragility else "no"),
        ]
