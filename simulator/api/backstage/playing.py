"""Plays and records stories."""

from contextlib import closing

from simulator.api.backstage.orders import Play
from simulator.api.child import Desk
from simulator.api.performance import Performance
from simulator.api.ports import Recorded
from simulator.store.database import open_database


def play(order: Play, desk: Desk) -> None:
    """Tell the name of the run, then its events; prompts are answered at the desk if the order says so."""
    respondent = desk if order.asks else None
    with open_database(order.db) as database:
        show = Performance(scenario=order.scenario, db=database, known=order.known, respondent=respondent)
        with closing(show.stream) as stream:
            desk.tell(Recorded(show.name))
            for event in stream:
                desk.tell(event)
