import random
from importlib import import_module

import pytest
from PIL import Image

from simulator.domain.categories import Theme
from simulator.domain.people import AgeGroup, Appearance, HairStyle
from simulator.domain.photo import Light, Weather
from simulator.drawing.scene import Drawing, Scene

THEMES = (
    Theme.BEACH,
    Theme.LANDMARK,
    Theme.STREET,
    Theme.GARDEN,
    Theme.FOOD,
    Theme.DOCUMENT,
    Theme.RECEIPT,
    Theme.CLINIC,
    Theme.SCREENSHOT,
    Theme.DESK,
)
LANDSCAPE, PORTRAIT = (1024, 768), (768, 1024)
WITHOUT_COMPANY = {Theme.DOCUMENT, Theme.RECEIPT, Theme.SCREENSHOT}


def somebody(skin: float) -> Appearance:
    return Appearance(
        age=AgeGroup.ADULT,
        skin=skin,
        hair_color=0.2,
        hair_style=HairStyle.SHORT,
        face_width=0.0,
        face_length=0.0,
        jaw=0.0,
        eye_spacing=0.0,
        eye_size=0.0,
        brow=0.0,
        nose=0.0,
        mouth=0.0,
        iris=0.3,
        beard=0.0,
        glasses=False,
        freckles=False,
        earrings=False,
        outfit=0.6,
    )


def draw(drawing: Drawing, size: tuple[int, int], people: int, light: Light = Light.DAYLIGHT) -> Scene:
    scene = Scene(
        image=Image.new("RGB", size),
        rng=random.Random(7),
        people=tuple(somebody(k / 4) for k in range(people)),
        pets=(),
        light=light,
        weather=Weather.CLEAR,
    )
    drawing(scene)
    return scene


def drawings_of(theme: Theme) -> tuple[Drawing, ...]:
    drawings: tuple[Drawing, ...] = import_module(f"simulator.drawing.themes.{theme}").DRAWINGS
    return drawings


def face_widths(scene: Scene) -> list[float]:
    return [(truth.box[2] - truth.box[0]) / scene.width for truth in scene.faces]


@pytest.mark.parametrize("theme", THEMES)
def test_every_place_and_thing_is_drawn_in_at_least_four_ways_alone_and_in_company(theme: Theme) -> None:
    drawings = drawings_of(theme)
    assert len(drawings) >= 4
    in_company = 0
    for drawing in drawings:
        alone = draw(drawing, LANDSCAPE, 0)
        assert not alone.faces
        assert len(alone.image.reduce(16).getcolors(4096) or ()) > 40, drawing
        assert draw(drawing, PORTRAIT, 1, Light.NIGHT).image.size == PORTRAIT
        widths = face_widths(draw(drawing, LANDSCAPE, 4))
        assert len(widths) in {0, 1, 4}
        in_company += len(widths) == 4 and min(widths) >= 0.08
    assert theme in WITHOUT_COMPANY or in_company * 2 >= len(drawings)


@pytest.mark.parametrize("theme", THEMES)
def test_the_same_luck_draws_the_same_pixels(theme: Theme) -> None:
    first, *_, last = drawings_of(theme)
    pixels = draw(last, PORTRAIT, 2).image.tobytes()
    # Whatever is drawn in between.
    assert draw(first, PORTRAIT, 2).image.tobytes() != pixels
    assert draw(last, PORTRAIT, 2).image.tobytes() == pixels


def test_a_document_shows_its_holder() -> None:
    widths = [face_widths(draw(drawing, PORTRAIT, 2)) for drawing in drawings_of(Theme.DOCUMENT)]
    assert sum(len(faces) == 1 for faces in widths) >= 4
