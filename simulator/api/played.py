"""A story that was played: what happened in it, what is held on a day, and why."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from simulator.api.held import Explained, Held
from simulator.api.table import Table
from simulator.catalog.load import load_terms
from simulator.domain.errors import StoreError
from simulator.domain.events import Event, PhotoAnalysed, PhotoTaken, StoryEnded
from simulator.domain.photo import Photo
from simulator.domain.reading import Reading
from simulator.journey.scenario import Scenario
from simulator.journey.summary import Summary, summarise, world_on
from simulator.journey.world import World
from simulator.report.lines import paragraph
from simulator.terms.clause import Terms

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(frozen=True, kw_only=True, repr=False)
class Played:
    """One story as it was played, to its end or as far as it came.

    Attributes:
        scenario: what it was played with; that of a fork knows what it was forked from.
        events: everything that happened, in order.
        name: under which it is recorded; empty if it is not.
        scripted: whether the story's own script answered, so that it is held to what the story expects.
        truthful: whether the analyzer believed the truth.
    """

    scenario: Scenario
    events: tuple[Event, ...]
    name: str = ""
    scripted: bool = True
    truthful: bool = False

    @property
    def called(self) -> str:
        """Its name, or the name that it would be recorded under."""
        return self.name or f"{self.scenario.story.id}.{self.scenario.seed}"

    @cached_property
    def summary(self) -> Summary:
        """The run in numbers, and whether it came out as the story expects."""
        scenario = self.scenario
        own = scenario.terms.id == scenario.story.terms and scenario.reading is Reading.KINDEST
        return summarise(self.events, scenario.story.expect if self.scripted else None, own_terms=own)

    @property
    def complete(self) -> bool:
        """Whether it was played to its end."""
        return isinstance(self.events[-1], StoryEnded)

    @property
    def last_day(self) -> int:
        """The last day on which anything happened."""
        return self.events[-1].day

    @property
    def photos(self) -> Table:
        """Every photo that was taken: what it truly shows, and what the analyzer believed of those that were sent."""
        believed = {event.photo: event.analysis for event in self.events if isinstance(event, PhotoAnalysed)}
        sent = self.world(self.last_day).uploads
        taken = (event.photo for event in self.events if isinstance(event, PhotoTaken))
        return Table(
            [
                {
                    "photo": photo.id,
                    "day": photo.day,
                    "theme": photo.theme.value,
                    "place": photo.place.name,
                    "people": list(photo.people),
                    "sent": photo.id in sent,
                    "believed_theme": next((theme.name for theme in seen.themes), "unknown") if seen else None,
                    "believed_faces": len(seen.faces) if seen else None,
                    "believed_place": [seen.place.latitude, seen.place.longitude] if seen and seen.place else None,
                }
                for photo in taken
                for seen in (believed.get(photo.id),)
            ]
        )

    def day(self, day: int | None) -> int:
        """The day asked for, or the last one.

        Raises:
            StoreError: the run does not reach that day.
        """
        first, last = self.events[0].day, self.last_day
        if day is None:
            return last
        if not isinstance(day, int) or not first <= day <= last:
            raise StoreError(f"day {day}: the run covers day {first} to day {last}")
        return day

    def world(self, day: int | None = None) -> World:
        """The world at the end of a day, by default of the last. Raises `StoreError`: the run does not reach it."""
        return world_on(self.events, self.day(day))

    def rules(self, day: int | None = None, terms: str | None = None) -> Terms:
        """The terms in force on a day, able to explain what came before them; or others, by id or file.

        Raises:
            ScenarioError: there are no such terms.
        """
        return self.scenario.rules_on(self.day(day)) if terms is None else load_terms(terms)

    def terms_by_day(self, terms: str | None = None) -> Callable[[int], Terms]:
        """Which terms were in force on a day; always the same where others are named. Raises `ScenarioError`."""
        if terms is None:
            return self.scenario.terms_on
        always = load_terms(terms)
        return lambda _: always

    def held(self, day: int | None = None, *, terms: str | None = None) -> Held:
        """What is held at the end of a day.

        Args:
            day: of the story; by default its last.
            terms: other terms than those in force, by id or file.

        Raises:
            StoreError: the run does not reach that day.
            ScenarioError: there are no such terms.
        """
        on = self.day(day)
        rules, terms_on = self.rules(on, terms), self.terms_by_day(terms)
        return Held(called=self.called, world=self.world(on), day=on, rules=rules, terms_on=terms_on)

    def why(self, item: str, day: int | None = None, *, terms: str | None = None) -> Explained:
        """Why one thing is held, such as ``home/inferred.home``: from what, by which clause, until when.

        Raises:
            LedgerError: nothing of that name was ever held; names the nearest.
            StoreError, ScenarioError: as `held`.
        """
        return self.held(day, terms=terms).why(item)

    def draw(self, photo: str) -> "Image":
        """A photo of this run as it was taken, upright. Raises `StoreError`: there is none of that id."""
        from simulator.drawing.darkroom import Darkroom

        person = self.scenario.live()
        return Darkroom(person.cast, person.pets, self.scenario.starts).draw(self.find_photo(photo)).image

    def find_photo(self, photo: str) -> Photo:
        """What a photo truly shows. Raises `StoreError`: there is none of that id."""
        for event in self.events:
            if isinstance(event, PhotoTaken) and event.photo.id == photo:
                return event.photo
        raise StoreError(f"{photo}: {self.called} has no such photo; `photos` lists them")

    def _lines(self) -> Iterator[str]:
        scenario, summary = self.scenario, self.summary
        story = scenario.story
        yield f'{self.called}: "{story.title}", under {scenario.terms.id}, {len(self.events)} events'
        yield (
            f"consent {summary.consent}; {summary.photos_taken} photos taken, {summary.uploaded} uploaded, "
            f"{summary.inferences} conclusions, {summary.ideas} ideas"
        )
        yield self.held().summary

    def __repr__(self) -> str:
        return "\n".join(self._lines())

    def _repr_html_(self) -> str:
        return self.held().to_html(caption=paragraph(" ".join(self._lines())))

    def as_record(self) -> dict[str, Any]:
        """The last line of `rollcall play --json`."""
        return self.summary.as_record()
