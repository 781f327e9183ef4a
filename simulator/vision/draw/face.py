"""A face that keeps its identity from photo to photo, while mood, turn and light change."""

from enum import StrEnum

from simulator.vision.draw.color import SKIN, along
from simulator.vision.draw.scene import FaceTruth, Scene


class Expression(StrEnum):
    CALM = "calm"
    SMILE = "smile"
    LAUGH = "laugh"
    SURPRISE = "surprise"


class Hat(StrEnum):
    PARTY = "party"
    MORTARBOARD = "mortarboard"
    SUN = "sun"
    BEANIE = "beanie"
    VEIL = "veil"
    SURGICAL = "surgical"


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
    """Draws the head of ``scene.people[who]``, ``height`` pixels from crown to chin, and records where it is."""
    look = scene.people[who]
    mood = expression or scene.rng.choice(tuple(Expression))
    x, y, w, h = *center, height * 0.38, height * 0.5
    scene.pen.ellipse((x - w, y - h, x + w, y + h), fill=along(SKIN, look.skin))
    scene.pen.text((x, y), str(mood), anchor="mm")
    assert hat is None or hat in Hat
    scene.faces.append(FaceTruth((x - w, y - h, x + w, y + h), who))
