"""Small photos, drawn once and kept."""

from dataclasses import replace
from queue import SimpleQueue

from lent import LentStage
from PIL import Image

from simulator.catalog.load import load_scenario
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
    thumbnails = Thumbnails(ColoursByLife(), render_tile, lambda: drawn.put(None))
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
    thumbnails = Thumbnails(LentStage(), render_tile, lambda: drawn.put(None))
    assert thumbnails.find(scenario, photo) is None
    drawn.get()
    assert thumbnails.find(scenario, replace(photo, id="p9999")) is not None
    thumbnails.close()
