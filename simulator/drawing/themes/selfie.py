"""Selfies: an arm that reaches out of the picture, faces close and tilted, mirrors, phones."""

from simulator.domain.people import Appearance
from simulator.drawing.backdrop import outdoors, room, street
from simulator.drawing.color import CLOTH, WHITE, Color, hue, jitter, mix, shade
from simulator.drawing.face import Expression
from simulator.drawing.figure import Outfit, Pose, stand
from simulator.drawing.gathering import bent_arm, busts, chest, fist, limb, skin_of, spread
from simulator.drawing.paint import defocus, glow, soft_shadow, soft_spot, texture, vertical_gradient
from simulator.drawing.scene import Drawing, Scene

_GRIN = (Expression.LAUGH, Expression.SMILE, Expression.SURPRISE)


def _everyday(_: Appearance) -> Outfit:
    return Outfit.CASUAL


def _skin(scene: Scene) -> Color:
    return skin_of(scene.people[0]) if scene.people else (206, 152, 112)


def _sleeve(scene: Scene) -> Color:
    return hue(scene.people[0].outfit, 0.45, 0.72) if scene.people else scene.rng.choice(CLOTH)


def _reach(scene: Scene, *, right: bool, drop: float) -> None:
    """The arm that holds the camera: broad where it leaves the picture, from the shoulder at its other end."""
    w, h = scene.width, scene.height
    sign = 1 if right else -1
    path = [
        (w * (0.5 + sign * 0.56), h * (drop - 0.06)),
        (w * (0.5 + sign * 0.4), h * (drop + 0.02)),
        (w * (0.5 + sign * 0.26), h * 1.1),
    ]
    bent_arm(scene, path, w * 0.1, w * 0.075, _skin(scene), cloth=_sleeve(scene))


def _phone(scene: Scene, cx: float, cy: float, size: float) -> None:
    """The back of a phone with its lenses, held by fingers."""
    pen, color = (
        scene.pen,
        scene.rng.choice(((34, 36, 44), (226, 226, 230), (120, 140, 170), (196, 150, 150), (70, 92, 84))),
    )
    w = size * 0.5
    pen.rounded_rectangle(
        (cx - w / 2 + 4, cy - size / 2 + 4, cx + w / 2 + 4, cy + size / 2 + 4), int(w * 0.14), fill=shade(color, 0.55)
    )
    pen.rounded_rectangle((cx - w / 2, cy - size / 2, cx + w / 2, cy + size / 2), int(w * 0.14), fill=color)
    pen.rounded_rectangle(
        (cx - w * 0.42, cy - size * 0.46, cx + w * 0.02, cy - size * 0.2), int(w * 0.1), fill=shade(color, 0.8)
    )
    for dx, dy in ((-0.31, -0.4), (-0.31, -0.27), (-0.1, -0.335)):
        x, y, r = cx + w * dx, cy + size * dy, w * 0.09
        pen.ellipse((x - r, y - r, x + r, y + r), fill=(20, 22, 28))
        pen.ellipse((x - r * 0.5, y - r * 0.6, x, y - r * 0.1), fill=(120, 150, 200))
    for k in range(4):
        y = cy - size * 0.06 + k * size * 0.12
        pen.rounded_rectangle(
            (cx + w * 0.2, y, cx + w * 0.64, y + size * 0.1),
            int(size * 0.05),
            fill=_skin(scene),
            outline=shade(_skin(scene), 0.75),
        )
    pen.rounded_rectangle(
        (cx - w * 0.66, cy - size * 0.02, cx - w * 0.34, cy + size * 0.1),
        int(size * 0.05),
        fill=_skin(scene),
        outline=shade(_skin(scene), 0.75),
    )


def _faceless(scene: Scene, foot: float, tall: float) -> None:
    """Somebody whose phone hides the face: all that is left when nobody known is in the picture."""
    pen, cx, size = scene.pen, scene.width * 0.5, tall * 0.3
    cloth, skin, hair = _sleeve(scene), _skin(scene), scene.rng.choice(((52, 38, 32), (120, 80, 50), (30, 26, 28)))
    pen.rounded_rectangle(
        (cx - size * 0.75, foot - tall * 0.62, cx + size * 0.75, foot + tall), int(size * 0.35), fill=cloth
    )
    pen.rounded_rectangle(
        (cx + size * 0.3, foot - tall * 0.6, cx + size * 0.75, foot + tall), int(size * 0.3), fill=shade(cloth, 0.85)
    )
    pen.rectangle((cx - size * 0.16, foot - tall * 0.72, cx + size * 0.16, foot - tall * 0.58), fill=shade(skin, 0.85))
    pen.ellipse((cx - size * 0.42, foot - tall * 1.06, cx + size * 0.42, foot - tall * 0.68), fill=hair)
    pen.ellipse((cx - size * 0.34, foot - tall * 1.0, cx + size * 0.34, foot - tall * 0.66), fill=skin)
    for sign in (-1, 1):
        limb(
            scene,
            (cx + sign * size * 0.72, foot - tall * 0.45),
            (cx + sign * size * 0.2, foot - tall * 0.8),
            size * 0.16,
            size * 0.1,
            color=mix(cloth, skin, 0.3),
        )
    _phone(scene, cx, foot - tall * 0.85, tall * 0.34)


def at_arms_length(scene: Scene) -> None:
    """Outdoors: a large face, a background out of focus, the arm across a lower corner."""
    w, h, rng = scene.width, scene.height, scene.rng
    (outdoors if rng.random() < 0.65 else street)(scene, rng.uniform(0.45, 0.62))
    defocus(scene, 9)
    right = rng.random() < 0.5
    if not scene.people:
        _faceless(scene, h * 1.02, h * 0.8)
        _reach(scene, right=right, drop=0.86)
        return
    if len(scene.people) == 1:
        head = min(w * 0.5, h * 0.56)
        chest(
            scene,
            0,
            (w * (0.46 if right else 0.54), h * 0.14),
            head,
            floor=h,
            outfit=_everyday(scene.people[0]),
            expression=rng.choice(_GRIN),
            turn=rng.uniform(-9, 9),
        )
    else:
        _cheek_to_cheek(scene)
    _reach(scene, right=right, drop=0.93)


def _cheek_to_cheek(scene: Scene) -> None:
    """Several heads close together, tilted to one another, the nearest the largest and lowest."""
    w, h, rng = scene.width, scene.height, scene.rng
    many = len(scene.people)
    head = min(w * 1.05 / (many + 0.4), h * 0.47)
    places = spread(many, w * 0.04, w * 0.96)
    order = sorted(range(many), key=lambda who: (who == 0, -who))
    for who in order:
        near = 1.0 if who == 0 else 0.84
        lift = 0.0 if who == 0 else head * rng.uniform(0.2, 0.5)
        tilt = rng.uniform(2, 9) * (1 if places[who] > w / 2 else -1)
        outfit = _everyday(scene.people[who])
        chest(
            scene,
            who,
            (places[who], h * 0.56 - head * 0.6 - lift),
            head * near,
            floor=h,
            outfit=outfit,
            expression=rng.choice(_GRIN),
            turn=tilt,
        )


def in_the_mirror(scene: Scene) -> None:
    """A bathroom mirror: tiles, a basin, lamps, a phone at the chest."""
    w, h, rng = scene.width, scene.height, scene.rng
    tile = hue(rng.choice((0.5, 0.56, 0.45, 0.95, 0.1)), rng.uniform(0.1, 0.3), rng.uniform(0.75, 0.92))
    vertical_gradient(scene, (0, 0, w, h), shade(tile, 1.1), shade(tile, 0.9))
    pen, step = scene.pen, w // 11
    for x in range(0, w, step):
        pen.line((x, 0, x, h), fill=shade(tile, 1.35), width=4)
    for y in range(0, h, step):
        pen.line((0, y, w, y), fill=shade(tile, 1.35), width=4)
    frame = rng.choice(((236, 234, 230), (70, 56, 46), (196, 166, 110)))
    left, right, top, low = w * 0.1, w * 0.9, h * 0.05, h * 0.84
    soft_shadow(scene, (left, top, right, low + 30), 0.4)
    pen.rectangle((left, top, right, low), fill=frame)
    wall = jitter(rng, (214, 206, 196), 16)
    vertical_gradient(scene, (left + 16, top + 16, right - 16, low - 16), shade(wall, 1.12), shade(wall, 0.86))
    pen.rectangle((w * 0.14, h * 0.14, w * 0.27, low - 16), fill=shade(wall, 0.7))
    pen.ellipse((w * 0.245, h * 0.48, w * 0.26, h * 0.5), fill=(230, 200, 130))
    for k in range(3):
        glow(scene, (w * (0.3 + 0.2 * k), top + 10), w * 0.12, (255, 246, 220), 0.7)
        pen.ellipse((w * (0.3 + 0.2 * k) - 14, top - 6, w * (0.3 + 0.2 * k) + 14, top + 22), fill=(255, 252, 240))
    for k in range(3):
        at = w * (0.18 + 0.2 * k)
        pen.line((at, low - 20, at + w * 0.2, top + 20), fill=mix(wall, WHITE, 0.6), width=2)
    _reflected(scene, low - 16)
    pen.rectangle((left, low - 16, right, low), fill=frame)
    _basin(scene, low)


def _reflected(scene: Scene, bottom: float) -> None:
    """Those before the mirror; the nearest one holds the phone."""
    w, h, rng = scene.width, scene.height, scene.rng
    if not scene.people:
        _faceless(scene, bottom, h * 0.66)
        _clip_below(scene, bottom)
        return
    tall = max(h * 0.9, w * 0.76)
    for who, x in reversed(list(enumerate(spread(len(scene.people), w * 0.2, w * 0.82)))):
        look = scene.people[who]
        size = tall * (0.8 if look.age == "child" else 1.0)
        stand(
            scene,
            who,
            x,
            h * 0.16 + size,
            size,
            outfit=_everyday(look),
            pose=Pose.HOLDING,
            expression=rng.choice(_GRIN),
        )
        if who == 0:
            _phone(scene, x, h * 0.16 + size * (0.4 if look.age == "child" else 0.34), size * 0.17)
    _clip_below(scene, bottom)


def _clip_below(scene: Scene, y: float) -> None:
    """The shelf under the mirror hides what stands out below it."""
    vertical_gradient(scene, (0, y, scene.width, scene.height), (222, 220, 216), (176, 174, 172))


def _basin(scene: Scene, y: float) -> None:
    """A counter with a basin, a tap and bottles."""
    w, h, pen, rng = scene.width, scene.height, scene.pen, scene.rng
    pen.ellipse((w * 0.3, y + h * 0.02, w * 0.7, y + h * 0.2), fill=(250, 250, 250), outline=(190, 190, 192), width=3)
    pen.ellipse((w * 0.34, y + h * 0.045, w * 0.66, y + h * 0.18), fill=(226, 230, 232))
    pen.line(
        [(w * 0.5, y + h * 0.03), (w * 0.5, y - h * 0.03), (w * 0.5, y + h * 0.01)], fill=(150, 156, 162), width=14
    )
    for x in (0.12, 0.18, 0.84):
        color, tall = jitter(rng, rng.choice(CLOTH), 20), h * rng.uniform(0.08, 0.13)
        pen.rounded_rectangle((w * x, y + h * 0.1 - tall, w * x + w * 0.04, y + h * 0.1), 8, fill=color)
        pen.rectangle(
            (w * x + w * 0.012, y + h * 0.08 - tall, w * x + w * 0.028, y + h * 0.1 - tall), fill=shade(color, 0.7)
        )


def squeezed_together(scene: Scene) -> None:
    """Everybody presses into the picture, indoors, from a little above; two arms reach out."""
    w, h, rng = scene.width, scene.height, scene.rng
    room(scene, 0.74)
    defocus(scene, 6)
    glow(scene, (w * 0.5, h * 0.3), w * 0.5, (255, 244, 220), 0.4)
    if scene.people:
        _cheek_to_cheek(scene)
    else:
        _faceless(scene, h, h * 0.72)
    _reach(scene, right=True, drop=0.94)
    if len(scene.people) > 1 or rng.random() < 0.5:
        x, y, r = w * 0.07, h * 0.7, w * 0.035
        limb(scene, (x + w * 0.02, h * 1.02), (x, y), w * 0.06, w * 0.035, color=_sleeve(scene))
        for dx in (-0.4, 0.45):
            limb(scene, (x + dx * r * 0.5, y), (x + dx * r * 2.2, y - r * 2.4), r * 0.3, r * 0.24, color=_skin(scene))
        fist(scene, x, y, r, _skin(scene))


def in_the_car(scene: Scene) -> None:
    """The front seat: windows, belts across the chest, head rests."""
    w, h, rng = scene.width, scene.height, scene.rng
    outdoors(scene, rng.uniform(0.36, 0.5))
    defocus(scene, 10)
    pen, trim = scene.pen, jitter(rng, (58, 56, 60), 12)
    pen.polygon([(0, 0), (w, 0), (w, h * 0.09), (0, h * 0.13)], fill=shade(trim, 1.15))
    for a, b in (((0.0, 0.0), (0.05, 0.0)), ((0.5, 0.0), (0.57, 0.0)), ((0.93, 0.0), (1.0, 0.0))):
        pen.polygon([(w * a[0], 0), (w * b[0], 0), (w * b[0] + w * 0.04, h), (w * a[0] - w * 0.02, h)], fill=trim)
    pen.polygon([(0, h * 0.56), (w, h * 0.52), (w, h), (0, h)], fill=shade(trim, 0.8))
    many = max(1, len(scene.people))
    head = min(w * 0.9 / (many + 0.6), h * 0.5)
    for x in spread(many, w * 0.03, w * 0.9):
        seat = jitter(rng, (92, 84, 78), 6)
        top = max(h * 0.2, h * 0.94 - head * 2.12)
        rest = (x - head * 0.62, top, x + head * 0.62, max(h * 0.66, top + head * 1.4))
        pen.rounded_rectangle(rest, int(head * 0.2), fill=seat)
        pen.rounded_rectangle(
            (x - head * 0.95, h * 0.6, x + head * 0.95, h * 1.1), int(head * 0.25), fill=shade(seat, 0.88)
        )
    if not scene.people:
        _faceless(scene, h * 1.05, h * 0.8)
    for who, x in enumerate(spread(len(scene.people), w * 0.03, w * 0.9)):
        chest(
            scene,
            who,
            (x, h * 0.24),
            head,
            floor=h,
            outfit=_everyday(scene.people[who]),
            expression=rng.choice(_GRIN),
            turn=rng.uniform(-6, 6),
        )
        chin = max(h * 0.24, h - head * 2.12) + head
        limb(
            scene,
            (x - head * 0.75, chin + head * 0.3),
            (x + head * 0.45, h * 1.02),
            head * 0.08,
            head * 0.08,
            color=(44, 44, 48),
        )
    soft_spot(scene, (w * 0.2, -h * 0.1, w * 0.9, h * 0.4), (255, 250, 230), 0.18)
    _reach(scene, right=True, drop=0.95)


def before_the_view(scene: Scene) -> None:
    """Low in the picture, the view above, a phone in an outstretched hand at one side."""
    w, h, rng = scene.width, scene.height, scene.rng
    (outdoors if rng.random() < 0.5 else street)(scene, 0.55)
    defocus(scene, 3)
    texture(scene, (0, 0, w, h), 3)
    if scene.people:
        busts(scene, h * 1.02, w * 0.48, dress=_everyday, span=(0, w * 0.8), moods=_GRIN)
    else:
        _faceless(scene, h * 1.02, h * 0.62)
    shoulder = 0.62 if len(scene.people) < 3 else 0.86
    limb(scene, (w * shoulder, h * 1.05), (w * 0.9, h * 0.56), w * 0.08, w * 0.04, color=_sleeve(scene))
    fist(scene, w * 0.91, h * 0.53, w * 0.035, _skin(scene))
    _phone(scene, w * 0.91, h * 0.46, min(w, h) * 0.28)


DRAWINGS: tuple[Drawing, ...] = (at_arms_length, in_the_mirror, squeezed_together, in_the_car, before_the_view)
