"""What a clinic is made of: wards, bones on film, pills, bottles, bandages. All lengths are in pixels."""

import math
from itertools import pairwise

from simulator.drawing.color import INK, SKIN, WHITE, Color, along, jitter, mix, shade
from simulator.drawing.paint import smooth, soft_shadow, soft_spot, vertical_gradient, write
from simulator.drawing.papers import lay, sheet_of, word
from simulator.drawing.scene import Scene

STERILE: tuple[Color, ...] = ((208, 226, 228), (214, 228, 220), (222, 230, 238), (196, 220, 214))


_PILL: tuple[Color, ...] = (
    (226, 78, 74),
    (250, 250, 248),
    (246, 208, 84),
    (88, 146, 214),
    (244, 168, 120),
    (128, 192, 160),
    (196, 140, 200),
)


TEAL: Color = (64, 150, 150)


# Green, as pharmacies wear it: the red cross on white is a protected emblem.
CROSS: Color = (30, 146, 104)


ALERT: Color = (206, 44, 52)


def green_cross(scene: Scene, cx: float, cy: float, r: float, color: Color = CROSS) -> None:
    """The cross of a pharmacy."""
    scene.pen.rectangle((cx - r * 0.34, cy - r, cx + r * 0.34, cy + r), fill=color)
    scene.pen.rectangle((cx - r, cy - r * 0.34, cx + r, cy + r * 0.34), fill=color)


def ward(scene: Scene, floor: float) -> None:
    """A clean pale room: wall with a rail, shining floor."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    wall = jitter(rng, rng.choice(STERILE), 8)
    vertical_gradient(scene, (0, 0, w, floor * h), shade(wall, 1.1), wall)
    pen.rectangle((0, floor * h * 0.68, w, floor * h * 0.72), fill=shade(wall, 0.82))
    vertical_gradient(scene, (0, floor * h, w, h), shade(wall, 0.82), shade(mix(wall, (190, 196, 200), 0.5), 0.96))
    pen.rectangle((0, floor * h - 12, w, floor * h), fill=shade(wall, 0.7))
    for _ in range(3):
        x = rng.uniform(0, w)
        soft_spot(scene, (x - w * 0.12, floor * h + 10, x + w * 0.12, h), (255, 255, 255), 0.35)
    for k in range(2):
        x = w * (0.28 + 0.44 * k)
        pen.rectangle((x - w * 0.12, 0, x + w * 0.12, h * 0.024), fill=(255, 255, 255))
        soft_spot(scene, (x - w * 0.26, -h * 0.08, x + w * 0.26, h * 0.16), (255, 255, 255), 0.6)


def _bone(scene: Scene, x0: float, y0: float, x1: float, y1: float, *, width: float) -> None:
    """A bone on a film, with knobs at its ends."""
    pen, far = scene.pen, math.hypot(x1 - x0, y1 - y0) or 1.0
    nx, ny = -(y1 - y0) / far, (x1 - x0) / far
    for k, tone in ((1.0, (150, 170, 182)), (0.66, (200, 214, 220)), (0.3, (226, 236, 238))):
        pen.line((x0, y0, x1, y1), fill=tone, width=max(2, round(width * k)))
        for x, y in ((x0, y0), (x1, y1)):
            for s in (-1, 1):
                cx, cy, r = x + s * nx * width * 0.4, y + s * ny * width * 0.4, width * 0.52 * k
                pen.ellipse((cx - r, cy - r, cx + r, cy + r), fill=tone)


def chest_film(film: Scene) -> None:
    """Ribs, spine and collar bones."""
    w, h, pen = film.width, film.height, film.pen
    soft_spot(film, (w * 0.06, h * 0.0, w * 0.94, h * 1.1), (70, 88, 104), 0.9)
    for side in (-1, 1):
        soft_spot(
            film,
            (w * (0.5 + side * 0.22) - w * 0.2, h * 0.16, w * (0.5 + side * 0.22) + w * 0.2, h * 0.86),
            (8, 10, 16),
            0.9,
        )
    soft_spot(film, (w * 0.4, h * 0.42, w * 0.74, h * 0.86), (150, 168, 178), 0.75)
    for k in range(8):
        y = h * (0.16 + 0.082 * k)
        reach = w * (0.2 + 0.03 * min(k, 5))
        for side in (-1, 1):
            arc = smooth(
                [
                    (w * 0.5, y),
                    (w * 0.5 + side * reach * 0.6, y - h * 0.03),
                    (w * 0.5 + side * reach, y + h * 0.05),
                    (w * 0.5 + side * reach * 0.9, y + h * 0.14),
                ],
                closed=False,
                steps=6,
            )
            pen.line(arc, fill=(158, 176, 186), width=max(3, round(h * 0.016)), joint="curve")
    for k in range(15):
        y = h * (0.05 + 0.06 * k)
        pen.rounded_rectangle((w * 0.465, y, w * 0.535, y + h * 0.05), 6, fill=(204, 216, 222))
    for side in (-1, 1):
        pen.line(
            [(w * 0.5, h * 0.13), (w * (0.5 + side * 0.18), h * 0.09), (w * (0.5 + side * 0.34), h * 0.12)],
            fill=(206, 218, 224),
            width=max(4, round(h * 0.024)),
            joint="curve",
        )


def hand_film(film: Scene) -> None:
    """The bones of a hand."""
    w, h = film.width, film.height
    soft_spot(film, (w * 0.1, h * 0.02, w * 0.9, h * 1.2), (66, 84, 100), 0.85)
    for k, (x, top) in enumerate(((0.14, 0.36), (0.34, 0.14), (0.5, 0.08), (0.66, 0.14), (0.82, 0.28))):
        x0, y0 = w * (0.36 + 0.07 * k), h * 0.66
        x1, y1 = w * x, h * top
        cuts = (0.0, 0.42, 0.7, 0.88, 1.0) if k else (0.0, 0.5, 0.8, 1.0)
        for near, far in pairwise(cuts):
            a, b = near + 0.04, far - 0.03
            _bone(film, x0 + (x1 - x0) * a, y0 + (y1 - y0) * a, x0 + (x1 - x0) * b, y0 + (y1 - y0) * b, width=w * 0.03)
    for k in range(8):
        x, y, r = w * (0.38 + 0.08 * (k % 4)), h * (0.71 + 0.055 * (k // 4)), w * 0.042
        film.pen.ellipse((x - r, y - r * 0.8, x + r, y + r * 0.8), fill=(186, 202, 210), outline=(110, 130, 144))
    for x in (0.43, 0.58):
        _bone(film, w * x, h * 0.83, w * x, h * 1.05, width=w * 0.06)


def limb_film(film: Scene) -> None:
    """A knee or elbow, the thinner bone broken."""
    w, h = film.width, film.height
    soft_spot(film, (w * 0.14, -h * 0.3, w * 0.86, h * 1.3), (62, 80, 96), 0.85)
    bend = film.rng.uniform(-0.06, 0.06)
    _bone(film, w * (0.5 - bend), -h * 0.05, w * 0.5, h * 0.43, width=w * 0.11)
    film.pen.ellipse((w * 0.43, h * 0.43, w * 0.57, h * 0.5), fill=(206, 218, 224))
    _bone(film, w * 0.47, h * 0.53, w * (0.45 + bend), h * 1.05, width=w * 0.085)
    _bone(film, w * 0.63, h * 0.56, w * (0.62 + bend), h * 1.05, width=w * 0.035)
    y = h * film.rng.uniform(0.66, 0.85)
    film.pen.line(
        [(w * 0.4, y), (w * 0.46, y + h * 0.015), (w * 0.5, y - h * 0.01), (w * 0.54, y + h * 0.01)],
        fill=(20, 24, 32),
        width=max(3, round(h * 0.008)),
    )


def blister(scene: Scene, center: tuple[float, float], width: float, angle: float) -> None:
    """A blister pack with some pills already gone."""
    rng, tone = scene.rng, scene.rng.choice(_PILL)
    pack = sheet_of(scene, width, width * 0.52, (206, 210, 214))
    pw, ph = pack.width, pack.height
    vertical_gradient(pack, (0, 0, pw, ph), (226, 229, 232), (176, 182, 188))
    for row in range(2):
        for k in range(5):
            x, y, r = pw * (0.12 + 0.19 * k), ph * (0.3 + 0.42 * row), pw * 0.07
            pack.pen.ellipse((x - r * 1.15, y - r * 1.15, x + r * 1.15, y + r * 1.2), fill=(150, 156, 164))
            if rng.random() < 0.75:
                pack.pen.ellipse((x - r, y - r, x + r, y + r), fill=tone)
                pack.pen.ellipse((x - r * 0.6, y - r * 0.7, x + r * 0.1, y - r * 0.1), fill=mix(tone, WHITE, 0.65))
            else:
                pack.pen.ellipse((x - r, y - r, x + r, y + r), fill=(120, 126, 134))
                pack.pen.line((x - r * 0.6, y - r * 0.2, x + r * 0.6, y + r * 0.3), fill=(220, 224, 228), width=3)
    lay(scene, pack, center, angle)


def loose_pill(scene: Scene, x: float, y: float, r: float) -> None:
    """A round pill or a capsule in two colours."""
    rng, pen = scene.rng, scene.pen
    soft_shadow(scene, (x - r * 1.2, y - r * 0.6, x + r * 1.6, y + r * 1.3), 0.5)
    tone = rng.choice(_PILL)
    if rng.random() < 0.5:
        pen.ellipse((x - r, y - r, x + r, y + r), fill=shade(tone, 0.8))
        pen.ellipse((x - r, y - r, x + r * 0.86, y + r * 0.86), fill=tone)
        pen.line((x - r * 0.7, y, x + r * 0.6, y), fill=shade(tone, 0.74), width=2)
        return
    a, other = rng.uniform(0, math.pi), rng.choice(_PILL)
    dx, dy = r * 1.1 * math.cos(a), r * 1.1 * math.sin(a)
    for s, color in ((-1, tone), (1, other)):
        q = r * 0.72
        pen.line((x, y, x + s * dx, y + s * dy), fill=color, width=round(q * 2))
        pen.ellipse((x + s * dx - q, y + s * dy - q, x + s * dx + q, y + s * dy + q), fill=color)
    pen.line(
        (x - dx - r * 0.2, y - dy - r * 0.25, x + dx - r * 0.2, y + dy - r * 0.25),
        fill=mix(tone, WHITE, 0.7),
        width=max(2, round(r * 0.2)),
    )


def bottle(scene: Scene, cx: float, foot: float, width: float) -> None:
    """An upright pill bottle with a label."""
    rng, pen, half, tall = scene.rng, scene.pen, width / 2, width * 1.7
    glass = rng.choice(((232, 138, 44), (240, 242, 242), (120, 78, 50), (88, 150, 160)))
    soft_shadow(scene, (cx - half, foot - half * 0.3, cx + half * 1.6, foot + half * 0.35), 0.55)
    pen.rounded_rectangle((cx - half, foot - tall, cx + half, foot), half * 0.25, fill=glass)
    pen.rectangle((cx + half * 0.55, foot - tall * 0.97, cx + half, foot - half * 0.15), fill=shade(glass, 0.78))
    pen.rectangle(
        (cx - half * 0.8, foot - tall * 0.95, cx - half * 0.6, foot - half * 0.2), fill=mix(glass, WHITE, 0.5)
    )
    pen.rounded_rectangle(
        (cx - half * 1.1, foot - tall * 1.26, cx + half * 1.1, foot - tall * 0.96), half * 0.1, fill=(246, 247, 248)
    )
    for k in range(9):
        pen.line(
            (cx - half + k * half * 0.25, foot - tall * 1.24, cx - half + k * half * 0.25, foot - tall * 0.98),
            fill=(212, 216, 220),
            width=2,
        )
    pen.rectangle((cx - half, foot - tall * 0.76, cx + half, foot - tall * 0.2), fill=(252, 252, 250))
    pen.rectangle(
        (cx - half, foot - tall * 0.76, cx + half, foot - tall * 0.66), fill=rng.choice((ALERT, TEAL, (60, 90, 160)))
    )
    write(pen, (cx, foot - tall * 0.56), word(rng).capitalize(), round(width * 0.2), INK, "mm")
    write(pen, (cx, foot - tall * 0.42), f"{rng.choice((5, 10, 20, 50, 100))} mg", round(width * 0.16), INK, "mm")
    pen.line((cx - half * 0.7, foot - tall * 0.29, cx + half * 0.7, foot - tall * 0.29), fill=(150, 150, 156), width=2)


def stethoscope(scene: Scene, x: float, y: float, size: float, side: int) -> None:
    """A stethoscope lying loose."""
    pen, tube = scene.pen, scene.rng.choice(((40, 44, 52), (60, 110, 130), (150, 50, 60)))
    line = max(6, round(size * 0.07))
    loop = smooth(
        [
            (x - side * size * 0.5, y - size),
            (x - side * size * 0.6, y - size * 0.2),
            (x, y + size * 0.3),
            (x + side * size * 0.4, y - size * 0.3),
            (x + side * size * 0.1, y - size),
        ],
        closed=False,
        steps=8,
    )
    tail = smooth(
        [(x, y + size * 0.3), (x - side * size * 0.2, y + size * 0.8), (x + side * size * 0.3, y + size * 1.1)],
        closed=False,
        steps=8,
    )
    for dx, dy, tone in ((6, 10, (120, 130, 134)), (0, 0, tube)):
        for path in (loop, tail):
            pen.line([(px + dx, py + dy) for px, py in path], fill=tone, width=line, joint="curve")
    cx, cy = tail[-1]
    for k, tone in ((0.2, (150, 156, 162)), (0.18, (214, 218, 222)), (0.12, (176, 182, 188)), (0.1, (232, 236, 238))):
        pen.ellipse((cx - size * k, cy - size * k, cx + size * k, cy + size * k), fill=tone)


def drip_stand(scene: Scene, x: float) -> None:
    """A stand with a bag, whose tube runs to the bed."""
    pen, w, h, steel = scene.pen, scene.width, scene.height, (168, 174, 180)
    pen.line((x, h * 0.08, x, h * 0.86), fill=steel, width=7)
    pen.line((x - w * 0.05, h * 0.08, x + w * 0.05, h * 0.08), fill=steel, width=6)
    bag = (x + w * 0.015, h * 0.1, x + w * 0.075, h * 0.25)
    pen.rounded_rectangle(bag, 12, fill=(222, 240, 244), outline=(160, 186, 196), width=2)
    pen.rectangle((x + w * 0.017, h * 0.17, x + w * 0.073, h * 0.24), fill=(186, 220, 232))
    tube = smooth([(x + w * 0.045, h * 0.25), (x + w * 0.05, h * 0.45), (w * 0.45, h * 0.66)], closed=False)
    pen.line(tube, fill=(200, 216, 222), width=4)


def bedhead(scene: Scene) -> None:
    """The raised end of the bed with its pillow."""
    pen, w, h = scene.pen, scene.width, scene.height
    soft_shadow(scene, (w * 0.12, h * 0.88, w * 0.9, h * 1.02), 0.5)
    frame = (w * 0.16, h * 0.38, w * 0.84, h * 0.8)
    pen.rounded_rectangle(frame, 24, fill=(206, 212, 218), outline=(160, 168, 176), width=6)
    pen.rounded_rectangle((w * 0.2, h * 0.42, w * 0.8, h * 0.76), 30, fill=(248, 249, 250))
    for k, tone in ((0.0, (206, 214, 222)), (0.006, (255, 255, 255))):
        pen.rounded_rectangle((w * 0.27, h * (0.47 - k), w * 0.73, h * (0.68 - k)), w * 0.06, fill=tone)
    soft_spot(scene, (w * 0.38, h * 0.52, w * 0.62, h * 0.66), (206, 215, 224), 0.45)


def blanket(scene: Scene) -> None:
    """The bed's near part with a turned-down sheet, folds and rails."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    wool = jitter(rng, rng.choice(((124, 176, 200), (140, 190, 170), (176, 170, 206), (226, 226, 220))), 10)
    pen.polygon([(w * 0.17, h * 0.7), (w * 0.83, h * 0.7), (w * 0.96, h), (w * 0.04, h)], fill=wool)
    sheet = [(w * 0.17, h * 0.7), (w * 0.83, h * 0.7), (w * 0.86, h * 0.765), (w * 0.14, h * 0.765)]
    pen.polygon(sheet, fill=(246, 248, 250))
    for k in range(6):
        x = w * (0.2 + 0.12 * k)
        fold = (x - w * 0.05, h * 0.76, x + w * 0.05, h * 1.04)
        soft_spot(scene, fold, shade(wool, rng.choice((0.78, 1.2))), 0.5)
    for side in (-1, 1):
        x = w * (0.5 + side * 0.45)
        for k in range(3):
            rung = (x, h * (0.72 + 0.08 * k), x + side * w * 0.04, h * (0.76 + 0.09 * k))
            pen.line(rung, fill=(176, 182, 190), width=6)
        pen.line((x, h * 0.7, x + side * w * 0.06, h), fill=(190, 196, 202), width=10)


def monitor(scene: Scene, cx: float, cy: float, width: float) -> None:
    """A monitor with the curves of heart and breath."""
    rng, pen, half, tall = scene.rng, scene.pen, width / 2, width * 0.36
    pen.rounded_rectangle(
        (cx - half * 1.1, cy - tall * 1.14, cx + half * 1.1, cy + tall * 1.2), 12, fill=(226, 230, 232)
    )
    pen.rectangle((cx - half, cy - tall, cx + half, cy + tall), fill=(14, 22, 26))
    for row, tone in enumerate(((86, 230, 120), (90, 200, 240), (246, 210, 80))):
        y, points = cy - tall * 0.66 + row * tall * 0.64, []
        for k in range(33):
            t = k / 32
            beat = (0.0, 0.0, 0.12, 0.0, -0.3, 1.0, -0.4, 0.0)[k % 8] if row == 0 else 0.4 * math.sin(t * 16 + row)
            points.append((cx - half * 0.94 + t * half * 1.4, y - beat * tall * 0.3))
        pen.line(points, fill=tone, width=max(2, round(width * 0.012)), joint="curve")
        write(pen, (cx + half * 0.94, y), str(rng.randint(58, 128)), round(tall * 0.38), tone, "rm")


def waiting_chair(scene: Scene, cx: float, foot: float, width: float, color: Color) -> None:
    """A chair in a row of chairs."""
    pen, half, tall = scene.pen, width / 2, min(width * 1.5, scene.height * 0.34)
    soft_shadow(scene, (cx - half, foot - tall * 0.06, cx + half * 1.1, foot + tall * 0.06), 0.4)
    for side in (-1, 1):
        pen.line(
            (cx + side * half * 0.8, foot - tall * 0.4, cx + side * half * 0.9, foot), fill=(120, 126, 132), width=7
        )
    pen.rounded_rectangle(
        (cx - half * 0.9, foot - tall, cx + half * 0.9, foot - tall * 0.5), half * 0.24, fill=shade(color, 0.9)
    )
    pen.rounded_rectangle(
        (cx - half * 0.8, foot - tall * 0.95, cx + half * 0.6, foot - tall * 0.6), half * 0.2, fill=color
    )
    pen.polygon(
        [
            (cx - half * 0.86, foot - tall * 0.5),
            (cx + half * 0.86, foot - tall * 0.5),
            (cx + half, foot - tall * 0.36),
            (cx - half, foot - tall * 0.36),
        ],
        fill=shade(color, 1.16),
    )
    pen.rectangle((cx - half, foot - tall * 0.36, cx + half, foot - tall * 0.3), fill=shade(color, 0.66))


def forearm(scene: Scene, y: float, thick: float) -> None:
    """An arm across the picture from the left with a fist at the right, the first person's if there is one."""
    rng, w, pen = scene.rng, scene.width, scene.pen
    skin = along(SKIN, scene.people[0].skin if scene.people else rng.random())
    soft_shadow(scene, (-w * 0.1, y - thick * 0.2, w * 0.86, y + thick * 1.0), 0.5)
    above = ((-0.05, -0.62), (0.3, -0.56), (0.6, -0.36), (0.72, -0.4), (0.84, -0.36), (0.9, 0))
    below = ((0.88, 0.4), (0.72, 0.46), (0.6, 0.34), (0.3, 0.56), (-0.05, 0.62))
    inner = ((-0.05, 0.34), (0.3, 0.3), (0.6, 0.14), (0.8, 0.26))
    upper, lower, dim = ([(w * fx, y + thick * fy) for fx, fy in part] for part in (above, below, inner))
    rounded = smooth(lower, closed=False, steps=6)
    pen.polygon([*smooth(upper, closed=False, steps=6), *rounded], fill=skin)
    pen.polygon([*rounded, *dim], fill=shade(skin, 0.84))
    for k in range(4):
        top = y - thick * 0.3 + k * thick * 0.19
        finger = (w * 0.8, top, w * 0.925, top + thick * 0.2)
        pen.rounded_rectangle(finger, thick * 0.09, fill=shade(skin, 1.04 - 0.05 * k), outline=shade(skin, 0.74))
    thumb = (w * 0.73, y - thick * 0.42, w * 0.86, y - thick * 0.2)
    pen.rounded_rectangle(thumb, thick * 0.1, fill=shade(skin, 1.06), outline=shade(skin, 0.78))


def plasters(scene: Scene, x: float, y: float, size: float) -> None:
    """Two sticking plasters."""
    for k in range(2):
        plaster = sheet_of(scene, size, size * 0.32, (226, 176, 136))
        pen, w, h = plaster.pen, plaster.width, plaster.height
        pen.rectangle((w * 0.34, h * 0.06, w * 0.66, h * 0.94), fill=(240, 204, 170))
        for i in range(4):
            for row in (0.3, 0.7):
                for at in (0.06 + 0.06 * i, 0.74 + 0.06 * i):
                    pen.ellipse((w * at - 2, h * row - 2, w * at + 2, h * row + 2), fill=(186, 134, 98))
        mask = sheet_of(scene, size, size * 0.32, (0, 0, 0))
        mask.pen.rounded_rectangle((0, 0, w - 1, h - 1), h * 0.46, fill=(255, 255, 255))
        plaster.image.putalpha(mask.image.convert("L"))
        lay(scene, plaster, (x + k * size * 0.5, y + k * size * 0.3), scene.rng.uniform(-60, 60))
