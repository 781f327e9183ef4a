"""What people wear."""

from simulator.domain.people import AgeGroup
from simulator.drawing.body import Body
from simulator.drawing.color import Color, mix, shade
from simulator.drawing.outfit import LINEN, Outfit, skirted, taste

_DENIM: tuple[Color, ...] = ((62, 82, 118), (44, 52, 72), (98, 118, 148), (70, 66, 62), (150, 132, 106))


def dress(body: Body, outfit: Outfit) -> None:
    """Draws the clothed body below the neck."""
    {
        Outfit.CASUAL: _casual,
        Outfit.SUIT: _suit,
        Outfit.GOWN: _gown,
        Outfit.WEDDING_DRESS: _wedding_dress,
        Outfit.GRADUATION: _graduation,
        Outfit.SWIM: _swim,
        Outfit.SCRUBS: _scrubs,
        Outfit.COAT: _coat,
        Outfit.PARTY: _party,
    }[outfit](body)


def _casual(body: Body) -> None:
    luck, shirt = body.rng, taste(body)
    skirt = skirted(body.look) and luck.random() < 0.35
    if skirt:
        body.draw_legs(shirt, (70, 52, 50), length=0)
        body.area(
            [
                (-body.waist * 0.9, body.hip - 0.06),
                (body.waist * 0.9, body.hip - 0.06),
                (body.waist * 1.7, body.hip + 0.2),
                (0, body.hip + 0.212),
                (-body.waist * 1.7, body.hip + 0.2),
            ],
            luck.choice(_DENIM),
            soft=False,
        )
    else:
        length = 0.42 if body.look.age is AgeGroup.CHILD and luck.random() < 0.5 else 1.0
        body.draw_legs(luck.choice(_DENIM), luck.choice(((236, 234, 228), (52, 48, 52), (150, 62, 58))), length=length)
    body.draw_torso(shirt)
    kind = luck.choice(("plain", "stripes", "pocket", "print"))
    if kind == "stripes":
        for i in range(4):
            y = body.top + 0.075 + i * 0.048
            body.line([(-body.waist * 1.1, y), (0, y + 0.006), (body.waist * 1.1, y)], mix(shirt, LINEN, 0.75), 0.012)
    elif kind == "pocket":
        body.area(
            [
                (body.waist * 0.25, body.top + 0.09),
                (body.waist * 0.72, body.top + 0.09),
                (body.waist * 0.72, body.top + 0.14),
                (body.waist * 0.25, body.top + 0.14),
            ],
            shade(shirt, 0.85),
            soft=False,
        )
    elif kind == "print":
        body.disc(0, body.top + 0.125, 0.036, mix(shirt, LINEN, 0.8))
        body.disc(0.008, body.top + 0.118, 0.02, shade(shirt, 0.7))
    body.draw_arms(shirt, length=luck.choice((0.5, 0.5, 1.0)))


def _suit(body: Body) -> None:
    cloth = body.rng.choice(((44, 46, 58), (36, 36, 42), (54, 62, 88), (92, 88, 86)))
    body.draw_legs(shade(cloth, 0.9), (30, 24, 24))
    body.draw_torso(cloth, low=body.hip + 0.06)
    top = body.top
    body.area(
        [(-0.036, top - 0.014), (0.036, top - 0.014), (0.004, top + 0.17), (-0.004, top + 0.17)], LINEN, soft=False
    )
    for side in (-1, 1):
        body.area(
            [
                (side * 0.034, top - 0.016),
                (side * 0.064, top + 0.03),
                (side * 0.05, top + 0.05),
                (side * 0.056, top + 0.062),
                (side * 0.003, top + 0.178),
            ],
            shade(cloth, 1.12),
            soft=False,
        )
    body.line([(0, top + 0.178), (0.004, body.hip + 0.05)], shade(cloth, 0.6), 0.004)
    for y in (0.195, 0.235):
        body.disc(0.008, top + y, 0.0045, shade(cloth, 0.5))
    body.area([(0.048, top + 0.1), (0.078, top + 0.095), (0.078, top + 0.104), (0.048, top + 0.108)], LINEN, soft=False)
    body.draw_arms(cloth, width=0.035)


def _skirt(body: Body, cloth: Color, *, wide: float, low: float) -> None:
    w, waist = body.waist, body.top + (body.hip - body.top) * 0.72
    body.area(
        [
            (-w * 0.82, waist),
            (0, waist - 0.012),
            (w * 0.82, waist),
            (w * 1.4, (waist + low) / 2),
            (w * wide, low - 0.012),
            (0, low),
            (-w * wide, low - 0.012),
            (-w * 1.4, (waist + low) / 2),
        ],
        cloth,
    )
    for i in (-2, -1, 0, 1, 2):
        body.line(
            [(i * w * 0.2, waist + 0.03), (i * w * 0.33, (waist + low) / 2), (i * w * wide * 0.4, low - 0.02)],
            shade(cloth, 0.86 if i % 2 else 0.92),
            0.006,
        )


def _bodice(body: Body, cloth: Color) -> None:
    s, top, waist = body.shoulder, body.top, body.top + (body.hip - body.top) * 0.72
    body.area(
        [
            (-s * 0.85, top + 0.016),
            (-s * 0.3, top - 0.006),
            (s * 0.3, top - 0.006),
            (s * 0.85, top + 0.016),
            (s * 0.8, top + 0.12),
            (-s * 0.8, top + 0.12),
        ],
        body.skin,
    )
    half = [
        (s * 0.1, top + 0.068),
        (s * 0.46, top + 0.048),
        (s * 0.78, top + 0.075),
        (body.waist * 1.0, top + 0.14),
        (body.waist * 0.84, waist),
    ]
    body.area([*half, *((-x, y) for x, y in reversed(half))], cloth)
    for side in (-1, 1):
        body.line([(side * s * 0.52, top + 0.06), (side * s * 0.46, top + 0.0)], cloth, 0.009)


def _gown(body: Body) -> None:
    cloth = taste(body, 0.55, 0.62)
    body.draw_legs(cloth, shade(cloth, 0.5), length=0)
    body.draw_arms(None)
    _skirt(body, cloth, wide=2.1, low=0.965)
    _bodice(body, cloth)
    body.line(
        [
            (-body.waist * 0.84, body.top + (body.hip - body.top) * 0.72),
            (body.waist * 0.84, body.top + (body.hip - body.top) * 0.72),
        ],
        shade(cloth, 0.72),
        0.016,
    )


def _wedding_dress(body: Body) -> None:
    cloth: Color = (250, 248, 246)
    _skirt(body, shade(cloth, 0.96), wide=3.0, low=1.0)
    for i in range(26):
        x, y = body.rng.uniform(-2.2, 2.2) * body.waist, body.rng.uniform(0.8, 0.97)
        body.disc(x * (y - 0.3), y, 0.005, (255, 255, 255) if i % 2 else (226, 222, 224))
    _bodice(body, cloth)
    body.line(
        [
            (-body.waist * 0.84, body.top + (body.hip - body.top) * 0.72),
            (body.waist * 0.84, body.top + (body.hip - body.top) * 0.72),
        ],
        (230, 222, 214),
        0.012,
    )
    body.draw_arms(None)


def _graduation(body: Body) -> None:
    robe = (34, 34, 48)
    body.draw_legs((40, 40, 48), (26, 22, 22))
    body.draw_arms(robe, width=0.042)
    body.draw_torso(robe, low=0.86, flare=1.7)
    top = body.top
    body.area([(-0.03, top - 0.016), (0.03, top - 0.016), (0, top + 0.07)], LINEN, soft=False)
    stole = taste(body, 0.6, 0.7)
    for side in (-1, 1):
        body.area(
            [
                (side * 0.03, top - 0.016),
                (side * 0.066, top - 0.004),
                (side * 0.06, top + 0.32),
                (side * 0.042, top + 0.34),
                (side * 0.024, top + 0.32),
                (side * 0.008, top + 0.1),
            ],
            stole,
            soft=False,
        )
        body.line([(side * 0.028, top + 0.3), (side * 0.058, top + 0.3)], (232, 190, 84), 0.008)
    for side in (-1, 1):
        body.line([(side * body.waist * 0.7, top + 0.2), (side * body.waist * 1.1, 0.84)], shade(robe, 0.6), 0.006)


def _swim(body: Body) -> None:
    cloth = taste(body, 0.62, 0.8)
    body.draw_legs(cloth, body.skin, length=0.0 if skirted(body.look) else 0.34)
    body.draw_torso(body.skin)
    if skirted(body.look):
        s, top = body.shoulder, body.top
        half = [
            (s * 0.12, top + 0.09),
            (s * 0.44, top + 0.056),
            (s * 0.72, top + 0.09),
            (body.waist * 1.06, (top + body.hip) / 2 + 0.02),
            (body.waist * 1.12, body.hip),
            (body.waist * 0.3, body.hip + 0.055),
        ]
        body.area([*half, *((-x, y) for x, y in reversed(half))], cloth)
        for side in (-1, 1):
            body.line([(side * s * 0.48, top + 0.07), (side * s * 0.42, top + 0.002)], cloth, 0.012)
    else:
        body.area(
            [
                (-body.waist * 1.12, body.hip - 0.04),
                (body.waist * 1.12, body.hip - 0.04),
                (body.waist * 1.12, body.hip + 0.03),
                (-body.waist * 1.12, body.hip + 0.03),
            ],
            cloth,
            soft=False,
        )
        for side in (-1, 1):
            body.line(
                [
                    (side * 0.012, body.top + 0.105),
                    (side * body.waist * 0.5, body.top + 0.115),
                    (side * body.waist * 0.8, body.top + 0.1),
                ],
                shade(body.skin, 0.84),
                0.004,
            )
    body.draw_arms(None)


def _scrubs(body: Body) -> None:
    cloth = body.rng.choice(((92, 158, 164), (84, 124, 172), (120, 168, 140)))
    body.draw_legs(shade(cloth, 0.95), LINEN, width=0.054)
    body.draw_torso(cloth, low=body.hip + 0.05, flare=1.08)
    top = body.top
    body.area([(-0.034, top - 0.014), (0.034, top - 0.014), (0, top + 0.052)], body.skin, soft=False)
    body.area(
        [
            (body.waist * 0.2, top + 0.1),
            (body.waist * 0.74, top + 0.1),
            (body.waist * 0.74, top + 0.15),
            (body.waist * 0.2, top + 0.15),
        ],
        shade(cloth, 0.86),
        soft=False,
    )
    body.draw_arms(cloth, length=0.55, width=0.036)


def _coat(body: Body) -> None:
    cloth = taste(body, 0.5, 0.56)
    body.draw_legs((52, 54, 64), (58, 42, 36))
    body.draw_torso(cloth, low=body.hip + 0.19, flare=1.3)
    body.line([(0.006, body.top), (0.006, body.hip + 0.18)], shade(cloth, 0.66), 0.006)
    for i in range(5):
        body.disc(0.022, body.top + 0.07 + 0.075 * i, 0.007, shade(cloth, 0.5))
    for side in (-1, 1):
        body.line(
            [(side * body.waist * 0.5, body.hip - 0.02), (side * body.waist * 0.95, body.hip + 0.01)],
            shade(cloth, 0.7),
            0.008,
        )
    body.draw_arms(cloth, width=0.039)


def _party(body: Body) -> None:
    cloth = taste(body, 0.66, 0.66)
    if skirted(body.look):
        body.draw_legs(cloth, shade(cloth, 0.4), length=0)
        body.draw_arms(None)
        _skirt(body, cloth, wide=1.6, low=body.hip + 0.22)
        _bodice(body, cloth)
    else:
        body.draw_legs((38, 38, 46), (26, 22, 24))
        body.draw_torso(cloth)
        body.line([(0, body.top), (0, body.hip)], shade(cloth, 0.74), 0.005)
        for i in range(5):
            body.disc(0.0, body.top + 0.05 + 0.05 * i, 0.005, mix(cloth, LINEN, 0.7))
        body.draw_arms(cloth)
        return
    for _ in range(40):
        body.disc(
            body.rng.uniform(-0.8, 0.8) * body.waist,
            body.rng.uniform(body.top + 0.09, body.hip + 0.16),
            0.0034,
            shade(cloth, 1.5),
        )
