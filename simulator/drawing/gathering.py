"""People together: rows of faces, standing groups, and crowds that are nobody in particular."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from PIL import Image

from simulator.domain.people import AgeGroup, Appearance
from simulator.drawing.body import Body
from simulator.drawing.color import CLOTH, HAIR, SKIN, WHITE, Color, along, mix, shade
from simulator.drawing.face import Expression, Hat
from simulator.drawing.figure import Outfit, Pose, bust, stand
from simulator.drawing.paint import Point, lay_sheet, vertical_gradient
from simulator.drawing.scene import Scene

Dress = Callable[[Appearance], Outfit]
Span = tuple[float, float]
EASY = (Pose.DOWN, Pose.WAVING, Pose.DOWN, Pose.HOLDING)
CHEER = (Expression.SMILE, Expression.LAUGH, Expression.SMILE, Expression.LAUGH, Expression.CALM)


def skin_of(who: Appearance) -> Color:
    """The colour of somebody's hands."""
    return along(SKIN, who.skin)


def rows(scene: Scene) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Who (indices) stands behind and who in front: one row, or two in a tall picture; children always in front."""
    people = range(len(scene.people))
    if len(people) <= 3 or scene.width > scene.height:
        return (), tuple(people)
    tall_first = sorted(people, key=lambda who: scene.people[who].age is AgeGroup.CHILD)
    behind = (len(people) - 1) // 2
    return tuple(tall_first[:behind]), tuple(tall_first[behind:])


def spread(count: int, left: float, right: float) -> list[float]:
    """The middles of ``count`` equal places between two sides."""
    step = (right - left) / max(1, count)
    return [left + (i + 0.5) * step for i in range(count)]


def stature(who: Appearance) -> float:
    """Height compared with an adult's."""
    return {AgeGroup.CHILD: 0.76, AgeGroup.TEEN: 0.95}.get(who.age, 1.0)


def busts(
    scene: Scene,
    bottom: float,
    width: float,
    *,
    dress: Dress,
    span: Span,
    moods: Sequence[Expression] = CHEER,
    hat: Hat | None = None,
) -> None:
    """Everybody from the chest up, side by side within ``span``, an adult's shoulders at most ``width`` wide."""
    behind, front = rows(scene)
    most = width * (1.35 if scene.height > scene.width else 1.0)
    each = min(most, (span[1] - span[0]) / max(len(behind) + 0.5, len(front), 1) * 1.16)
    lift = each * 0.6 if behind else 0.0
    head = min(each * 0.62, (bottom - lift - scene.height * 0.02) / (2.3 if hat is None else 2.6))
    middle = (span[0] + span[1]) / 2
    for row, up in ((behind, lift), (front, 0.0)):
        half = min(span[1] - span[0], each * 0.9 * len(row)) / 2
        for who, cx in zip(row, spread(len(row), middle - half, middle + half), strict=True):
            worn = hat if scene.rng.random() < 0.75 else None
            mood, floor = scene.rng.choice(moods), bottom - up
            chest(
                scene,
                who,
                (cx, floor - head * 2.12),
                head,
                floor=floor,
                outfit=dress(scene.people[who]),
                expression=mood,
                hat=worn,
            )


def chest(
    scene: Scene,
    who: int,
    crown: Point,
    head: float,
    *,
    floor: float,
    outfit: Outfit,
    expression: Expression,
    hat: Hat | None = None,
    turn: float = 0,
) -> None:
    """One person from the chest up, sized by the head (crown to chin) and reaching at least down to ``floor``."""
    look = scene.people[who]
    body = Body(look=look, pose=Pose.DOWN, clothes_seed=0)
    size = head * (0.94 if look.age is AgeGroup.CHILD else 1.0)
    bottom = max(floor, crown[1] + size * (1 + 0.17 / body.head))
    width = max(size * 2 * body.shoulder / body.head, size / 0.76)
    bust(scene, who, crown[0], bottom, width, outfit=outfit, expression=expression, hat=hat, turn=turn)


def full_height(scene: Scene) -> float:
    """How tall an adult must stand for a face to be a tenth of the picture's width; the feet may be cut off."""
    return max(0.6 * scene.height, 0.74 * scene.width)


def standing(
    scene: Scene,
    feet_y: float,
    height: float,
    *,
    dress: Dress,
    span: Span,
    poses: Sequence[Pose] = EASY,
    hat: Hat | None = None,
) -> None:
    """Everybody at full length within ``span``; whoever finds no room in front stands a step behind."""
    behind, front = rows(scene)
    close = min((span[1] - span[0]) / max(1, len(front)), height * 0.34)
    middle = (span[0] + span[1]) / 2
    for row, step in ((behind, 1), (front, 0)):
        half = close * len(row) / 2
        for who, cx in zip(row, spread(len(row), middle - half, middle + half), strict=True):
            look = scene.people[who]
            tall = height * stature(look) * (1.05 if step else 1.0)
            mood, pose = scene.rng.choice(CHEER), scene.rng.choice(poses)
            worn = hat if scene.rng.random() < 0.75 else None
            stand(
                scene,
                who,
                cx,
                feet_y - step * height * 0.06,
                tall,
                outfit=dress(look),
                pose=pose,
                expression=mood,
                hat=worn,
            )


def in_crowd(scene: Scene, x: float, y: float, size: float, *, dim: float = 1.0, raised: bool = False) -> None:
    """Somebody seen from behind: hair, neck and shoulders, nobody in particular. ``y`` is the shoulders' top."""
    pen, rng = scene.pen, scene.rng
    cloth, hair, skin = shade(rng.choice(CLOTH), dim), shade(rng.choice(HAIR), dim), shade(rng.choice(SKIN), dim)
    r = size * 0.3
    if raised:
        side = rng.choice((-1, 1))
        pen.line(
            [(x + side * size * 0.46, y + size * 0.4), (x + side * size * 0.58, y - size * 0.75)],
            fill=shade(cloth, 0.9),
            width=max(3, int(size * 0.17)),
        )
        hand = size * 0.13
        hx, hy = x + side * size * 0.585, y - size * 0.86
        pen.ellipse((hx - hand, hy - hand * 1.2, hx + hand, hy + hand * 1.2), fill=skin)
    pen.rounded_rectangle((x - size * 0.58, y, x + size * 0.58, y + size * 3.8), int(size * 0.34), fill=cloth)
    pen.rounded_rectangle(
        (x + size * 0.18, y + size * 0.05, x + size * 0.58, y + size * 3.8), int(size * 0.3), fill=shade(cloth, 0.86)
    )
    pen.rectangle((x - r * 0.45, y - r * 0.7, x + r * 0.45, y + r * 0.35), fill=shade(skin, 0.85))
    pen.ellipse((x - r * 1.12, y - r * 1.5, x - r * 0.8, y - r * 0.9), fill=skin)
    pen.ellipse((x + r * 0.8, y - r * 1.5, x + r * 1.12, y - r * 0.9), fill=shade(skin, 0.9))
    pen.ellipse((x - r, y - r * 2.3, x + r, y - r * 0.05), fill=hair)
    pen.ellipse((x - r * 0.7, y - r * 2.2, x + r * 0.1, y - r * 1.2), fill=mix(hair, WHITE, 0.1))
    if rng.random() < 0.35:
        pen.rounded_rectangle((x - r, y - r * 1.4, x + r, y + r * rng.uniform(0.2, 1.0)), int(r * 0.6), fill=hair)


def crowd(scene: Scene, y: float, size: float, *, ranks: int = 2, dim: float = 1.0, raised: float = 0.0) -> None:
    """Ranks of backs across the picture, far and small ones first; ``y`` is where the nearest shoulders are."""
    for rank in range(ranks - 1, -1, -1):
        each = size * 0.74**rank
        x = -each * scene.rng.random()
        while x < scene.width + each:
            in_crowd(
                scene,
                x,
                y - size * 0.62 * rank + scene.rng.uniform(-0.1, 0.1) * each,
                each,
                dim=dim * 0.9**rank,
                raised=scene.rng.random() < raised,
            )
            x += each * scene.rng.uniform(1.0, 1.35)


def limb(scene: Scene, start: Point, end: Point, wide: float, narrow: float, *, color: Color) -> None:
    """A tapering arm from ``start`` to ``end``, lit along one side."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    far = math.hypot(dx, dy) or 1.0
    nx, ny = -dy / far, dx / far
    for k, tone in ((1.0, shade(color, 0.82)), (0.62, color)):
        a, b = wide * k, narrow * k
        scene.pen.polygon(
            [
                (start[0] + nx * a, start[1] + ny * a),
                (end[0] + nx * b, end[1] + ny * b),
                (end[0] - nx * narrow, end[1] - ny * narrow),
                (start[0] - nx * wide, start[1] - ny * wide),
            ],
            fill=tone,
        )


def bent_arm(scene: Scene, path: Sequence[Point], wide: float, narrow: float, skin: Color, *, cloth: Color) -> None:
    """An arm along a bend of three points, from a bare end near the camera to a sleeve at the shoulder."""
    (x0, y0), (x1, y1), (x2, y2) = path
    steps = 28
    for k, lighter in ((1.0, 0.8), (0.8, 0.93), (0.55, 1.0)):
        for i in range(steps + 1):
            t = i / steps
            a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
            r = wide + (narrow - wide) * t
            x, y = a * x0 + b * x1 + c * x2 - r * (1 - k) * 0.5, a * y0 + b * y1 + c * y2 - r * (1 - k) * 0.6
            size = r * k * (1.12 if t > 0.6 else 1.0)
            tone = cloth if t > 0.6 else skin
            scene.pen.ellipse((x - size, y - size, x + size, y + size), fill=shade(tone, lighter))


def fist(scene: Scene, x: float, y: float, r: float, skin: Color) -> None:
    """A closed hand."""
    pen = scene.pen
    pen.rounded_rectangle((x - r, y - r, x + r, y + r), int(r * 0.55), fill=skin)
    for k in range(4):
        left = x - r + k * r * 0.5
        pen.rounded_rectangle(
            (left, y - r * 1.12, left + r * 0.5, y + r * 0.1),
            int(r * 0.25),
            fill=mix(skin, WHITE, 0.08),
            outline=shade(skin, 0.78),
        )
    pen.rounded_rectangle(
        (x - r * 0.9, y + r * 0.05, x + r * 0.4, y + r * 0.45), int(r * 0.2), fill=skin, outline=shade(skin, 0.76)
    )


def snapshot(scene: Scene, who: int, center: Point, width: float, angle: float, *, dress: Dress) -> None:
    """An instant print of somebody, lying on whatever there is."""
    w, h = round(width), round(width * 1.2)
    sheet = Image.new("RGB", (w, h), (250, 248, 242))
    inner = round(w * 0.88)
    print_scene = Scene(
        image=Image.new("RGB", (inner, inner)),
        rng=scene.rng,
        people=scene.people,
        pets=(),
        light=scene.light,
        weather=scene.weather,
    )
    tone = scene.rng.choice(CLOTH)
    vertical_gradient(print_scene, (0, 0, inner, inner), mix(tone, WHITE, 0.65), mix(tone, WHITE, 0.25))
    chest(
        print_scene,
        who,
        (inner / 2, inner * 0.14),
        inner * 0.58,
        floor=inner,
        outfit=dress(scene.people[who]),
        expression=Expression.SMILE,
    )
    sheet.paste(print_scene.image, ((w - inner) // 2, (w - inner) // 2))
    lay_sheet(scene, sheet, center, angle)
    note_faces(scene, print_scene, center, (w, h), (w - inner) // 2)


def note_faces(scene: Scene, part: Scene, center: Point, size: tuple[int, int], margin: int) -> None:
    """Carries the truth about faces from a part that was laid into the scene, leaving its small turn aside."""
    left, top = center[0] - size[0] / 2 + margin, center[1] - size[1] / 2 + margin
    for face in part.faces:
        x0, y0, x1, y1 = face.box
        scene.faces.append(replace(face, box=(left + x0, top + y0, left + x1, top + y1)))


def snapshots(scene: Scene, spots: Sequence[Point], *, dress: Dress) -> None:
    """One print a person at the given places, each large enough for its face to be found."""
    width = 0.24 * max(scene.width, scene.height)
    for who, spot in zip(range(len(scene.people)), spots, strict=False):
        snapshot(scene, who, spot, width, scene.rng.uniform(-11, 11), dress=dress)
