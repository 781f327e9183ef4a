"""Nights out: neon, drinks, mirror balls, concerts, roofs over the town."""

import math
from itertools import pairwise

from simulator.domain.people import Appearance
from simulator.drawing.color import WHITE, WOOD, Color, jitter, mix, shade
from simulator.drawing.face import Expression
from simulator.drawing.figure import Outfit, Pose
from simulator.drawing.gathering import busts, crowd, full_height, standing
from simulator.drawing.nightlife import (
    NEON,
    beams,
    brick_wall,
    cocktail,
    mirror_ball,
    neon_glass,
    neon_word,
    skyline,
)
from simulator.drawing.paint import bokeh, glow, soft_spot, texture, vertical_gradient
from simulator.drawing.props import confetti, lights
from simulator.drawing.scene import Drawing, Scene

_LIVELY = (Expression.LAUGH, Expression.SMILE, Expression.LAUGH, Expression.SURPRISE)
_WORDS = ("BAR", "OPEN", "LIVE", "DANCE", "MUSIC", "LATE")


def _dressed_up(_: Appearance) -> Outfit:
    return Outfit.PARTY


def _tint(scene: Scene, color: Color) -> None:
    """Coloured light that falls on everybody from one side."""
    w, h = scene.width, scene.height
    side = scene.rng.choice((-0.2, 0.8)) * w
    soft_spot(scene, (side - w * 0.3, h * 0.05, side + w * 0.7, h * 1.15), color, 0.26)


def _counter(scene: Scene, top: float) -> None:
    """A polished bar that mirrors the lights."""
    w, h, rng = scene.width, scene.height, scene.rng
    wood = shade(rng.choice(WOOD), 0.42)
    vertical_gradient(scene, (0, top, w, h), shade(wood, 1.3), shade(wood, 0.7))
    scene.pen.rectangle((0, top, w, top + 6), fill=mix(wood, (255, 200, 150), 0.4))
    for _ in range(5):
        x, color = rng.uniform(0, w), rng.choice(NEON)
        soft_spot(scene, (x - w * 0.08, top, x + w * 0.08, h * 1.05), color, 0.28)


def under_the_neon(scene: Scene) -> None:
    """A brick wall, neon words and glasses, people before it."""
    w, h, rng = scene.width, scene.height, scene.rng
    brick_wall(scene, jitter(rng, rng.choice(((66, 40, 48), (46, 44, 62), (58, 50, 46))), 8))
    first, second = rng.sample(NEON, 2)
    neon_word(scene, w * rng.uniform(0.3, 0.45), h * 0.15, rng.choice(_WORDS), min(w, h) * 0.19, color=first)
    neon_glass(scene, w * rng.uniform(0.74, 0.88), h * rng.uniform(0.2, 0.3), min(w, h) * 0.2, second)
    texture(scene, (0, 0, w, h), 4)
    busts(scene, h * 1.03, w * 0.42, dress=_dressed_up, span=(0, w), moods=_LIVELY)
    _tint(scene, first)
    if not scene.people:
        _counter(scene, h * 0.72)
    for i in range(1 if len(scene.people) > 2 else 3):
        cocktail(
            scene,
            w * (0.12 + 0.3 * i) + rng.uniform(-20, 20),
            h * rng.uniform(0.95, 0.99),
            min(w, h) * (0.18 if scene.people else rng.uniform(0.26, 0.34)),
            rng.choice(NEON),
        )


def on_the_dance_floor(scene: Scene) -> None:
    """A mirror ball, beams, a floor of lit squares."""
    w, h, rng = scene.width, scene.height, scene.rng
    vertical_gradient(scene, (0, 0, w, h), jitter(rng, (20, 12, 40), 8), jitter(rng, (58, 22, 76), 12))
    floor, pen = h * 0.62, scene.pen
    rows = [floor + (h - floor) * (k / 6) ** 1.5 for k in range(7)]
    for y0, y1 in pairwise(rows):
        for i in range(-6, 14):
            x = w / 2 + (i - 4) * w * 0.12
            a, b = ((y - floor) / (h - floor) + 0.45 for y in (y0, y1))
            left, right = x - w / 2, x + w * 0.12 - w / 2
            tone = shade(rng.choice(NEON), rng.uniform(0.25, 0.75))
            pen.polygon(
                [(w / 2 + left * a, y0), (w / 2 + right * a, y0), (w / 2 + right * b, y1), (w / 2 + left * b, y1)],
                fill=tone,
                outline=(24, 14, 40),
            )
    mirror_ball(scene, w * rng.uniform(0.35, 0.65), h * 0.17, min(w, h) * 0.12)
    bokeh(scene, NEON, 14)
    tall = full_height(scene)
    standing(
        scene,
        h * 0.3 + tall,
        tall,
        dress=_dressed_up,
        span=(w * 0.05, w * 0.95),
        poses=(Pose.RAISED, Pose.WAVING, Pose.RAISED),
    )
    if not scene.people:
        crowd(scene, h * 0.86, w * 0.12, ranks=2, dim=0.3, raised=0.5)
    _tint(scene, rng.choice(NEON))
    confetti(scene, (0, h * 0.3, w, h), 40, NEON)


def at_the_concert(scene: Scene) -> None:
    """Backs and raised hands before a stage full of beams."""
    w, h, rng = scene.width, scene.height, scene.rng
    vertical_gradient(scene, (0, 0, w, h), (10, 8, 24), jitter(rng, (54, 20, 66), 14))
    pen = scene.pen
    stage = h * (0.5 if scene.people else 0.6)
    glow(scene, (w * 0.5, stage), w * 0.5, rng.choice(NEON), 0.6)
    pen.rectangle((0, stage, w, stage + h * 0.04), fill=(24, 20, 34))
    for x in (0.08, 0.92):
        for k in range(4):
            y = stage - h * 0.1 * (k + 1)
            pen.rectangle(
                (w * x - w * 0.05, y, w * x + w * 0.05, y + h * 0.092), fill=(18, 18, 24), outline=(60, 60, 72)
            )
            pen.ellipse((w * x - w * 0.03, y + h * 0.012, w * x + w * 0.03, y + h * 0.08), fill=(38, 38, 48))
    for x in (0.36, 0.5, 0.64):
        _player(scene, w * x, stage + 4, h * 0.24)
    pen.rectangle((0, h * 0.03, w, h * 0.045), fill=(70, 70, 84))
    sources = [((w * (0.1 + 0.16 * i), h * 0.045), math.pi / 2 + rng.uniform(-0.5, 0.5)) for i in range(6)]
    beams(scene, sources, width=w * 0.1, strength=0.42)
    for i in range(6):
        glow(scene, (w * (0.1 + 0.16 * i), h * 0.045), 40, WHITE, 0.9)
    crowd(scene, h * (0.74 if scene.people else 0.86), w * 0.11, ranks=3, dim=0.34, raised=0.55)
    busts(scene, h * 1.05, w * 0.36, dress=_dressed_up, span=(0, w), moods=_LIVELY)
    _tint(scene, rng.choice(NEON))


def _player(scene: Scene, x: float, foot: float, tall: float) -> None:
    """A musician against the light: an outline only."""
    pen, dark = scene.pen, (16, 12, 26)
    r = tall * 0.1
    pen.ellipse((x - r, foot - tall, x + r, foot - tall + 2.2 * r), fill=dark)
    pen.rounded_rectangle((x - tall * 0.15, foot - tall * 0.78, x + tall * 0.15, foot - tall * 0.36), int(r), fill=dark)
    for side in (-1, 1):
        pen.line(
            (x + side * tall * 0.06, foot - tall * 0.4, x + side * tall * 0.13, foot),
            fill=dark,
            width=max(5, int(tall * 0.09)),
        )
    pen.line(
        (x - tall * 0.32, foot - tall * 0.5, x + tall * 0.42, foot - tall * 0.72),
        fill=dark,
        width=max(4, int(tall * 0.05)),
    )
    pen.ellipse((x - tall * 0.3, foot - tall * 0.62, x + tall * 0.02, foot - tall * 0.38), fill=dark)


def round_of_drinks(scene: Scene) -> None:
    """Close: glasses in a row on the bar, neon and lights out of focus behind."""
    w, h, rng = scene.width, scene.height, scene.rng
    vertical_gradient(scene, (0, 0, w, h), jitter(rng, (22, 14, 36), 8), jitter(rng, (64, 30, 48), 10))
    for row in range(2):
        y = h * (0.2 + 0.17 * row)
        x = w * 0.03
        while x < w * 0.97:
            tall, wide, color = h * rng.uniform(0.08, 0.13), w * 0.028, shade(rng.choice(NEON), 0.42)
            scene.pen.rounded_rectangle((x, y - tall * 0.65, x + wide, y), 5, fill=color)
            scene.pen.rectangle((x + wide * 0.3, y - tall, x + wide * 0.7, y - tall * 0.6), fill=shade(color, 0.8))
            x += w * rng.uniform(0.036, 0.06)
        scene.pen.rectangle((0, y, w, y + 6), fill=(112, 82, 70))
    bokeh(scene, NEON, 30)
    neon_word(
        scene, w * rng.uniform(0.35, 0.65), h * 0.12, rng.choice(_WORDS), min(w, h) * 0.15, color=rng.choice(NEON)
    )
    top = h * 0.76
    busts(scene, top + 20, w * 0.4, dress=_dressed_up, span=(w * 0.02, w * 0.98), moods=_LIVELY)
    _tint(scene, rng.choice(NEON))
    _counter(scene, top)
    many = rng.randint(3, 5)
    for i in range(many):
        tall = min(w, h) * (0.2 if scene.people else rng.uniform(0.4, 0.5))
        cocktail(scene, w * (i + 0.5) / many + rng.uniform(-16, 16), h * rng.uniform(0.9, 0.97), tall, rng.choice(NEON))


def on_the_roof(scene: Scene) -> None:
    """A terrace above the lit town, strings of bulbs, glasses on the rail."""
    w, h, rng = scene.width, scene.height, scene.rng
    vertical_gradient(scene, (0, 0, w, h * 0.7), jitter(rng, (14, 14, 44), 8), jitter(rng, (110, 54, 96), 18))
    skyline(scene, h * 0.7, h * 0.36)
    bokeh(scene, [(255, 190, 110), (255, 90, 160), (120, 150, 255)], 18)
    for k in range(2):
        lights(scene, -20, w + 20, h * (0.02 + 0.08 * k), depth=h * rng.uniform(0.06, 0.12))
    vertical_gradient(scene, (0, h * 0.7, w, h), (66, 48, 56), (36, 28, 40))
    neon_glass(scene, w * rng.choice((0.12, 0.88)), h * 0.3, min(w, h) * 0.16, rng.choice(NEON))
    tall = full_height(scene)
    standing(
        scene,
        h * 0.22 + tall,
        tall,
        dress=_dressed_up,
        span=(w * 0.05, w * 0.95),
        poses=(Pose.HOLDING, Pose.WAVING, Pose.RAISED),
    )
    _tint(scene, rng.choice(NEON))
    pen = scene.pen
    for x in range(6):
        pen.line((w * (0.1 + 0.16 * x), h * 0.86, w * (0.1 + 0.16 * x), h), fill=(150, 150, 164), width=6)
    pen.rectangle((0, h * 0.85, w, h * 0.88), fill=(134, 100, 84))
    pen.rectangle((0, h * 0.85, w, h * 0.857), fill=(196, 156, 128))
    for i in range(rng.randint(2, 4)):
        cocktail(scene, w * (0.1 + 0.25 * i) + rng.uniform(-20, 20), h * 0.855, min(w, h) * 0.2, rng.choice(NEON))


DRAWINGS: tuple[Drawing, ...] = (under_the_neon, on_the_dance_floor, at_the_concert, round_of_drinks, on_the_roof)
