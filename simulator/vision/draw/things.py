"""Things of everyday pictures: plants, buildings, cars, papers, hands and cups. All lengths are in pixels."""

import math
import random
from collections.abc import Sequence

from PIL import Image

from simulator.vision.draw.backdrop import lit
from simulator.vision.draw.color import CLOTH, FOLIAGE, INK, SKIN, WHITE, Color, jitter, mix, shade
from simulator.vision.draw.figure import Outfit
from simulator.vision.draw.gathering import busts, standing
from simulator.vision.draw.paint import Box, Point, glow, lay_sheet, soft_shadow, write
from simulator.vision.draw.scene import FaceTruth, Scene

PAPER: Color = (250, 248, 242)
GLASS: Color = (150, 182, 204)
BLOSSOM: tuple[Color, ...] = (
    (226, 72, 92),
    (248, 178, 60),
    (252, 226, 98),
    (240, 140, 184),
    (164, 104, 196),
    (250, 244, 240),
    (236, 112, 62),
    (108, 124, 214),
)
_HEADS = ("bre", "lo", "mi", "tar", "ven", "sol", "ka", "du", "fen", "ri", "om", "pel", "qua", "ster", "hal", "ni")
_TAILS = ("da", "lin", "mar", "to", "vey", "ra", "nus", "kel", "so", "win", "dor", "le", "ta", "mis", "ber", "na")


def word(rng: random.Random) -> str:
    """An invented word of two or three syllables."""
    middle = rng.choice(_HEADS) if rng.random() < 0.3 else ""
    return rng.choice(_HEADS) + middle + rng.choice(_TAILS)


def phrase(rng: random.Random, count: int) -> str:
    """Invented words, the first with a capital."""
    return " ".join(word(rng) for _ in range(count)).capitalize()


def amount(rng: random.Random, top: float) -> str:
    """A price up to ``top`` with two decimals."""
    return f"{rng.uniform(0.4, top):.2f}"


def digits(rng: random.Random, count: int) -> str:
    """A number as printed on papers, leading zeros included."""
    return "".join(rng.choice("0123456789") for _ in range(count))


def sheet_of(scene: Scene, width: float, height: float, color: Color = PAPER) -> Scene:
    """A blank sheet to draw on that shares the scene's people and luck; put it into the picture with `lay`."""
    return Scene(
        image=Image.new("RGB", (max(8, round(width)), max(8, round(height))), color),
        rng=scene.rng,
        people=scene.people,
        pets=scene.pets,
        light=scene.light,
        weather=scene.weather,
    )


def lay(scene: Scene, sheet: Scene, center: Point, angle: float) -> None:
    """Lays a finished sheet at ``center``, turned by ``angle`` degrees, and carries over where its faces are."""
    lay_sheet(scene, sheet.image, center, angle)
    turn = math.radians(-angle)
    for truth in sheet.faces:
        left, top, right, bottom = truth.box
        x, y = (left + right) / 2 - sheet.width / 2, (top + bottom) / 2 - sheet.height / 2
        cx = center[0] + x * math.cos(turn) - y * math.sin(turn)
        cy = center[1] + x * math.sin(turn) + y * math.cos(turn)
        half_w, half_h = (right - left) / 2, (bottom - top) / 2
        scene.faces.append(FaceTruth((cx - half_w, cy - half_h, cx + half_w, cy + half_h), truth.who))


def print_lines(sheet: Scene, box: Box, *, size: int, color: Color = INK, leading: float = 1.7) -> None:
    """Fills ``box`` with running text whose last line ends early."""
    rng, y = sheet.rng, box[1]
    while y + size <= box[3]:
        last = y + size * leading + size > box[3]
        room = (box[2] - box[0]) * (rng.uniform(0.3, 0.7) if last else rng.uniform(0.9, 1.0))
        write(sheet.pen, (box[0], y), phrase(rng, 14)[: max(1, int(room / (size * 0.52)))], size, color)
        y += size * leading


def barcode(sheet: Scene, box: Box) -> None:
    """Upright bars of two widths."""
    x, unit = box[0], max(1.0, (box[2] - box[0]) / 95)
    while x < box[2] - unit * 3:
        bar = unit * sheet.rng.choice((1, 1, 2, 3))
        sheet.pen.rectangle((x, box[1], x + bar, box[3]), fill=(24, 24, 26))
        x += bar + unit * sheet.rng.choice((1, 2, 2))


def signature(sheet: Scene, x: float, y: float, width: float, color: Color = (30, 50, 130)) -> None:
    """A hand's quick scrawl that starts at (x, y)."""
    rng, steps = sheet.rng, 42
    tall, wave = width * rng.uniform(0.1, 0.16), rng.uniform(0.7, 1.1)
    points = [
        (x + width * i / steps + tall * 0.4 * math.cos(i * wave * 1.3), y - tall * (1 - 0.7 * i / steps) * math.sin(i * wave))
        for i in range(steps)
    ]
    sheet.pen.line(points, fill=color, width=max(2, round(width / 80)), joint="curve")
    sheet.pen.line((x, y + tall, x + width * 1.05, y + tall * 0.5), fill=color, width=max(1, round(width / 110)))


def seal(sheet: Scene, cx: float, cy: float, r: float, color: Color, text: str = "") -> None:
    """A round rubber stamp or coat of arms with an optional word across."""
    pen = sheet.pen
    for k in (1.0, 0.82):
        pen.ellipse((cx - r * k, cy - r * k, cx + r * k, cy + r * k), outline=color, width=max(2, round(r * 0.07)))
    points = [
        (cx + r * k * math.sin(i * math.pi / 5), cy - r * k * math.cos(i * math.pi / 5))
        for i, k in enumerate((0.62, 0.27) * 5)
    ]
    if text:
        write(pen, (cx, cy), text, round(r * 0.42), color, "mm")
    else:
        pen.polygon(points, fill=color)


def dots(scene: Scene, spots: Sequence[Point], r: float, color: Color) -> None:
    """Equal discs at all the spots."""
    for x, y in spots:
        scene.pen.ellipse((x - r, y - r, x + r, y + r), fill=color)


def crown(scene: Scene, cx: float, cy: float, r: float, color: Color) -> None:
    """The leaves of a tree or bush: dark lumps below, light ones above, dappled."""
    rng = scene.rng
    for layer, (k, lift) in enumerate(((0.66, 0.1), (0.92, 0.0), (1.16, -0.14))):
        tone = shade(color, k) if k <= 1 else mix(color, (238, 238, 150), 0.22)
        for _ in range(7):
            a, far = rng.uniform(0, math.tau), rng.uniform(0.1, 0.68)
            x, y = cx + r * far * math.cos(a), cy + r * far * 0.8 * math.sin(a) + r * lift
            q = r * (0.46 - 0.1 * layer) * rng.uniform(0.8, 1.15)
            scene.pen.ellipse((x - q, y - q, x + q, y + q), fill=tone)
    for _ in range(22):
        a, far = rng.uniform(0, math.tau), rng.uniform(0, 0.95)
        x, y, q = cx + r * far * math.cos(a), cy + r * far * 0.85 * math.sin(a), r * rng.uniform(0.04, 0.09)
        scene.pen.ellipse((x - q, y - q, x + q, y + q), fill=shade(color, rng.choice((0.55, 0.8, 1.15, 1.3))))


def bush(scene: Scene, x: float, foot: float, r: float, color: Color | None = None) -> None:
    """A low bush whose lowest leaves touch ``foot``."""
    soft_shadow(scene, (x - r, foot - r * 0.15, x + r, foot + r * 0.15), 0.35)
    crown(scene, x, foot - r * 0.62, r * 0.86, color or lit(scene, jitter(scene.rng, scene.rng.choice(FOLIAGE), 10)))


def blossom(scene: Scene, x: float, y: float, r: float, color: Color, petals: int = 6) -> None:
    """An open flower seen from the front."""
    pen, turn = scene.pen, scene.rng.uniform(0, math.tau)
    for ring, (far, size) in enumerate(((0.6, 0.42), (0.36, 0.3))):
        for i in range(petals):
            a = turn + (i + ring * 0.5) * math.tau / petals
            px, py, q = x + far * r * math.cos(a), y + far * r * math.sin(a), size * r
            pen.ellipse((px - q, py - q, px + q, py + q), fill=shade(color, 0.84 + 0.1 * (i % 2)) if ring == 0 else mix(color, WHITE, 0.2))
    heart = (232, 182, 62) if sum(color) < 640 else (214, 150, 50)
    pen.ellipse((x - r * 0.24, y - r * 0.24, x + r * 0.24, y + r * 0.24), fill=heart)
    pen.ellipse((x - r * 0.16, y - r * 0.18, x + r * 0.06, y + r * 0.02), fill=mix(heart, WHITE, 0.4))


def stem(scene: Scene, x: float, foot: float, top: Point, color: Color, width: int) -> None:
    """A flower's stem with two leaves."""
    pen = scene.pen
    bow = ((x + top[0]) / 2 + (foot - top[1]) * 0.06, (foot + top[1]) / 2)
    pen.line([(x, foot), bow, top], fill=color, width=width, joint="curve")
    size = (foot - top[1]) * 0.22
    for side, at in ((-1, 0.35), (1, 0.6)):
        lx, ly = x + (top[0] - x) * at, foot + (top[1] - foot) * at
        pen.polygon([(lx, ly), (lx + side * size * 0.55, ly - size * 0.55), (lx + side * size, ly - size * 0.5), (lx + side * size * 0.6, ly - size * 0.1)], fill=shade(color, 1.1))


def pot(scene: Scene, cx: float, foot: float, width: float, color: Color = (190, 104, 70)) -> float:
    """A flower pot; returns the y of its rim."""
    pen, height = scene.pen, width * 0.86
    top = foot - height
    soft_shadow(scene, (cx - width * 0.5, foot - width * 0.1, cx + width * 0.6, foot + width * 0.12), 0.45)
    pen.polygon([(cx - width * 0.44, top), (cx + width * 0.44, top), (cx + width * 0.3, foot), (cx - width * 0.3, foot)], fill=color)
    pen.polygon([(cx + width * 0.14, top), (cx + width * 0.44, top), (cx + width * 0.3, foot), (cx + width * 0.1, foot)], fill=shade(color, 0.78))
    pen.polygon([(cx - width * 0.3, top), (cx - width * 0.18, top), (cx - width * 0.14, foot), (cx - width * 0.21, foot)], fill=shade(color, 1.18))
    pen.rectangle((cx - width * 0.5, top - width * 0.08, cx + width * 0.5, top + width * 0.14), fill=shade(color, 1.1))
    pen.rectangle((cx + width * 0.16, top - width * 0.08, cx + width * 0.5, top + width * 0.14), fill=shade(color, 0.86))
    pen.rectangle((cx - width * 0.44, top + width * 0.14, cx + width * 0.44, top + width * 0.19), fill=shade(color, 0.62))
    return top - width * 0.08


def window(scene: Scene, box: Box, frame: Color = WHITE, *, lit: bool = False) -> None:
    """A casement with a sill and a reflection, or warm light behind it."""
    pen, (left, top, right, bottom) = scene.pen, box
    w, h = right - left, bottom - top
    pane: Color = (250, 206, 122) if lit else jitter(scene.rng, (104, 132, 154), 14)
    edge = max(1.0, w * 0.08)
    pen.rectangle((left - edge, top - edge, right + edge, bottom + edge), fill=frame)
    pen.rectangle(box, fill=pane)
    pen.polygon([(left, top), (left + w * 0.6, top), (left, top + h * 0.6)], fill=mix(pane, WHITE, 0.28))
    pen.line((left, top, right, top), fill=shade(pane, 0.6), width=max(1, round(edge)))
    pen.rectangle((left + w * 0.47, top, left + w * 0.53, bottom), fill=frame)
    pen.rectangle((left - edge * 2, bottom + edge, right + edge * 2, bottom + edge * 2.4), fill=shade(frame, 0.84))


def car(scene: Scene, x: float, road: float, length: float, color: Color) -> None:
    """A parked car from the side, its wheels on ``road``, facing right."""
    pen, h = scene.pen, length * 0.3
    soft_shadow(scene, (x - length * 0.02, road - h * 0.2, x + length * 1.02, road + h * 0.22), 0.6)

    def at(points: Sequence[Point]) -> list[Point]:
        return [(x + length * px, road - h * py) for px, py in points]

    body = at([(0.01, 0.28), (0.02, 0.66), (0.2, 0.74), (0.32, 1.16), (0.62, 1.18), (0.76, 0.76), (0.96, 0.66), (0.99, 0.3)])
    pen.polygon(body, fill=color)
    pen.polygon(at([(0.01, 0.28), (0.015, 0.48), (0.985, 0.44), (0.99, 0.3), (0.95, 0.2), (0.04, 0.2)]), fill=shade(color, 0.68))
    pen.polygon(at([(0.2, 0.74), (0.32, 1.16), (0.62, 1.18), (0.76, 0.76), (0.74, 0.8), (0.61, 1.12), (0.33, 1.1)]), fill=mix(color, WHITE, 0.35))
    pen.polygon(at([(0.25, 0.76), (0.335, 1.08), (0.46, 1.09), (0.46, 0.75)]), fill=GLASS)
    pen.polygon(at([(0.485, 0.75), (0.485, 1.09), (0.6, 1.09), (0.71, 0.76)]), fill=shade(GLASS, 0.86))
    pen.polygon(at([(0.27, 0.84), (0.32, 1.04), (0.38, 1.08), (0.33, 0.8)]), fill=shade(GLASS, 1.4))
    pen.line(at([(0.02, 0.62), (0.5, 0.66), (0.97, 0.6)]), fill=mix(color, WHITE, 0.45), width=max(1, round(h * 0.03)))
    pen.line(at([(0.472, 0.75), (0.475, 0.26)]), fill=shade(color, 0.6), width=2)
    pen.ellipse((x + length * 0.93, road - h * 0.66, x + length * 0.985, road - h * 0.48), fill=(255, 246, 214))
    pen.rectangle((x + length * 0.012, road - h * 0.64, x + length * 0.035, road - h * 0.5), fill=(206, 44, 40))
    for wx in (0.2, 0.79):
        for r, tone in ((0.27, (22, 22, 25)), (0.16, (176, 180, 186)), (0.06, (70, 72, 78))):
            cx, cy, q = x + length * wx, road - h * 0.26, h * r
            pen.ellipse((cx - q, cy - q, cx + q, cy + q), fill=tone)


def bicycle(scene: Scene, x: float, road: float, size: float, color: Color) -> None:
    """A bicycle from the side; ``size`` is the diameter of a wheel."""
    pen, r, line = scene.pen, size / 2, max(2, round(size * 0.05))
    soft_shadow(scene, (x - r, road - r * 0.12, x + size * 1.9, road + r * 0.14), 0.35)
    rear, front, crank = (x, road - r), (x + size * 1.4, road - r), (x + size * 0.58, road - r * 0.9)
    for cx, cy in (rear, front):
        for i in range(6):
            dx, dy = r * math.cos(i * math.pi / 6), r * math.sin(i * math.pi / 6)
            pen.line((cx - dx, cy - dy, cx + dx, cy + dy), fill=(170, 172, 176), width=1)
        pen.ellipse((cx - r, cy - r, cx + r, cy + r), outline=(30, 30, 34), width=line)
    saddle, head = (x + size * 0.42, road - size * 1.1), (x + size * 1.22, road - size * 1.12)
    for a, b in ((rear, crank), (rear, saddle), (crank, saddle), (saddle, head), (crank, head), (head, front)):
        pen.line((*a, *b), fill=color, width=line + 1)
    pen.line((head[0], head[1], head[0] - size * 0.05, head[1] - size * 0.2), fill=(60, 60, 64), width=line)
    pen.line((head[0] - size * 0.2, head[1] - size * 0.22, head[0] + size * 0.06, head[1] - size * 0.2), fill=(40, 38, 40), width=line + 2)
    pen.rounded_rectangle((saddle[0] - size * 0.16, saddle[1] - size * 0.07, saddle[0] + size * 0.14, saddle[1]), size * 0.03, fill=(46, 34, 30))
    dots(scene, [crank], size * 0.09, (50, 50, 54))


def passer_by(scene: Scene, x: float, feet: float, height: float) -> None:
    """Somebody far away, seen from behind: no face."""
    pen, rng = scene.pen, scene.rng
    top, coat, head = feet - height, jitter(rng, rng.choice(CLOTH), 20), height * 0.075
    soft_shadow(scene, (x - height * 0.14, feet - height * 0.03, x + height * 0.22, feet + height * 0.03), 0.4)
    for side in (-1, 1):
        pen.line((x + side * height * 0.045, top + height * 0.5, x + side * height * 0.07, feet), fill=shade(coat, 0.5), width=max(2, round(height * 0.075)))
    pen.rounded_rectangle((x - height * 0.13, top + head * 2, x + height * 0.13, top + height * 0.58), height * 0.06, fill=coat)
    pen.rectangle((x + height * 0.05, top + head * 3, x + height * 0.13, top + height * 0.56), fill=shade(coat, 0.8))
    pen.ellipse((x - head, top, x + head, top + head * 2.3), fill=rng.choice(((40, 32, 30), (92, 62, 42), (170, 130, 80), (60, 44, 36))))


def lamp_post(scene: Scene, x: float, foot: float, height: float, *, lit: bool) -> None:
    """A street lamp with one lantern."""
    pen, iron = scene.pen, (48, 52, 56)
    w = max(2.0, height * 0.012)
    pen.rectangle((x - w, foot - height, x + w, foot), fill=iron)
    pen.rectangle((x - w * 2.2, foot - height * 0.09, x + w * 2.2, foot), fill=iron)
    top, r = foot - height, height * 0.045
    if lit:
        glow(scene, (x, top), height * 0.3, (255, 214, 140), 0.7)
    pen.polygon([(x - r, top - r), (x + r, top - r), (x + r * 0.6, top + r), (x - r * 0.6, top + r)], fill=(255, 236, 190) if lit else (214, 220, 220))
    pen.polygon([(x - r * 1.3, top - r), (x + r * 1.3, top - r), (x, top - r * 1.9)], fill=iron)


def cup_from_above(scene: Scene, cx: float, cy: float, r: float, color: Color, drink: Color = (84, 50, 30)) -> None:
    """A full cup on its saucer, seen from above."""
    pen = scene.pen
    soft_shadow(scene, (cx - r * 1.5, cy - r * 1.35, cx + r * 1.65, cy + r * 1.75), 0.5)
    for k, tone in ((1.5, shade(color, 0.92)), (1.38, color), (1.0, shade(color, 0.8))):
        pen.ellipse((cx - r * k, cy - r * k, cx + r * k, cy + r * k), fill=tone)
    pen.rounded_rectangle((cx + r * 0.9, cy - r * 0.14, cx + r * 1.36, cy + r * 0.14), r * 0.1, fill=shade(color, 0.86))
    for k, tone in ((0.94, shade(color, 1.3)), (0.82, shade(drink, 0.7)), (0.76, drink)):
        pen.ellipse((cx - r * k, cy - r * k, cx + r * k, cy + r * k), fill=tone)
    pen.arc((cx - r * 0.6, cy - r * 0.6, cx + r * 0.6, cy + r * 0.6), 190, 280, fill=mix(drink, WHITE, 0.5), width=max(2, round(r * 0.08)))


def hand_at(scene: Scene, x: float, y: float, size: float, *, side: int) -> None:
    """A thumb and palm that come in from the ``side`` (-1 left, 1 right) and hold a sheet at (x, y)."""
    pen, rng = scene.pen, scene.rng
    skin = SKIN[round(scene.people[0].skin * (len(SKIN) - 1))] if scene.people else rng.choice(SKIN)
    far = x + side * size * 3.4
    sleeve = jitter(rng, rng.choice(CLOTH), 14)
    soft_shadow(scene, (x - size * 0.8, y - size * 0.3, x + size * 0.8, y + size * 0.9), 0.35)
    pen.polygon([(x + side * size * 0.3, y - size * 0.34), (x + side * size * 1.5, y - size * 0.75), (far, y + size * 0.3), (far, y + size * 2.5), (x + side * size * 1.2, y + size * 1.3), (x + side * size * 0.2, y + size * 0.4)], fill=skin)
    pen.polygon([(x + side * size * 0.2, y + size * 0.4), (x + side * size * 1.2, y + size * 1.3), (far, y + size * 2.5), (far, y + size * 2.0)], fill=shade(skin, 0.8))
    pen.polygon([(x + side * size * 2.3, y - size * 0.55), (far, y - size * 0.3), (far, y + size * 2.9), (x + side * size * 2.0, y + size * 1.95)], fill=sleeve)
    pen.rounded_rectangle((min(x - side * size * 0.75, x + side * size * 0.8), y - size * 0.32, max(x - side * size * 0.75, x + side * size * 0.8), y + size * 0.34), size * 0.32, fill=shade(skin, 1.05))
    nail = x - side * size * 0.5
    pen.ellipse((nail - size * 0.2, y - size * 0.2, nail + size * 0.2, y + size * 0.12), fill=mix(skin, (255, 226, 220), 0.55))


def in_front(scene: Scene, outfit: Outfit = Outfit.CASUAL) -> None:
    """Everybody from the chest up at the lower edge, to one side if that leaves the view open."""
    count, w = len(scene.people), scene.width
    share = (0.38, 0.34, 0.3, 0.24, 0.23)[min(count, 5) - 1]
    left, right = ((0.03, 0.5) if scene.rng.random() < 0.5 else (0.5, 0.97)) if count == 1 else (0.04, 0.96)
    busts(scene, scene.height + 2, min(share * w, share * 1.15 * scene.height), dress=lambda _: outfit, span=(left * w, right * w))


def on_foot(scene: Scene, outfit: Outfit = Outfit.CASUAL) -> None:
    """Everybody at full length, large enough to be recognised; feet may leave the picture."""
    count, w = len(scene.people), scene.width
    left, right = scene.rng.choice(((0.05, 0.5), (0.5, 0.95))) if count < 3 else (0.04, 0.96)
    height = max(0.62 * scene.height, 0.7 * w)
    standing(scene, max(scene.height * 0.97, scene.height * 0.32 + height), height, dress=lambda _: outfit, span=(left * w, right * w))
