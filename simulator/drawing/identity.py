"""Parts of papers of identity: portraits, fields, waves against copying, lines for machines. Lengths in pixels."""

import math

from simulator.drawing.color import INK, WHITE, Color, mix, shade
from simulator.drawing.face import Expression
from simulator.drawing.figure import bust
from simulator.drawing.paint import Box, soft_spot, vertical_gradient, write
from simulator.drawing.papers import digits, phrase, seal, sheet_of, signature, word
from simulator.drawing.scene import Scene

COVER: tuple[Color, ...] = ((122, 34, 44), (32, 54, 98), (34, 82, 66), (46, 46, 50))


TINT: tuple[Color, ...] = ((214, 226, 240), (226, 236, 220), (244, 226, 226), (236, 230, 212), (222, 216, 238))


def guilloche(sheet: Scene, box: Box, color: Color) -> None:
    """The fine waves that make a paper hard to copy."""
    left, top, right, bottom = box
    for k in range(12):
        y = top + (bottom - top) * (k + 0.5) / 12
        wave = [
            (left + (right - left) * i / 24, y + (bottom - top) * 0.05 * math.sin(i * 0.7 + k * 0.9)) for i in range(25)
        ]
        sheet.pen.line(wave, fill=color, width=1)


def id_portrait(sheet: Scene, box: Box, tint: Color) -> None:
    """The first person's photo, or an empty frame."""
    left, top, right, bottom = box
    w, h = right - left, bottom - top
    if not sheet.people:
        sheet.pen.rectangle(box, fill=mix(tint, WHITE, 0.5), outline=shade(tint, 0.6), width=2)
        sheet.pen.line((left, top, right, bottom), fill=shade(tint, 0.8), width=1)
        sheet.pen.line((left, bottom, right, top), fill=shade(tint, 0.8), width=1)
        return
    photo = sheet_of(sheet, w, h, mix(tint, (200, 206, 212), 0.5))
    bust(photo, 0, w / 2, h + 2, w * 0.98, expression=Expression.CALM)
    sheet.image.paste(photo.image, (round(left), round(top)))
    for truth in photo.faces:
        x0, y0, x1, y1 = truth.box
        sheet.faces.append(type(truth)((x0 + left, y0 + top, x1 + left, y1 + top), truth.who))
    sheet.pen.rectangle(box, outline=shade(tint, 0.5), width=2)


def id_fields(sheet: Scene, x: float, y: float, size: int, rows: int, *, color: Color) -> None:
    """Small captions with what is filled in below each."""
    rng = sheet.rng
    captions = [
        "Surname",
        "Given names",
        "Nationality",
        "Date of birth",
        "Place of birth",
        "Date of expiry",
        "Authority",
        "No.",
    ]
    for k in range(rows):
        write(sheet.pen, (x, y + k * size * 2.3), captions[k], round(size * 0.62), mix(color, WHITE, 0.3))
        dated = "Date" in captions[k]
        value = (
            f"{rng.randint(1, 28):02} {rng.randint(1, 12):02} {rng.randint(1950, 2035)}" if dated else word(rng).upper()
        )
        write(
            sheet.pen,
            (x, y + k * size * 2.3 + size * 0.72),
            digits(rng, 8) if captions[k] == "No." else value,
            size,
            INK,
        )


def machine_lines(sheet: Scene, left: float, top: float, right: float, size: int) -> None:
    """The two lines that a machine reads."""
    rng, count = sheet.rng, max(8, int((right - left) / (size * 0.66)))
    for k in range(2):
        line = f"{word(rng)}<<{word(rng)}{digits(rng, 7) if k else ''}".upper()
        for i, letter in enumerate(line.ljust(count, "<")[:count]):
            write(sheet.pen, (left + (i + 0.5) * (right - left) / count, top + k * size * 1.4), letter, size, INK, "ma")


def plastic_card(scene: Scene, width: float, title: str, *, chip: bool) -> Scene:
    """A plastic card with photo, fields and a title across the top."""
    rng, height = scene.rng, width * 0.63
    cover, tint = rng.choice(COVER), rng.choice(TINT)
    card = sheet_of(scene, width, height, tint)
    vertical_gradient(card, (0, 0, width, height), mix(tint, WHITE, 0.5), shade(tint, 0.9))
    guilloche(card, (0, 0, width, height), shade(tint, 0.84))
    unit = round(width * 0.036)
    card.pen.rectangle((0, 0, width, height * 0.16), fill=cover)
    seal(card, width * 0.07, height * 0.08, height * 0.06, mix(cover, WHITE, 0.7))
    write(card.pen, (width * 0.14, height * 0.08), f"{title} {word(rng).upper()}", round(unit * 1.15), WHITE, "lm")
    id_portrait(card, (width * 0.05, height * 0.23, width * 0.35, height * 0.83), tint)
    id_fields(card, width * 0.4, height * 0.21, unit, 5, color=cover)
    if chip:
        x, y = width * 0.76, height * 0.28
        card.pen.rounded_rectangle((x, y, x + width * 0.15, y + width * 0.12), width * 0.02, fill=(226, 190, 96))
        for k in (0.33, 0.66):
            card.pen.line(
                (x, y + width * 0.12 * k, x + width * 0.15, y + width * 0.12 * k), fill=(160, 124, 50), width=2
            )
            card.pen.line(
                (x + width * 0.15 * k, y, x + width * 0.15 * k, y + width * 0.12), fill=(160, 124, 50), width=2
            )
    signature(card, width * 0.68, height * 0.86, width * 0.24, INK)
    write(card.pen, (width * 0.05, height * 0.87), digits(rng, 9), unit, cover)
    soft_spot(card, (-width * 0.2, -height * 0.3, width * 0.5, height * 0.5), (255, 255, 255), 0.3)
    round_off = sheet_of(scene, width, height, (0, 0, 0))
    round_off.pen.rounded_rectangle((0, 0, card.width - 1, card.height - 1), width * 0.04, fill=(255, 255, 255))
    card.image.putalpha(round_off.image.convert("L"))
    return card


def visa(scene: Scene, width: float, tint: Color) -> Scene:
    """A visa sticker with portrait, fields and a seal."""
    height, cover = width * 0.58, scene.rng.choice(COVER)
    visa = sheet_of(scene, width, height, mix(tint, WHITE, 0.2))
    unit = round(width * 0.034)
    vertical_gradient(visa, (0, 0, width, height), mix(tint, (150, 200, 190), 0.4), mix(tint, (240, 200, 170), 0.4))
    guilloche(visa, (0, 0, width, height), shade(tint, 0.8))
    write(visa.pen, (width * 0.05, height * 0.05), f"VISA  {word(scene.rng).upper()}", round(unit * 1.4), cover)
    id_portrait(visa, (width * 0.05, height * 0.2, width * 0.29, height * 0.72), tint)
    id_fields(visa, width * 0.34, height * 0.2, unit, 4, color=cover)
    seal(visa, width * 0.84, height * 0.34, width * 0.08, (190, 156, 70))
    visa.pen.rectangle((0, height * 0.77, width, height), fill=mix(tint, WHITE, 0.7))
    machine_lines(visa, width * 0.05, height * 0.8, width * 0.95, unit)
    return visa


def entry_stamp(scene: Scene, x: float, y: float, r: float, color: Color, *, square: bool) -> None:
    """A border stamp: place, date and a small plane."""
    rng, pen, line = scene.rng, scene.pen, max(2, round(r * 0.05))
    if square:
        pen.rounded_rectangle((x - r * 1.3, y - r * 0.8, x + r * 1.3, y + r * 0.8), r * 0.14, outline=color, width=line)
        pen.line((x - r * 1.3, y - r * 0.3, x + r * 1.3, y - r * 0.3), fill=color, width=line)
    else:
        for k in (1.0, 0.86):
            pen.ellipse((x - r * k * 1.1, y - r * k, x + r * k * 1.1, y + r * k), outline=color, width=line)
    write(pen, (x, y - r * 0.52), word(rng).upper(), round(r * 0.3), color, "mm")
    write(
        pen,
        (x, y),
        f"{rng.randint(1, 28):02}.{rng.randint(1, 12):02}.{rng.randint(2010, 2025)}",
        round(r * 0.32),
        color,
        "mm",
    )
    write(pen, (x, y + r * 0.48), rng.choice(("ENTRY", "EXIT", "ADMITTED")), round(r * 0.26), color, "mm")


def line_to_fill(sheet: Scene, at: tuple[float, float], width: float, cover: Color, *, boxed: bool) -> None:
    """A caption with a field below it, perhaps filled in by hand; ``boxed`` fields have a box a letter."""
    rng, pen, (x, y), unit = sheet.rng, sheet.pen, at, round(sheet.width * 0.027)
    line = mix(cover, WHITE, 0.5)
    write(pen, (x, y), phrase(rng, 2), round(unit * 0.75), cover)
    pen.rectangle((x, y + unit, x + width, y + unit * 2.6), fill=(238, 242, 246), outline=line, width=1)
    for k in range(int(width / (unit * 1.6)) if boxed else 0):
        pen.line((x + k * unit * 1.6, y + unit, x + k * unit * 1.6, y + unit * 2.6), fill=line, width=1)
    if rng.random() < 0.75:
        text = digits(rng, 8) if boxed else phrase(rng, 2).upper()
        write(pen, (x + unit * 0.5, y + unit * 1.15), text, round(unit * 1.1), (34, 54, 140))


def tick_box(sheet: Scene, x: float, y: float, unit: float, cover: Color) -> None:
    """A small box with a word, ticked or not."""
    pen, side = sheet.pen, unit * 1.2
    pen.rectangle((x, y, x + side, y + side), outline=cover, width=2)
    write(pen, (x + unit * 1.7, y), word(sheet.rng), round(unit), INK)
    if sheet.rng.random() < 0.5:
        tick = [(x, y + unit * 0.5), (x + unit * 0.5, y + side), (x + unit * 1.4, y - unit * 0.4)]
        pen.line(tick, fill=(34, 54, 140), width=3)
