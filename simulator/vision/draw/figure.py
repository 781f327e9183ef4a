"""People with bodies: standing, or head and shoulders."""

from enum import StrEnum

from simulator.vision.draw.color import hue
from simulator.vision.draw.face import Expression, paste_face
from simulator.vision.draw.scene import Scene


class Outfit(StrEnum):
    CASUAL = "casual"
    SUIT = "suit"
    GOWN = "gown"
    WEDDING_DRESS = "wedding_dress"
    GRADUATION = "graduation"
    SWIM = "swim"
    SCRUBS = "scrubs"
    COAT = "coat"
    PARTY = "party"


class Pose(StrEnum):
    DOWN = "down"
    WAVING = "waving"
    RAISED = "raised"
    HOLDING = "holding"


def stand(
    scene: Scene,
    who: int,
    x: float,
    feet_y: float,
    height: float,
    *,
    outfit: Outfit | None = None,
    pose: Pose | None = None,
    expression: Expression | None = None,
) -> None:
    """Draws ``scene.people[who]`` standing at (x, feet_y), ``height`` pixels tall."""
    del outfit, pose
    scene.pen.rounded_rectangle((x - height * 0.13, feet_y - height * 0.84, x + height * 0.13, feet_y), 12, fill=hue(scene.people[who].outfit, 0.4, 0.7))
    paste_face(scene, who, (x, feet_y - height * 0.91), height * 0.18, expression=expression)


def bust(
    scene: Scene,
    who: int,
    cx: float,
    bottom: float,
    width: float,
    *,
    outfit: Outfit | None = None,
    expression: Expression | None = None,
    turn: float = 0,
) -> None:
    """Draws head and shoulders, ``width`` pixels across the shoulders, cut off at ``bottom``."""
    del outfit
    scene.pen.rounded_rectangle((cx - width / 2, bottom - width * 0.4, cx + width / 2, bottom + 40), 40, fill=hue(scene.people[who].outfit, 0.4, 0.7))
    paste_face(scene, who, (cx, bottom - width * 0.7), width * 0.62, expression=expression, turn=turn)
