"""Protests: signs on sticks, banners, flags, raised fists, a megaphone, a marching crowd."""

import math

from simulator.domain.people import Appearance
from simulator.drawing.backdrop import street
from simulator.drawing.color import CLOTH, HAIR, SKIN, STONE, WHITE, Color, jitter, mix, shade
from simulator.drawing.face import Expression
from simulator.drawing.figure import Outfit, Pose
from simulator.drawing.gathering import busts, crowd, fist, full_height, in_crowd, limb, skin_of, standing
from simulator.drawing.paint import defocus, soft_shadow, soft_spot, texture, vertical_gradient, write
from simulator.drawing.props import confetti
from simulator.drawing.scene import Drawing, Scene

_CALLS = (
    "FAIR PAY",
    "CLEAN AIR",
    "OUR PARK",
    "ENOUGH",
    "LISTEN",
    "TOGETHER",
    "NOT ONE MORE",
    "SAVE THE BUS",
    "EQUAL",
    "NOW",
    "HEAR US",
    "NO CUTS",
)
_BOARDS: tuple[Color, ...] = (
    (252, 250, 244),
    (250, 222, 84),
    (240, 96, 74),
    (92, 176, 220),
    (250, 248, 240),
    (150, 208, 120),
    (214, 190, 150),
)
_LOUD = (Expression.SURPRISE, Expression.LAUGH, Expression.CALM, Expression.SURPRISE)


def _outdoor_clothes(look: Appearance) -> Outfit:
    return Outfit.COAT if look.outfit < 0.5 else Outfit.CASUAL


def _ink(board: Color) -> Color:
    return (28, 26, 32) if sum(board) > 380 else (252, 250, 244)


def _sign(scene: Scene, x: float, y: float, size: float, *, foot: float) -> None:
    """A hand-made board on a stick: words in two lines at most, a little askew."""
    pen, rng = scene.pen, scene.rng
    board, words = rng.choice(_BOARDS), rng.choice(_CALLS).split()
    lines = [words[0], " ".join(words[1:])] if len(words) > 1 else words
    lean, half, tall = rng.uniform(-0.09, 0.09), size * 0.5, size * (0.36 if len(lines) > 1 else 0.28)
    pen.line((x, y, x - lean * (foot - y), foot), fill=(176, 138, 92), width=max(5, int(size * 0.05)))
    dx = lean * size
    corners = [
        (x - half - dx * 0.4, y - tall + dx),
        (x + half - dx * 0.4, y - tall - dx),
        (x + half + dx * 0.4, y + tall - dx),
        (x - half + dx * 0.4, y + tall + dx),
    ]
    pen.polygon([(px + 5, py + 6) for px, py in corners], fill=(46, 42, 48))
    pen.polygon(corners, fill=board)
    pen.line([*corners, corners[0]], fill=shade(board, 0.8), width=2)
    longest = max(len(line) for line in lines)
    letters = min(size * 1.35 / max(longest, 3), tall * (0.85 if len(lines) > 1 else 1.3))
    for i, line in enumerate(lines):
        write(pen, (x, y + (i - (len(lines) - 1) / 2) * letters * 1.1), line, round(letters), _ink(board), anchor="mm")
    if rng.random() < 0.4:
        _heart(scene, x + half * 0.72, y + tall * 0.55, size * 0.07, (220, 50, 70))


def _heart(scene: Scene, x: float, y: float, r: float, color: Color) -> None:
    for side in (-1, 1):
        scene.pen.ellipse(
            (x + side * r * 0.5 - r * 0.55, y - r * 0.7, x + side * r * 0.5 + r * 0.55, y + r * 0.4), fill=color
        )
    scene.pen.polygon([(x - r, y), (x + r, y), (x, y + r * 1.1)], fill=color)


def _signs(scene: Scene, count: int, band: tuple[float, float], size: float, *, foot: float) -> None:
    """Signs across the picture, evenly spread, so that few hide another."""
    rng, w = scene.rng, scene.width
    places = [(i + rng.uniform(0.2, 0.8)) * w / count for i in range(count)]
    rng.shuffle(places)
    for x in places:
        _sign(scene, x, scene.height * rng.uniform(*band), size * rng.uniform(0.85, 1.15), foot=foot)


def _banner(scene: Scene, left: float, right: float, top: float, tall: float) -> None:
    """A cloth with large letters, held at both ends, with folds."""
    pen, rng = scene.pen, scene.rng
    board, text = (
        rng.choice(_BOARDS),
        rng.choice(("TOGETHER FOR OUR PARK", "FAIR PAY NOW", "HEAR US", "CLEAN AIR FOR ALL", "NOT ONE MORE CUT")),
    )
    soft_shadow(scene, (left, top + tall * 0.9, right, top + tall * 1.2), 0.5)
    steps = 24
    edge = [(left + (right - left) * i / steps, top + math.sin(i * 0.9) * tall * 0.03) for i in range(steps + 1)]
    pen.polygon([*edge, *[(x, y + tall) for x, y in reversed(edge)]], fill=board)
    for i in range(1, steps, 3):
        x, y = edge[i]
        pen.polygon([(x, y), (x + tall * 0.09, y), (x + tall * 0.04, y + tall)], fill=shade(board, 0.9))
    band = shade(board, 0.72)
    pen.line(edge, fill=band, width=6)
    pen.line([(x, y + tall) for x, y in edge], fill=band, width=6)
    letters = min(tall * 0.6, (right - left) * 1.45 / len(text))
    write(pen, ((left + right) / 2, top + tall * 0.52), text, round(letters), _ink(board), anchor="mm")
    for x in (left, right):
        pen.line((x, top - tall * 0.35, x, top + tall * 1.5), fill=(170, 132, 88), width=9)


def _flag(scene: Scene, x: float, foot: float, top: float, size: float) -> None:
    """A plain flag of two colours in the wind."""
    pen, (one, two) = scene.pen, scene.rng.sample(CLOTH, 2)
    pen.line((x, top, x, foot), fill=(196, 190, 180), width=6)
    wave = [(x + size * i / 8, top + math.sin(i * 0.9) * size * 0.05) for i in range(9)]
    for color, a, b in ((one, 0.0, 0.32), (two, 0.32, 0.62)):
        pen.polygon(
            [*[(px, py + size * a) for px, py in wave], *[(px, py + size * b) for px, py in reversed(wave)]], fill=color
        )
    pen.polygon(
        [
            (wave[3][0], wave[3][1]),
            (wave[5][0], wave[5][1]),
            (wave[5][0], wave[5][1] + size * 0.62),
            (wave[3][0], wave[3][1] + size * 0.62),
        ],
        fill=mix(one, two, 0.5),
    )


def _megaphone(scene: Scene, x: float, y: float, size: float, *, right: bool) -> None:
    """A megaphone with its mouth at one side and waves of sound."""
    pen, s, color = scene.pen, (1 if right else -1), scene.rng.choice(((220, 60, 56), (250, 248, 244), (240, 180, 50)))
    for k in range(3):
        r = size * (0.5 + 0.2 * k)
        box = (x + s * size * 0.8 - r, y - r, x + s * size * 0.8 + r, y + r)
        pen.arc(box, *((-35, 35) if right else (145, 215)), fill=mix(WHITE, (250, 220, 120), 0.3 * k), width=5)
    pen.polygon(
        [
            (x - s * size * 0.4, y - size * 0.12),
            (x + s * size * 0.7, y - size * 0.42),
            (x + s * size * 0.7, y + size * 0.42),
            (x - s * size * 0.4, y + size * 0.12),
        ],
        fill=color,
    )
    pen.polygon(
        [
            (x - s * size * 0.4, y + size * 0.02),
            (x + s * size * 0.7, y + size * 0.1),
            (x + s * size * 0.7, y + size * 0.42),
            (x - s * size * 0.4, y + size * 0.12),
        ],
        fill=shade(color, 0.8),
    )
    pen.ellipse(
        (x + s * size * 0.7 - size * 0.12, y - size * 0.42, x + s * size * 0.7 + size * 0.12, y + size * 0.42),
        fill=shade(color, 0.6),
    )
    pen.rectangle(
        (
            min(x - s * size * 0.56, x - s * size * 0.4),
            y - size * 0.14,
            max(x - s * size * 0.56, x - s * size * 0.4),
            y + size * 0.14,
        ),
        fill=(50, 48, 54),
    )
    pen.line((x, y + size * 0.1, x - s * size * 0.06, y + size * 0.4), fill=(50, 48, 54), width=max(6, int(size * 0.1)))


def marching(scene: Scene) -> None:
    """A street filled with backs and signs; those we know march in front."""
    w, h, rng = scene.width, scene.height, scene.rng
    street(scene, 0.5)
    for x in rng.sample((0.08, 0.35, 0.64, 0.92), 2):
        _flag(scene, w * x, h * 0.7, h * rng.uniform(0.06, 0.16), min(w, h) * 0.24)
    _signs(scene, 6, (0.28, 0.42), min(w, h) * 0.24, foot=h * 0.75)
    crowd(scene, h * 0.72, w * 0.1, ranks=3, dim=0.92, raised=0.25)
    soft_spot(scene, (-w * 0.1, h * 0.9, w * 1.1, h * 1.1), (30, 28, 34), 0.3)
    _signs(scene, 2, (0.2, 0.3), min(w, h) * 0.3, foot=h * 0.9)
    tall = full_height(scene)
    standing(
        scene,
        h * 0.32 + tall,
        tall,
        dress=_outdoor_clothes,
        span=(w * 0.04, w * 0.96),
        poses=(Pose.RAISED, Pose.WAVING, Pose.RAISED),
    )
    if not scene.people:
        crowd(scene, h * 0.92, w * 0.15, ranks=1, raised=0.4)


def behind_the_banner(scene: Scene) -> None:
    """A wide cloth across the street, held by the front row."""
    w, h, rng = scene.width, scene.height, scene.rng
    street(scene, 0.52)
    _signs(scene, 5, (0.2, 0.34), min(w, h) * 0.26, foot=h * 0.7)
    crowd(scene, h * 0.62, w * 0.1, ranks=3, dim=0.8, raised=0.3)
    busts(scene, h * 0.8, w * 0.3, dress=_outdoor_clothes, span=(w * 0.03, w * 0.97), moods=_LOUD)
    if not scene.people:
        crowd(scene, h * 0.66, w * 0.14, ranks=1, raised=0.5)
    top = h * 0.72
    _banner(scene, w * 0.04, w * 0.96, top, h * 0.2)
    for x in (0.1, 0.3, 0.5, 0.7, 0.9):
        fist(scene, w * (x + rng.uniform(-0.04, 0.04)), top + 4, w * 0.02, rng.choice(SKIN))


def fists_and_signs(scene: Scene) -> None:
    """Close: raised fists and boards against the sky."""
    w, h, rng = scene.width, scene.height, scene.rng
    street(scene, 0.8)
    defocus(scene, 7)
    _signs(scene, rng.randint(3, 4), (0.18, 0.38), min(w, h) * 0.42, foot=h * 1.05)
    for i in range(rng.randint(5, 7)):
        x, y, r = w * (i + rng.uniform(0.2, 0.8)) / 6, h * rng.uniform(0.46, 0.7), w * rng.uniform(0.028, 0.042)
        limb(
            scene,
            (x + rng.uniform(-0.05, 0.05) * w, h * 1.05),
            (x, y),
            r * 1.7,
            r * 0.9,
            color=jitter(rng, rng.choice(CLOTH), 14),
        )
        fist(scene, x, y - r * 0.6, r, rng.choice(SKIN))
    busts(scene, h * 1.04, w * 0.36, dress=_outdoor_clothes, span=(0, w), moods=_LOUD)
    if not scene.people:
        crowd(scene, h * 0.96, w * 0.13, ranks=1, raised=0.3)


def at_the_megaphone(scene: Scene) -> None:
    """Steps of a public building: a speaker, a megaphone, signs, listeners' backs."""
    w, h, rng = scene.width, scene.height, scene.rng
    stone = jitter(rng, rng.choice(STONE), 12)
    vertical_gradient(scene, (0, 0, w, h * 0.62), shade(stone, 0.72), shade(stone, 0.9))
    for i in range(7):
        x = (i + 0.5) * w / 7
        vertical_gradient(scene, (x - w * 0.035, 0, x + w * 0.035, h * 0.6), shade(stone, 1.15), stone)
        scene.pen.rectangle((x + w * 0.014, 0, x + w * 0.035, h * 0.6), fill=shade(stone, 0.78))
    for k in range(8):
        y = h * (0.6 + 0.05 * k)
        scene.pen.rectangle((0, y, w, y + h * 0.05), fill=shade(stone, 1.1 - 0.04 * k))
        scene.pen.rectangle((0, y, w, y + 5), fill=shade(stone, 1.25))
    texture(scene, (0, 0, w, h), 4)
    _banner(scene, w * 0.12, w * 0.88, h * 0.05, h * 0.13)
    tall = full_height(scene)
    standing(
        scene,
        h * 0.25 + tall,
        tall,
        dress=_outdoor_clothes,
        span=(w * 0.1, w * 0.9),
        poses=(Pose.HOLDING, Pose.WAVING, Pose.RAISED),
    )
    at = 0.9 if scene.people else 0.5
    size = min(w, h) * 0.17
    arm = skin_of(scene.people[0]) if scene.people else (188, 131, 90)
    limb(scene, (w * at, h * 1.02), (w * at, h * 0.62), size * 0.34, size * 0.2, color=rng.choice(CLOTH))
    _megaphone(scene, w * at, h * 0.56, size, right=at < 0.6)
    fist(scene, w * at, h * 0.62, size * 0.2, arm)
    _signs(scene, 3, (0.28, 0.34) if not scene.people else (0.82, 0.88), min(w, h) * 0.2, foot=h)
    crowd(scene, h * 0.98, w * 0.1, ranks=1, dim=0.8, raised=0.5)


def from_above(scene: Scene) -> None:
    """From a window: heads and boards fill the square; those we know look up in the foreground."""
    w, h, rng = scene.width, scene.height, scene.rng
    paving = jitter(rng, (170, 166, 162), 12)
    vertical_gradient(scene, (0, 0, w, h), shade(paving, 1.1), shade(paving, 0.85))
    for k in range(9):
        scene.pen.line((0, k * h / 8, w, k * h / 8), fill=shade(paving, 0.86), width=3)
        scene.pen.line(
            (w / 2 + (k - 4) * w * 0.12, 0, w / 2 + (k - 4) * w * 0.26, h), fill=shade(paving, 0.86), width=3
        )
    texture(scene, (0, 0, w, h), 5)
    for row in range(8):
        y, r = h * (0.05 + 0.115 * row), w * (0.014 + 0.0022 * row)
        x = r * rng.uniform(0, 3)
        while x < w:
            _seen_from_above(scene, x, y + rng.uniform(-1.2, 1.2) * r, r)
            x += r * rng.uniform(3.2, 6.0)
        if row % 2:
            _signs(scene, 2, ((y - r) / h, (y + r) / h), w * 0.14, foot=y + r * 3)
    _banner(scene, w * 0.2, w * 0.8, h * 0.3, h * 0.1)
    busts(scene, h * 1.03, w * 0.3, dress=_outdoor_clothes, span=(0, w), moods=_LOUD)
    if not scene.people:
        in_crowd(scene, w * 0.2, h * 0.93, w * 0.16, raised=True)
        in_crowd(scene, w * 0.8, h * 0.95, w * 0.16, raised=True)
    confetti(scene, (0, 0, w, h), 30, (WHITE, (250, 222, 84)))


def _seen_from_above(scene: Scene, x: float, y: float, r: float) -> None:
    """One of many: shoulders and hair, from above."""
    pen, rng = scene.pen, scene.rng
    pen.ellipse((x - r * 1.2, y - r * 0.2, x + r * 2.4, y + r * 1.5), fill=(120, 116, 114))
    pen.ellipse((x - r * 1.6, y - r * 0.5, x + r * 1.6, y + r * 1.1), fill=rng.choice(CLOTH))
    pen.ellipse((x - r * 0.8, y - r * 0.9, x + r * 0.8, y + r * 0.7), fill=rng.choice(HAIR))


DRAWINGS: tuple[Drawing, ...] = (marching, behind_the_banner, fists_and_signs, at_the_megaphone, from_above)
