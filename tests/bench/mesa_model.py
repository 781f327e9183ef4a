"""The same question, asked of people who are objects: what an agent-based model in Mesa does for one arm.

It is kinder to Mesa than to Rollcall: an agent keeps photos by day and not by habit, and concludes nothing from them.
Mesa is in no extra; `pip install mesa` to compare.
"""

from collections import Counter
from math import exp

import mesa

PER_DAY, WINDOW = 12, 30


class Person(mesa.Agent):
    """Answers on the first day, sends photos every day while the consent stands, may find the switch."""

    def __init__(self, model: "World") -> None:
        super().__init__(model)
        luck = model.random
        self.wants = luck.random() < 1 / (1 + exp(-luck.gauss(0, 1)))
        self.rate = 1.7 * luck.choice((0.5, 1.0, 2.0))
        self.photos = Counter({day: self.take() for day in range(-WINDOW, 0)})
        self.allowed = False
        self.held = self.photo_days = 0

    def take(self) -> int:
        """A Poisson number of photos."""
        count, mark, left = 0, exp(-self.rate), self.model.random.random()
        while left > mark:
            left *= self.model.random.random()
            count += 1
        return count

    def answer(self) -> None:
        luck = self.model.random
        meant = self.wants if luck.random() < 0.25 else luck.random() < 0.6
        self.allowed = meant != (luck.random() < 0.02)

    def finds_out(self) -> bool:
        """Notices, looks, and finds the switch today."""
        luck = self.model.random
        return not self.wants and luck.random() < 0.01 and luck.random() < 0.35 and luck.random() < 0.3

    def send(self) -> None:
        """The newest photos first, so many a day, as far back as the window reaches."""
        left, day = PER_DAY, self.model.day
        for when in range(day, day - WINDOW - 1, -1):
            sent = min(left, self.photos[when])
            self.photos[when] -= sent
            self.held += sent
            left -= sent
            if not left:
                return

    def live(self) -> None:
        """One day."""
        self.photos[self.model.day] = self.take()
        if self.model.day == 0:
            self.answer()
        elif self.allowed and self.finds_out():
            self.allowed, self.held = False, 0
        if self.allowed:
            self.send()
            self.photo_days += self.held


class World(mesa.Model):
    def __init__(self, people: int) -> None:
        super().__init__(seed=7)
        self.day = 0
        for _ in range(people):
            Person(self)

    def step(self) -> None:
        """Everybody lives one day."""
        self.agents.do("live")
        self.day += 1


def run(people: int, days: int) -> int:
    """Photo-days of all people after so many days."""
    world = World(people)
    for _ in range(days):
        world.step()
    return sum(person.photo_days for person in world.agents)
