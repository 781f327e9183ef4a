"""The animals of the household."""

from enum import StrEnum

from simulator.domain.people import Pet, PetKind
from simulator.drawing.coat import Beast
from simulator.drawing.paint import Patch, soft_shadow
from simulator.drawing.pets import draw_bird, draw_cat, draw_dog, draw_rabbit
from simulator.drawing.scene import Scene

_DRAW = {PetKind.DOG: draw_dog, PetKind.CAT: draw_cat, PetKind.RABBIT: draw_rabbit, PetKind.BIRD: draw_bird}


class Posture(StrEnum):
    SITTING = "sitting"
    LYING = "lying"


def paste_pet(
    scene: Scene, pet: Pet, cx: float, bottom: float, height: float, *, posture: Posture | None = None
) -> None:
    """Draws ``pet`` resting on ``bottom``; ``height`` in pixels is its height when it sits."""
    lying = (posture or scene.rng.choice(tuple(Posture))) is Posture.LYING
    half = height * (0.86 if lying else 0.6)
    soft_shadow(scene, (cx - half * 0.72, bottom - height * 0.09, cx + half * 0.72, bottom + height * 0.05), 0.6)
    patch = Patch(round(cx - half), round(bottom - height * 1.13), round(half * 2), round(height * 1.15))
    origin = (half * patch.fine, height * 1.13 * patch.fine)
    beast = Beast(pet=pet, pen=patch.pen, origin=origin, scale=height * patch.fine)
    _DRAW[pet.kind](beast, lying=lying)
    patch.paste(scene, dusk=80)
