"""Parts of an app: its colours, bars, signs and badges. All lengths are in pixels."""

from dataclasses import dataclass

from simulator.drawing.color import FOLIAGE, WHITE, Color, hue, jitter, mix, shade
from simulator.drawing.paint import Box, smooth, vertical_gradient, write
from simulator.drawing.papers import word
from simulator.drawing.scene import Scene
from simulator.drawing.things import dots, facet

_ACCENT: tuple[Color, ...] = (
    (36, 116, 230),
    (24, 158, 116),
    (120, 84, 220),
    (232, 96, 66),
    (220, 60, 110),
    (20, 150, 170),
)


# Land, street, avenue, park, water.
_DAY_MAP: tuple[Color, ...] = ((240, 237, 228), (255, 255, 255), (252, 226, 160), (196, 224, 178), (164, 208, 236))


_NIGHT_MAP: tuple[Color, ...] = ((40, 44, 54), (84, 88, 96), (110, 112, 118), (36, 66, 52), (28, 52, 84))


@dataclass(frozen=True, slots=True, kw_only=True)
class Skin:
    """The colours of one app in light or dark.

    Attributes:
        unit: the height of running text in pixels.
    """

    ground: Color
    card: Color
    text: Color
    faint: Color
    accent: Color
    unit: int


def pick_skin(scene: Scene) -> Skin:
    """Luck decides between light and dark."""
    rng, unit = scene.rng, round(0.029 * min(scene.width, scene.height))
    accent = jitter(rng, rng.choice(_ACCENT), 10)
    if rng.random() < 0.4:
        return Skin(
            ground=(18, 19, 24),
            card=(36, 38, 46),
            text=(238, 238, 242),
            faint=(140, 144, 154),
            accent=accent,
            unit=unit,
        )
    return Skin(ground=(242, 243, 247), card=WHITE, text=(28, 30, 36), faint=(138, 142, 152), accent=accent, unit=unit)


def app_bars(scene: Scene, skin: Skin, title: str) -> tuple[float, float]:
    """Status bar, title bar and tab bar; returns the heights (pixels) between which the content goes."""
    rng, w, h, pen, u = scene.rng, scene.width, scene.height, scene.pen, skin.unit
    pen.rectangle((0, 0, w, h), fill=skin.ground)
    head = u * 5.2
    coloured = rng.random() < 0.5
    front = WHITE if coloured else skin.text
    pen.rectangle((0, 0, w, head), fill=skin.accent if coloured else skin.card)
    status_bar(scene, front, u)
    pen.line(
        [(u * 1.9, u * 3.1), (u * 1.2, u * 3.8), (u * 1.9, u * 4.5)], fill=front, width=max(3, u // 6), joint="curve"
    )
    write(pen, (u * 3.2, u * 3.8), title, round(u * 1.35), front, "lm")
    for k in range(3):
        pen.ellipse((w - u * 1.6, u * (3.1 + 0.6 * k), w - u * 1.25, u * (3.45 + 0.6 * k)), fill=front)
    pen.line((0, head, w, head), fill=mix(skin.ground, skin.faint, 0.4), width=2)
    foot = h - u * 3.6
    pen.rectangle((0, foot, w, h), fill=skin.card)
    pen.line((0, foot, w, foot), fill=mix(skin.ground, skin.faint, 0.4), width=2)
    tabs, active = 4, rng.randrange(4)
    for k in range(tabs):
        x, y, tone = w * (k + 0.5) / tabs, foot + u * 1.2, skin.accent if k == active else skin.faint
        glyph(scene, x, y, u * 0.62, tone, kind=k)
        write(pen, (x, y + u * 1.2), word(rng).capitalize(), round(u * 0.66), tone, "mm")
    pen.rounded_rectangle((w * 0.36, h - u * 0.42, w * 0.64, h - u * 0.2), u * 0.1, fill=skin.text)
    return (head, foot)


def status_bar(scene: Scene, tone: Color, u: float) -> None:
    """The clock, the antenna and the battery."""
    rng, pen, w = scene.rng, scene.pen, scene.width
    write(pen, (u * 1.2, u * 1.2), f"{rng.randint(0, 23)}:{rng.randint(10, 59)}", round(u * 0.95), tone, "lm")
    for k in range(4):
        pen.rectangle(
            (w - u * 6.0 + k * u * 0.4, u * (1.35 - 0.18 * k), w - u * 5.75 + k * u * 0.4, u * 1.6), fill=tone
        )
    pen.arc((w - u * 4.2, u * 0.75, w - u * 2.9, u * 2.0), 215, 325, fill=tone, width=max(2, round(u * 0.14)))
    pen.ellipse((w - u * 3.7, u * 1.35, w - u * 3.4, u * 1.65), fill=tone)
    pen.rounded_rectangle((w - u * 2.6, u * 0.8, w - u * 1.1, u * 1.6), u * 0.2, outline=tone, width=2)
    pen.rectangle((w - u * 2.45, u * 0.95, w - u * (2.4 - rng.uniform(0.2, 1.1)), u * 1.45), fill=tone)


def glyph(scene: Scene, x: float, y: float, r: float, tone: Color, *, kind: int) -> None:
    """One of eight simple signs, ``r`` being half its height."""
    pen, line = scene.pen, max(2, round(r * 0.26))
    match kind % 8:
        case 0:
            pen.polygon([(x - r, y), (x, y - r), (x + r, y)], fill=tone)
            pen.rectangle((x - r * 0.7, y, x + r * 0.7, y + r * 0.9), fill=tone)
        case 1:
            pen.ellipse((x - r, y - r, x + r * 0.5, y + r * 0.5), outline=tone, width=line)
            pen.line((x + r * 0.3, y + r * 0.3, x + r, y + r), fill=tone, width=line)
        case 2:
            pen.rounded_rectangle((x - r, y - r * 0.8, x + r, y + r * 0.5), r * 0.4, fill=tone)
            pen.polygon([(x - r * 0.5, y + r * 0.4), (x, y + r * 0.4), (x - r * 0.6, y + r)], fill=tone)
        case 3:
            pen.ellipse((x - r * 0.5, y - r, x + r * 0.5, y), fill=tone)
            pen.pieslice((x - r, y, x + r, y + r * 2), 180, 360, fill=tone)
        case 4:
            pen.ellipse((x - r, y - r * 0.8, x, y + r * 0.2), fill=tone)
            pen.ellipse((x, y - r * 0.8, x + r, y + r * 0.2), fill=tone)
            pen.polygon([(x - r * 0.95, y - r * 0.1), (x + r * 0.95, y - r * 0.1), (x, y + r)], fill=tone)
        case 5:
            pen.polygon([(x - r * 0.6, y - r), (x + r, y), (x - r * 0.6, y + r)], fill=tone)
        case 6:
            pen.rectangle((x - r, y - r * 0.7, x + r, y + r * 0.7), outline=tone, width=line)
            pen.line([(x - r, y - r * 0.6), (x, y + r * 0.2), (x + r, y - r * 0.6)], fill=tone, width=line)
        case _:
            pen.ellipse((x - r, y - r, x + r, y + r), outline=tone, width=line)
            pen.line([(x, y - r * 0.6), (x, y), (x + r * 0.5, y + r * 0.3)], fill=tone, width=line)


def name_badge(scene: Scene, x: float, y: float, r: float) -> str:
    """A round badge with a letter, for somebody; returns their name."""
    name, tone = word(scene.rng).capitalize(), hue(scene.rng.random(), 0.5, 0.78)
    scene.pen.ellipse((x - r, y - r, x + r, y + r), fill=tone)
    write(scene.pen, (x, y), name[0], round(r * 1.1), WHITE, "mm")
    return name


def landscape_in(scene: Scene, box: Box) -> None:
    """A small landscape, as in a posted picture."""
    rng, (left, top, right, bottom) = scene.rng, box
    w, h, tone = right - left, bottom - top, rng.random()
    vertical_gradient(scene, box, hue(tone, 0.5, 0.9), hue(tone + 0.12, 0.3, 0.98))
    r = h * 0.1
    cx, cy = left + w * rng.uniform(0.2, 0.8), top + h * rng.uniform(0.2, 0.4)
    scene.pen.ellipse((cx - r, cy - r, cx + r, cy + r), fill=(255, 246, 214))
    for k in range(3):
        y = top + h * (0.5 + 0.14 * k)
        crest = [(left + w * i / 5, y - h * rng.uniform(0, 0.16)) for i in range(6)]
        scene.pen.polygon(
            [(left, bottom), *crest, (right, bottom)],
            fill=shade(mix(rng.choice(FOLIAGE), hue(tone, 0.4, 0.7), 0.4), 1.2 - 0.3 * k),
        )


def town_plan(scene: Scene, skin: Skin) -> None:
    """A town that is nowhere, as a map draws it."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    land, road, avenue, park, water = _NIGHT_MAP if sum(skin.ground) < 200 else _DAY_MAP
    pen.rectangle((0, 0, w, h), fill=land)
    lean = rng.uniform(-0.3, 0.3)
    for _ in range(rng.randint(3, 6)):
        at, r = (rng.uniform(0, w), rng.uniform(0, h)), rng.uniform(0.06, 0.16) * w
        facet(scene, at, r, [(-1, -0.7), (1, lean - 0.7), (0.9, 0.7), (-0.8, 0.6)], park)
    shore = smooth([(w * x, h * rng.uniform(0.15, 0.8)) for x in (-0.1, 0.3, 0.7, 1.1)], closed=False)
    pen.line(shore, fill=water, width=round(w * rng.uniform(0.06, 0.12)), joint="curve")
    for k in range(-3, 15):
        tone, wide = (avenue, 0.9) if k % 4 == 0 else (road, 0.42)
        x, y = w * k / 11, h * k / 11
        pen.line((x, 0, x + lean * h, h), fill=tone, width=round(skin.unit * wide))
        pen.line((0, y, w, y - lean * w), fill=tone, width=round(skin.unit * wide))


def map_route(scene: Scene, skin: Skin) -> None:
    """A way through the streets, from a dot to a pin."""
    rng, w, h, pen, u = scene.rng, scene.width, scene.height, scene.pen, skin.unit
    (x0, y0), (x1, y1) = (
        (w * rng.uniform(0.12, 0.3), h * rng.uniform(0.62, 0.74)),
        (w * rng.uniform(0.66, 0.86), h * rng.uniform(0.28, 0.38)),
    )
    middle = (y0 + y1) / 2
    path = [
        (x0, y0),
        (x0 + w * 0.12, y0 - h * 0.02),
        (x0 + w * 0.18, middle),
        (x1 - w * 0.1, middle - h * 0.03),
        (x1 - w * 0.06, y1 + h * 0.05),
        (x1, y1),
    ]
    for tone, wide in ((shade(skin.accent, 0.7), 0.95), (skin.accent, 0.65)):
        pen.line(path, fill=tone, width=round(u * wide), joint="curve")
    dots(scene, [(x0, y0)], u * 0.9, WHITE)
    dots(scene, [(x0, y0)], u * 0.62, skin.accent)
    facet(scene, (x1, y1), u, [(-1.1, -2), (1.1, -2), (0, 0)], (224, 58, 52))
    dots(scene, [(x1, y1 - u * 2.35)], u * 1.25, (224, 58, 52))
    dots(scene, [(x1, y1 - u * 2.35)], u * 0.5, WHITE)


def app_icon(scene: Scene, x: float, y: float, r: float, kind: int) -> None:
    """An app with its sign, sometimes with a count."""
    rng, tone = scene.rng, hue(scene.rng.random(), 0.62, 0.9)
    white = rng.random() < 0.25
    scene.pen.rounded_rectangle((x - r, y - r, x + r, y + r), r * 0.45, fill=WHITE if white else shade(tone, 0.86))
    if not white:
        scene.pen.rounded_rectangle((x - r, y - r, x + r, y + r * 0.5), r * 0.45, fill=tone)
        scene.pen.rectangle((x - r, y - r * 0.1, x + r, y + r * 0.4), fill=mix(tone, shade(tone, 0.86), 0.4))
    glyph(scene, x, y, r * 0.5, tone if white else WHITE, kind=kind)
    if rng.random() < 0.15:
        scene.pen.ellipse((x + r * 0.6, y - r * 1.25, x + r * 1.3, y - r * 0.55), fill=(230, 50, 50))
        write(scene.pen, (x + r * 0.95, y - r * 0.9), str(rng.randint(1, 9)), round(r * 0.5), WHITE, "mm")


def redraw_tabs(scene: Scene, skin: Skin, foot: float) -> None:
    """The tab bar again, over posts that ran below it."""
    w, h, pen, u = scene.width, scene.height, scene.pen, skin.unit
    pen.rectangle((0, foot, w, h), fill=skin.card)
    pen.line((0, foot, w, foot), fill=mix(skin.ground, skin.faint, 0.4), width=2)
    for k in range(5):
        glyph(scene, w * (k + 0.5) / 5, foot + u * 1.6, u * 0.7, skin.accent if k == 0 else skin.faint, kind=k)
    pen.rounded_rectangle((w * 0.36, h - u * 0.42, w * 0.64, h - u * 0.2), u * 0.1, fill=skin.text)
