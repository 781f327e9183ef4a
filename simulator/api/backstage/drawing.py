"""The process that draws photos and faces: `python -m simulator.api.backstage.drawing`."""

from collections.abc import Generator
from typing import Final

from PIL import Image

from simulator.api.backstage.desk import Desk, serve
from simulator.api.backstage.messages import Draw, Portray
from simulator.drawing.darkroom import Darkroom
from simulator.drawing.likeness import draw_likeness
from simulator.journey.scenario import Scenario

_KNOWN: Final[dict[tuple[str, int, int], Darkroom]] = {}


def draw(order: Draw | Portray, desk: Desk) -> Generator[Image.Image]:  # noqa: ARG001  (nothing is asked)
    """The picture that is ordered."""
    if isinstance(order, Portray):
        yield draw_likeness(order.who)
        return
    image = _darkroom(order.scenario).draw(order.photo).image
    image.thumbnail((order.longest, order.longest))
    yield image


def _darkroom(scenario: Scenario) -> Darkroom:
    """The darkroom of that scenario's person, who takes more than one photo."""
    key = (scenario.life.id, scenario.seed, scenario.story.person)
    if key not in _KNOWN:
        _KNOWN.clear()
        person = scenario.live()
        _KNOWN[key] = Darkroom(person.cast, person.pets, scenario.starts)
    return _KNOWN[key]


if __name__ == "__main__":
    serve(draw)
