"""What lies over the neck: collars, ties, scarves."""

from simulator.drawing.body import Body
from simulator.drawing.color import hue, shade
from simulator.drawing.outfit import LINEN, Outfit, skirted, taste


def finish_collar(body: Body, outfit: Outfit) -> bool:
    """What lies over the neck, drawn after the head; false when there is nothing."""
    if outfit is Outfit.SUIT:
        _shirt_and_tie(body)
        return True
    if outfit is Outfit.COAT:
        _scarf(body)
        return True
    if outfit in (Outfit.CASUAL, Outfit.PARTY) and body.look.outfit > 0.55 and not skirted(body.look):
        _open_collar(body)
        return True
    if outfit is Outfit.SCRUBS and body.look.outfit > 0.4:
        _stethoscope(body)
        return True
    return False


def _shirt_and_tie(body: Body) -> None:
    top, neck = body.top, body.head * 0.235
    tie = taste(body, 0.6, 0.6)
    for side in (-1, 1):
        body.area(
            [
                (side * neck, top - 0.03),
                (side * neck * 1.16, top - 0.004),
                (side * 0.026, top + 0.034),
                (0, top + 0.008),
            ],
            LINEN,
            soft=False,
        )
        body.line(
            [(side * neck * 1.1, top - 0.004), (side * 0.026, top + 0.034), (0, top + 0.01)], (206, 204, 204), 0.002
        )
    if body.look.beard <= 0 and body.look.earrings:
        return
    body.area(
        [(-0.013, top + 0.008), (0.013, top + 0.008), (0.008, top + 0.034), (-0.008, top + 0.034)],
        shade(tie, 0.86),
        soft=False,
    )
    body.area(
        [(-0.008, top + 0.034), (0.008, top + 0.034), (0.02, top + 0.15), (0, top + 0.17), (-0.02, top + 0.15)],
        tie,
        soft=False,
    )


def _scarf(body: Body) -> None:
    top, neck = body.top, body.head * 0.235
    scarf = hue(body.look.outfit + 0.4, 0.5, 0.7)
    body.area(
        [
            (-neck * 1.3, top - 0.034),
            (0, top - 0.02),
            (neck * 1.3, top - 0.034),
            (neck * 1.5, top + 0.01),
            (0, top + 0.034),
            (-neck * 1.5, top + 0.01),
        ],
        scarf,
    )
    body.area(
        [(neck * 0.2, top + 0.014), (neck * 0.9, top + 0.006), (neck * 1.1, top + 0.13), (neck * 0.4, top + 0.135)],
        shade(scarf, 0.9),
        soft=False,
    )


def _open_collar(body: Body) -> None:
    top, neck = body.top, body.head * 0.235
    cloth = taste(body)
    for side in (-1, 1):
        body.area(
            [(side * neck, top - 0.026), (side * neck * 1.2, top), (side * 0.03, top + 0.03), (0, top + 0.012)],
            shade(cloth, 1.12),
            soft=False,
        )


def _stethoscope(body: Body) -> None:
    top, neck = body.top, body.head * 0.235
    body.line(
        [
            (-neck * 1.1, top - 0.014),
            (-neck * 0.9, top + 0.09),
            (0, top + 0.13),
            (neck * 0.9, top + 0.08),
            (neck * 1.1, top - 0.014),
        ],
        (52, 54, 62),
        0.007,
    )
    body.disc(0, top + 0.14, 0.014, (176, 182, 188))
