import importlib
import random

import pytest
from PIL import Image

from simulator.domain.people import AgeGroup, Appearance, HairStyle, Pet, PetKind
from simulator.domain.photo import Light, Weather
from simulator.drawing.scene import Drawing, Scene

_THEMES = ("birthday", "wedding", "graduation", "child", "selfie", "portrait", "night_out", "pet", "protest", "worship")
_LANDSCAPE, _PORTRAIT = (512, 384), (384, 512)  # smaller than a phone's, so that the test stays quick


def _drawings() -> list[tuple[str, Drawing]]:
    modules = [(theme, importlib.import_module(f"simulator.drawing.themes.{theme}")) for theme in _THEMES]
    return [(f"{theme}.{drawing.__name__}", drawing) for theme, module in modules for drawing in module.DRAWINGS]


def _look(number: int) -> Appearance:
    luck = random.Random(number)
    names = ("face_width", "face_length", "jaw", "eye_spacing", "eye_size", "brow", "nose", "mouth")
    return Appearance(
        age=(AgeGroup.ADULT, AgeGroup.CHILD, AgeGroup.ELDER, AgeGroup.TEEN)[number % 4],
        skin=luck.random(),
        hair_color=luck.random(),
        hair_style=luck.choice(list(HairStyle)),
        iris=luck.random(),
        beard=0.0,
        glasses=False,
        freckles=False,
        earrings=False,
        outfit=luck.random(),
        **{name: luck.uniform(-1, 1) for name in names},
    )


def _draw(drawing: Drawing, people: int, pets: int, size: tuple[int, int], *, seed: int = 7) -> Scene:
    scene = Scene(
        image=Image.new("RGB", size),
        rng=random.Random(seed),
        people=tuple(_look(number) for number in range(people)),
        pets=tuple(Pet(id=f"pet-{n}", name="Moss", kind=kind, coat=0.3) for n, kind in enumerate(list(PetKind)[:pets])),
        light=(Light.DAYLIGHT, Light.NIGHT)[people % 2],
        weather=Weather.CLEAR,
    )
    drawing(scene)
    return scene


@pytest.mark.parametrize("theme", _THEMES)
def test_a_theme_has_at_least_four_drawings_of_different_names(theme: str) -> None:
    drawings = importlib.import_module(f"simulator.drawing.themes.{theme}").DRAWINGS
    assert len({drawing.__name__ for drawing in drawings}) == len(drawings) >= 4


@pytest.mark.parametrize(("name", "drawing"), _drawings(), ids=[name for name, _ in _drawings()])
def test_a_drawing_shows_everybody_in_both_formats_and_repeats_itself(name: str, drawing: Drawing) -> None:
    empty = _draw(drawing, 0, 0, _LANDSCAPE)
    assert empty.faces == [], name
    assert empty.image.tobytes() == _draw(drawing, 0, 0, _LANDSCAPE).image.tobytes(), name
    for people, pets, size in ((1, 1, _LANDSCAPE), (4, 2, _LANDSCAPE), (5, 0, _PORTRAIT)):
        scene = _draw(drawing, people, pets, size)
        assert {face.who for face in scene.faces} == set(range(people)), name
        assert scene.image.size == size, name
        assert len(scene.faces) == people, name


def test_a_child_is_never_the_one_who_marries() -> None:
    wedding = importlib.import_module("simulator.drawing.themes.wedding")
    child, adult = _look(1), _look(0)
    scene = Scene(
        image=Image.new("RGB", _LANDSCAPE),
        rng=random.Random(1),
        people=(child, adult),
        pets=(),
        light=Light.DAYLIGHT,
        weather=Weather.CLEAR,
    )
    worn = wedding._couple(scene)
    assert worn[adult] == "wedding_dress"
    assert worn[child] != "wedding_dress"
