"""People with bodies: standing, or head and shoulders."""

from simulator.domain.photo import Weather
from simulator.drawing.body import Body, Pose
from simulator.drawing.clothes import dress
from simulator.drawing.collar import finish_collar
from simulator.drawing.face import Expression, Hat, paste_face
from simulator.drawing.outfit import Outfit, hat_of
from simulator.drawing.paint import Patch, soft_shadow
from simulator.drawing.scene import Scene

__all__ = ["Outfit", "Pose", "bust", "stand"]


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
    hat: Hat | None = None,
) -> None:
    """Draws ``scene.people[who]`` standing at (x, feet_y), ``height`` pixels from crown to sole.

    Outfit, pose and mood are left to luck (and weather) where they are not given.
    """
    clothes = outfit or _everyday(scene)
    stance = pose or scene.rng.choice((Pose.DOWN, Pose.DOWN, Pose.DOWN, Pose.WAVING, Pose.HOLDING))
    soft_shadow(scene, (x - height * 0.17, feet_y - height * 0.028, x + height * 0.17, feet_y + height * 0.03), 0.55)
    reach, above = _room_for(clothes, stance)
    box = (x - height * reach, feet_y - height * above, x + height * reach, feet_y + height * 0.02)
    _draw(
        scene,
        who,
        crown=(x, feet_y - height),
        height=height,
        box=box,
        clothes=clothes,
        pose=stance,
        expression=expression,
        turn=0.0,
        hat=hat,
    )


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
    hat: Hat | None = None,
) -> None:
    """Draws head and shoulders, ``width`` pixels across the shoulders, cut off at ``bottom`` (pixels)."""
    clothes = outfit or _everyday(scene)
    look = scene.people[who]
    probe = Body(look=look, pose=Pose.DOWN, clothes_seed=0)
    height = min(width / (2 * probe.shoulder), width * 0.76 / probe.head)
    top = bottom - height * (probe.head + 0.17)
    box = (cx - width * 0.62, top + height * probe.head * 0.9, cx + width * 0.62, bottom)
    _draw(
        scene,
        who,
        crown=(cx, top),
        height=height,
        box=box,
        clothes=clothes,
        pose=Pose.DOWN,
        expression=expression,
        turn=turn,
        hat=hat,
    )


def _room_for(outfit: Outfit, pose: Pose) -> tuple[float, float]:
    """How far a body reaches to each side of its middle and above its soles, as shares of its height."""
    if pose is Pose.RAISED:
        return (0.29, 1.22)
    if pose is Pose.WAVING:
        return (0.32, 1.0)
    return (0.32 if outfit is Outfit.WEDDING_DRESS else 0.24, 0.88)


def _everyday(scene: Scene) -> Outfit:
    if scene.weather is Weather.SNOW:
        return Outfit.COAT
    return Outfit.CASUAL


def _draw(
    scene: Scene,
    who: int,
    *,
    crown: tuple[float, float],
    height: float,
    box: tuple[float, float, float, float],
    clothes: Outfit,
    pose: Pose,
    expression: Expression | None,
    turn: float,
    hat: Hat | None,
) -> None:
    look = scene.people[who]
    body = Body(look=look, pose=pose, clothes_seed=scene.rng.getrandbits(32))
    left, top = round(box[0]), round(box[1])
    patch = Patch(left, top, round(box[2]) - left, round(box[3]) - top)
    body.attach(patch.pen, ((crown[0] - left) * patch.fine, (crown[1] - top) * patch.fine), height * patch.fine)
    dress(body, clothes)
    patch.paste(scene, dusk=96)
    head = height * body.head
    paste_face(
        scene,
        who,
        (crown[0], crown[1] + head / 2),
        head,
        expression=expression,
        turn=turn,
        hat=hat or hat_of(clothes, look),
    )
    _draw_collar(scene, body, clothes, crown, height)


def _draw_collar(scene: Scene, body: Body, clothes: Outfit, crown: tuple[float, float], height: float) -> None:
    left, top = round(crown[0] - height * 0.12), round(crown[1] + height * (body.top - 0.06))
    patch = Patch(left, top, round(height * 0.24), round(height * 0.26))
    body.attach(patch.pen, ((crown[0] - left) * patch.fine, (crown[1] - top) * patch.fine), height * patch.fine)
    if finish_collar(body, clothes):
        patch.paste(scene)
