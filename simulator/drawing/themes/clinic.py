"""At the doctor's: X-rays, pills, prescriptions, hospital beds, waiting rooms, bandages, blood pressure."""

import math

from simulator.drawing.backdrop import tabletop
from simulator.drawing.color import INK, WHITE, jitter, mix, shade
from simulator.drawing.figure import Outfit, bust
from simulator.drawing.medicine import (
    ALERT,
    CROSS,
    STERILE,
    TEAL,
    bedhead,
    blanket,
    blister,
    bottle,
    chest_film,
    drip_stand,
    forearm,
    green_cross,
    hand_film,
    limb_film,
    loose_pill,
    monitor,
    plasters,
    stethoscope,
    waiting_chair,
    ward,
)
from simulator.drawing.paint import glow, smooth, soft_shadow, soft_spot, speckle, texture, vertical_gradient, write
from simulator.drawing.papers import (
    PAPER,
    amount,
    barcode,
    digits,
    lay,
    phrase,
    print_lines,
    sheet_of,
    signature,
    word,
)
from simulator.drawing.plants import pot
from simulator.drawing.scene import Drawing, Scene
from simulator.drawing.things import across_the_table, on_foot
from simulator.drawing.town import passer_by


def xray_on_the_light_box(scene: Scene) -> None:
    """One or two films on a lit panel in a dim room."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    vertical_gradient(scene, (0, 0, w, h), (26, 32, 40), (12, 15, 20))
    count = 2 if w > h and rng.random() < 0.5 else 1
    pad = min(w, h) * 0.06
    pen.rounded_rectangle((pad * 0.6, pad * 0.6, w - pad * 0.6, h - pad * 0.9), 18, fill=(70, 78, 84))
    vertical_gradient(scene, (pad, pad, w - pad, h - pad * 1.4), (224, 236, 242), (198, 216, 226))
    fw = (w - pad * 2) / count - pad * 0.8
    fh = min(h - pad * 4, fw * 1.3)
    fw = min(fw, fh * 1.1) if count == 1 else fw
    for k in range(count):
        film = sheet_of(scene, fw, fh, (12, 15, 22))
        rng.choice((chest_film, hand_film, limb_film))(film)
        write(film.pen, (fw * 0.06, fh * 0.04), rng.choice("LR"), round(fw * 0.07), (220, 228, 232))
        write(film.pen, (fw * 0.94, fh * 0.93), digits(rng, 6), round(fw * 0.034), (200, 210, 216), "ra")
        left, top = round(w * (k + 0.5) / count - fw / 2), round((h - fh) / 2 - pad * 0.2)
        scene.image.paste(film.image, (left, top))
        pen.rectangle((left + fw * 0.4, top - pad * 0.5, left + fw * 0.6, top + 4), fill=(150, 158, 164))
        pen.polygon([(left, top), (left + fw * 0.3, top), (left, top + fh * 0.2)], fill=(36, 42, 52))
    texture(scene, (0, 0, w, h), 4)
    glow(scene, (w * rng.random(), h), w * 0.3, (80, 100, 120), 0.3)


def pills_and_blisters(scene: Scene) -> None:
    """Medicine on a table: bottles standing, packs lying, loose pills."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    tone = jitter(rng, rng.choice(STERILE), 8)
    edge = h * rng.uniform(0.3, 0.4)
    vertical_gradient(scene, (0, 0, w, edge), shade(tone, 0.8), shade(tone, 1.05))
    vertical_gradient(scene, (0, edge, w, h), shade(tone, 1.25), shade(tone, 1.0))
    soft_spot(scene, (-w * 0.2, edge - 20, w * 1.2, edge + 40), shade(tone, 0.6), 0.5)
    texture(scene, (0, 0, w, h), 3)
    unit, count = min(w, h), rng.randint(2, 4 if w > h else 3)
    for k in range(count):
        bottle(
            scene,
            w * ((k + 0.5) / count + rng.uniform(-0.05, 0.05)),
            h * rng.uniform(0.55, 0.62),
            unit * rng.uniform(0.17, 0.22),
        )
    for k in range(rng.randint(2, 3)):
        blister(scene, (w * (0.2 + 0.32 * k), h * rng.uniform(0.72, 0.84)), unit * 0.36, rng.uniform(-30, 30))
    for _ in range(rng.randint(8, 16)):
        loose_pill(scene, w * rng.uniform(0.05, 0.95), h * rng.uniform(0.66, 0.96), unit * rng.uniform(0.018, 0.026))
    x, y, r = w * rng.uniform(0.1, 0.9), h * rng.uniform(0.08, 0.2), unit * 0.07
    pen.ellipse((x - r * 1.5, y - r * 1.5, x + r * 1.5, y + r * 1.5), fill=WHITE)
    green_cross(scene, x, y, r)


def prescription_sheet(scene: Scene) -> None:
    """A doctor's sheet with a cross, findings, a scrawl, a stethoscope and a pack beside it."""
    rng, w, h = scene.rng, scene.width, scene.height
    tabletop(scene, jitter(rng, rng.choice(STERILE), 8))
    pw = min(w * 0.6, h * 0.64)
    ph, unit = pw * 1.3, round(pw * 0.034)
    page = sheet_of(scene, pw, ph, rng.choice((PAPER, (236, 246, 240), (252, 240, 240))))
    pen, blue = page.pen, (40, 70, 120)
    green_cross(page, pw * 0.13, pw * 0.13, pw * 0.06, rng.choice((CROSS, TEAL)))
    write(pen, (pw * 0.25, pw * 0.08), f"{word(rng)} clinic".title(), round(unit * 1.6), blue)
    write(pen, (pw * 0.25, pw * 0.15), phrase(rng, 3), round(unit * 0.9), mix(blue, WHITE, 0.3))
    pen.line((pw * 0.06, pw * 0.23, pw * 0.94, pw * 0.23), fill=blue, width=3)
    if rng.random() < 0.5:
        write(pen, (pw * 0.07, pw * 0.28), "Rx", round(unit * 3.2), blue)
        for k in range(3):
            write(
                pen,
                (pw * 0.26, pw * (0.31 + 0.14 * k)),
                f"{word(rng).capitalize()} {rng.choice((5, 20, 100))} mg",
                round(unit * 1.3),
                INK,
            )
            write(pen, (pw * 0.26, pw * (0.37 + 0.14 * k)), phrase(rng, 3), round(unit * 0.9), (110, 110, 116))
    else:
        write(pen, (pw * 0.07, pw * 0.27), "LAB RESULTS", round(unit * 1.4), blue)
        for k in range(8):
            y = pw * (0.35 + 0.052 * k)
            write(pen, (pw * 0.07, y), word(rng).capitalize(), unit, INK)
            high = rng.random() < 0.25
            write(pen, (pw * 0.6, y), amount(rng, 90) + ("  H" if high else ""), unit, ALERT if high else INK, "ra")
            write(pen, (pw * 0.93, y), f"{rng.randint(1, 9)} - {rng.randint(10, 80)}", unit, (120, 120, 126), "ra")
    print_lines(page, (pw * 0.07, pw * 0.8, pw * 0.93, pw * 0.98), size=round(unit * 0.9), color=(110, 110, 116))
    signature(page, pw * 0.5, ph * 0.88, pw * 0.36, blue)
    barcode(page, (pw * 0.07, ph * 0.88, pw * 0.38, ph * 0.95))
    side = rng.choice((-1, 1))
    lay(scene, page, (w * (0.5 - side * 0.08), h * 0.52), rng.uniform(-9, 9))
    stethoscope(scene, w * (0.5 + side * 0.36), h * rng.uniform(0.3, 0.36), min(w, h) * 0.24, side)
    blister(scene, (w * (0.5 + side * 0.32), h * rng.uniform(0.76, 0.86)), min(w, h) * 0.32, rng.uniform(-40, 40))


def hospital_bed(scene: Scene) -> None:
    """A bed with a monitor and a drip; whoever is there sits up in it, a nurse beside them."""
    rng, w, h = scene.rng, scene.width, scene.height
    ward(scene, 0.64)
    flip = rng.choice((-1, 1))
    monitor(scene, w * (0.5 + flip * 0.3), h * 0.22, w * 0.2)
    drip_stand(scene, w * (0.5 - flip * 0.4))
    bedhead(scene)
    count = len(scene.people)
    share = 0.3 if count == 1 else 0.25 if count < 4 else 0.22
    for who in reversed(range(count)):
        cx = w * (0.5 + 0.2 * ((who + 1) // 2) * (1 if who % 2 else -1))
        outfit = Outfit.SCRUBS if who == count - 1 and who else Outfit.CASUAL
        bust(scene, who, cx, h * (0.76 if who else 0.8), min(w, h * 1.1) * share, outfit=outfit)
    blanket(scene)


def waiting_room(scene: Scene) -> None:
    """A row of chairs, a reception sign, a clock, a poster; people waiting."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    ward(scene, 0.66)
    x = w * rng.uniform(0.16, 0.3)
    pen.rectangle((x - w * 0.13, h * 0.1, x + w * 0.13, h * 0.19), fill=TEAL)
    green_cross(scene, x - w * 0.1, h * 0.145, h * 0.025, WHITE)
    write(pen, (x + w * 0.02, h * 0.145), "Ward " + rng.choice("ABCD"), round(min(h * 0.05, w * 0.038)), WHITE, "mm")
    cx, cy, r = w * rng.uniform(0.46, 0.54), h * 0.14, min(w, h) * 0.065
    pen.ellipse((cx - r, cy - r, cx + r, cy + r), fill=WHITE, outline=(70, 78, 84), width=6)
    for far, a in ((0.5, rng.uniform(0, 6.3)), (0.78, rng.uniform(0, 6.3))):
        pen.line((cx, cy, cx + r * far * math.cos(a), cy + r * far * math.sin(a)), fill=INK, width=4)
    px = w * rng.uniform(0.72, 0.84)
    pen.rectangle((px - w * 0.09, h * 0.07, px + w * 0.09, h * 0.4), fill=WHITE, outline=(150, 160, 166), width=3)
    pen.ellipse(
        (px - w * 0.05, h * 0.12, px + w * 0.05, h * 0.12 + w * 0.1), fill=mix(CROSS, WHITE, rng.uniform(0.1, 0.3))
    )
    green_cross(scene, px, h * 0.12 + w * 0.05, w * 0.03, WHITE)
    for k in range(3):
        pen.line(
            (px - w * 0.06, h * (0.3 + 0.03 * k), px + w * 0.06, h * (0.3 + 0.03 * k)), fill=(150, 156, 162), width=4
        )
    seat = jitter(rng, rng.choice((TEAL, (70, 100, 150), (200, 120, 70), (110, 150, 90))), 10)
    count = 6 if w > h else 4
    for k in range(count):
        waiting_chair(scene, w * (k + 0.5) / count, h * 0.86, w / count * 0.8, seat)
    px = w * rng.choice((0.03, 0.97))
    rim = pot(scene, px, h * 0.8, w * 0.09, (220, 222, 220))
    for k in range(9):
        a = math.pi * (0.15 + 0.7 * k / 8)
        pen.line(
            (px, rim, px + w * 0.08 * math.cos(a), rim - h * 0.17 * math.sin(a)),
            fill=shade((84, 136, 86), 0.7 + 0.07 * k),
            width=8,
        )
    if scene.people:
        on_foot(scene)
    else:
        passer_by(scene, w * rng.uniform(0.3, 0.7), h * 0.93, h * 0.5)


def bandaged_arm(scene: Scene) -> None:
    """Close to an arm in a dressing, on a sheet, with a roll of gauze and scissors."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    cloth = jitter(rng, rng.choice(STERILE), 8)
    vertical_gradient(scene, (0, 0, w, h), shade(cloth, 1.2), shade(cloth, 0.88))
    for _ in range(7):
        x, y, r = rng.uniform(0, w), rng.uniform(0, h), rng.uniform(0.1, 0.3) * w
        soft_spot(scene, (x - r, y - r * 0.2, x + r, y + r * 0.2), shade(cloth, rng.choice((0.8, 1.3))), 0.6)
    texture(scene, (0, 0, w, h), 4)
    y, thick = h * rng.uniform(0.36, 0.46), min(w, h) * rng.uniform(0.28, 0.34)
    forearm(scene, y, thick)
    gauze, left, right = (246, 242, 232), w * rng.uniform(0.2, 0.28), w * rng.uniform(0.52, 0.62)
    pen.rounded_rectangle((left, y - thick * 0.64, right, y + thick * 0.64), thick * 0.14, fill=gauze)
    soft_spot(scene, (left - w * 0.05, y + thick * 0.1, right + w * 0.05, y + thick * 0.9), (120, 110, 100), 0.4)
    turns = rng.randint(6, 9)
    for k in range(turns):
        x = left + (right - left) * (k + 0.3) / turns
        pen.line(
            (x, y - thick * 0.62, x + (right - left) / turns * 0.8, y + thick * 0.62), fill=shade(gauze, 0.84), width=4
        )
        pen.line(
            (x + 5, y - thick * 0.62, x + 5 + (right - left) / turns * 0.8, y + thick * 0.62),
            fill=(255, 254, 250),
            width=3,
        )
    if rng.random() < 0.6:
        sx, sy = (left + right) / 2, y - thick * rng.uniform(-0.1, 0.2)
        soft_spot(
            scene, (sx - thick * 0.22, sy - thick * 0.16, sx + thick * 0.22, sy + thick * 0.16), (190, 50, 46), 0.6
        )
    gx, gy, r = w * rng.uniform(0.16, 0.3), h * rng.uniform(0.78, 0.88), thick * 0.34
    soft_shadow(scene, (gx - r, gy - r * 0.6, gx + r * 1.5, gy + r * 1.2), 0.5)
    pen.polygon(
        [(gx, gy + r * 0.6), (gx, gy + r), (gx + w * 0.24, gy + r * 1.05), (gx + w * 0.26, gy + r * 0.7)],
        fill=shade(gauze, 0.94),
    )
    for k in range(5):
        q = r * (1 - 0.2 * k)
        pen.ellipse((gx - q, gy - q, gx + q, gy + q), fill=shade(gauze, 0.86 if k % 2 else 1.02))
    plasters(scene, w * 0.72, h * rng.uniform(0.74, 0.86), min(w, h) * 0.2)


def blood_pressure(scene: Scene) -> None:
    """A cuff around an arm, the meter with its numbers in front; a face behind if there is one."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    ward(scene, 0.5)
    edge = h * 0.62
    if scene.people:
        across_the_table(scene, edge + h * 0.05)
    desk = jitter(rng, (226, 222, 214), 8)
    vertical_gradient(scene, (0, edge, w, h), desk, shade(desk, 0.88))
    pen.line((0, edge, w, edge), fill=shade(desk, 1.3), width=5)
    y, thick = edge + h * 0.12, min(w, h) * 0.2
    forearm(scene, y, thick)
    cuff, left = jitter(rng, rng.choice(((46, 62, 96), (60, 66, 74), (50, 100, 110))), 8), w * rng.uniform(0.06, 0.12)
    right = left + w * 0.3
    pen.rounded_rectangle((left, y - thick * 0.78, right, y + thick * 0.78), thick * 0.2, fill=cuff)
    soft_spot(scene, (left, y - thick * 0.7, right, y), mix(cuff, WHITE, 0.5), 0.5)
    pen.rectangle((left + w * 0.05, y - thick * 0.4, left + w * 0.16, y - thick * 0.05), fill=WHITE)
    write(pen, (left + w * 0.105, y - thick * 0.22), word(rng).upper()[:6], round(thick * 0.16), cuff, "mm")
    mx, my, half = w * rng.uniform(0.6, 0.74), h * 0.88, min(w, h) * 0.15
    pen.line(
        smooth([(right, y + thick * 0.3), (right + w * 0.08, h * 0.94), (mx - half, my)], closed=False),
        fill=(60, 64, 70),
        width=9,
    )
    soft_shadow(scene, (mx - half, my - half * 0.4, mx + half * 1.2, my + half * 0.9), 0.5)
    pen.rounded_rectangle((mx - half, my - half * 0.82, mx + half, my + half * 0.7), half * 0.18, fill=(244, 246, 248))
    pen.rounded_rectangle(
        (mx - half * 0.82, my - half * 0.68, mx + half * 0.3, my + half * 0.54), half * 0.08, fill=(176, 196, 182)
    )
    for k, value in enumerate((rng.randint(104, 168), rng.randint(64, 102), rng.randint(52, 98))):
        write(
            pen, (mx + half * 0.22, my - half * (0.42 - 0.38 * k)), str(value), round(half * 0.38), (36, 48, 44), "rm"
        )
    pen.ellipse((mx + half * 0.44, my - half * 0.4, mx + half * 0.86, my + half * 0.02), fill=(70, 130, 190))
    speckle(scene, (0, edge, w, h), [shade(desk, 0.94)], 30, 2)


def eye_chart(scene: Scene) -> None:
    """A lit chart of shrinking letters, a height scale, a cabinet with bottles; people at the check-up."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    ward(scene, 0.74)
    cx, half, top, foot = w * rng.uniform(0.3, 0.42), min(w * 0.17, h * 0.2), h * 0.07, h * 0.6
    soft_spot(scene, (cx - half * 2, -h * 0.1, cx + half * 2, h * 0.75), (255, 255, 250), 0.7)
    pen.rounded_rectangle((cx - half, top, cx + half, foot), 8, fill=(252, 252, 248), outline=(120, 130, 136), width=5)
    size, y = half * 0.8, top + half * 0.5
    for row in range(6):
        for k in range(row + 1):
            x = cx + half * 1.7 * ((k + 0.5) / (row + 1) - 0.5)
            write(pen, (x, y), rng.choice("ABDEFHKLNOPRTVZ"), round(size), INK, "mm")
        y += size * 0.62 + half * 0.2
        size *= 0.72
    x, step = w * rng.uniform(0.58, 0.64), h * 0.033
    pen.rectangle((x - w * 0.012, h * 0.1, x + w * 0.012, h * 0.74), fill=(250, 236, 180), outline=(150, 140, 110))
    for k in range(19):
        pen.line((x - w * 0.012, h * 0.12 + k * step, x + w * 0.012 * (k % 2), h * 0.12 + k * step), fill=INK, width=2)
    left, right = w * 0.72, w * 0.96
    pen.rectangle((left, h * 0.14, right, h * 0.74), fill=(236, 240, 242), outline=(170, 178, 184), width=4)
    for k in range(3):
        y = h * (0.3 + 0.15 * k)
        for i in range(3):
            bottle(scene, left + (right - left) * (i + 0.6) / 3.2, y, min((right - left) * 0.2, h * 0.05))
        pen.rectangle((left, y, right, y + h * 0.012), fill=(190, 198, 204))
    green_cross(scene, (left + right) / 2, h * 0.67, h * 0.04)
    if scene.people:
        on_foot(scene)


DRAWINGS: tuple[Drawing, ...] = (
    xray_on_the_light_box,
    pills_and_blisters,
    prescription_sheet,
    hospital_bed,
    waiting_room,
    bandaged_arm,
    blood_pressure,
    eye_chart,
)
