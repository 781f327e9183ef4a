"""Dog, cat, rabbit and bird, sitting up or lying down, all facing the camera."""

from simulator.drawing.coat import Beast
from simulator.drawing.color import Color, mix, shade

_NOSE: Color = (44, 34, 36)
_PINK: Color = (226, 158, 160)


def _body(beast: Beast, *, lying: bool, plump: float = 1.0) -> tuple[float, float]:
    """Trunk, legs and paws; returns where the middle of the head goes."""
    coat, pale = beast.coat, beast.pale
    if lying:
        beast.furry(0.3, 0.23, 0.4, 0.22 * plump, shade(coat, 0.92))
        beast.furry(0.52, 0.17, 0.2, 0.17, shade(coat, 0.97))
        beast.furry(-0.12, 0.24, 0.28, 0.24, coat)
        for x in (-0.36, -0.02):
            beast.oval(x, 0.065, 0.17, 0.06, shade(coat, 1.04))
            _paw(beast, x - 0.09, 0.058, 0.075)
        return (-0.2, 0.58)
    for side in (-1, 1):
        beast.furry(side * 0.21, 0.15, 0.17, 0.16 * plump, shade(coat, 0.9))
        _paw(beast, side * 0.25, 0.045, 0.085)
    beast.furry(0, 0.32, 0.25 * plump, 0.3, coat)
    beast.furry(0, 0.36, 0.14 * plump, 0.19, pale)
    for side in (-1, 1):
        beast.area(
            [(side * 0.15, 0.38), (side * 0.17, 0.2), (side * 0.13, 0.04), (side * 0.04, 0.04), (side * 0.035, 0.3)],
            shade(coat, 1.03),
        )
        beast.line([(side * 0.032, 0.3), (side * 0.036, 0.18), (side * 0.036, 0.06)], shade(coat, 0.72), 0.008)
        _paw(beast, side * 0.085, 0.042, 0.07)
    return (0.0, 0.72)


def _paw(beast: Beast, x: float, y: float, size: float) -> None:
    beast.oval(x, y, size, size * 0.62, beast.pale)
    for i in (-1, 1):
        beast.line(
            [(x + i * size * 0.3, y + size * 0.05), (x + i * size * 0.34, y - size * 0.5)],
            shade(beast.pale, 0.72),
            0.006,
        )


def draw_dog(beast: Beast, *, lying: bool) -> None:
    """Drop ears or pricked ears, a broad muzzle, often the tongue out."""
    coat, pale, mark = beast.coat, beast.pale, beast.mark
    pricked = (beast.pet.coat * 7) % 1 < 0.35
    tail = [(0.6, 0.22), (0.8, 0.34), (0.78, 0.5)] if lying else [(0.24, 0.16), (0.44, 0.24), (0.46, 0.44)]
    beast.line(tail, shade(coat, 0.85), 0.08)
    x, y = _body(beast, lying=lying)
    if not pricked:
        for side in (-1, 1):
            beast.area(
                [
                    (x + side * 0.14, y + 0.22),
                    (x + side * 0.29, y + 0.17),
                    (x + side * 0.36, y - 0.08),
                    (x + side * 0.29, y - 0.2),
                    (x + side * 0.22, y - 0.06),
                ],
                shade(mark, 0.86),
            )
    beast.furry(x, y, 0.25, 0.24, coat)
    for side in (-1, 1):
        if pricked:
            beast.area([(x + side * 0.07, y + 0.19), (x + side * 0.17, y + 0.39), (x + side * 0.25, y + 0.1)], mark)
            beast.area(
                [(x + side * 0.12, y + 0.2), (x + side * 0.17, y + 0.33), (x + side * 0.21, y + 0.14)],
                mix(_PINK, mark, 0.3),
            )
        else:
            beast.area(
                [
                    (x + side * 0.12, y + 0.22),
                    (x + side * 0.25, y + 0.2),
                    (x + side * 0.34, y + 0.02),
                    (x + side * 0.31, y - 0.12),
                    (x + side * 0.22, y + 0.02),
                ],
                mark,
            )
    if beast.pet.coat % 0.2 > 0.08:
        beast.furry(x + 0.11, y + 0.06, 0.1, 0.11, mark)
    beast.area([(x - 0.035, y + 0.22), (x + 0.035, y + 0.22), (x + 0.05, y), (x - 0.05, y)], pale)
    beast.furry(x, y - 0.1, 0.145, 0.115, pale, hair=0.02)
    _dog_mouth(beast, x, y)
    for side in (-1, 1):
        beast.eye(x + side * 0.1, y + 0.05, 0.036, (84, 52, 28))
        beast.oval(x + side * 0.1, y + 0.118, 0.03, 0.012, mix(coat, pale, 0.6))
    collar = ((202, 60, 62), (58, 104, 178), (72, 150, 98))[int(beast.pet.coat * 9) % 3]
    beast.line([(x - 0.17, y - 0.2), (x, y - 0.25), (x + 0.17, y - 0.2)], collar, 0.04)
    beast.oval(x, y - 0.275, 0.03, 0.03, (232, 194, 88))


def _dog_mouth(beast: Beast, x: float, y: float) -> None:
    beast.area(
        [(x - 0.05, y - 0.155), (x + 0.05, y - 0.155), (x + 0.045, y - 0.24), (x, y - 0.262), (x - 0.045, y - 0.24)],
        (226, 118, 126),
    )
    beast.line([(x, y - 0.16), (x, y - 0.235)], (190, 84, 96), 0.008)
    for side in (-1, 1):
        beast.line([(x, y - 0.1), (x + side * 0.035, y - 0.155), (x + side * 0.1, y - 0.135)], _NOSE, 0.012)
    beast.area(
        [(x - 0.055, y - 0.025), (x + 0.055, y - 0.025), (x + 0.04, y - 0.075), (x, y - 0.098), (x - 0.04, y - 0.075)],
        _NOSE,
    )
    beast.oval(x - 0.018, y - 0.035, 0.014, 0.008, (150, 140, 144))


def draw_cat(beast: Beast, *, lying: bool) -> None:
    """Pointed ears, slit pupils, whiskers; tabby stripes or a mask."""
    coat, mark = beast.coat, beast.mark
    tail = (
        [(0.62, 0.12), (0.76, 0.1), (0.72, 0.28), (0.6, 0.34)]
        if lying
        else [(0.22, 0.08), (0.42, 0.07), (0.5, 0.2), (0.42, 0.32)]
    )
    beast.line(tail, shade(coat, 0.88), 0.075)
    for px, py in tail[1:]:
        beast.oval(px, py, 0.038, 0.02, mark)
    x, y = _body(beast, lying=lying, plump=0.94)
    tabby = beast.pet.coat < 0.4 or beast.pet.coat > 0.8
    if tabby:
        for i in range(4):
            px, py = (0.12 + 0.13 * i, 0.36 - 0.02 * i) if lying else (0.2, 0.46 - 0.09 * i)
            beast.line([(px, py), (px + 0.03, py - 0.06), (px + 0.01, py - 0.11)], mark, 0.022)
    for side in (-1, 1):
        beast.area(
            [(x + side * 0.06, y + 0.17), (x + side * 0.2, y + 0.37), (x + side * 0.25, y + 0.07)],
            coat if tabby else mark,
        )
        beast.area([(x + side * 0.1, y + 0.17), (x + side * 0.19, y + 0.3), (x + side * 0.215, y + 0.1)], _PINK)
    beast.furry(x, y, 0.255, 0.215, coat, hair=0.025)
    if tabby:
        _tabby_marks(beast, x, y)
    else:
        beast.furry(x, y - 0.01, 0.15, 0.13, mix(coat, mark, 0.5), hair=0.02)
    _cat_face(beast, x, y)


def _tabby_marks(beast: Beast, x: float, y: float) -> None:
    for dx in (-0.07, 0.0, 0.07):
        beast.line([(x + dx, y + 0.2), (x + dx * 0.8, y + 0.12)], beast.mark, 0.018)
    for side in (-1, 1):
        for dy in (0.0, -0.05):
            beast.line([(x + side * 0.25, y + dy), (x + side * 0.18, y + dy - 0.01)], beast.mark, 0.016)


def _cat_face(beast: Beast, x: float, y: float) -> None:
    for side in (-1, 1):
        beast.furry(x + side * 0.055, y - 0.1, 0.075, 0.06, beast.pale, hair=0.015)
    iris = ((196, 176, 60), (112, 158, 84), (96, 146, 186), (206, 140, 54))[int(beast.pet.coat * 13) % 4]
    for side in (-1, 1):
        beast.eye(x + side * 0.105, y + 0.03, 0.05, iris, slit=True)
    beast.area([(x - 0.03, y - 0.045), (x + 0.03, y - 0.045), (x, y - 0.078)], _PINK)
    for side in (-1, 1):
        beast.line([(x, y - 0.078), (x + side * 0.025, y - 0.115), (x + side * 0.065, y - 0.1)], _NOSE, 0.009)
        for dy in (0.02, -0.015, -0.05):
            beast.line(
                [
                    (x + side * 0.1, y - 0.09 + dy * 0.5),
                    (x + side * 0.22, y - 0.08 + dy),
                    (x + side * 0.34, y - 0.085 + dy * 2),
                ],
                (250, 248, 244),
                0.005,
            )


def draw_rabbit(beast: Beast, *, lying: bool) -> None:
    """Long ears, round cheeks, eyes at the side."""
    coat, pale = beast.coat, beast.pale
    beast.furry(0.34 if not lying else 0.7, 0.14, 0.09, 0.09, pale)
    if lying:
        beast.furry(0.24, 0.24, 0.44, 0.24, coat)
        x, y = -0.2, 0.34
    else:
        beast.furry(0.04, 0.26, 0.3, 0.26, coat)
        beast.furry(0, 0.2, 0.17, 0.17, pale)
        x, y = 0.0, 0.5
    for px in (x - 0.13, x + 0.13):
        beast.oval(px, 0.05, 0.11, 0.055, pale)
    lop = (beast.pet.coat * 5) % 1 < 0.4
    for side in (-1, 1):
        if lop:
            beast.area(
                [
                    (x + side * 0.08, y + 0.19),
                    (x + side * 0.22, y + 0.17),
                    (x + side * 0.31, y - 0.06),
                    (x + side * 0.24, y - 0.2),
                    (x + side * 0.19, y),
                ],
                shade(coat, 0.86),
            )
        else:
            beast.area(
                [
                    (x + side * 0.03, y + 0.12),
                    (x + side * 0.05, y + 0.42),
                    (x + side * 0.13, y + 0.54),
                    (x + side * 0.17, y + 0.38),
                    (x + side * 0.14, y + 0.1),
                ],
                coat,
            )
            beast.area(
                [
                    (x + side * 0.06, y + 0.15),
                    (x + side * 0.08, y + 0.38),
                    (x + side * 0.125, y + 0.47),
                    (x + side * 0.14, y + 0.34),
                    (x + side * 0.12, y + 0.14),
                ],
                mix(_PINK, coat, 0.2),
            )
    _rabbit_face(beast, x, y)


def _rabbit_face(beast: Beast, x: float, y: float) -> None:
    beast.furry(x, y, 0.2, 0.2, beast.coat, hair=0.022)
    for side in (-1, 1):
        beast.furry(x + side * 0.07, y - 0.09, 0.09, 0.08, beast.pale, hair=0.018)
        beast.eye(x + side * 0.12, y + 0.045, 0.038, (66, 40, 26))
        beast.line(
            [(x, y - 0.06), (x + side * 0.022, y - 0.1), (x + side * 0.05, y - 0.095)], shade(beast.mark, 0.5), 0.009
        )
    beast.area([(x - 0.026, y - 0.032), (x + 0.026, y - 0.032), (x, y - 0.062)], _PINK)
    beast.area(
        [(x - 0.022, y - 0.1), (x + 0.022, y - 0.1), (x + 0.02, y - 0.14), (x - 0.02, y - 0.14)], (250, 248, 242)
    )


def draw_bird(beast: Beast, *, lying: bool) -> None:
    """A budgerigar or canary, on its perch; low and fluffed up when it rests."""
    coat, pale, mark = beast.coat, beast.pale, beast.mark
    drop = 0.06 if lying else 0.0
    beast.area([(-0.06, 0.2), (0.06, 0.2), (0.1, 0.0), (0.02, -0.03)], mark)
    beast.furry(0, 0.38 - drop, 0.21, 0.28, pale, hair=0.02)
    for side in (-1, 1):
        beast.area(
            [
                (side * 0.13, 0.58 - drop),
                (side * 0.24, 0.44),
                (side * 0.19, 0.14),
                (side * 0.1, 0.06),
                (side * 0.13, 0.34),
            ],
            coat,
        )
        for i in range(5):
            beast.line(
                [(side * 0.2, 0.44 - 0.06 * i), (side * 0.16, 0.4 - 0.06 * i), (side * 0.14, 0.41 - 0.06 * i)],
                mark,
                0.012,
            )
    y = 0.74 - drop
    beast.furry(0, y, 0.175, 0.165, coat, hair=0.02)
    for dx in (-0.08, -0.04, 0.0, 0.04, 0.08):
        beast.line([(dx, y + 0.14), (dx * 1.3, y + 0.09)], mark, 0.01)
    beast.furry(0, y - 0.05, 0.12, 0.09, pale, hair=0.014)
    for side in (-1, 1):
        beast.eye(side * 0.09, y + 0.03, 0.032, (40, 28, 24))
        beast.oval(side * 0.06, y - 0.1, 0.018, 0.014, mark)
    beast.area([(-0.035, y - 0.0), (0.035, y - 0.0), (0.02, y - 0.07), (0, y - 0.1), (-0.02, y - 0.07)], (232, 164, 70))
    beast.line([(-0.46, 0.1), (0.46, 0.1)], (134, 96, 64), 0.05)
    for side in (-1, 1):
        for i in (-1, 0, 1):
            beast.line([(side * 0.08 + i * 0.025, 0.135), (side * 0.08 + i * 0.03, 0.075)], (222, 150, 120), 0.016)
