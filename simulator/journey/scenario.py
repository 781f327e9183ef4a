"""Everything a story is played with: the story itself and the scenario files that it names."""

from dataclasses import dataclass
from datetime import date

from simulator.consent.app import App
from simulator.consent.prompt import Prompt, Rewording, prompt_on
from simulator.domain.reading import Reading
from simulator.journey.story import Story
from simulator.population.kinds import LifeKind
from simulator.population.person import Person, synthesize
from simulator.population.roll import CameraRoll, roll
from simulator.terms.clause import Terms
from simulator.terms.formerly import with_former


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """Other terms that are in force from the beginning of a day on, for a consent that was given before."""

    day: int
    terms: Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Forked:
    """Where a fork comes from.

    Attributes:
        run: the name of the run that was forked.
        day: the first day, 0 or later, on which the two can differ; None: what was changed is as it was.
        change: what was changed, for people.
    """

    run: str
    day: int | None
    change: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """The inputs of one run. The same scenario and the same analyses give the same events.

    Attributes:
        terms: those that hold from the beginning; ``amendments`` hold instead later, in the order of their days.
        prompt: the one that asks from the beginning; ``rewordings`` ask instead later, in the order of their days.
        forked: which run it is a fork of; nothing that happens depends on it.
    """

    story: Story
    life: LifeKind
    app: App
    prompt: Prompt
    terms: Terms
    seed: int
    reading: Reading = Reading.KINDEST
    amendments: tuple[Amendment, ...] = ()
    rewordings: tuple[Rewording, ...] = ()
    forked: Forked | None = None

    @property
    def starts(self) -> date:
        return self.story.starts

    def terms_until(self, day: int) -> tuple[Terms, ...]:
        """The terms in force on that day, and before them those that were in force earlier, the latest first."""
        later = [amendment.terms for amendment in self.amendments if amendment.day <= day]
        return (*reversed(later), self.terms)

    def terms_on(self, day: int) -> Terms:
        """The terms in force on that day."""
        return self.terms_until(day)[0]

    def rules_on(self, day: int) -> Terms:
        """The terms in force on that day, able to explain what came to be held under those before."""
        in_force, *former = self.terms_until(day)
        return with_former(in_force, former)

    def prompt_on(self, day: int) -> Prompt:
        """The prompt that asks on that day."""
        return prompt_on(day, self.prompt, self.rewordings)

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
