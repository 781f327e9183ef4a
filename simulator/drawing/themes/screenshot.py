"""Pictures of a screen: chats, settings, maps, bank, calendar, home screen, feed, in light and in dark."""

import math

from simulator.drawing.color import WHITE, hue, mix, shade
from simulator.drawing.paint import Box, smooth, vertical_gradient, write
from simulator.drawing.papers import amount, digits, phrase, word
from simulator.drawing.scene import Drawing, Scene
from simulator.drawing.screen import (
    app_bars,
    app_icon,
    glyph,
    landscape_in,
    map_route,
    name_badge,
    pick_skin,
    redraw_tabs,
    status_bar,
    town_plan,
)


def chat(scene: Scene) -> None:
    """Bubbles left and right, a picture among them, a field to type in."""
    rng, w, pen = scene.rng, scene.width, scene.pen
    skin = pick_skin(scene)
    u = skin.unit
    top, foot = app_bars(scene, skin, f"{word(rng).capitalize()} & {word(rng).capitalize()}")
    y, picture = top + u, rng.randint(0, 3)
    while y < foot - u * 6:
        mine = rng.random() < 0.5
        rows = rng.randint(1, 3)
        width, height = min(w * 0.66, u * rng.uniform(9, 19)), u * (rows * 1.45 + 1.1)
        if picture == 0 and y + u * 10 < foot - u * 3:
            height = u * 9
        left = w - u - width if mine else u * 3.6
        tone, ink = (skin.accent, WHITE) if mine else (skin.card, skin.text)
        pen.rounded_rectangle((left, y, left + width, y + height), u * 0.9, fill=tone)
        if not mine:
            name_badge(scene, u * 2, y + height - u, u)
        if height == u * 9:
            landscape_in(scene, (left + u * 0.3, y + u * 0.3, left + width - u * 0.3, y + height - u * 0.3))
        else:
            for k in range(rows):
                room = int((width - u * 1.6) / (u * 0.56))
                write(
                    pen,
                    (left + u * 0.8, y + u * (0.5 + 1.45 * k)),
                    phrase(rng, 6)[: room if k < rows - 1 else max(4, room // 2)],
                    u,
                    ink,
                )
        picture -= 1
        y += height + u * 0.7
    pen.rounded_rectangle(
        (u, foot - u * 2.6, w - u * 4, foot - u * 0.5),
        u,
        fill=skin.card,
        outline=mix(skin.faint, skin.ground, 0.4),
        width=2,
    )
    write(pen, (u * 2, foot - u * 1.55), "Message", u, skin.faint, "lm")
    pen.ellipse((w - u * 3.3, foot - u * 2.7, w - u, foot - u * 0.4), fill=skin.accent)
    glyph(scene, w - u * 2.1, foot - u * 1.55, u * 0.5, WHITE, kind=5)


def settings_list(scene: Scene) -> None:
    """Rows with icons, names and switches."""
    rng, w, pen = scene.rng, scene.width, scene.pen
    skin = pick_skin(scene)
    u = skin.unit
    top, foot = app_bars(scene, skin, rng.choice(("Settings", "Privacy", "Account", "Notifications")))
    y, kind = top + u * 1.2, rng.randrange(8)
    while y < foot - u * 4:
        rows = min(rng.randint(2, 4), int((foot - y - u) / (u * 2.9)))
        if rows < 1:
            break
        pen.rounded_rectangle((u, y, w - u, y + rows * u * 2.9), u * 0.8, fill=skin.card)
        for k in range(rows):
            cy = y + u * (1.45 + 2.9 * k)
            pen.rounded_rectangle(
                (u * 1.8, cy - u * 0.85, u * 3.5, cy + u * 0.85), u * 0.4, fill=hue(rng.random(), 0.6, 0.85)
            )
            glyph(scene, u * 2.65, cy, u * 0.48, WHITE, kind=kind)
            kind += 1
            write(pen, (u * 4.4, cy - u * 0.45), phrase(rng, 2), u, skin.text, "lm")
            write(pen, (u * 4.4, cy + u * 0.65), phrase(rng, 4), round(u * 0.7), skin.faint, "lm")
            if rng.random() < 0.6:
                on = rng.random() < 0.6
                pen.rounded_rectangle(
                    (w - u * 5, cy - u * 0.75, w - u * 2.2, cy + u * 0.75),
                    u * 0.75,
                    fill=skin.accent if on else mix(skin.faint, skin.card, 0.5),
                )
                x = w - u * (2.95 if on else 4.25)
                pen.ellipse((x - u * 0.62, cy - u * 0.62, x + u * 0.62, cy + u * 0.62), fill=WHITE)
            else:
                pen.line(
                    [(w - u * 2.9, cy - u * 0.5), (w - u * 2.4, cy), (w - u * 2.9, cy + u * 0.5)],
                    fill=skin.faint,
                    width=3,
                )
            if k:
                pen.line((u * 4.4, cy - u * 1.45, w - u, cy - u * 1.45), fill=mix(skin.card, skin.faint, 0.3), width=2)
        y += rows * u * 2.9 + u * 1.2


def map_with_route(scene: Scene) -> None:
    """Streets, parks, water, a route with a pin, a card with the arrival time."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    skin = pick_skin(scene)
    u = skin.unit
    town_plan(scene, skin)
    map_route(scene, skin)
    for _ in range(6):
        spot, name = (w * rng.uniform(0.08, 0.9), h * rng.uniform(0.2, 0.78)), word(rng).capitalize()
        write(pen, spot, name + rng.choice((" St", " Park", "", " Sq")), round(u * 0.8), skin.faint, "mm")
    status_bar(scene, skin.text, u)
    pen.rounded_rectangle((u, u * 2.4, w - u, u * 5), u * 1.2, fill=skin.card, outline=skin.faint, width=2)
    glyph(scene, u * 2.6, u * 3.7, u * 0.55, skin.faint, kind=1)
    write(pen, (u * 4, u * 3.7), phrase(rng, 2), u, skin.text, "lm")
    pen.rounded_rectangle((0, h - u * 6.4, w, h + u * 2), u * 1.4, fill=skin.card)
    write(pen, (u * 1.6, h - u * 4.6), f"{rng.randint(3, 58)} min", round(u * 1.9), (40, 160, 90), "lm")
    write(pen, (u * 1.6, h - u * 2.6), f"{amount(rng, 30)} km   {phrase(rng, 2)}", round(u * 0.95), skin.faint, "lm")
    pen.rounded_rectangle((w - u * 8, h - u * 5, w - u * 1.4, h - u * 2.2), u * 1.4, fill=skin.accent)
    write(pen, (w - u * 4.7, h - u * 3.6), "Start", round(u * 1.2), WHITE, "mm")


def bank_account(scene: Scene) -> None:
    """A balance on a card, a chart, and payments with amounts."""
    rng, w, pen = scene.rng, scene.width, scene.pen
    skin = pick_skin(scene)
    u = skin.unit
    top, foot = app_bars(scene, skin, f"{word(rng).capitalize()} Bank")
    low = top + u * 9.4
    right = w - u if w < scene.height else w * 0.52
    vertical_gradient(scene, (u, top + u, right, low), shade(skin.accent, 1.1), shade(skin.accent, 0.66))
    write(pen, (u * 2, top + u * 2.2), "Balance", u, mix(skin.accent, WHITE, 0.75), "lm")
    write(pen, (u * 2, top + u * 4.4), f"{rng.randint(0, 19)} {amount(rng, 999).zfill(6)}", round(u * 2.4), WHITE, "lm")
    write(pen, (u * 2, low - u * 1.4), f"**** **** **** {digits(rng, 4)}", u, mix(skin.accent, WHITE, 0.8), "lm")
    chip = (right - u * 3.6, low - u * 2.3, right - u * 1.4, low - u * 0.8)
    pen.rounded_rectangle(chip, u * 0.3, fill=(236, 204, 130), outline=(190, 150, 80), width=2)
    y = low + u
    chart: Box = (w * 0.55, top + u, w - u, low) if w > scene.height else (u, y, w - u, y + u * 6)
    y = y if w > scene.height else y + u * 7
    pen.rounded_rectangle(chart, u * 0.8, fill=skin.card)
    bars = 8
    for k in range(bars):
        x, tall = chart[0] + (chart[2] - chart[0]) * (k + 0.3) / bars, (chart[3] - chart[1]) * rng.uniform(0.15, 0.8)
        pen.rounded_rectangle(
            (x, chart[3] - u * 0.5 - tall, x + (chart[2] - chart[0]) * 0.4 / bars, chart[3] - u * 0.5),
            u * 0.2,
            fill=skin.accent if k == bars - 2 else mix(skin.accent, skin.card, 0.6),
        )
    while y < foot - u * 2.6:
        pen.rounded_rectangle((u, y, w - u, y + u * 2.6), u * 0.6, fill=skin.card)
        name = name_badge(scene, u * 2.6, y + u * 1.3, u * 0.9)
        write(pen, (u * 4.2, y + u * 0.9), name + " " + word(rng), u, skin.text, "lm")
        write(
            pen,
            (u * 4.2, y + u * 1.9),
            f"{rng.randint(1, 28)}.{rng.randint(1, 12)}.  {word(rng)}",
            round(u * 0.7),
            skin.faint,
            "lm",
        )
        plus = rng.random() < 0.25
        write(
            pen,
            (w - u * 2, y + u * 1.3),
            ("+" if plus else "-") + amount(rng, 300),
            round(u * 1.1),
            (40, 166, 100) if plus else skin.text,
            "rm",
        )
        y += u * 3


def month_of_calendar(scene: Scene) -> None:
    """A month as a grid with coloured entries."""
    rng, w, pen = scene.rng, scene.width, scene.pen
    skin = pick_skin(scene)
    u = skin.unit
    top, foot = app_bars(scene, skin, f"{word(rng).capitalize()} {rng.randint(2016, 2026)}")
    cell_w, y0 = (w - u * 2) / 7, top + u * 2.2
    cell_h, first, today = (foot - y0 - u * 0.6) / 6, rng.randrange(7), rng.randint(1, 28)
    for k, name in enumerate(("M", "T", "W", "T", "F", "S", "S")):
        write(pen, (u + (k + 0.5) * cell_w, top + u * 1.2), name, u, skin.accent if k > 4 else skin.faint, "mm")
    for place in range(42):
        x, y, day = u + (place % 7) * cell_w, y0 + (place // 7) * cell_h, place - first + 1
        inside = 1 <= day <= 30
        pen.rounded_rectangle(
            (x + 2, y + 2, x + cell_w - 2, y + cell_h - 2), u * 0.4, fill=skin.card if inside else skin.ground
        )
        if not inside:
            continue
        if day == today:
            pen.ellipse((x + u * 0.2, y + u * 0.2, x + u * 2.0, y + u * 2.0), fill=skin.accent)
        write(pen, (x + u * 1.1, y + u * 1.1), str(day), round(u * 0.95), WHITE if day == today else skin.text, "mm")
        for k in range(rng.choice((0, 0, 1, 1, 2))):
            top_edge = y + u * (2.2 + 1.1 * k)
            if top_edge + u < y + cell_h:
                tone = hue(rng.random(), 0.5, 0.82)
                pen.rounded_rectangle((x + 5, top_edge, x + cell_w - 5, top_edge + u * 0.95), u * 0.25, fill=tone)
                write(pen, (x + 9, top_edge + u * 0.47), word(rng)[: int(cell_w / u)], round(u * 0.62), WHITE, "lm")


def home_screen(scene: Scene) -> None:
    """Rows of app icons over a wallpaper, a clock, a dock."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    tone, u = rng.random(), round(0.029 * min(w, h))
    vertical_gradient(scene, (0, 0, w, h), hue(tone, 0.55, 0.72), hue(tone + 0.16, 0.5, 0.42))
    for k in range(4):
        crest = smooth(
            [(w * i / 4, h * (0.42 + 0.15 * k) - h * rng.uniform(0, 0.14)) for i in range(-1, 6)], closed=False
        )
        pen.polygon([(0, h), *crest, (w, h)], fill=hue(tone + 0.05 * k, 0.5, 0.62 - 0.12 * k))
    status_bar(scene, WHITE, u)
    write(pen, (w * 0.5, u * 5.2), f"{rng.randint(0, 23)}:{rng.randint(10, 59)}", round(u * 4), WHITE, "mm")
    write(pen, (w * 0.5, u * 8.2), f"{word(rng).capitalize()} {rng.randint(1, 30)}", round(u * 1.1), WHITE, "mm")
    across, rows = (7, 3) if w > h else (4, 5)
    top, low = u * 10.5, h - u * 6.4
    cell_w, cell_h = w / across, (low - top) / rows
    size, kind = min(cell_w * 0.6, cell_h * 0.62) / 2, rng.randrange(8)
    for place in range(across * rows - rng.randint(0, across - 1)):
        x, y = (place % across + 0.5) * cell_w, top + (place // across + 0.42) * cell_h
        app_icon(scene, x, y, size, kind + place * 3)
        write(pen, (x, y + size + u * 0.7), word(rng).capitalize(), round(u * 0.7), WHITE, "mm")
    pen.rounded_rectangle((u, h - u * 5.2, w - u, h - u * 0.9), u * 1.4, fill=hue(tone, 0.25, 0.85))
    for k in range(4):
        app_icon(scene, w * (k + 0.5) / 4, h - u * 3.05, min(u * 1.5, size), kind + k)
    for k in range(3):
        pen.ellipse(
            (w * 0.5 + (k - 1) * u - u * 0.2, h - u * 6, w * 0.5 + (k - 1) * u + u * 0.2, h - u * 5.6),
            fill=WHITE if k == 0 else hue(tone, 0.2, 0.7),
        )


def social_feed(scene: Scene) -> None:
    """Posts with a picture, hearts and comments, a row of stories on top."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    skin = pick_skin(scene)
    u = skin.unit
    top, foot = app_bars(scene, skin, word(rng).capitalize())
    count = 9 if w > h else 6
    for k in range(count):
        x, y = w * (k + 0.5) / count, top + u * 2.6
        pen.ellipse(
            (x - u * 1.85, y - u * 1.85, x + u * 1.85, y + u * 1.85),
            outline=skin.accent if k % 3 else (240, 150, 60),
            width=max(3, u // 6),
        )
        name_badge(scene, x, y, u * 1.5)
    left, right = (u, w - u) if w < h else (w * 0.16, w * 0.84)
    y = top + u * 5.4
    while y < foot:
        tall = min((right - left) * 0.62, u * 19)
        pen.rounded_rectangle((left, y, right, y + tall + u * 7.4), u * 0.7, fill=skin.card)
        name = name_badge(scene, left + u * 1.8, y + u * 1.6, u)
        write(pen, (left + u * 3.4, y + u * 1.2), name, u, skin.text, "lm")
        write(pen, (left + u * 3.4, y + u * 2.2), f"{rng.randint(2, 59)} min", round(u * 0.7), skin.faint, "lm")
        landscape_in(scene, (left, y + u * 3.2, right, y + u * 3.2 + tall))
        for k, kind in enumerate((4, 2, 5)):
            glyph(
                scene,
                left + u * (1.6 + 2.4 * k),
                y + tall + u * 4.4,
                u * 0.62,
                (230, 60, 80) if kind == 4 else skin.text,
                kind=kind,
            )
        write(
            pen,
            (left + u, y + tall + u * 6.2),
            f"{rng.randint(3, 900)}  {phrase(rng, 4)}",
            round(u * 0.85),
            skin.text,
            "lm",
        )
        y += tall + u * 8.2
    redraw_tabs(scene, skin, foot)


def weather_now(scene: Scene) -> None:
    """A forecast: large degrees, a curve of the day, a row of days."""
    rng, w, h, pen = scene.rng, scene.width, scene.height, scene.pen
    tone, u = rng.choice((0.54, 0.58, 0.61, 0.64, 0.68, 0.08)), round(0.029 * min(w, h))
    vertical_gradient(
        scene, (0, 0, w, h), hue(tone, 0.62, 0.8), hue(tone + 0.06, 0.4, 0.5 if rng.random() < 0.4 else 0.92)
    )
    status_bar(scene, WHITE, u)
    write(pen, (w * 0.5, u * 4.2), word(rng).capitalize(), round(u * 1.8), WHITE, "mm")
    write(pen, (w * 0.5, u * 8.6), f"{rng.randint(-8, 34)}°", round(u * 5.4), WHITE, "mm")
    write(pen, (w * 0.5, u * 12.2), phrase(rng, 2), round(u * 1.1), WHITE, "mm")
    glass, y0, y1 = hue(tone, 0.4, 0.72), u * 14, h - u * 12.4
    pen.rounded_rectangle((u, y0, w - u, y1), u, fill=glass)
    phase = rng.uniform(0, math.tau)
    curve = [
        (u * 2 + (w - u * 4) * k / 24, (y0 + y1) / 2 + (y1 - y0) * 0.24 * math.sin(phase + k * 0.3)) for k in range(25)
    ]
    pen.line(curve, fill=(255, 220, 120), width=max(4, u // 4), joint="curve")
    for k in range(0, 25, 4):
        x, y = curve[k]
        pen.ellipse((x - u * 0.3, y - u * 0.3, x + u * 0.3, y + u * 0.3), fill=WHITE)
        write(pen, (x, y1 - u * 1.0), f"{(k + 6) % 24}", round(u * 0.8), WHITE, "mm")
    days = 7 if w > h else 5
    for k in range(days):
        x, half = w * (k + 0.5) / days, w / days * 0.42
        pen.rounded_rectangle((x - half, h - u * 11.4, x + half, h - u * 2.4), u * 0.8, fill=glass)
        write(pen, (x, h - u * 10.2), "MTWTFSS"[k], u, WHITE, "mm")
        r, cy = u * 1.1, h - u * 7.4
        pen.ellipse((x - r, cy - r, x + r, cy + r), fill=(255, 214, 90))
        if rng.random() < 0.6:
            for dx, q in ((-0.7, 0.7), (0.2, 0.95), (1.0, 0.6)):
                pen.ellipse(
                    (x + dx * u - q * u, cy + u * 0.6 - q * u, x + dx * u + q * u, cy + u * 0.6 + q * u * 0.8),
                    fill=(244, 246, 250),
                )
        write(pen, (x, h - u * 3.8), f"{rng.randint(-8, 34)}°", u, WHITE, "mm")


DRAWINGS: tuple[Drawing, ...] = (
    chat,
    settings_list,
    map_with_route,
    bank_account,
    month_of_calendar,
    home_screen,
    social_feed,
    weather_now,
)
