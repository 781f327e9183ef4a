"""The process that plays and records stories: `python -m simulator.api.backstage.playing`."""

from collections.abc import Generator
from contextlib import closing

from simulator.api.backstage.desk import Desk, serve
from simulator.api.backstage.messages import Play
from simulator.api.performance import Performance
from simulator.api.ports import Recorded
from simulator.domain.events import Event
from simulator.store.database import open_database


def play(order: Play, desk: Desk) -> Generator[Recorded | Event]:
    """The name of the run, then the events as they happen; prompts are answered at the desk if the order says so."""
    respondent = desk if order.asks else None
    with open_database(order.db) as database:
        show = Performance(scenario=order.scenario, db=database, known=order.known, respondent=respondent)
        with closing(show.stream) as stream:
            yield Recorded(show.name)
            yield from stream


if __name__ == "__main__":
    serve(play)
