"""What the command palette offers, beside what every screen has."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand

from simulator.api.ports import Wish
from simulator.domain.shelf import Shelf
from simulator.tui.parts.rooms import ROOMS
from simulator.tui.themes import CYCLE

if TYPE_CHECKING:
    from simulator.tui.house import House


def commands(house: "House") -> Iterator[SystemCommand]:
    """Rooms, stories, what can be jumped to, colours, and what can be kept."""
    for name, key, words in ROOMS:
        yield SystemCommand(f"Go to {words}", f"The room behind key {key}", partial(house.action_go, name))
    yield SystemCommand("Three-minute tour", "The default story, with questions to guess at", house.begin_tour)
    if house.show is not None:
        show = house.show
        for mark in show.playback.landmarks:
            yield SystemCommand(
                f"Jump to day {mark.day}: {mark.label}", "In the story that is on", partial(house.jump, mark.at)
            )
    for story in house.stage.titles(Shelf.STORIES):
        yield SystemCommand(f"Play: {story.title}", story.about, partial(house.put_on, Wish(story=story.id)))
    for theme in CYCLE:
        yield SystemCommand(f"Colours: {theme}", "How the screen looks", partial(setattr, house, "theme", theme))
    yield SystemCommand("Export what is shown", "As CSV, JSON or text", house.action_export)
    yield SystemCommand("Screenshot", "As SVG", house.action_shoot)
    yield SystemCommand("Presenter mode", "Show the keys that are pressed", house.action_presenter)
    yield SystemCommand("Keys", "All keys of this screen, to be searched", house.action_keys)
    yield SystemCommand("Quit", "What was played stays recorded", house.action_quit)
