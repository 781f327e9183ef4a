"""The animals of the household."""

from enum import StrEnum

from simulator.domain.people import Pet
from simulator.vision.draw.color import hue
from simulator.vision.draw.scene import Scene


class Posture(StrEnum):
    SITTING = "sitting"
    LYING = "lying"


def paste_pet(scene: Scene, pet: Pet, cx: float, bottom: float, height: float, *, posture: Posture | None = None) -> None:
    """Draws ``pet``, ``height`` pixels tall when it sits, resting on ``bottom``."""
    del posture
    scene.pen.ellipse((cx - height * 0.4, bottom - height, cx + height * 0.4, bottom), fill=hue(pet.coat * 0.1 + 0.05, 0.5, 0.7))
