"""What stands and hangs in a room: ``x`` is its middle, ``floor`` where wall meets floor, in pixels."""

import math

from simulator.domain.photo import Light
from simulator.drawing.color import CLOTH, FOLIAGE, WOOD, hue, jitter, shade
from simulator.drawing.paint import Point, glow, smooth, soft_spot, vertical_gradient
from simulator.drawing.scene import Scene


def draw_floor(scene: Scene, y: float) -> None:
    """Boards, a skirting and the shade along it; ``y`` is where the wall ends."""
    luck, pen, w, h = scene.rng, scene.pen, scene.width, scene.height
    wood = jitter(luck, luck.choice(WOOD), 14)
    vertical_gradient(scene, (0, int(y), w, h), shade(wood, 0.86), shade(wood, 1.06))
    vanish = w * luck.uniform(0.35, 0.65)
    for i in range(-14, 15):
        pen.line((vanish + i * w * 0.07, y, vanish + i * w * 0.2, h), fill=shade(wood, 0.72), width=1)
    pen.rectangle((0, y - 16, w, y), fill=(238, 234, 226))
    pen.line((0, y - 16, w, y - 16), fill=(196, 190, 180), width=2)
    soft_spot(scene, (-w * 0.1, y - 12, w * 1.1, y + 40), (30, 22, 16), 0.35)


def draw_window(scene: Scene, x: float, floor: float) -> None:
    """A window with curtains and the sky of this hour."""
    pen, w = scene.pen, scene.width * 0.13
    top, bottom = floor * 0.12, floor * 0.62
    day = {Light.NIGHT: ((16, 20, 46), (40, 46, 80)), Light.GOLDEN: ((150, 176, 214), (255, 214, 160))}
    above, below = day.get(scene.light, ((168, 206, 240), (232, 242, 248)))
    pen.rectangle((x - w - 12, top - 12, x + w + 12, bottom + 12), fill=(242, 240, 234))
    vertical_gradient(scene, (x - w, top, x + w, bottom), above, below)
    pen.rectangle((x - 4, top, x + 4, bottom), fill=(242, 240, 234))
    pen.rectangle((x - w, (top + bottom) / 2 - 4, x + w, (top + bottom) / 2 + 4), fill=(242, 240, 234))
    curtain = scene.rng.choice(CLOTH)
    for side in (-1, 1):
        near, far = x + side * w * 0.86, x + side * w * 1.5
        pen.polygon(
            [(near, top - 24), (far, top - 24), (far, floor * 0.9), (x + side * w * 1.05, floor * 0.9)], fill=curtain
        )
        for i in range(3):
            cx = near + (far - near) * (i + 1) / 4
            pen.line((cx, top - 20, cx + side * 6, floor * 0.89), fill=shade(curtain, 0.82), width=4)
    pen.line((x - w * 1.7, top - 26, x + w * 1.7, top - 26), fill=(90, 74, 60), width=7)


def draw_picture(scene: Scene, x: float, floor: float) -> None:
    """A framed landscape."""
    pen, luck = scene.pen, scene.rng
    w, h = luck.uniform(50, 90), luck.uniform(50, 80)
    y = floor * luck.uniform(0.28, 0.4)
    soft_spot(scene, (x - w - 10, y - h, x + w + 22, y + h + 24), (30, 24, 20), 0.5)
    pen.rectangle((x - w - 8, y - h - 8, x + w + 8, y + h + 8), fill=shade(luck.choice(WOOD), 0.7))
    pen.rectangle((x - w, y - h, x + w, y + h), fill=(246, 243, 236))
    tone = luck.random()
    vertical_gradient(
        scene, (x - w + 12, y - h + 12, x + w - 12, y + h - 12), hue(tone, 0.3, 0.92), hue(tone + 0.1, 0.4, 0.7)
    )
    pen.polygon(
        [(x - w + 12, y + h - 12), (x - w * 0.2, y), (x + w * 0.3, y + h * 0.3), (x + w - 12, y + h - 12)],
        fill=hue(tone + 0.3, 0.35, 0.5),
    )


def draw_lamp(scene: Scene, x: float, floor: float) -> None:
    """A standing lamp, lit."""
    pen, top = scene.pen, floor * 0.36
    pen.line((x, top + 60, x, floor + 26), fill=(70, 62, 58), width=7)
    pen.ellipse((x - 40, floor + 18, x + 40, floor + 34), fill=(62, 54, 50))
    glow(scene, (x, top + 30), 220, (255, 230, 170), 0.55)
    pen.polygon([(x - 34, top), (x + 34, top), (x + 62, top + 78), (x - 62, top + 78)], fill=(255, 238, 200))


def draw_shelf(scene: Scene, x: float, floor: float) -> None:
    """Two or three shelves of books."""
    pen, luck = scene.pen, scene.rng
    w, wood = luck.uniform(70, 100), shade(luck.choice(WOOD), 0.85)
    for row in range(luck.randint(2, 3)):
        y = floor * (0.3 + 0.2 * row)
        at = x - w + 6
        while at < x + w - 24:
            thick, tall = luck.uniform(9, 19), luck.uniform(42, 74)
            pen.rectangle((at, y - tall, at + thick - 2, y), fill=jitter(luck, luck.choice(CLOTH), 24))
            at += thick + (30 if luck.random() < 0.12 else 0)
        pen.rectangle((x - w - 6, y, x + w + 6, y + 9), fill=wood)


def draw_plant(scene: Scene, x: float, floor: float) -> None:
    """A plant in a pot."""
    pen, luck = scene.pen, scene.rng
    pot, leaf, foot = jitter(luck, (196, 128, 96), 24), luck.choice(FOLIAGE), floor + 30
    soft_spot(scene, (x - 80, foot - 14, x + 80, foot + 18), (30, 22, 16), 0.5)
    for i in range(14):
        angle, reach = math.pi * (0.12 + 0.76 * i / 13), luck.uniform(90, 170)
        tip: Point = (x + math.cos(angle) * reach * 0.75, foot - 70 - math.sin(angle) * reach)
        middle: Point = ((x + tip[0]) / 2, (foot - 70 + tip[1]) / 2 - 12)
        pen.polygon(
            smooth([(x, foot - 66), (middle[0] - 9, middle[1]), tip, (middle[0] + 9, middle[1] + 6)], steps=3),
            fill=shade(leaf, luck.uniform(0.75, 1.2)),
        )
    pen.polygon([(x - 40, foot - 74), (x + 40, foot - 74), (x + 28, foot), (x - 28, foot)], fill=pot)
    pen.rectangle((x - 44, foot - 80, x + 44, foot - 64), fill=shade(pot, 1.15))


def draw_sofa(scene: Scene, x: float, floor: float) -> None:
    """A sofa against the wall."""
    pen, cloth = scene.pen, jitter(scene.rng, scene.rng.choice(CLOTH), 14)
    soft_spot(scene, (x - 260, floor + 30, x + 260, floor + 90), (24, 18, 14), 0.6)
    pen.rounded_rectangle((x - 220, floor - 100, x + 220, floor + 50), 26, fill=shade(cloth, 0.86))
    for side in (-1, 1):
        pen.rounded_rectangle((x + side * 105 - 102, floor - 26, x + side * 105 + 102, floor + 40), 16, fill=cloth)
        pen.rounded_rectangle(
            (x + side * 224 - 34, floor - 54, x + side * 224 + 34, floor + 66), 20, fill=shade(cloth, 0.94)
        )
    pen.rectangle((x - 214, floor + 34, x + 214, floor + 62), fill=shade(cloth, 0.78))
