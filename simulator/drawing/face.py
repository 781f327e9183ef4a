"""A face that keeps its identity from photo to photo, while mood, turn and light change."""

from functools import lru_cache

from PIL import Image, ImageFilter

from simulator.domain.people import Appearance
from simulator.drawing.features import draw_beard, draw_brows, draw_eyes, draw_mouth, draw_nose
from simulator.drawing.hair import draw_back_hair, draw_front_hair
from simulator.drawing.head import CHIN, CROWN, Expression, Head, draw_skin
from simulator.drawing.headwear import Hat, draw_earrings, draw_freckles, draw_glasses, draw_hat
from simulator.drawing.scene import FaceTruth, Scene

__all__ = ["Expression", "Hat", "paste_face"]

_TURN = 0.2
_SIDES = (150, 330, 720)
_MOODS = (Expression.SMILE, Expression.SMILE, Expression.CALM, Expression.LAUGH, Expression.SURPRISE)


@lru_cache(maxsize=192)
def sprite_of(
    look: Appearance, mood: Expression, turn: int, hat: Hat | None, side: int
) -> tuple[Image.Image, tuple[int, int]]:
    """One head on ``side`` pixels square, cropped (RGB times alpha), and the crop's corner; ``turn`` is -1, 0 or 1."""
    fine = side * 2 if side < _SIDES[-1] else side
    head = Head(side=fine, look=look, mood=mood, turn=turn * _TURN)
    sprite = Image.new("RGBA", (fine, fine))
    draw_back_hair(head, sprite)
    face = draw_skin(head, sprite)
    draw_freckles(head, sprite)
    draw_nose(head, sprite)
    draw_beard(head, sprite, face)
    draw_mouth(head, sprite)
    draw_eyes(head, sprite)
    draw_brows(head, sprite)
    draw_front_hair(head, sprite)
    draw_earrings(head, sprite)
    draw_glasses(head, sprite)
    if hat is not None:
        draw_hat(head, sprite, hat)
    sprite = sprite.filter(ImageFilter.GaussianBlur(0.7)) if fine == side else sprite.reduce(2)
    left, top, right, bottom = sprite.getbbox() or (0, 0, side, side)
    return sprite.crop((left, top, right, bottom)).convert("RGBa"), (left, top)


def paste_face(
    scene: Scene,
    who: int,
    center: tuple[float, float],
    height: float,
    *,
    expression: Expression | None = None,
    turn: float = 0,
    hat: Hat | None = None,
) -> None:
    """Draws the head and neck of ``scene.people[who]`` and records where the face is.

    Args:
        scene: where to draw.
        who: index into ``scene.people``.
        center: pixels; the middle between crown and chin.
        height: pixels from crown to chin.
        expression: luck picks one when it is left out.
        turn: -1 (to the left of the picture) .. 1 (to the right).
        hat: what is worn on the head, if anything.
    """
    look = scene.people[who]
    mood = expression or scene.rng.choice(_MOODS)
    size = height * 100 / (CHIN - CROWN)
    side = next((side for side in _SIDES if size <= side * 1.12), _SIDES[-1])
    sprite, (left, top) = sprite_of(look, mood, round(max(-1.0, min(1.0, turn))), hat, side)
    k = size / side
    fit = (max(2, round(sprite.width * k)), max(2, round(sprite.height * k)))
    small = sprite.resize(fit, Image.Resampling.BILINEAR).convert("RGBA")
    at = (round(center[0] - size / 2 + left * k), round(center[1] - (CROWN + CHIN) / 200 * size + top * k))
    scene.image.paste(small, at, small)
    half = height * 0.4
    scene.faces.append(
        FaceTruth((center[0] - half, center[1] - height * 0.42, center[0] + half, center[1] + height * 0.5), who)
    )
