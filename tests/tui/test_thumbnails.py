"""Small photos, drawn once and kept."""

from dataclasses import replace
from queue import SimpleQueue

import pytest
from lent import LentStage
from PIL import Image

from simulator.catalog.load import load_scenario
from simulator.domain.errors import RollcallError
from simulator.domain.photo import Photo
from simulator.journey.scenario import Scenario
from simulator.tui.pictures import render_tile
from simulator.tui.thumbnails import Thumbnails


class ColoursByLife(LentStage):
    """Draws a student's photos green, everybody else's red."""

    def draw(self, scenario: Scenario, photo: Photo, longest: int) -> Image.Image:  # noqa: ARG002
        return Image.new("RGB", (8, 6), (0, 255, 0) if "student" in scenario.life.id else (255, 0, 0))


def test_photos_of_two_lives_are_two_photos_even_if_luck_gave_them_the_same_key() -> None:
    parent = load_scenario("accidental-allow")
    student = load_scenario("accidental-allow", life="student")
    photo = parent.roll(parent.live()).photos[0]
    drawn: SimpleQueue[None] = SimpleQueue()
    thumbnails = Thumbnails(ColoursByLife(), render_tile, lambda: drawn.put(None), pytest.fail)
    for scenario in (parent, student):
        assert thumbnails.find(scenario, photo) is None
    for _ in range(2):
        drawn.get()
    thumbnails.close()
    colours = []
    for scenario in (parent, student):
        image = thumbnails.find(scenario, photo)
        assert image is not None
        colours.append(image.getpixel((0, 0)))
    assert colours == [(255, 0, 0), (0, 255, 0)]
    assert thumbnails.find_cells(parent, photo, 4, 2) != thumbnails.find_cells(student, photo, 4, 2)


def test_the_same_photo_under_another_name_is_not_drawn_again() -> None:
    scenario = load_scenario("accidental-allow")
    photo = scenario.roll(scenario.live()).photos[0]
    drawn: SimpleQueue[None] = SimpleQueue()
    thumbnails = Thumbnails(LentStage(), render_tile, lambda: drawn.put(None), pytest.fail)
    assert thumbnails.find(scenario, photo) is None
    drawn.get()
    assert thumbnails.find(scenario, replace(photo, id="p9999")) is not None
    thumbnails.close()


class DrawsNothing(LentStage):
    """Counts how often it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def draw(self, scenario: Scenario, photo: Photo, longest: int) -> Image.Image:  # noqa: ARG002
        self.times += 1
        raise RollcallError("the camera is broken")


def test_a_photo_that_cannot_be_drawn_is_said_once_and_not_asked_for_for_ever() -> None:
    scenario = load_scenario("accidental-allow")
    one, other = scenario.roll(scenario.live()).photos[:2]
    stage, said = DrawsNothing(), SimpleQueue[str]()
    thumbnails = Thumbnails(stage, render_tile, pytest.fail, said.put)
    for photo in (one, one, one, other):
        assert thumbnails.find(scenario, photo) is None
        while thumbnails.busy:
            pass
    assert stage.times == 4, "each photo is tried twice"
    assert said.get() == "the camera is broken"
    assert said.empty()
