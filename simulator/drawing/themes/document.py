"""Papers of identity and law, of countries that do not exist: passports, cards, licences, letters, visas, forms."""

import math

from simulator.drawing.backdrop import tabletop
from simulator.drawing.color import INK, WHITE, Color, jitter, mix, shade
from simulator.drawing.identity import (
    COVER,
    TINT,
    entry_stamp,
    guilloche,
    id_fields,
    id_portrait,
    line_to_fill,
    machine_lines,
    plastic_card,
    tick_box,
    visa,
)
from simulator.drawing.paint import soft_shadow, soft_spot, texture, vertical_gradient, write
from simulator.drawing.papers import PAPER, digits, lay, phrase, print_lines, seal, sheet_of, signature, word
from simulator.drawing.scene import Drawing, Scene
from simulator.drawing.things import cup_from_above, hand_at


def passport_page(scene: Scene) -> None:
    """An open passport: emblem page above, data page with photo and machine lines below."""
    rng, w, h = scene.rng, scene.width, scene.height
    tabletop(scene)
    pw = min(w * 0.74, h * 0.66)
    ph = pw * 1.26
    cover, tint = rng.choice(COVER), rng.choice(TINT)
    book = sheet_of(scene, pw, ph, cover)
    edge, middle, unit = pw * 0.02, ph * 0.47, round(pw * 0.034)
    book.pen.rounded_rectangle((edge, edge, pw - edge, middle), edge, fill=mix(tint, WHITE, 0.35))
    vertical_gradient(book, (edge, middle, pw - edge, ph - edge), shade(tint, 0.86), mix(tint, WHITE, 0.4))
    guilloche(book, (edge, edge, pw - edge, middle), shade(tint, 0.9))
    guilloche(book, (edge, middle, pw - edge, ph - edge), shade(tint, 0.88))
    seal(book, pw * 0.5, middle * 0.44, pw * 0.12, mix(cover, tint, 0.35))
    write(book.pen, (pw * 0.5, middle * 0.78), f"REPUBLIC OF {word(rng).upper()}", round(unit * 1.2), cover, "mm")
    print_lines(
        book,
        (pw * 0.14, middle * 0.86, pw * 0.86, middle * 0.96),
        size=max(6, round(unit * 0.55)),
        color=mix(cover, tint, 0.4),
    )
    write(book.pen, (pw * 0.06, middle + unit * 0.5), "PASSPORT", round(unit * 1.1), cover)
    id_portrait(book, (pw * 0.06, middle + unit * 2.4, pw * 0.34, middle + unit * 2.4 + pw * 0.36), tint)
    id_fields(book, pw * 0.4, middle + unit * 2.2, unit, 5, color=cover)
    seal(book, pw * 0.84, middle + pw * 0.25, pw * 0.08, mix(cover, tint, 0.6))
    book.pen.rectangle((edge, ph - edge - unit * 3.6, pw - edge, ph - edge), fill=mix(tint, WHITE, 0.75))
    machine_lines(book, pw * 0.05, ph - edge - unit * 3.1, pw * 0.95, unit)
    soft_spot(book, (-pw * 0.1, middle - unit, pw * 1.1, middle + unit), (30, 24, 30), 0.45)
    lay(scene, book, (w * rng.uniform(0.46, 0.54), h * rng.uniform(0.48, 0.52)), rng.uniform(-9, 9))


def card_in_hand(scene: Scene) -> None:
    """An identity card held up to the camera."""
    rng, w, h = scene.rng, scene.width, scene.height
    wall = jitter(rng, rng.choice(((196, 190, 180), (150, 162, 170), (206, 196, 206), (120, 126, 120))), 14)
    vertical_gradient(scene, (0, 0, w, h), shade(wall, 1.2), shade(wall, 0.76))
    for _ in range(5):
        x, y, r = rng.uniform(0, w), rng.uniform(0, h), rng.uniform(0.1, 0.3) * w
        soft_spot(scene, (x - r, y - r, x + r, y + r), jitter(rng, shade(wall, rng.choice((0.7, 1.3))), 12), 0.6)
    width = w * (0.68 if w > h else 0.86)
    cx, cy, side = w * rng.uniform(0.46, 0.5), h * rng.uniform(0.42, 0.5), rng.choice((-1, 1))
    lay(
        scene,
        plastic_card(scene, width, rng.choice(("IDENTITY CARD", "RESIDENCE PERMIT")), chip=True),
        (cx, cy),
        rng.uniform(-7, 7),
    )
    hand_at(scene, cx + side * width * 0.4, cy + width * 0.24, w * 0.085, side=side)


def licence_on_the_table(scene: Scene) -> None:
    """A driving licence and a second card on a table, with keys."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    tabletop(scene)
    unit = min(w, h)
    plain = sheet_of(scene, unit * 0.6, unit * 0.38, rng.choice(COVER))
    plain.pen.rectangle((0, unit * 0.06, plain.width, unit * 0.13), fill=(24, 24, 26))
    print_lines(
        plain, (unit * 0.05, unit * 0.18, unit * 0.5, unit * 0.34), size=round(unit * 0.022), color=(222, 220, 214)
    )
    lay(scene, plain, (w * rng.uniform(0.7, 0.8), h * rng.uniform(0.2, 0.28)), rng.uniform(10, 40))
    lay(
        scene,
        plastic_card(scene, w * (0.6 if w > h else 0.8), "DRIVING LICENCE", chip=False),
        (w * 0.45, h * rng.uniform(0.52, 0.58)),
        rng.uniform(-12, 12),
    )
    kx, ky, r = w * rng.uniform(0.76, 0.86), h * rng.uniform(0.78, 0.86), unit * 0.06
    soft_shadow(scene, (kx - r * 1.2, ky - r, kx + r * 3, ky + r * 1.6), 0.4)
    for k in range(2):
        turn = rng.uniform(-0.5, 0.9) + k * 0.7
        dx, dy = math.cos(turn), math.sin(turn)
        pen.line(
            (kx, ky, kx + dx * r * 2.4, ky + dy * r * 2.4),
            fill=(176, 166, 140) if k else (190, 194, 200),
            width=max(5, round(r * 0.24)),
        )
        for t in (1.6, 2.0, 2.3):
            pen.line(
                (kx + dx * r * t, ky + dy * r * t, kx + dx * r * t - dy * r * 0.3, ky + dy * r * t + dx * r * 0.3),
                fill=(176, 170, 150),
                width=4,
            )
        pen.ellipse(
            (
                kx + dx * r * 0.5 - r * 0.42,
                ky + dy * r * 0.5 - r * 0.42,
                kx + dx * r * 0.5 + r * 0.42,
                ky + dy * r * 0.5 + r * 0.42,
            ),
            outline=(190, 194, 200),
            width=max(4, round(r * 0.2)),
        )
    pen.ellipse((kx - r * 0.8, ky - r * 0.8, kx + r * 0.2, ky + r * 0.2), outline=(210, 212, 216), width=4)


def _pen_lying(scene: Scene, x: float, y: float, length: float, angle: float) -> None:
    """A fountain pen whose nib is at (x, y)."""
    ink, pen = scene.rng.choice(((30, 34, 44), (110, 30, 40), (28, 60, 96))), scene.pen
    dx, dy = length * math.cos(angle), length * math.sin(angle)
    wide = max(6, round(length * 0.055))
    pen.line((x + 8, y + 14, x + dx + 10, y + dy + 16), fill=(120, 112, 106), width=wide)
    pen.line((x, y, x + dx * 0.14, y + dy * 0.14), fill=(216, 180, 92), width=max(4, wide // 2))
    pen.line((x + dx * 0.12, y + dy * 0.12, x + dx, y + dy), fill=ink, width=wide)
    pen.line(
        (x + dx * 0.14, y + dy * 0.14 - wide * 0.2, x + dx * 0.96, y + dy * 0.96 - wide * 0.2),
        fill=mix(ink, WHITE, 0.4),
        width=max(2, wide // 5),
    )
    pen.line((x + dx * 0.5, y + dy * 0.5, x + dx * 0.54, y + dy * 0.54), fill=(216, 180, 92), width=wide)


def _loose_leaf(scene: Scene, center: tuple[float, float], size: tuple[float, float], turn: float) -> None:
    """A blank page that shows from below another."""
    c, s, half_w, half_h = math.cos(turn), math.sin(turn), size[0] / 2, size[1] / 2
    spots = [(sx * half_w, sy * half_h) for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    corners = [(center[0] + x * c - y * s, center[1] + x * s + y * c) for x, y in spots]
    soft_shadow(
        scene, (center[0] - half_w, center[1] - half_h * 0.9, center[0] + half_w * 1.08, center[1] + half_h * 1.06), 0.6
    )
    scene.pen.polygon(corners, fill=(236, 231, 220))


def signed_letter(scene: Scene) -> None:
    """A contract: letterhead, numbered paragraphs, stamp, signatures, a pen."""
    rng, w, h = scene.rng, scene.width, scene.height
    tabletop(scene)
    pw = min(w * 0.72, h * 0.72)
    ph, unit, cover = pw * (1.16 if w > h else 1.3), round(pw * 0.026), rng.choice(COVER)
    _loose_leaf(scene, (w * 0.5 + rng.uniform(-26, 26), h * 0.52), (pw, ph), rng.uniform(-0.12, 0.12))
    page = sheet_of(scene, pw, ph)
    seal(page, pw * 0.12, pw * 0.11, pw * 0.05, cover)
    write(page.pen, (pw * 0.2, pw * 0.08), f"{word(rng)} & {word(rng)}".title(), round(unit * 1.6), cover)
    write(page.pen, (pw * 0.2, pw * 0.135), phrase(rng, 4), unit, mix(cover, WHITE, 0.4))
    page.pen.line((pw * 0.08, pw * 0.19, pw * 0.92, pw * 0.19), fill=cover, width=3)
    write(
        page.pen,
        (pw * 0.5, pw * 0.26),
        rng.choice(("CONTRACT", "LEASE AGREEMENT", "LAST WILL", "DEED OF SALE", "CERTIFICATE")),
        round(unit * 2),
        INK,
        "mm",
    )
    top, clauses = pw * 0.32, rng.randint(3, 4)
    step = (ph * 0.78 - top) / clauses
    for k in range(clauses):
        write(page.pen, (pw * 0.08, top + k * step), f"§ {k + 1}", unit, cover)
        print_lines(
            page,
            (pw * 0.15, top + k * step, pw * 0.92, top + (k + 0.9) * step),
            size=unit,
            color=(74, 72, 78),
            leading=1.6,
        )
    for x in (0.1, 0.56):
        page.pen.line((pw * x, ph * 0.9, pw * (x + 0.34), ph * 0.9), fill=INK, width=2)
        write(page.pen, (pw * x, ph * 0.91), phrase(rng, 2).title(), round(unit * 0.9), INK)
        signature(page, pw * (x + 0.02), ph * 0.875, pw * 0.28)
    seal(page, pw * 0.5, ph * 0.85, pw * 0.085, rng.choice(((186, 46, 52), (60, 76, 156))), text=word(rng).upper()[:5])
    lay(scene, page, (w * 0.5, h * 0.51), rng.uniform(-6, 6))
    _pen_lying(scene, w * rng.uniform(0.7, 0.8), h * 0.8, min(w, h) * 0.36, rng.uniform(-1.2, -0.5))


def visa_stamps(scene: Scene) -> None:
    """Close to a passport's visa pages: a visa sticker and entry stamps of many colours."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    tint = rng.choice(TINT)
    vertical_gradient(scene, (0, 0, w, h), mix(tint, WHITE, 0.55), shade(tint, 0.97))
    for k in range(4):
        guilloche(scene, (0, h * k / 4, w, h * (k + 1) / 4), shade(tint, 0.9))
    seal(scene, w * 0.5, h * 0.45, min(w, h) * 0.3, mix(tint, shade(tint, 0.7), 0.45))
    texture(scene, (0, 0, w, h), 4)
    fold = h * rng.uniform(0.46, 0.54)
    soft_spot(scene, (-w * 0.2, fold - h * 0.05, w * 1.2, fold + h * 0.05), (60, 50, 60), 0.4)
    pen.line((0, fold, w, fold), fill=shade(tint, 0.6), width=2)
    sticker = visa(scene, w * (0.6 if w > h else 0.8), rng.choice(TINT))
    upper = rng.random() < 0.5
    lay(scene, sticker, (w * rng.uniform(0.4, 0.6), h * (0.26 if upper else 0.76)), rng.uniform(-3, 3))
    inks: tuple[Color, ...] = ((176, 44, 60), (46, 66, 150), (36, 110, 84), (96, 50, 120), (40, 40, 48))
    for k in range(rng.randint(5, 8)):
        x, y = w * rng.uniform(0.1, 0.9), h * (rng.uniform(0.58, 0.92) if upper else rng.uniform(0.08, 0.42))
        entry_stamp(
            scene, x, y, min(w, h) * rng.uniform(0.08, 0.13), mix(rng.choice(inks), tint, 0.2), square=k % 2 == 0
        )
    write(pen, (w * 0.5, h * 0.97), digits(rng, 2), round(h * 0.026), shade(tint, 0.5), "mm")


def form_to_fill(scene: Scene) -> None:
    """An official form with boxes, ticks and a photo corner, on a clipboard with a cup beside."""
    rng, w, h = scene.rng, scene.width, scene.height
    tabletop(scene)
    pw = min(w * 0.7, h * 0.72)
    ph, cover = pw * 1.2, rng.choice(COVER)
    board = sheet_of(scene, pw, ph, rng.choice(((126, 88, 58), (60, 64, 70), (72, 96, 120))))
    board.pen.rectangle((pw * 0.04, ph * 0.05, pw * 0.96, ph * 0.97), fill=PAPER)
    board.pen.rectangle((pw * 0.04, ph * 0.05, pw * 0.96, ph * 0.15), fill=mix(cover, WHITE, 0.1))
    unit, title = round(pw * 0.027), f"{word(rng).upper()} OFFICE   FORM {digits(rng, 3)}"
    write(board.pen, (pw * 0.09, ph * 0.11), title, round(unit * 1.2), WHITE, "lm")
    id_portrait(board, (pw * 0.7, ph * 0.18, pw * 0.92, ph * 0.42), (216, 220, 226))
    for k in range(9):
        line_to_fill(
            board, (pw * 0.08, ph * (0.18 + 0.077 * k)), pw * (0.58 if k < 3 else 0.84), cover, boxed=k % 3 == 1
        )
    for k in range(4):
        tick_box(board, pw * (0.08 + 0.22 * k), ph * 0.9, unit, cover)
    clip = (pw * 0.34, 2, pw * 0.66, ph * 0.065)
    board.pen.rounded_rectangle(clip, 10, fill=(190, 194, 200), outline=(130, 134, 140), width=3)
    lay(scene, board, (w * rng.uniform(0.42, 0.5), h * 0.5), rng.uniform(-8, 8))
    _pen_lying(scene, w * 0.72, h * rng.uniform(0.6, 0.8), min(w, h) * 0.34, rng.uniform(-1.3, -0.7))
    if rng.random() < 0.6:
        cup_from_above(scene, w * 0.93, h * rng.uniform(0.12, 0.24), min(w, h) * 0.1, (240, 238, 232))


DRAWINGS: tuple[Drawing, ...] = (
    passport_page,
    card_in_hand,
    licence_on_the_table,
    signed_letter,
    visa_stamps,
    form_to_fill,
)
