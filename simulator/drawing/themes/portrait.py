"""Portraits: studio paper, soft lamps, lights out of focus, window light, frames."""

from PIL import Image

from simulator.domain.people import Appearance
from simulator.drawing.backdrop import outdoors
from simulator.drawing.color import CLOTH, FOLIAGE, WHITE, WOOD, Color, hue, jitter, mix, shade
from simulator.drawing.face import Expression
from simulator.drawing.figure import Outfit, Pose
from simulator.drawing.gathering import busts, full_height, standing
from simulator.drawing.paint import bokeh, defocus, glow, soft_shadow, soft_spot, texture, vertical_gradient
from simulator.drawing.props import leaf, rose
from simulator.drawing.scene import Drawing, Scene

_STILL = (Expression.CALM, Expression.SMILE, Expression.SMILE)


def _neat(look: Appearance) -> Outfit:
    """What people wear for a portrait; the same person keeps to it."""
    return (Outfit.CASUAL, Outfit.SUIT, Outfit.CASUAL, Outfit.GOWN, Outfit.CASUAL)[int(look.outfit * 4.99)]


def _paper(scene: Scene) -> Color:
    """A roll of studio paper: darker at the rims, lit behind the sitter."""
    w, h, rng = scene.width, scene.height, scene.rng
    tone = hue(rng.random(), rng.uniform(0.05, 0.35), rng.uniform(0.42, 0.86))
    # Painted small and enlarged: a cloth out of focus has no detail to lose.
    small = Scene(
        image=Image.new("RGB", (w // 8, h // 8)), rng=rng, people=(), pets=(), light=scene.light, weather=scene.weather
    )
    vertical_gradient(small, (0, 0, small.width, small.height), shade(tone, 0.82), shade(tone, 0.66))
    for _ in range(16):
        spot = (rng.uniform(0, small.width), rng.uniform(0, small.height))
        glow(small, spot, rng.uniform(0.1, 0.24) * small.width, shade(tone, rng.uniform(0.72, 1.1)), 0.4)
    glow(small, (small.width * 0.5, small.height * 0.45), max(small.width, small.height) * 0.55, shade(tone, 1.25), 0.8)
    scene.image.paste(small.image.resize((w, h), Image.Resampling.BICUBIC))
    return tone


def _sitters(scene: Scene, floor: float, width: float, span: tuple[float, float]) -> None:
    """One or two from the chest up; more than two stand, so that they fill the picture."""
    if len(scene.people) < 3:
        busts(scene, floor, width, dress=_neat, span=span, moods=_STILL)
        return
    tall = full_height(scene) * 1.2
    standing(scene, scene.height * 0.17 + tall, tall, dress=_neat, span=span, poses=(Pose.DOWN, Pose.HOLDING))


def _stool(scene: Scene, cx: float, foot: float, size: float) -> None:
    """An empty stool where a sitter would be."""
    pen, wood = scene.pen, scene.rng.choice(WOOD)
    soft_shadow(scene, (cx - size * 0.5, foot - size * 0.14, cx + size * 0.5, foot + size * 0.1), 0.6)
    for dx, k in ((-0.34, 0.7), (0.34, 0.62), (-0.14, 0.9), (0.14, 0.8)):
        pen.line(
            (cx + dx * size * 0.7, foot - size, cx + dx * size * 1.2, foot - (0 if abs(dx) > 0.2 else -size * 0.06)),
            fill=shade(wood, k),
            width=max(6, int(size * 0.07)),
        )
    pen.line(
        (cx - size * 0.34, foot - size * 0.35, cx + size * 0.34, foot - size * 0.35),
        fill=shade(wood, 0.75),
        width=max(4, int(size * 0.05)),
    )
    pen.ellipse((cx - size * 0.42, foot - size * 1.06, cx + size * 0.42, foot - size * 0.86), fill=shade(wood, 0.7))
    pen.ellipse((cx - size * 0.42, foot - size * 1.12, cx + size * 0.42, foot - size * 0.92), fill=wood)
    glow(scene, (cx - size * 0.1, foot - size * 1.04), size * 0.22, WHITE, 0.35)


def _softbox(scene: Scene, x: float, y: float, size: float) -> None:
    """A lamp behind white cloth, on its stand."""
    pen, side = scene.pen, 1 if x < scene.width / 2 else -1
    pen.line((x, y, x, scene.height), fill=(40, 40, 44), width=7)
    glow(scene, (x, y), size * 1.6, (255, 252, 240), 0.5)
    pen.polygon(
        [
            (x - side * size * 0.5, y - size * 0.2),
            (x + side * size * 0.2, y - size * 0.62),
            (x + side * size * 0.2, y + size * 0.62),
            (x - side * size * 0.5, y + size * 0.2),
        ],
        fill=(34, 34, 38),
    )
    pen.polygon(
        [
            (x + side * size * 0.12, y - size * 0.66),
            (x + side * size * 0.34, y - size * 0.58),
            (x + side * size * 0.34, y + size * 0.58),
            (x + side * size * 0.12, y + size * 0.66),
        ],
        fill=(255, 253, 246),
    )


def studio_head(scene: Scene) -> None:
    """Head and shoulders before mottled paper."""
    w, h, rng = scene.width, scene.height, scene.rng
    tone = _paper(scene)
    texture(scene, (0, 0, w, h), 3)
    if not scene.people:
        _stool(scene, w * 0.5, h * 0.94, min(w, h) * 0.5)
    _sitters(scene, h * 1.04, w * rng.uniform(0.62, 0.78), (-w * 0.02, w * 1.02))
    soft_spot(scene, (-w * 0.4, h * 0.86, w * 1.4, h * 1.2), shade(tone, 0.3), 0.35)


def lights_behind(scene: Scene) -> None:
    """Outdoors with everything behind out of focus."""
    w, h, rng = scene.width, scene.height, scene.rng
    outdoors(scene, rng.uniform(0.5, 0.66))
    defocus(scene, 14)
    warm = [(255, 236, 170), (255, 214, 140), (206, 232, 150), (240, 244, 220)]
    bokeh(scene, warm, rng.randint(24, 40))
    glow(scene, (w * rng.choice((0.1, 0.9)), 0), w * 0.5, (255, 240, 200), 0.45)
    if not scene.people:
        _stool(scene, w * 0.5, h * 0.92, min(w, h) * 0.45)
    _sitters(scene, h * 1.03, w * rng.uniform(0.56, 0.74), (0, w))
    for _ in range(rng.randint(3, 6)):
        x = rng.choice((rng.uniform(-0.02, 0.1), rng.uniform(0.9, 1.02))) * w
        leaf(
            scene,
            x,
            h * rng.uniform(0.7, 1.0),
            w * 0.12,
            rng.uniform(-2.6, -0.5),
            color=mix(rng.choice(FOLIAGE), (200, 220, 150), 0.3),
        )


def by_the_window(scene: Scene) -> None:
    """Light from one side, a sill, a curtain, a plant."""
    w, h, rng = scene.width, scene.height, scene.rng
    wall = jitter(rng, rng.choice(((186, 172, 158), (160, 168, 170), (176, 160, 170), (150, 146, 136))), 14)
    vertical_gradient(scene, (0, 0, w, h), wall, shade(wall, 0.7))
    left = rng.random() < 0.5
    x0, x1 = (w * 0.03, w * 0.36) if left else (w * 0.64, w * 0.97)
    pen = scene.pen
    pen.rectangle((x0 - 16, h * 0.04, x1 + 16, h * 0.74), fill=(244, 242, 236))
    vertical_gradient(scene, (x0, h * 0.06, x1, h * 0.72), (226, 238, 250), (252, 248, 232))
    for k in (0.5,):
        pen.rectangle((x0 + (x1 - x0) * k - 5, h * 0.06, x0 + (x1 - x0) * k + 5, h * 0.72), fill=(244, 242, 236))
    pen.rectangle((x0, h * 0.36, x1, h * 0.375), fill=(244, 242, 236))
    pen.rectangle((x0 - 30, h * 0.72, x1 + 30, h * 0.76), fill=(252, 250, 246))
    cloth = mix(rng.choice(CLOTH), WHITE, 0.55)
    outer = x0 - 26 if left else x1 + 26
    for k in range(5):
        at = outer + (1 if left else -1) * k * w * 0.022
        vertical_gradient(
            scene,
            (at - w * 0.012, 0, at + w * 0.012, h * 0.94),
            shade(cloth, 1.15 - 0.07 * (k % 2)),
            shade(cloth, 0.85),
        )
    glow(scene, ((x0 + x1) / 2, h * 0.4), w * 0.6, (255, 250, 236), 0.5)
    span = (w * 0.24, w * 1.0) if left else (0.0, w * 0.76)
    if not scene.people:
        _stool(scene, (span[0] + span[1]) / 2, h * 0.95, min(w, h) * 0.42)
    _sitters(scene, h * 1.03, w * 0.6, span if len(scene.people) < 3 else (0, w))
    shade_side = w if left else 0
    soft_spot(scene, (shade_side - w * 0.5, -h * 0.2, shade_side + w * 0.5, h * 1.2), (20, 18, 28), 0.3)


def _frame(scene: Scene, tone: Color) -> None:
    """A broad frame with a mount around the whole picture."""
    w, h, pen = scene.width, scene.height, scene.pen
    wood = scene.rng.choice((*WOOD, (206, 170, 90), (60, 50, 48)))
    edge = round(min(w, h) * 0.055)
    for k, color in (
        (0, shade(wood, 0.75)),
        (round(edge * 0.3), shade(wood, 1.1)),
        (round(edge * 0.75), shade(wood, 0.6)),
    ):
        width = edge - k if k else edge
        pen.rectangle((k, k, w - 1 - k, h - 1 - k), outline=color, width=max(2, width))
    inset = edge + round(min(w, h) * 0.035)
    pen.rectangle((edge, edge, w - 1 - edge, h - 1 - edge), outline=(246, 242, 234), width=inset - edge)
    pen.rectangle((inset, inset, w - 1 - inset, h - 1 - inset), outline=mix(tone, WHITE, 0.3), width=3)


def in_a_frame(scene: Scene) -> None:
    """A finished print: paper behind, roses below, a frame all around."""
    w, h, rng = scene.width, scene.height, scene.rng
    tone = _paper(scene)
    if not scene.people:
        _stool(scene, w * 0.5, h * 0.86, min(w, h) * 0.42)
    _sitters(scene, h * 0.98, w * 0.56, (w * 0.08, w * 0.92))
    if rng.random() < 0.5:
        color = hue(rng.random(), 0.3, 0.95)
        for i in range(9):
            x, y = w * (0.1 + 0.1 * i), h * rng.uniform(0.9, 0.95)
            leaf(scene, x, y, w * 0.05, rng.uniform(-3, 0))
            rose(scene, x, y, w * rng.uniform(0.02, 0.032), mix(color, WHITE, rng.uniform(0, 0.5)))
    _frame(scene, tone)
    soft_spot(scene, (-w * 0.3, -h * 0.5, w * 0.7, h * 0.6), WHITE, 0.14)


def family_in_the_studio(scene: Scene) -> None:
    """At full length on seamless paper between two lamps."""
    w, h, rng = scene.width, scene.height, scene.rng
    tone = _paper(scene)
    pen = scene.pen
    pen.rectangle((0, 0, w * 0.07, h), fill=(52, 50, 54))
    pen.rectangle((w * 0.93, 0, w, h), fill=(52, 50, 54))
    vertical_gradient(scene, (0, h * 0.94, w * 0.07, h), (84, 76, 70), (60, 54, 50))
    pen.rounded_rectangle((w * 0.03, -10, w * 0.97, h * 0.035), 12, fill=(210, 206, 200))
    glow(scene, (w * 0.5, h * 0.86), w * 0.42, shade(tone, 1.4), 0.6)
    for x in (0.05, 0.95):
        _softbox(scene, w * x, h * rng.uniform(0.16, 0.26), min(w, h) * 0.17)
    tall = full_height(scene)
    if not scene.people:
        _stool(scene, w * 0.5, h * 0.9, min(w, h) * 0.4)
    soft_spot(scene, (w * 0.2, h * 0.9, w * 0.8, h * 1.02), (20, 16, 22), 0.35)
    standing(scene, h * 0.13 + tall, tall, dress=_neat, span=(w * 0.1, w * 0.9), poses=(Pose.DOWN, Pose.HOLDING))


DRAWINGS: tuple[Drawing, ...] = (studio_head, lights_behind, by_the_window, in_a_frame, family_in_the_studio)
