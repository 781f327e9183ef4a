"""Where things happen: sky and ground, a room, a table top, a street."""

import math

from simulator.domain.photo import Light, Weather
from simulator.drawing.color import CLOTH, FOLIAGE, STONE, WOOD, Color, hue, jitter, mix, shade
from simulator.drawing.furniture import (
    draw_floor,
    draw_lamp,
    draw_picture,
    draw_plant,
    draw_shelf,
    draw_sofa,
    draw_window,
)
from simulator.drawing.paint import glow, smooth, soft_spot, speckle, texture, vertical_gradient
from simulator.drawing.scene import Scene

_SKY: dict[Light, tuple[Color, Color]] = {
    Light.DAYLIGHT: ((88, 154, 224), (206, 230, 246)),
    Light.INDOOR: ((96, 158, 222), (206, 230, 246)),
    Light.GOLDEN: ((104, 128, 186), (255, 206, 150)),
    Light.NIGHT: ((10, 14, 38), (44, 48, 86)),
}
_GREY: dict[Light, tuple[Color, Color]] = {
    Light.DAYLIGHT: ((164, 176, 190), (220, 224, 228)),
    Light.INDOOR: ((164, 176, 190), (220, 224, 228)),
    Light.GOLDEN: ((148, 140, 158), (236, 204, 176)),
    Light.NIGHT: ((18, 20, 34), (48, 50, 68)),
}


def lit(scene: Scene, color: Color) -> Color:
    """A colour as it looks outdoors in this light and weather."""
    if scene.light is Light.NIGHT:
        return mix(shade(color, 0.5), (22, 28, 62), 0.34)
    if scene.light is Light.GOLDEN:
        color = mix(color, (250, 178, 100), 0.16)
    if scene.weather is not Weather.CLEAR:
        color = mix(color, (176, 182, 190), 0.22)
    return color


def sky(scene: Scene, horizon: float = 0.6) -> None:
    """Fills the picture down to ``horizon`` (share of the height) with this hour's sky."""
    luck, bottom = scene.rng, horizon * scene.height
    top, low = (_SKY if scene.weather is Weather.CLEAR else _GREY)[scene.light]
    vertical_gradient(scene, (0, 0, scene.width, math.ceil(bottom)), jitter(luck, top, 12), jitter(luck, low, 8))
    if scene.light is Light.NIGHT:
        _night_sky(scene, bottom)
    elif scene.light is Light.GOLDEN and scene.weather is Weather.CLEAR:
        x = luck.uniform(0.1, 0.9) * scene.width
        glow(scene, (x, bottom * 0.86), scene.width * 0.42, (255, 214, 140), 0.75)
        glow(scene, (x, bottom * 0.86), scene.width * 0.06, (255, 250, 224), 1.0)
    elif scene.weather is Weather.CLEAR:
        glow(
            scene, (luck.uniform(0.05, 0.95) * scene.width, bottom * luck.uniform(0.0, 0.3)), 190, (255, 252, 232), 0.7
        )
    if scene.light is not Light.NIGHT:
        _clouds(scene, bottom)


def _night_sky(scene: Scene, bottom: float) -> None:
    luck = scene.rng
    if scene.weather is Weather.CLEAR:
        speckle(scene, (0, 0, scene.width, bottom * 0.85), [(200, 206, 230), (250, 246, 226)], 40, 1.6)
        x, y = luck.uniform(0.1, 0.9) * scene.width, bottom * luck.uniform(0.15, 0.4)
        glow(scene, (x, y), 110, (190, 200, 240), 0.4)
        scene.pen.ellipse((x - 17, y - 17, x + 17, y + 17), fill=(244, 240, 222))
    glow(scene, (scene.width * 0.5, bottom), scene.width * 0.5, (120, 92, 96), 0.3)


def _clouds(scene: Scene, bottom: float) -> None:
    luck = scene.rng
    heavy = scene.weather is not Weather.CLEAR
    white = {Light.GOLDEN: (255, 226, 196)}.get(scene.light, (252, 252, 253))
    color = mix(white, (150, 156, 168), 0.45) if heavy else white
    for _ in range(luck.randint(4, 6) if heavy else luck.randint(0, 3)):
        x, y, size = luck.uniform(0, 1) * scene.width, luck.uniform(0.08, 0.6) * bottom, luck.uniform(50, 110)
        for i in range(5):
            dx, r = (i - 2) * size * 0.62, size * (0.95 - 0.2 * abs(i - 2)) * luck.uniform(0.85, 1.15)
            soft_spot(scene, (x + dx - r * 1.3, y - r * 0.8, x + dx + r * 1.3, y + r * 0.55), color, 0.85)


def ground(scene: Scene, top: float = 0.6, color: Color | None = None) -> None:
    """Fills the picture from ``top`` (share of the height) down: grass, or snow in snow."""
    luck, y = scene.rng, top * scene.height
    base = color or ((236, 240, 246) if scene.weather is Weather.SNOW else jitter(luck, (112, 152, 76), 14))
    far, near = lit(scene, mix(base, (200, 210, 190), 0.18)), lit(scene, shade(base, 0.78))
    vertical_gradient(scene, (0, int(y), scene.width, scene.height), far, near)
    for _ in range(7):
        x, w, dy = luck.uniform(-0.1, 1) * scene.width, luck.uniform(120, 420), luck.uniform(0.05, 0.9)
        at = y + dy * (scene.height - y)
        tone = luck.choice((far, shade(near, 0.82)))
        soft_spot(scene, (x - w, at - 14 - 30 * dy, x + w, at + 14 + 30 * dy), tone, 0.5)
    texture(scene, (0, y, scene.width, scene.height), 5)


def outdoors(scene: Scene, horizon: float = 0.6) -> None:
    """A park, a hillside or a suburb: sky, something on the horizon, grass."""
    luck = scene.rng
    sky(scene, horizon + 0.02)
    y = horizon * scene.height
    _hills(scene, y)
    if luck.random() < 0.5:
        for _ in range(luck.randint(2, 4)):
            _house(scene, luck.uniform(0, 1) * scene.width, y + 6, luck.uniform(60, 120))
    ground(scene, horizon)
    for _ in range(luck.randint(3, 6)):
        depth = luck.random() ** 2
        tree(
            scene,
            luck.uniform(0, 1) * scene.width,
            y + 4 + depth * 0.1 * scene.height,
            90 + 110 * depth + luck.uniform(0, 60),
        )
    _falling(scene)


def _falling(scene: Scene) -> None:
    """Snowflakes or rain in the air behind whoever stands in front."""
    luck, w, h = scene.rng, scene.width, scene.height
    if scene.weather is Weather.SNOW:
        speckle(scene, (0, 0, w, h), [(250, 251, 253), (236, 240, 246)], 130, 4.5)
    elif scene.weather is Weather.RAIN:
        drop = lit(scene, (206, 214, 224))
        for _ in range(90):
            x, y, long = luck.uniform(0, w), luck.uniform(0, h), luck.uniform(14, 34)
            scene.pen.line((x, y, x - long * 0.22, y + long), fill=drop, width=1)


def _hills(scene: Scene, y: float) -> None:
    luck = scene.rng
    for layer in range(2):
        rise = (0.16 - 0.07 * layer) * scene.height * luck.uniform(0.4, 1.1)
        crest = [(x * scene.width / 6, y - rise * luck.uniform(0.3, 1.0)) for x in range(-1, 8)]
        tone = mix(luck.choice(FOLIAGE), (150, 180, 200), 0.6 - 0.28 * layer)
        line = smooth(crest, closed=False, steps=5)
        scene.pen.polygon([*line, (scene.width, y + 8), (0, y + 8)], fill=lit(scene, tone))


def tree(scene: Scene, x: float, foot: float, height: float) -> None:
    """A tree that stands at ``foot``: round or conical, bare and white in snow."""
    luck, pen = scene.rng, scene.pen
    leaf = jitter(luck, luck.choice(FOLIAGE), 12)
    if scene.weather is Weather.SNOW:
        leaf = mix(leaf, (235, 240, 245), 0.55)
    leaf, bark = lit(scene, leaf), lit(scene, (92, 70, 54))
    soft_spot(
        scene, (x - height * 0.4, foot - height * 0.06, x + height * 0.4, foot + height * 0.06), (20, 30, 20), 0.5
    )
    pen.polygon(
        [
            (x - height * 0.045, foot),
            (x + height * 0.045, foot),
            (x + height * 0.02, foot - height * 0.5),
            (x - height * 0.02, foot - height * 0.5),
        ],
        fill=bark,
    )
    if luck.random() < 0.3:
        for i in range(4):
            w, top = height * (0.3 - 0.06 * i), foot - height * (0.42 + 0.17 * i)
            pen.polygon(
                [(x - w, foot - height * (0.16 + 0.17 * i)), (x + w, foot - height * (0.16 + 0.17 * i)), (x, top)],
                fill=shade(leaf, 0.8 + 0.1 * i),
            )
        return
    for dx, dy, r, k in (
        (-0.16, 0.55, 0.2, 0.72),
        (0.17, 0.57, 0.2, 0.78),
        (0.0, 0.62, 0.26, 0.9),
        (-0.1, 0.76, 0.19, 1.05),
        (0.1, 0.72, 0.15, 1.14),
        (0.0, 0.86, 0.13, 1.18),
    ):
        cx, cy, rr = x + dx * height, foot - dy * height, r * height * luck.uniform(0.9, 1.1)
        pen.ellipse((cx - rr, cy - rr * 0.88, cx + rr, cy + rr * 0.88), fill=shade(leaf, k))
    speckle(
        scene,
        (x - height * 0.25, foot - height * 0.9, x + height * 0.25, foot - height * 0.5),
        [shade(leaf, 1.22), shade(leaf, 0.7)],
        26,
        height * 0.022,
    )


def _house(scene: Scene, x: float, foot: float, height: float) -> None:
    pen, luck = scene.pen, scene.rng
    wall, roof = lit(scene, jitter(luck, luck.choice(STONE), 20)), lit(scene, jitter(luck, (150, 84, 66), 24))
    w, eave = height * luck.uniform(0.5, 0.8), foot - height * 0.6
    pen.rectangle((x - w, eave, x + w, foot), fill=wall)
    pen.polygon(
        [(x - w * 1.12, eave), (x + w * 1.12, eave), (x + w * 0.8, foot - height), (x - w * 0.8, foot - height)],
        fill=roof,
    )
    pane = (255, 214, 130) if scene.light is Light.NIGHT else lit(scene, (92, 112, 132))
    for i in range(3):
        px = x - w * 0.7 + i * w * 0.55
        pen.rectangle((px, eave + height * 0.14, px + w * 0.26, eave + height * 0.36), fill=pane)


def room(scene: Scene, floor: float = 0.72) -> None:
    """Indoors: a wall, a floor, and some of window, picture, lamp, shelf, plant and sofa."""
    luck, w, h = scene.rng, scene.width, scene.height
    wall = hue(
        luck.choice((0.08, 0.1, 0.12, 0.3, 0.45, 0.56, 0.04, 0.95)), luck.uniform(0.06, 0.26), luck.uniform(0.74, 0.93)
    )
    vertical_gradient(scene, (0, 0, w, floor * h + 2), shade(wall, 0.94), wall)
    glow(scene, (luck.uniform(0.2, 0.8) * w, h * 0.2), w * 0.4, shade(wall, 1.35), 0.6)
    texture(scene, (0, 0, w, floor * h), 2)
    draw_floor(scene, floor * h)
    slots = [0.14, 0.5, 0.86]
    luck.shuffle(slots)
    furniture = [draw_window, draw_picture, draw_lamp, draw_shelf, draw_plant]
    luck.shuffle(furniture)
    for place, draw in zip(slots[: luck.randint(2, 3)], furniture, strict=False):
        draw(scene, (place + luck.uniform(-0.04, 0.04)) * w, floor * h)
    if luck.random() < 0.35:
        draw_sofa(scene, luck.uniform(0.3, 0.7) * w, floor * h)


def tabletop(scene: Scene, color: Color | None = None) -> None:
    """A surface seen from above: planks, woven cloth or stone."""
    luck, pen, w, h = scene.rng, scene.pen, scene.width, scene.height
    kind = luck.choice(("wood", "wood", "cloth", "stone"))
    palette = {"wood": WOOD, "cloth": CLOTH, "stone": STONE}[kind]
    base = color or jitter(luck, luck.choice(palette), 16)
    vertical_gradient(scene, (0, 0, w, h), shade(base, 1.06), shade(base, 0.88))
    if kind == "wood":
        _planks(scene, base)
    elif kind == "cloth":
        step = luck.randint(30, 60)
        for x in range(0, w, step):
            pen.line((x, 0, x, h), fill=shade(base, 0.92), width=step // 4)
        for y in range(0, h, step):
            pen.line((0, y, w, y), fill=shade(base, 1.1), width=step // 5)
    else:
        speckle(scene, (0, 0, w, h), [shade(base, 0.86), shade(base, 1.14), shade(base, 0.95)], 160, 5)
    texture(scene, (0, 0, w, h), 5)
    glow(scene, (luck.uniform(0.1, 0.9) * w, luck.uniform(0, 0.4) * h), w * 0.42, (255, 250, 236), 0.3)


def _planks(scene: Scene, base: Color) -> None:
    luck, pen, w, h = scene.rng, scene.pen, scene.width, scene.height
    y = -luck.uniform(0, 60)
    while y < h:
        tall = luck.uniform(90, 130)
        tone = jitter(luck, base, 9)
        pen.rectangle((0, y, w, y + tall), fill=tone)
        for _ in range(7):
            gy, bend = y + luck.uniform(6, tall - 6), luck.uniform(-7, 7)
            grain_line = [(w * t / 6, gy + bend * math.sin(t + gy)) for t in range(7)]
            pen.line(
                smooth(grain_line, closed=False, steps=3),
                fill=shade(tone, luck.uniform(0.88, 0.96)),
                width=luck.choice((1, 1, 2)),
            )
        pen.line((0, y, w, y), fill=shade(base, 0.6), width=2)
        pen.line((0, y + 2, w, y + 2), fill=shade(base, 1.12), width=1)
        y += tall


def street(scene: Scene, horizon: float = 0.55) -> None:
    """A town street: house fronts on both sides, pavement and road."""
    luck, pen, w, h = scene.rng, scene.pen, scene.width, scene.height
    sky(scene, horizon + 0.04)
    y, x = horizon * h + 26, -luck.uniform(0, 80)
    while x < w:
        wide, tall = luck.uniform(110, 210), luck.uniform(0.32, 0.85) * horizon * h
        _front(scene, x, y, wide, tall)
        x += wide
    paving = lit(scene, jitter(luck, (226, 230, 236) if scene.weather is Weather.SNOW else (168, 164, 160), 10))
    road = lit(scene, (216, 220, 226) if scene.weather is Weather.SNOW else (92, 94, 100))
    kerb = y + 0.14 * h
    vertical_gradient(scene, (0, y, w, kerb), shade(paving, 0.92), paving)
    vertical_gradient(scene, (0, kerb, w, h), shade(road, 1.1), shade(road, 0.86))
    pen.rectangle((0, kerb - 3, w, kerb + 5), fill=shade(paving, 1.25))
    for i in range(-2, 10):
        cx = i * w / 7
        pen.polygon(
            [(cx, kerb + 0.13 * h), (cx + 70, kerb + 0.13 * h), (cx + 62, kerb + 0.15 * h), (cx - 10, kerb + 0.15 * h)],
            fill=shade(road, 1.5),
        )
    texture(scene, (0, y, w, h), 6)
    if scene.weather is Weather.RAIN:
        for _ in range(6):
            px, py = luck.uniform(0, w), luck.uniform(kerb, h)
            soft_spot(scene, (px - 120, py - 14, px + 120, py + 14), shade(road, 1.5), 0.7)
    _falling(scene)


def _front(scene: Scene, x: float, foot: float, wide: float, tall: float) -> None:
    luck, pen = scene.rng, scene.pen
    wall = lit(scene, jitter(luck, luck.choice((*STONE, (196, 140, 112), (208, 178, 128), (140, 152, 160))), 16))
    vertical_gradient(scene, (x, foot - tall, x + wide, foot), shade(wall, 1.05), shade(wall, 0.86))
    pen.rectangle((x, foot - tall - 8, x + wide, foot - tall + 6), fill=shade(wall, 0.8))
    pen.line((x, foot - tall, x, foot), fill=shade(wall, 0.68), width=2)
    night = scene.light is Light.NIGHT
    columns = max(2, int(wide / 46))
    for row in range(int((tall - 70) / 58)):
        for column in range(columns):
            px, py = x + (column + 0.5) * wide / columns, foot - tall + 22 + row * 58
            glass = (
                (255, 214, 132)
                if night and luck.random() < 0.5
                else shade(lit(scene, (104, 126, 146)), luck.uniform(0.75, 1.15))
            )
            pen.rectangle((px - 13, py - 3, px + 13, py + 37), fill=shade(wall, 1.3))
            pen.rectangle((px - 10, py, px + 10, py + 34), fill=glass)
            pen.line((px, py, px, py + 34), fill=shade(wall, 1.2), width=2)
    shop = jitter(luck, luck.choice(CLOTH), 16)
    pen.rectangle((x + 10, foot - 58, x + wide - 10, foot), fill=(255, 226, 170) if night else lit(scene, (74, 86, 96)))
    for i in range(int((wide - 12) / 14)):
        tone = shop if i % 2 else mix(shop, (250, 248, 240), 0.8)
        pen.polygon(
            [
                (x + 8 + i * 14, foot - 66),
                (x + 22 + i * 14, foot - 66),
                (x + 22 + i * 14, foot - 46),
                (x + 8 + i * 14, foot - 46),
            ],
            fill=lit(scene, tone),
        )
