"""Papers: sheets to draw on, invented words, running text, bar codes, signatures, stamps. Lengths in pixels."""

import math
import random

from PIL import Image, ImageDraw

from simulator.drawing.color import INK, Color
from simulator.drawing.paint import Box, Point, lay_sheet, write
from simulator.drawing.scene import FaceTruth, Scene

PAPER: Color = (250, 248, 242)


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


def _turned(flat: Image.Image, angle: float) -> Image.Image:
    """The sheet turned by ``angle`` degrees; bilinear, as anything finer would take longer than the drawing."""
    if flat.mode == "RGBA":
        return flat.rotate(angle, Image.Resampling.BILINEAR, expand=True)
    turned, turn = flat.rotate(angle, Image.Resampling.BILINEAR, expand=True), math.radians(-angle)
    mask = Image.new("L", turned.size)
    corners = [
        (sx * (flat.width / 2 - 1), sy * (flat.height / 2 - 1)) for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]
    outline = [
        (
            turned.width / 2 + x * math.cos(turn) - y * math.sin(turn),
            turned.height / 2 + x * math.sin(turn) + y * math.cos(turn),
        )
        for x, y in corners
    ]
    ImageDraw.Draw(mask).polygon(outline, fill=255)
    turned.putalpha(mask)
    return turned


def lay(scene: Scene, sheet: Scene, center: Point, angle: float) -> None:
    """Lays a finished sheet at ``center``, turned by ``angle`` degrees, and carries over where its faces are."""
    lay_sheet(scene, _turned(sheet.image, angle), center, 0)
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
    tall, wave, loop = width * rng.uniform(0.08, 0.17), rng.uniform(0.5, 1.2), rng.uniform(1.1, 1.9)
    points = [
        (
            x + width * i / steps + tall * 0.4 * math.cos(i * wave * loop),
            y - tall * (1 - 0.7 * i / steps) * math.sin(i * wave + loop),
        )
        for i in range(steps)
    ]
    sheet.pen.line(points, fill=color, width=max(2, round(width / 80)), joint="curve")
    sheet.pen.line((x, y + tall, x + width * 1.05, y + tall * 0.5), fill=color, width=max(1, round(width / 110)))


def seal(sheet: Scene, cx: float, cy: float, r: float, color: Color, *, text: str = "") -> None:
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
