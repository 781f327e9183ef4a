"""What the screen asks of the outside, with the real catalog, camera, analyzer and store."""

from collections.abc import Generator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.catalog.shelf import Kind
from simulator.catalog.titles import titles
from simulator.tui.ports import RunLine, Shelf, Title, Wish

if TYPE_CHECKING:
    from PIL.Image import Image

    from simulator.consent.ask import Respondent
    from simulator.domain.analysis import Analysis
    from simulator.domain.events import Event
    from simulator.domain.photo import Photo
    from simulator.journey.scenario import Scenario
    from simulator.terms.clause import Terms
    from simulator.vision.draw.darkroom import Darkroom


class RealStage:
    """Satisfies `simulator.tui.ports.Stage`. Heavy libraries are loaded by whatever first needs them.

    Args:
        db: the database of runs; the user's own by default.
    """

    def __init__(self, db: Path | None) -> None:
        self._db = db
        self._darkrooms: dict[tuple[str, int, int], Darkroom] = {}

    def titles(self, shelf: Shelf) -> tuple[Title, ...]:
        found = titles(Kind(shelf.value))
        return tuple(Title(id=name, title=title, about=about) for name, title, about in found)

    def runs(self) -> Sequence[RunLine]:
        from simulator.store.database import default_path, open_database
        from simulator.store.runs import runs

        path = self._db or default_path()
        if not path.exists():
            return ()
        with open_database(path) as database:
            return tuple(
                RunLine(
                    name=run.name,
                    story=run.story,
                    terms=run.terms,
                    seed=run.seed,
                    status=run.status.value,
                    started_at=run.started_at,
                )
                for run in reversed(runs(database))
            )

    def load(self, wish: Wish) -> "Scenario":
        from simulator.catalog.load import load_scenario
        from simulator.terms.readings import Reading

        return load_scenario(
            wish.story,
            terms=wish.terms,
            prompt=wish.prompt,
            life=wish.life,
            person=wish.person,
            seed=wish.seed,
            reading=Reading.HARSHEST if wish.harshest else Reading.KINDEST,
        )

    def play(
        self, scenario: "Scenario", known: Mapping[str, "Analysis"], respondent: "Respondent | None"
    ) -> "Generator[Event]":
        from simulator.cli.performance import Performance
        from simulator.store.database import open_database

        with open_database(self._db) as database:
            show = Performance(scenario=scenario, db=database, known=known, respondent=respondent)
            with closing(show.stream) as stream:
                yield from stream

    def read(self, run: str) -> "tuple[Scenario, Sequence[Event]]":
        from simulator.cli.options import read_run
        from simulator.cli.replay import scenario_of

        _, events = read_run(self._db, run)
        return scenario_of(events), events

    def draw(self, scenario: "Scenario", photo: "Photo") -> "Image":
        from simulator.vision.draw.darkroom import Darkroom

        key = (scenario.life.id, scenario.seed, scenario.story.person)
        if key not in self._darkrooms:
            person = scenario.live()
            self._darkrooms[key] = Darkroom(person.cast, person.pets, scenario.starts)
        return self._darkrooms[key].draw(photo).image

    def terms(self, name: str) -> "Terms":
        from simulator.catalog.load import load_terms

        return load_terms(name)
