"""Draws photos and faces."""

from typing import Final

from simulator.api.backstage.orders import Draw, Portray
from simulator.api.child import Desk
from simulator.drawing.darkroom import Darkroom
from simulator.drawing.likeness import draw_likeness
from simulator.journey.scenario import Scenario

_KNOWN: Final[dict[tuple[str, int, int], Darkroom]] = {}


def draw(order: Draw | Portray, desk: Desk) -> None:
    """Tell the picture that is ordered."""
    if isinstance(order, Portray):
        desk.tell(draw_likeness(order.who))
        return
    image = _darkroom(order.scenario).draw(order.photo).image
    image.thumbnail((order.longest, order.longest))
    desk.tell(image)


def _darkroom(scenario: Scenario) -> Darkroom:
    """The darkroom of that scenario's person, who takes more than one photo."""
    key = (scenario.life.id, scenario.seed, scenario.story.person)
    if key not in _KNOWN:
        _KNOWN.clear()
        person = scenario.live()
        _KNOWN[key] = Darkroom(person.cast, person.pets, scenario.starts)
    return _KNOWN[key]
