"""A person as the People screen shows them, and who is listed beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from simulator.report.life import facts_of, life_as_record

if TYPE_CHECKING:
    from simulator.domain.people import Human, Pet
    from simulator.journey.scenario import Scenario
    from simulator.tui.table import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """One person.

    Attributes:
        record: what `rollcall people SEED:ID --json` prints.
        faces: everybody who can be in a photo, humans first, in the order of nearness.
    """

    scenario: "Scenario"
    record: Mapping[str, Any]
    faces: "tuple[Human | Pet, ...]"

    @property
    def title(self) -> str:
        return f"{self.record['name']}, {self.record['seed']}:{self.record['id']}, {self.scenario.life.title.lower()}"

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        return tuple(facts_of(self.record))

    @property
    def themes(self) -> tuple[tuple[str, int], ...]:
        """Themes with how many photos there are of each, most first."""
        return tuple(sorted(self.record["themes"].items(), key=lambda item: (-item[1], item[0])))

    @property
    def rows(self) -> "tuple[tuple[Cell, ...], ...]":
        """For export: what is told of them, and the number of photos of each theme."""
        told = [(name.lower(), words) for name, words in self.facts]
        return (
            ("name", self.record["name"]),
            ("row", f"{self.record['seed']}:{self.record['id']}"),
            ("town", self.record["town"]),
            *told,
            *((f"photos of {theme.replace('_', ' ')}", count) for theme, count in self.themes),
        )


def move_in(scenario: "Scenario", row: int) -> "Scenario":
    """The same scenario, played by another row of its population."""
    return replace(scenario, story=replace(scenario.story, person=row))


def view_person(scenario: "Scenario") -> PersonView:
    """The person who would play this scenario."""
    person = scenario.live()
    return PersonView(
        scenario=scenario,
        record=life_as_record(person, scenario.roll(person).photos, scenario.starts),
        faces=(*person.cast, *person.pets),
    )
