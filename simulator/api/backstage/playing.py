"""Plays and records stories."""

from simulator.api.backstage.orders import Play
from simulator.api.child import Desk
from simulator.api.performance import performing
from simulator.api.ports import Recorded
from simulator.store.database import default_path


def play(order: Play, desk: Desk) -> None:
    """Tell the name of the run, then its events; prompts are answered at the desk if the order says so."""
    respondent = desk if order.asks else None
    db = order.db or default_path()
    with performing(order.scenario, db=db, known=order.known, respondent=respondent) as show:
        desk.tell(Recorded(show.name))
        for event in show.stream:
            desk.tell(event)
