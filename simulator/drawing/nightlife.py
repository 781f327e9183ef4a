"""What shines at night: neon, glasses, mirror balls, beams, towns."""

import math

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from simulator.drawing.color import WHITE, Color, mix, shade
from simulator.drawing.paint import Point, glow, soft_spot, vertical_gradient, write
from simulator.drawing.props import ball
from simulator.drawing.scene import Scene

NEON: tuple[Color, ...] = (
    (255, 70, 170),
    (70, 220, 255),
    (255, 214, 80),
    (150, 110, 255),
    (90, 255, 170),
    (255, 120, 70),
)


def neon_word(scene: Scene, x: float, y: float, text: str, size: float, *, color: Color) -> None:
    """A word in glass tubes, glowing."""
    wide = size * len(text) * 0.36
    soft_spot(scene, (x - wide * 1.5, y - size * 1.1, x + wide * 1.5, y + size * 1.1), color, 0.5)
    for dx, dy in ((-3, 0), (3, 0), (0, -3), (0, 3)):
        write(scene.pen, (x + dx, y + dy), text, round(size), color, anchor="mm")
    write(scene.pen, (x, y), text, round(size), mix(color, WHITE, 0.8), anchor="mm")


def neon_glass(scene: Scene, x: float, y: float, size: float, color: Color) -> None:
    """The outline of a cocktail in glass tubes."""
    pen = scene.pen
    glow(scene, (x, y), size * 1.1, color, 0.5)
    for width, tone in ((9, color), (4, mix(color, WHITE, 0.75))):
        cup = [
            (x - size * 0.5, y - size * 0.5),
            (x + size * 0.5, y - size * 0.5),
            (x, y + size * 0.05),
            (x - size * 0.5, y - size * 0.5),
        ]
        pen.line(cup, fill=tone, width=width, joint="curve")
        pen.line([(x, y + size * 0.05), (x, y + size * 0.5)], fill=tone, width=width)
        pen.line([(x - size * 0.26, y + size * 0.5), (x + size * 0.26, y + size * 0.5)], fill=tone, width=width)
        pen.line([(x - size * 0.05, y - size * 0.3), (x + size * 0.3, y - size * 0.75)], fill=tone, width=width)


def cocktail(scene: Scene, x: float, base: float, height: float, color: Color) -> None:
    """A stemmed glass with a coloured drink, a slice and a straw."""
    pen, half = scene.pen, height * 0.3
    rim, tip = base - height, base - height * 0.48
    glow(scene, (x, rim + height * 0.25), height * 0.5, color, 0.4)
    pen.line(
        (x + half * 0.1, tip - height * 0.1, x + half * 0.9, rim - height * 0.22),
        fill=mix(color, WHITE, 0.5),
        width=max(3, int(height * 0.02)),
    )
    pen.polygon([(x - half, rim), (x + half, rim), (x, tip)], fill=mix(color, (30, 24, 44), 0.55))
    pen.polygon([(x - half * 0.84, rim + height * 0.08), (x + half * 0.84, rim + height * 0.08), (x, tip)], fill=color)
    pen.polygon(
        [(x - half * 0.84, rim + height * 0.08), (x - half * 0.3, rim + height * 0.08), (x, tip)],
        fill=mix(color, WHITE, 0.35),
    )
    pen.ellipse((x - half, rim - height * 0.03, x + half, rim + height * 0.03), outline=(230, 236, 244), width=3)
    pen.line((x, tip, x, base), fill=(206, 212, 226), width=max(4, int(height * 0.025)))
    pen.ellipse(
        (x - half * 0.6, base - height * 0.035, x + half * 0.6, base + height * 0.035),
        fill=(120, 122, 146),
        outline=(220, 226, 236),
        width=2,
    )
    r = height * 0.1
    pen.pieslice((x + half * 0.6 - r, rim - r, x + half * 0.6 + r, rim + r), 0, 360, fill=(250, 214, 90))
    pen.ellipse(
        (x + half * 0.6 - r * 0.75, rim - r * 0.75, x + half * 0.6 + r * 0.75, rim + r * 0.75), fill=(255, 238, 160)
    )


def mirror_ball(scene: Scene, x: float, y: float, r: float) -> None:
    """A ball of mirrors on its wire, with rays."""
    pen, rng = scene.pen, scene.rng
    beams(scene, [((x, y), rng.uniform(0.1, math.pi - 0.1)) for _ in range(6)], width=r * 0.8, strength=0.2)
    pen.line((x, 0, x, y), fill=(120, 120, 130), width=3)
    glow(scene, (x, y), r * 2.2, (220, 220, 255), 0.5)
    ball(scene, x, y, r, (150, 152, 172))
    for row in range(-4, 5):
        cy = y + row * r * 0.21
        half = math.sqrt(max(0.0, r * r - (cy - y) ** 2)) * 0.96
        for col in range(-5, 5):
            x0, x1 = x + half * math.sin(col * 0.3), x + half * math.sin((col + 0.85) * 0.3)
            tone = rng.choice(((236, 238, 250), (150, 154, 176), (104, 108, 134), rng.choice(NEON)))
            pen.rectangle((x0, cy - r * 0.09, max(x0, x1), cy + r * 0.08), fill=tone)


def beams(scene: Scene, sources: list[tuple[Point, float]], *, width: float, strength: float) -> None:
    """Several beams at once, each in a colour of its own."""
    k = 4
    small = Image.new("RGB", (scene.width // k, scene.height // k))
    for start, angle in sources:
        one = Image.new("RGB", small.size)
        c, s = math.cos(angle), math.sin(angle)
        end = (start[0] + c * scene.height * 1.3, start[1] + s * scene.height * 1.3)
        edge = [start, (end[0] - s * width, end[1] + c * width), (end[0] + s * width, end[1] - c * width)]
        ImageDraw.Draw(one).polygon([(px / k, py / k) for px, py in edge], fill=shade(scene.rng.choice(NEON), strength))
        small = ImageChops.add(small, one)
    small = small.filter(ImageFilter.BoxBlur(2))
    scene.image.paste(ImageChops.add(scene.image, small.resize(scene.image.size, Image.Resampling.BILINEAR)))


def skyline(scene: Scene, base: float, tallest: float) -> None:
    """A town at night: towers with lit windows."""
    pen, rng = scene.pen, scene.rng
    for layer, tone in ((0, (34, 36, 66)), (1, (20, 20, 42))):
        x = -rng.uniform(0, 60)
        while x < scene.width:
            wide, tall = rng.uniform(46, 110), tallest * rng.uniform(0.3, 1.0) * (1 - 0.25 * layer)
            pen.rectangle((x, base - tall, x + wide, base), fill=tone)
            for wx in range(int(x + 8), int(x + wide - 10), 19):
                for wy in range(int(base - tall + 10), int(base - 12), 30):
                    if rng.random() < 0.3:
                        pen.rectangle(
                            (wx, wy, wx + 8, wy + 13),
                            fill=rng.choice(((255, 220, 140), (255, 190, 110), (180, 210, 255))),
                        )
            x += wide + rng.uniform(-6, 14)


def brick_wall(scene: Scene, color: Color) -> None:
    """Dark bricks across the picture."""
    pen, w, h = scene.pen, scene.width, scene.height
    vertical_gradient(scene, (0, 0, w, h), color, shade(color, 0.55))
    tall = h // 22
    for row in range(23):
        y = row * tall
        pen.line((0, y, w, y), fill=shade(color, 0.62), width=3)
        for i in range(12):
            x = (i + 0.5 * (row % 2)) * w / 11
            pen.line((x, y, x, y + tall), fill=shade(color, 0.62), width=3)
