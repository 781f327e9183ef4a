"""The animals of the household."""

from enum import StrEnum

from PIL import Image, ImageDraw

from simulator.domain.people import Pet, PetKind
from simulator.vision.draw.coat import Beast
from simulator.vision.draw.paint import shade_side, soft_shadow
from simulator.vision.draw.pets import draw_bird, draw_cat, draw_dog, draw_rabbit
from simulator.vision.draw.scene import Scene


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
    size = (max(2, round(half * 2)), max(2, round(height * 1.15)))
    patch = Image.new("RGBA", (size[0] * 2, size[1] * 2))
    beast = Beast(pet=pet, pen=ImageDraw.Draw(patch), origin=(half * 2, height * 2.26), scale=height * 2)
    draw = {PetKind.DOG: draw_dog, PetKind.CAT: draw_cat, PetKind.RABBIT: draw_rabbit, PetKind.BIRD: draw_bird}[
        pet.kind
    ]
    draw(beast, lying=lying)
    small = patch.reduce(2)
    at = (round(cx - half), round(bottom - height * 1.13))
    scene.image.paste(small, at, small)
    shade_side(scene, small, at, 80)
