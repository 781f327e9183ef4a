"""Shapes for many kinds of pictures, and where the people in them go. All lengths are in pixels."""

from collections.abc import Sequence

from simulator.domain.photo import Light
from simulator.drawing.color import CLOTH, SKIN, WHITE, Color, jitter, mix, shade
from simulator.drawing.figure import Outfit
from simulator.drawing.gathering import busts, standing
from simulator.drawing.paint import Point, soft_shadow
from simulator.drawing.scene import Scene


def facet(scene: Scene, at: Point, size: float, points: Sequence[Point], color: Color) -> None:
    """A polygon whose ``points`` count in units of ``size`` from ``at``, right and down."""
    scene.pen.polygon([(at[0] + size * x, at[1] + size * y) for x, y in points], fill=color)


def dots(scene: Scene, spots: Sequence[Point], r: float, color: Color) -> None:
    """Equal discs at all the spots."""
    for x, y in spots:
        scene.pen.ellipse((x - r, y - r, x + r, y + r), fill=color)


def cup_from_above(scene: Scene, cx: float, cy: float, r: float, color: Color, *, drink: Color = (84, 50, 30)) -> None:
    """A full cup on its saucer, seen from above."""
    pen = scene.pen
    soft_shadow(scene, (cx - r * 1.5, cy - r * 1.35, cx + r * 1.65, cy + r * 1.75), 0.5)
    for k, tone in ((1.5, shade(color, 0.92)), (1.38, color), (1.0, shade(color, 0.8))):
        pen.ellipse((cx - r * k, cy - r * k, cx + r * k, cy + r * k), fill=tone)
    pen.rounded_rectangle((cx + r * 0.9, cy - r * 0.14, cx + r * 1.36, cy + r * 0.14), r * 0.1, fill=shade(color, 0.86))
    for k, tone in ((0.94, shade(color, 1.3)), (0.82, shade(drink, 0.7)), (0.76, drink)):
        pen.ellipse((cx - r * k, cy - r * k, cx + r * k, cy + r * k), fill=tone)
    pen.arc(
        (cx - r * 0.6, cy - r * 0.6, cx + r * 0.6, cy + r * 0.6),
        190,
        280,
        fill=mix(drink, WHITE, 0.5),
        width=max(2, round(r * 0.08)),
    )


def hand_at(scene: Scene, x: float, y: float, size: float, *, side: int) -> None:
    """A thumb and palm that come in from the ``side`` (-1 left, 1 right) and hold a sheet at (x, y)."""
    pen, rng = scene.pen, scene.rng
    skin = SKIN[round(scene.people[0].skin * (len(SKIN) - 1))] if scene.people else rng.choice(SKIN)
    far = x + side * size * 3.4
    sleeve = jitter(rng, rng.choice(CLOTH), 14)
    soft_shadow(scene, (x - size * 0.8, y - size * 0.3, x + size * 0.8, y + size * 0.9), 0.35)
    pen.polygon(
        [
            (x + side * size * 0.3, y - size * 0.34),
            (x + side * size * 1.5, y - size * 0.75),
            (far, y + size * 0.3),
            (far, y + size * 2.5),
            (x + side * size * 1.2, y + size * 1.3),
            (x + side * size * 0.2, y + size * 0.4),
        ],
        fill=skin,
    )
    pen.polygon(
        [
            (x + side * size * 0.2, y + size * 0.4),
            (x + side * size * 1.2, y + size * 1.3),
            (far, y + size * 2.5),
            (far, y + size * 2.0),
        ],
        fill=shade(skin, 0.8),
    )
    pen.polygon(
        [
            (x + side * size * 2.3, y - size * 0.55),
            (far, y - size * 0.3),
            (far, y + size * 2.9),
            (x + side * size * 2.0, y + size * 1.95),
        ],
        fill=sleeve,
    )
    pen.rounded_rectangle(
        (
            min(x - side * size * 0.75, x + side * size * 0.8),
            y - size * 0.32,
            max(x - side * size * 0.75, x + side * size * 0.8),
            y + size * 0.34,
        ),
        size * 0.32,
        fill=shade(skin, 1.05),
    )
    nail = x - side * size * 0.5
    pen.ellipse(
        (nail - size * 0.2, y - size * 0.2, nail + size * 0.2, y + size * 0.12), fill=mix(skin, (255, 226, 220), 0.55)
    )


def in_front(scene: Scene, outfit: Outfit = Outfit.CASUAL) -> None:
    """Everybody from the chest up at the lower edge, to one side if that leaves the view open."""
    count, w = len(scene.people), scene.width
    share = (0.38, 0.34, 0.3, 0.24, 0.23)[min(count, 5) - 1]
    left, right = ((0.03, 0.5) if scene.rng.random() < 0.5 else (0.5, 0.97)) if count == 1 else (0.04, 0.96)
    busts(
        scene,
        scene.height + 2,
        min(share * w, share * 1.15 * scene.height),
        dress=lambda _: outfit,
        span=(left * w, right * w),
    )


def across_the_table(scene: Scene, bottom: float, outfit: Outfit = Outfit.CASUAL) -> None:
    """Everybody behind a table that is drawn afterwards, shoulders vanishing below ``bottom``."""
    w, count = scene.width, len(scene.people)
    share = (0.4, 0.32, 0.28, 0.22, 0.21)[min(count, 5) - 1]
    busts(scene, bottom, min(share * w, 0.36 * scene.height), dress=lambda _: outfit, span=(0.05 * w, 0.95 * w))


def on_foot(scene: Scene, outfit: Outfit = Outfit.CASUAL) -> None:
    """Everybody at full length, large enough to be recognised; feet may leave the picture."""
    count, w = len(scene.people), scene.width
    left, right = scene.rng.choice(((0.05, 0.5), (0.5, 0.95))) if count < 3 else (0.04, 0.96)
    height = max(0.62 * scene.height, 0.7 * w)
    standing(
        scene,
        max(scene.height * 0.97, scene.height * 0.32 + height),
        height,
        dress=lambda _: outfit,
        span=(left * w, right * w),
    )


def after_dark(scene: Scene) -> bool:
    """Whether lamps and windows are lit."""
    return scene.light is Light.NIGHT
