"""Crockery, cutlery and what is served on it. All lengths are in pixels."""

import math
from collections.abc import Callable

from simulator.drawing.color import CLOTH, WHITE, Color, jitter, mix, shade
from simulator.drawing.paint import soft_shadow, soft_spot, speckle
from simulator.drawing.papers import lay, sheet_of
from simulator.drawing.scene import Scene
from simulator.drawing.things import facet

CHINA: tuple[Color, ...] = (
    (248, 247, 243),
    (236, 240, 242),
    (244, 234, 214),
    (92, 110, 128),
    (190, 208, 200),
    (66, 64, 68),
)


_HERB: Color = (92, 142, 62)


_CRUST: Color = (206, 152, 84)


def disc(scene: Scene, cx: float, cy: float, r: float, flat: float, *, color: Color) -> None:
    """A flat disc lying on a surface."""
    scene.pen.ellipse((cx - r, cy - r * flat, cx + r, cy + r * flat), fill=color)


def spot_on(scene: Scene, cx: float, cy: float, r: float, flat: float) -> tuple[float, float]:
    """A lucky place on a round surface."""
    a, far = scene.rng.uniform(0, math.tau), math.sqrt(scene.rng.random()) * r
    return (cx + far * math.cos(a), cy + far * flat * math.sin(a))


def dinner_plate(scene: Scene, cx: float, cy: float, r: float, flat: float) -> None:
    """A plate; ``flat`` is 1 from above, smaller from the side."""
    china = scene.rng.choice(CHINA)
    soft_shadow(scene, (cx - r, cy - r * flat * 0.8, cx + r * 1.1, cy + r * flat * 1.16), 0.6)
    disc(scene, cx, cy + r * 0.03, r, flat, color=shade(china, 0.74))
    disc(scene, cx, cy, r, flat, color=shade(china, 0.96))
    disc(scene, cx, cy, r * 0.96, flat, color=china)
    disc(scene, cx + r * 0.01, cy + r * 0.02 * flat, r * 0.74, flat, color=shade(china, 0.86))
    disc(scene, cx, cy, r * 0.72, flat, color=shade(china, 1.1))


def pizza(scene: Scene, cx: float, cy: float, r: float, flat: float) -> None:
    """A pizza cut in eight."""
    rng, pen = scene.rng, scene.pen
    disc(scene, cx, cy + r * 0.03, r, flat, color=shade(_CRUST, 0.66))
    disc(scene, cx, cy, r, flat, color=_CRUST)
    for _ in range(14):
        a = rng.uniform(0, math.tau)
        disc(
            scene,
            cx + r * 0.93 * math.cos(a),
            cy + r * 0.93 * flat * math.sin(a),
            r * 0.05,
            flat,
            color=shade(_CRUST, rng.choice((0.7, 1.2))),
        )
    disc(scene, cx, cy, r * 0.86, flat, color=(190, 70, 42))
    for tone, count, size in (((240, 200, 104), 26, 0.2), ((250, 226, 150), 12, 0.12)):
        for _ in range(count):
            x, y = spot_on(scene, cx, cy, r * 0.68, flat)
            disc(scene, x, y, r * size * rng.uniform(0.6, 1), flat, color=jitter(rng, tone, 8))
    topping = rng.choice(((186, 52, 44), (60, 54, 50), (214, 190, 160)))
    for k in range(rng.randint(7, 11)):
        a, far = k * 2.4, r * (0.2 + 0.055 * k)
        x, y = cx + far * math.cos(a), cy + far * flat * math.sin(a)
        disc(scene, x, y + r * 0.015, r * 0.12, flat, color=shade(topping, 0.6))
        disc(scene, x, y, r * 0.115, flat, color=topping)
        disc(scene, x - r * 0.03, y - r * 0.03 * flat, r * 0.05, flat, color=shade(topping, 1.2))
    for _ in range(9):
        x, y = spot_on(scene, cx, cy, r * 0.7, flat)
        facet(
            scene,
            (x, y),
            r,
            [(0, 0), (0.1, -0.06 * flat), (0.17, 0.02), (0.07, 0.06 * flat)],
            shade(_HERB, rng.uniform(0.8, 1.2)),
        )
    for k in range(4):
        dx, dy = r * math.cos(k * math.pi / 4), r * flat * math.sin(k * math.pi / 4)
        pen.line((cx - dx, cy - dy, cx + dx, cy + dy), fill=shade(_CRUST, 0.7), width=2)


def _pasta(scene: Scene, cx: float, cy: float, r: float, flat: float) -> None:
    """Noodles in a heap with sauce."""
    rng = scene.rng
    disc(scene, cx, cy + r * 0.04, r * 0.8, flat, color=(176, 120, 56))
    for k in range(46):
        x, y = spot_on(scene, cx, cy, r * 0.42, flat)
        q, start = r * rng.uniform(0.18, 0.36), rng.uniform(0, 360)
        tone = shade((240, 206, 122), 0.76 + 0.32 * k / 46)
        scene.pen.arc(
            (x - q, y - q * flat, x + q, y + q * flat),
            start,
            start + rng.uniform(120, 280),
            fill=tone,
            width=max(3, round(r * 0.045)),
        )
    sauce = rng.choice(((190, 62, 40), (108, 146, 70), (244, 230, 196)))
    for _ in range(9):
        x, y = spot_on(scene, cx, cy, r * 0.3, flat)
        disc(scene, x, y, r * rng.uniform(0.08, 0.17), flat, color=jitter(rng, sauce, 14))
    speckle(
        scene,
        (cx - r * 0.35, cy - r * 0.35 * flat, cx + r * 0.35, cy + r * 0.35 * flat),
        [WHITE, _HERB, shade(_HERB, 0.7)],
        26,
        r * 0.035,
    )


def _steak(scene: Scene, cx: float, cy: float, r: float, flat: float) -> None:
    """Grilled meat with chips or carrots, and peas."""
    rng, pen = scene.rng, scene.pen
    meat = jitter(rng, rng.choice(((124, 70, 46), (226, 138, 96), (188, 130, 70))), 8)
    for dy, tone in ((0.06, shade(meat, 0.56)), (0.0, meat), (-0.03, shade(meat, 1.12))):
        pen.ellipse(
            (cx - r * 0.66, cy + r * flat * (dy - 0.44), cx + r * (0.22 - abs(dy)), cy + r * flat * (dy + 0.3)),
            fill=tone,
        )
        pen.ellipse(
            (cx - r * 0.3, cy + r * flat * (dy - 0.3), cx + r * (0.4 - abs(dy)), cy + r * flat * (dy + 0.36)), fill=tone
        )
    for k in range(5):
        pen.line(
            (cx - r * 0.5 + k * r * 0.17, cy - r * flat * 0.26, cx - r * 0.38 + k * r * 0.17, cy + r * flat * 0.2),
            fill=shade(meat, 0.6),
            width=max(2, round(r * 0.03)),
        )
    side = rng.choice(((236, 190, 86), (244, 226, 170), (214, 120, 50)))
    for _ in range(13):
        x, y = cx + r * rng.uniform(0.16, 0.6), cy - r * flat * rng.uniform(0.02, 0.48)
        facet(
            scene,
            (x, y),
            r,
            [(0, 0), (0.05, -0.03), (0.2, rng.uniform(0.0, 0.2)), (0.14, 0.22 * flat)],
            jitter(rng, side, 14),
        )
    for _ in range(24):
        x, y = spot_on(scene, cx + r * 0.16, cy + r * flat * 0.42, r * 0.25, flat)
        disc(scene, x, y, r * 0.055, flat, color=jitter(rng, _HERB, 18))


def salad(scene: Scene, cx: float, cy: float, r: float, flat: float) -> None:
    """Leaves, tomatoes, onions and cheese."""
    rng = scene.rng
    disc(scene, cx, cy, r * 0.9, flat, color=(66, 104, 52))
    for k in range(60):
        x, y = spot_on(scene, cx, cy, r * 0.74, flat)
        disc(
            scene,
            x,
            y,
            r * rng.uniform(0.08, 0.2),
            flat * rng.uniform(0.5, 1),
            color=shade(jitter(rng, (112, 160, 70), 20), 0.7 + 0.45 * k / 60),
        )
    for tone, count, size in (
        ((214, 56, 44), 6, 0.13),
        ((226, 234, 190), 5, 0.13),
        ((150, 60, 110), 6, 0.06),
        (WHITE, 7, 0.08),
    ):
        for _ in range(count):
            x, y = spot_on(scene, cx, cy, r * 0.62, flat)
            disc(scene, x, y + r * 0.015, r * size, flat, color=shade(tone, 0.7))
            disc(scene, x, y, r * size * 0.93, flat, color=jitter(rng, tone, 8))
            disc(scene, x - r * size * 0.3, y - r * size * 0.3 * flat, r * size * 0.3, flat, color=shade(tone, 1.3))


def soup(scene: Scene, cx: float, cy: float, r: float, flat: float) -> None:
    """Soup with croutons or noodles and egg; fills its bowl."""
    rng = scene.rng
    broth = jitter(rng, rng.choice(((206, 112, 44), (196, 62, 40), (150, 160, 80), (206, 160, 92))), 10)
    disc(scene, cx, cy, r, flat, color=shade(broth, 0.74))
    disc(scene, cx, cy + r * 0.02, r * 0.95, flat, color=broth)
    scene.pen.arc(
        (cx - r * 0.8, cy - r * 0.8 * flat, cx + r * 0.8, cy + r * 0.8 * flat),
        195,
        265,
        fill=shade(broth, 1.4),
        width=max(3, round(r * 0.04)),
    )
    if rng.random() < 0.5:
        for k in range(9):
            q = r * (0.2 + 0.055 * k)
            scene.pen.arc(
                (cx - q - r * 0.2, cy - q * flat, cx + q - r * 0.2, cy + q * flat),
                60,
                240,
                fill=shade((244, 216, 150), 0.85 + 0.03 * k),
                width=max(2, round(r * 0.03)),
            )
        for dx in (0.1, 0.42):
            disc(scene, cx + dx * r, cy - r * 0.34 * flat, r * 0.2, flat, color=(250, 248, 240))
            disc(scene, cx + dx * r, cy - r * 0.34 * flat, r * 0.11, flat, color=(244, 168, 52))
    else:
        for k in range(10):
            disc(
                scene,
                cx + r * 0.4 * math.cos(k * 0.5),
                cy + r * 0.4 * flat * math.sin(k * 0.5),
                r * 0.07,
                flat,
                color=(252, 244, 226),
            )
    for _ in range(16):
        x, y = spot_on(scene, cx, cy, r * 0.6, flat)
        disc(scene, x, y, r * 0.04, flat, color=shade(_HERB, rng.uniform(0.7, 1.3)))


def eggs(scene: Scene, cx: float, cy: float, r: float, flat: float) -> None:
    """Fried eggs, bacon, beans and toast."""
    rng, pen = scene.rng, scene.pen
    for k in range(2):
        x, y = cx - r * 0.3 + k * r * 0.34, cy - r * flat * (0.3 - 0.1 * k)
        for dx, dy, q in ((0, 0, 0.28), (0.12, 0.1, 0.2), (-0.14, 0.06, 0.19), (0.02, -0.12, 0.2)):
            disc(scene, x + dx * r, y + dy * r * flat, r * q, flat, color=(252, 250, 244))
        disc(scene, x, y + r * 0.012, r * 0.125, flat, color=(222, 134, 30))
        disc(scene, x, y, r * 0.12, flat, color=(250, 184, 50))
        disc(scene, x - r * 0.04, y - r * 0.05 * flat, r * 0.035, flat, color=(255, 240, 190))
    for k in range(3):
        y = cy + r * flat * (0.16 + 0.13 * k)
        wave = [(cx - r * 0.6 + i * r * 0.09, y + r * 0.025 * math.sin(i * 1.4 + k)) for i in range(8)]
        pen.line(wave, fill=(170, 62, 48), width=max(5, round(r * 0.09 * flat)), joint="curve")
        pen.line(wave, fill=(236, 178, 150), width=max(2, round(r * 0.025)), joint="curve")
    for _ in range(22):
        x, y = spot_on(scene, cx + r * 0.36, cy + r * flat * 0.3, r * 0.26, flat)
        disc(scene, x, y, r * 0.05, flat * 0.8, color=jitter(rng, (196, 96, 44), 14))


DISHES: tuple[Callable[[Scene, float, float, float, float], None], ...] = (pizza, _pasta, _steak, salad)


def cutlery(scene: Scene, cx: float, cy: float, size: float, kind: str) -> None:
    """A fork, knife or spoon lying upright, ``size`` long, around (cx, cy)."""
    pen, steel, w = scene.pen, (196, 200, 206), size * 0.05
    top, low = cy - size / 2, cy + size / 2
    soft_shadow(scene, (cx - w * 1.6, top, cx + w * 2.6, low + 4), 0.35)
    pen.rounded_rectangle((cx - w * 0.5, cy - size * 0.16, cx + w * 0.5, low), w * 0.5, fill=steel)
    if kind == "fork":
        pen.rounded_rectangle((cx - w * 1.3, top + size * 0.16, cx + w * 1.3, cy - size * 0.12), w * 0.8, fill=steel)
        for k in range(4):
            x = cx + (k - 1.5) * w * 0.75
            pen.rounded_rectangle((x - w * 0.2, top, x + w * 0.2, top + size * 0.24), w * 0.2, fill=steel)
    elif kind == "knife":
        pen.polygon(
            [
                (cx - w * 0.9, cy - size * 0.04),
                (cx - w * 0.9, top + size * 0.1),
                (cx + w * 0.2, top),
                (cx + w * 0.7, cy - size * 0.04),
            ],
            fill=steel,
        )
    else:
        pen.ellipse((cx - w * 1.6, top, cx + w * 1.6, top + size * 0.3), fill=steel)
        pen.ellipse((cx - w * 1.0, top + size * 0.03, cx + w * 0.9, top + size * 0.22), fill=shade(steel, 0.82))
    pen.line((cx - w * 0.15, cy, cx - w * 0.15, low - 6), fill=(240, 242, 246), width=max(1, round(w * 0.3)))


def napkin(scene: Scene, cx: float, cy: float, size: float) -> None:
    """A folded napkin with stripes."""
    rng = scene.rng
    cloth = jitter(rng, rng.choice(CLOTH), 14)
    napkin = sheet_of(scene, size * 0.7, size, mix(cloth, WHITE, 0.2))
    for k in range(5):
        napkin.pen.rectangle((0, size * (0.08 + k * 0.2), size, size * (0.11 + k * 0.2)), fill=cloth)
    napkin.pen.line((size * 0.35, 0, size * 0.35, size), fill=shade(cloth, 0.8), width=3)
    lay(scene, napkin, (cx, cy), rng.uniform(-16, 16))


def glass_from_above(scene: Scene, cx: float, cy: float, r: float) -> None:
    """A cold drink with ice, seen from above."""
    drink = scene.rng.choice(((250, 176, 60), (222, 80, 70), (206, 226, 232), (170, 200, 90)))
    soft_shadow(scene, (cx - r, cy - r * 0.8, cx + r * 1.5, cy + r * 1.4), 0.45)
    for k, tone in ((1.0, mix(drink, WHITE, 0.7)), (0.88, shade(drink, 0.84)), (0.82, drink)):
        disc(scene, cx, cy, r * k, 1, color=tone)
    for dx, dy in ((-0.3, -0.2), (0.25, 0.15)):
        x, y, q = cx + dx * r, cy + dy * r, r * 0.24
        scene.pen.rounded_rectangle((x - q, y - q, x + q, y + q), q * 0.3, fill=mix(drink, WHITE, 0.45))
    scene.pen.arc((cx - r * 0.92, cy - r * 0.92, cx + r * 0.92, cy + r * 0.92), 190, 290, fill=(255, 255, 255), width=3)


def nigiri(scene: Scene, x: float, y: float, r: float) -> None:
    """Rice with a slice of fish."""
    rng, pen = scene.rng, scene.pen
    fish = jitter(rng, rng.choice(((244, 132, 84), (206, 70, 74), (246, 208, 180), (250, 196, 90))), 8)
    soft_shadow(scene, (x - r * 1.1, y - r * 0.5, x + r * 1.3, y + r * 1.0), 0.6)
    pen.rounded_rectangle((x - r * 1.05, y - r * 0.5, x + r * 1.05, y + r * 0.72), r * 0.45, fill=(246, 244, 236))
    speckle(
        scene, (x - r * 0.9, y + r * 0.3, x + r * 0.9, y + r * 0.6), [(222, 218, 206), (255, 255, 252)], 12, r * 0.1
    )
    pen.rounded_rectangle((x - r * 1.15, y - r * 0.68, x + r * 1.15, y + r * 0.3), r * 0.4, fill=fish)
    for k in range(5):
        px = x - r * 0.8 + k * r * 0.4
        pen.line(
            (px, y - r * 0.6, px + r * 0.25, y + r * 0.24), fill=mix(fish, WHITE, 0.5), width=max(2, round(r * 0.07))
        )


def maki(scene: Scene, x: float, y: float, r: float) -> None:
    """A roll in seaweed, its cut side up."""
    rng = scene.rng
    q = r * 0.9
    soft_shadow(scene, (x - q, y - q * 0.6, x + q * 1.3, y + q * 1.3), 0.6)
    disc(scene, x, y + q * 0.14, q, 1, color=(22, 32, 28))
    disc(scene, x, y, q, 1, color=(40, 54, 46))
    disc(scene, x, y, q * 0.86, 1, color=(248, 246, 238))
    heart = rng.choice(((244, 132, 84), (120, 170, 80), (208, 70, 74), (250, 206, 90)))
    disc(scene, x - q * 0.12, y, q * 0.34, 1, color=heart)
    disc(scene, x + q * 0.2, y - q * 0.08, q * 0.24, 1, color=_HERB)


def toast(scene: Scene, center: tuple[float, float], size: float, angle: float) -> None:
    """A slice of toast with butter or jam."""
    toast = sheet_of(scene, size, size, (0, 0, 0))
    pen, butter = toast.pen, scene.rng.choice(((252, 226, 130), (186, 46, 60), (232, 178, 104)))
    mask = sheet_of(scene, size, size, (0, 0, 0))
    for layer, k, color in ((mask, 0.0, (255, 255, 255)), (toast, 0.0, (160, 104, 54)), (toast, 0.06, (226, 178, 112))):
        layer.pen.rounded_rectangle(
            (size * (0.06 + k), size * (0.2 + k), size * (0.94 - k), size * (0.98 - k)), size * 0.1, fill=color
        )
        layer.pen.ellipse((size * (0.0 + k), size * k, size * (0.56 - k * 0.3), size * 0.5), fill=color)
        layer.pen.ellipse((size * (0.44 + k * 0.3), size * k, size * (1.0 - k), size * 0.5), fill=color)
    pen.ellipse((size * 0.2, size * 0.24, size * 0.8, size * 0.82), fill=butter)
    pen.ellipse((size * 0.28, size * 0.3, size * 0.5, size * 0.46), fill=mix(butter, WHITE, 0.5))
    toast.image.putalpha(mask.image.convert("L"))
    lay(scene, toast, center, angle)


def coffee_cup(scene: Scene, cx: float, foot: float, size: float) -> None:
    """A steaming cup on its saucer, from the side."""
    pen, china = scene.pen, jitter(scene.rng, scene.rng.choice(CHINA), 6)
    disc(scene, cx, foot, size * 0.75, 0.24, color=shade(china, 0.8))
    disc(scene, cx, foot - size * 0.04, size * 0.72, 0.22, color=china)
    pen.arc(
        (cx + size * 0.2, foot - size * 0.72, cx + size * 0.68, foot - size * 0.26),
        250,
        110,
        fill=shade(china, 0.9),
        width=max(4, round(size * 0.09)),
    )
    facet(scene, (cx, foot), size, [(-0.44, -0.8), (0.44, -0.8), (0.28, -0.04), (-0.28, -0.04)], china)
    facet(scene, (cx, foot), size, [(0.14, -0.8), (0.44, -0.8), (0.28, -0.04), (0.1, -0.04)], shade(china, 0.82))
    disc(scene, cx, foot - size * 0.8, size * 0.44, 0.26, color=shade(china, 1.2))
    disc(scene, cx, foot - size * 0.79, size * 0.38, 0.22, color=(92, 56, 34))
    for k in (-1, 1):
        soft_spot(
            scene,
            (
                cx + k * size * 0.14 - size * 0.12,
                foot - size * 1.6,
                cx + k * size * 0.14 + size * 0.12,
                foot - size * 0.8,
            ),
            (255, 255, 255),
            0.3,
        )


def cake_slice(scene: Scene, at: tuple[float, float], unit: float) -> None:
    """A slice of layer cake standing on a plate whose middle is ``at``."""
    rng = scene.rng
    sponge = jitter(rng, rng.choice(((110, 66, 44), (234, 196, 122), (190, 62, 62), (244, 224, 180))), 8)
    cream = rng.choice(((252, 244, 230), (246, 200, 208), (96, 54, 38)))
    for k in range(6):
        low, high = -0.26 * k / 6, -0.26 * (k + 1) / 6
        front = [(-0.24, low), (0.2, low + 0.035), (0.2, high + 0.035), (-0.24, high)]
        back = [(0.2, low + 0.035), (0.3, low - 0.07), (0.3, high - 0.07), (0.2, high + 0.035)]
        facet(scene, at, unit, front, cream if k % 2 else sponge)
        facet(scene, at, unit, back, shade(cream, 0.82))
    facet(scene, at, unit, [(-0.24, -0.26), (0.2, -0.225), (0.3, -0.33)], shade(cream, 1.2))
    top, edge = at[1] - unit * 0.26, at[0] + unit * 0.2
    for k in range(5):
        x, drip = edge - unit * (0.02 + 0.09 * k), unit * rng.uniform(0.03, 0.08)
        drop = (x - unit * 0.03, top - unit * 0.014, x + unit * 0.03, top + drip)
        scene.pen.rounded_rectangle(drop, unit * 0.03, fill=shade(cream, 1.1))
    disc(scene, edge, top - unit * 0.04, unit * 0.05, 1, color=(204, 36, 52))
    disc(scene, edge - unit * 0.016, top - unit * 0.06, unit * 0.014, 1, color=(255, 190, 190))


def fork_lying(scene: Scene, x: float, y: float, size: float) -> None:
    """A fork on the table, seen from the chair."""
    pen, steel = scene.pen, (206, 208, 214)
    pen.line((x - size * 0.5, y + size * 0.08, x + size * 0.2, y), fill=steel, width=max(4, round(size * 0.035)))
    for k in range(3):
        pen.line(
            (x + size * 0.2, y, x + size * 0.5, y - size * 0.06 + k * size * 0.03),
            fill=steel,
            width=max(2, round(size * 0.018)),
        )
