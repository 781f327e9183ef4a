"""A likeness of somebody, drawn for a list of people and not for a camera roll."""

import random

from PIL import Image

from simulator.domain.people import Appearance, Human, Pet
from simulator.domain.photo import Light, Weather
from simulator.drawing.animal import Posture, paste_pet
from simulator.drawing.color import WHITE, hue, mix
from simulator.drawing.face import Expression
from simulator.drawing.figure import bust
from simulator.drawing.paint import vertical_gradient
from simulator.drawing.scene import Scene

SIDE = 256


def draw_likeness(who: Human | Pet) -> Image.Image:
    """Head and shoulders of a human, or a pet sitting: RGB, `SIDE` pixels square, always the same."""
    if isinstance(who, Human):
        scene = _before(who.look.outfit + 0.5, people=(who.look,))
        # Lower than it ends, so that the face is in the middle and the shoulders fill the corners.
        bust(scene, 0, SIDE / 2, SIDE * 1.25, SIDE * 0.94, expression=Expression.SMILE)
    else:
        scene = _before(who.coat + 0.5, pets=(who,))
        paste_pet(scene, who, SIDE / 2, SIDE * 0.98, SIDE * 0.84, posture=Posture.SITTING)
    return scene.image


def _before(tint: float, *, people: tuple[Appearance, ...] = (), pets: tuple[Pet, ...] = ()) -> Scene:
    """A plain wall in a pale colour."""
    scene = Scene(
        image=Image.new("RGB", (SIDE, SIDE)),
        rng=random.Random(0),
        people=people,
        pets=pets,
        light=Light.DAYLIGHT,
        weather=Weather.CLEAR,
    )
    wall = hue(tint, 0.25, 0.8)
    vertical_gradient(scene, (0, 0, SIDE, SIDE), mix(wall, WHITE, 0.35), wall)
    return scene
