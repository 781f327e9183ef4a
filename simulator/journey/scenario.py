"""Everything a story is played with: the story itself and the scenario files that it names."""

from dataclasses import dataclass
from datetime import date

from simulator.consent.app import App
from simulator.consent.prompt import Prompt
from simulator.journey.story import Story
from simulator.population.kinds import LifeKind
from simulator.population.person import Person, synthesize
from simulator.population.roll import CameraRoll, roll
from simulator.terms.clause import Terms
from simulator.terms.readings import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """Other terms that are in force from the beginning of a day on, for a consent that was given before."""

    day: int
    terms: Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """The inputs of one run. The same scenario and the same analyses give the same events."""

    story: Story
    life: LifeKind
    app: App
    prompt: Prompt
    terms: Terms
    seed: int
    reading: Reading = Reading.KINDEST
    amendment: Amendment | None = None

    @property
    def starts(self) -> date:
        return self.story.starts

    def live(self) -> Person:
        """The person who plays the story."""
        story = self.story
        return synthesize(self.life, self.seed, story.person, first_day=story.roll_from, last_day=story.last_day)

    def roll(self, person: Person) -> CameraRoll:
        """Every photo that this person takes from ``roll_from`` to ``last_day``."""
        story = self.story
        return roll(
            person,
            first_day=story.roll_from,
            last_day=story.last_day,
            weekday_of_day_0=story.starts.weekday(),
        )
