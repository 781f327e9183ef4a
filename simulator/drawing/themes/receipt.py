"""Receipts and bills: till rolls, restaurant bills, invoices, slips in the hand."""

from simulator.drawing.backdrop import tabletop
from simulator.drawing.color import CLOTH, INK, WHITE, WOOD, Color, jitter, mix, shade
from simulator.drawing.paint import Point, bokeh, soft_shadow, soft_spot, texture, vertical_gradient, write
from simulator.drawing.papers import amount, barcode, digits, lay, phrase, sheet_of, word
from simulator.drawing.scene import Drawing, Scene
from simulator.drawing.things import cup_from_above, facet, hand_at

_THERMAL: tuple[Color, ...] = ((250, 249, 245), (244, 244, 242), (252, 248, 236), (246, 240, 240))


_SHOPS = ("MARKET", "PHARMACY", "CAFE", "HARDWARE", "BAKERY", "BOOKS", "PETROL", "GROCER", "SHOES", "GARDEN SHOP")


def _till_roll(scene: Scene, width: float, height: float, top: float = 60.0) -> Scene:
    """A printed slip: shop, date, items with prices up to ``top``, total, card line, barcode, torn ends."""
    rng = scene.rng
    slip = sheet_of(scene, width, height, rng.choice(_THERMAL))
    pen, ink, unit, edge = (
        slip.pen,
        rng.choice((INK, (70, 66, 92), (52, 52, 54))),
        max(9, round(width * 0.062)),
        width * 0.07,
    )
    write(pen, (width / 2, unit * 1.6), f"{word(rng).upper()} {rng.choice(_SHOPS)}", round(unit * 1.35), ink, "mm")
    write(pen, (width / 2, unit * 3.0), phrase(rng, 3), round(unit * 0.85), ink, "mm")
    write(
        pen,
        (edge, unit * 4.1),
        f"{rng.randint(1, 28):02}.{rng.randint(1, 12):02}.  {rng.randint(8, 21)}:{rng.randint(10, 59)}",
        round(unit * 0.9),
        ink,
    )
    write(pen, (width - edge, unit * 4.1), f"# {digits(rng, 4)}", round(unit * 0.9), ink, "ra")
    y, foot = unit * 5.7, height - unit * 8.8
    _dashes(slip, y - unit * 0.3, ink)
    while y < foot:
        if rng.random() < 0.25:
            write(
                pen,
                (edge * 1.6, y),
                f"{rng.randint(2, 6)} x {amount(rng, 9)}",
                round(unit * 0.85),
                mix(ink, WHITE, 0.2),
            )
        else:
            write(pen, (edge, y), phrase(rng, rng.randint(1, 2)).upper()[:13], unit, ink)
            write(pen, (width - edge, y), amount(rng, top), unit, ink, "ra")
        y += unit * 1.4
    _dashes(slip, y + unit * 0.1, ink)
    write(pen, (edge, y + unit * 0.5), "TOTAL", round(unit * 1.5), ink)
    write(pen, (width - edge, y + unit * 0.5), amount(rng, top * 4), round(unit * 1.5), ink, "ra")
    write(pen, (edge, y + unit * 2.4), rng.choice(("CARD", "CASH")) + f"  ****{digits(rng, 4)}", round(unit * 0.9), ink)
    barcode(slip, (edge * 1.5, y + unit * 4.0, width - edge * 1.5, y + unit * 6.4))
    write(pen, (width / 2, y + unit * 7.3), "THANK YOU", unit, ink, "mm")
    _tear(slip, unit)
    return slip


def _dashes(slip: Scene, y: float, ink: Color) -> None:
    step = slip.width / 30
    for k in range(1, 29):
        slip.pen.line((k * step, y, (k + 0.6) * step, y), fill=ink, width=2)


def _tear(slip: Scene, unit: float) -> None:
    """Gives the slip zigzag ends and the faint waves of paper that was rolled up."""
    for k in range(slip.rng.randint(1, 3)):
        y = slip.height * slip.rng.uniform(0.1 + 0.3 * k, 0.3 + 0.3 * k)
        soft_spot(slip, (-slip.width * 0.3, y - unit * 1.6, slip.width * 1.3, y + unit * 1.6), (70, 66, 70), 0.16)
    mask = sheet_of(slip, slip.width, slip.height, (0, 0, 0))
    teeth, deep = 18, unit * 0.35
    step = slip.width / teeth
    top: list[Point] = [(k * step / 2, 0 if k % 2 else deep) for k in range(teeth * 2 + 1)]
    low: list[Point] = [(x, slip.height - y) for x, y in reversed(top)]
    mask.pen.polygon([*top, *low], fill=(255, 255, 255))
    slip.image.putalpha(mask.image.convert("L"))


def _coins(scene: Scene, cx: float, cy: float, r: float, count: int) -> None:
    rng, pen = scene.rng, scene.pen
    for _ in range(count):
        x, y, q = cx + rng.uniform(-2.6, 2.6) * r, cy + rng.uniform(-1.6, 1.6) * r, r * rng.uniform(0.75, 1.1)
        metal = rng.choice(((214, 180, 96), (196, 198, 204), (186, 120, 80)))
        soft_shadow(scene, (x - q, y - q * 0.8, x + q * 1.2, y + q * 1.25), 0.5)
        for k, tone in (
            (1.0, shade(metal, 0.72)),
            (0.94, metal),
            (0.78, shade(metal, 0.86)),
            (0.75, shade(metal, 1.14)),
        ):
            pen.ellipse((x - q * k, y - q * k, x + q * k, y + q * k), fill=tone)
        write(pen, (x, y), rng.choice(("1", "2", "5", "10", "20")), round(q), shade(metal, 0.6), "mm")


def slip_on_the_table(scene: Scene) -> None:
    """One long till roll on a table."""
    rng, w, h = scene.rng, scene.width, scene.height
    tabletop(scene)
    width = w * (rng.uniform(0.3, 0.36) if w > h else rng.uniform(0.46, 0.54))
    slip = _till_roll(scene, width, min(h * rng.uniform(0.86, 1.04), width * 2.6))
    lay(scene, slip, (w * rng.uniform(0.4, 0.58), h * rng.uniform(0.48, 0.54)), rng.uniform(-16, 16))
    if rng.random() < 0.6:
        _coins(scene, w * rng.choice((0.12, 0.88)), h * rng.uniform(0.6, 0.9), min(w, h) * 0.045, rng.randint(2, 5))


def bill_on_a_tray(scene: Scene) -> None:
    """A restaurant bill on a small tray with coins, a sweet and a coffee beside."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    tabletop(scene)
    unit = min(w, h)
    cx, cy, rx, ry = w * rng.uniform(0.42, 0.52), h * rng.uniform(0.48, 0.54), w * 0.36, h * 0.42
    metal = jitter(rng, rng.choice(((190, 194, 200), (60, 56, 56), (190, 150, 84), *WOOD)), 8)
    soft_shadow(scene, (cx - rx, cy - ry * 0.9, cx + rx * 1.1, cy + ry * 1.15), 0.7)
    for k, tone in ((1.0, shade(metal, 0.7)), (0.98, shade(metal, 1.15)), (0.92, shade(metal, 0.84)), (0.9, metal)):
        pen.rounded_rectangle((cx - rx * k, cy - ry * k, cx + rx * k, cy + ry * k), unit * 0.12 * k, fill=tone)
    soft_spot(scene, (cx - rx * 0.9, cy - ry * 0.9, cx + rx * 0.2, cy + ry * 0.1), (255, 255, 255), 0.3)
    width = min(rx * 1.1, ry * 1.1)
    lay(
        scene,
        _till_roll(scene, width, width * 1.66, 30.0),
        (cx + rng.uniform(-0.06, 0.06) * w, cy - h * 0.01),
        rng.uniform(-12, 12),
    )
    _coins(scene, cx + rx * 0.5, cy + ry * 0.6, unit * 0.042, rng.randint(3, 6))
    sx, sy = cx - rx * 0.66, cy + ry * 0.62
    sweet = rng.choice(((196, 50, 60), (60, 140, 100), (222, 160, 60)))
    for side in (-1, 1):
        facet(scene, (sx, sy), unit, [(0, 0), (side * 0.07, -0.03), (side * 0.07, 0.03)], shade(sweet, 1.25))
    pen.ellipse((sx - unit * 0.04, sy - unit * 0.03, sx + unit * 0.04, sy + unit * 0.03), fill=sweet)
    cup_from_above(scene, w * 0.92, h * rng.uniform(0.14, 0.3), unit * 0.09, (246, 244, 238))


def slip_in_hand(scene: Scene) -> None:
    """A receipt held up, the shop behind out of focus."""
    rng, w, h = scene.rng, scene.width, scene.height
    wall = jitter(rng, rng.choice(((120, 110, 104), (96, 112, 126), (150, 130, 110), (104, 120, 104))), 14)
    vertical_gradient(scene, (0, 0, w, h), shade(wall, 1.15), shade(wall, 0.55))
    for k in range(9):
        x, y, r = rng.uniform(0, w), h * (0.15 + 0.3 * (k % 3)), rng.uniform(0.05, 0.13) * w
        soft_spot(scene, (x - r, y - r, x + r, y + r), rng.choice(CLOTH), 0.7)
    bokeh(scene, [(255, 230, 180), (220, 230, 255)], 12)
    width = min(w * 0.5, h * 0.48)
    cx, cy, side = w * rng.uniform(0.42, 0.52), h * 0.44, rng.choice((-1, 1))
    height = width * 1.62
    lay(scene, _till_roll(scene, width, height), (cx, cy), rng.uniform(-8, 8))
    hand_at(scene, cx + side * width * 0.38, cy + height * 0.36, w * 0.075, side=side)


def invoice_page(scene: Scene) -> None:
    """An invoice: letterhead, a table of items, totals, a stamp."""
    rng, w, h = scene.rng, scene.width, scene.height
    tabletop(scene)
    pw = min(w * 0.74, h * 0.76)
    ph, unit = pw * (1.14 if w > h else 1.28), round(pw * 0.028)
    page = sheet_of(scene, pw, ph, rng.choice(_THERMAL))
    pen, brand = page.pen, rng.choice(((38, 90, 140), (170, 60, 50), (40, 120, 90), (90, 70, 130), (60, 62, 70)))
    pen.ellipse((pw * 0.07, pw * 0.06, pw * 0.16, pw * 0.15), fill=brand)
    pen.polygon([(pw * 0.09, pw * 0.13), (pw * 0.115, pw * 0.08), (pw * 0.14, pw * 0.13)], fill=WHITE)
    write(pen, (pw * 0.19, pw * 0.075), f"{word(rng)} {word(rng)}".title(), round(unit * 1.8), brand)
    write(pen, (pw * 0.93, pw * 0.07), "INVOICE", round(unit * 1.9), INK, "ra")
    write(pen, (pw * 0.93, pw * 0.14), f"No. {digits(rng, 6)}", unit, INK, "ra")
    for k in range(3):
        write(pen, (pw * 0.07, pw * (0.21 + 0.04 * k)), phrase(rng, 2).title(), unit, (80, 80, 86))
    top, rows, step = pw * 0.36, rng.randint(6, 9), pw * 0.062
    pen.rectangle((pw * 0.07, top, pw * 0.93, top + step), fill=brand)
    for x, label, anchor in ((0.09, "Item", "lm"), (0.62, "Qty", "mm"), (0.91, "Amount", "rm")):
        write(pen, (pw * x, top + step / 2), label, unit, WHITE, anchor)
    for k in range(1, rows + 1):
        y = top + k * step
        if k % 2 == 0:
            pen.rectangle((pw * 0.07, y, pw * 0.93, y + step), fill=mix(brand, WHITE, 0.88))
        write(pen, (pw * 0.09, y + step / 2), phrase(rng, 3)[:24], unit, INK, "lm")
        write(pen, (pw * 0.62, y + step / 2), str(rng.randint(1, 12)), unit, INK, "mm")
        write(pen, (pw * 0.91, y + step / 2), amount(rng, 400), unit, INK, "rm")
    y = top + (rows + 1.4) * step
    pen.line((pw * 0.55, y, pw * 0.93, y), fill=INK, width=2)
    write(pen, (pw * 0.57, y + unit), "Total", round(unit * 1.4), INK)
    write(pen, (pw * 0.91, y + unit), amount(rng, 2000), round(unit * 1.4), brand, "ra")
    pen.rounded_rectangle((pw * 0.08, y - unit, pw * 0.36, y + unit * 3), 8, outline=(196, 60, 60), width=5)
    write(pen, (pw * 0.22, y + unit), rng.choice(("PAID", "DUE", "COPY")), round(unit * 2.2), (196, 60, 60), "mm")
    barcode(page, (pw * 0.07, ph - unit * 3.4, pw * 0.4, ph - unit * 1.4))
    lay(scene, page, (w * rng.uniform(0.46, 0.54), h * 0.51), rng.uniform(-8, 8))


def heap_of_receipts(scene: Scene) -> None:
    """Many slips across each other, a purse and coins on top."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    tabletop(scene)
    unit = min(w, h)
    spots = [(0.2, 0.3), (0.78, 0.34), (0.3, 0.72), (0.56, 0.46), (0.7, 0.74)]
    rng.shuffle(spots)
    for x, y in spots[: rng.randint(4, 5)]:
        width = unit * rng.uniform(0.27, 0.34)
        slip = _till_roll(scene, width, width * rng.uniform(1.6, 2.0))
        lay(scene, slip, (w * x, h * y), rng.choice((rng.uniform(-40, 40), rng.uniform(60, 100))))
    leather = jitter(rng, rng.choice(((110, 62, 40), (60, 46, 44), (150, 60, 60), (46, 66, 84))), 10)
    px, py, half = w * rng.choice((0.16, 0.84)), h * rng.uniform(0.78, 0.9), unit * 0.2
    soft_shadow(scene, (px - half, py - half * 0.6, px + half * 1.15, py + half * 0.9), 0.7)
    pen.rounded_rectangle(
        (px - half, py - half * 0.62, px + half, py + half * 0.62), half * 0.14, fill=shade(leather, 0.8)
    )
    pen.rounded_rectangle(
        (px - half * 0.97, py - half * 0.62, px + half * 0.97, py + half * 0.55), half * 0.14, fill=leather
    )
    for k in range(18):
        x = px - half * 0.9 + k * half * 0.105
        pen.line((x, py + half * 0.46, x + half * 0.06, py + half * 0.46), fill=shade(leather, 1.3), width=2)
    pen.rounded_rectangle(
        (px + half * 0.6, py - half * 0.16, px + half * 1.05, py + half * 0.16), half * 0.1, fill=shade(leather, 1.12)
    )
    pen.ellipse((px + half * 0.72, py - half * 0.07, px + half * 0.86, py + half * 0.07), fill=(214, 184, 110))
    _coins(scene, w * 0.5, h * 0.84, unit * 0.042, rng.randint(4, 8))


def close_to_the_total(scene: Scene) -> None:
    """So close that the slip fills the picture; its lines run out of it."""
    rng, w, h = scene.rng, scene.width, scene.height
    paper = rng.choice(_THERMAL)
    vertical_gradient(scene, (0, 0, w, h), paper, shade(paper, 0.88))
    texture(scene, (0, 0, w, h), 3)
    pen, ink, size = scene.pen, rng.choice((INK, (70, 66, 92))), round(w * 0.05)
    y, lean = -size * rng.uniform(0.1, 0.8), rng.uniform(-0.03, 0.03) * w
    while y < h * 0.52:
        write(pen, (w * 0.07 + lean * y / h, y), phrase(rng, 2).upper()[:14], size, ink)
        write(pen, (w * 0.93 + lean * y / h, y), amount(rng, 50), size, ink, "ra")
        y += size * 1.4
    for k in range(40):
        pen.line((k * w / 40 + 6, y + size * 0.2, (k + 0.6) * w / 40 + 6, y + size * 0.2), fill=ink, width=4)
    write(pen, (w * 0.07, y + size * 0.7), "TOTAL", round(size * 1.7), ink)
    write(pen, (w * 0.93, y + size * 0.7), amount(rng, 300), round(size * 1.7), ink, "ra")
    write(pen, (w * 0.07, y + size * 3.0), f"VAT {rng.randint(5, 24)} %", round(size * 0.8), ink)
    write(pen, (w * 0.93, y + size * 3.0), amount(rng, 20), round(size * 0.8), ink, "ra")
    barcode(scene, (w * 0.14, y + size * 4.4, w * 0.86, y + size * 6.8))
    for k in range(3):
        fold = h * (0.2 + 0.3 * k + rng.uniform(-0.08, 0.08))
        soft_spot(scene, (-w * 0.3, fold - h * 0.07, w * 1.3, fold + h * 0.07), (60, 56, 62), 0.2)
    if rng.random() < 0.6:
        side = rng.choice((-1, 1))
        hand_at(scene, w * (0.5 + side * 0.42), h * 0.82, w * 0.1, side=side)


DRAWINGS: tuple[Drawing, ...] = (
    slip_on_the_table,
    bill_on_a_tray,
    slip_in_hand,
    invoice_page,
    heap_of_receipts,
    close_to_the_total,
)
