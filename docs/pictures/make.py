"""Makes the README's pictures from a real run: ``python docs/pictures/make.py``."""

import asyncio
import io
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path

from PIL import Image

from simulator.catalog.load import load_scenario
from simulator.domain.photo import Photo
from simulator.drawing.darkroom import Darkroom
from simulator.tui.pictures import render_quarters

HERE = Path(__file__).parent
STORY = "accidental-allow"
COLUMNS, ROWS, TILE, GAP = 8, 5, 150, 6
LINE, LETTER = 19, 8.4
COLOURS = 128
DARK, LIGHT, DIM = "#14171c", "#e6e6e6", "#8b949e"


def choose(photos: list[Photo]) -> list[Photo]:
    """As many different themes and drawings as there is room for, in the order of taking."""
    seen: set[tuple[str, int]] = set()
    chosen = []
    for photo in photos:
        kind = (photo.theme, int(photo.variant * 6))
        if kind not in seen:
            seen.add(kind)
            chosen.append(photo)
    step = max(1.0, len(chosen) / (COLUMNS * ROWS))
    return [chosen[int(i * step)] for i in range(min(COLUMNS * ROWS, len(chosen)))]


def draw_roll() -> None:
    """One camera roll as a contact sheet."""
    scenario = load_scenario(STORY)
    person = scenario.live()
    darkroom = Darkroom(person.cast, person.pets, scenario.starts)
    width, height = COLUMNS * (TILE + GAP) + GAP, ROWS * (TILE + GAP) + GAP
    sheet = Image.new("RGB", (width, height), DARK)
    for place, photo in enumerate(choose(list(scenario.roll(person).photos))):
        picture = darkroom.draw(photo).image
        side = min(picture.size)
        left, top = (picture.width - side) // 2, (picture.height - side) // 2
        tile = picture.crop((left, top, left + side, top + side)).resize((TILE, TILE), Image.Resampling.LANCZOS)
        row, column = divmod(place, COLUMNS)
        sheet.paste(tile, (GAP + column * (TILE + GAP), GAP + row * (TILE + GAP)))
    sheet.save(HERE / "roll.jpg", quality=82, optimize=True)


def write_terminal(lines: list[str]) -> None:
    """Lines of a terminal as a light SVG that loads no font."""
    width, height = 80 * LETTER + 40, len(lines) * LINE + 40
    body = "\n".join(
        f'<text x="20" y="{34 + i * LINE}" fill="{LIGHT if line[:1] != " " else DIM}" xml:space="preserve">'
        f"{escape(line)}</text>"
        for i, line in enumerate(lines)
    )
    (HERE / "line-mode.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" width="{width:.0f}" '
        f'height="{height}" font-family="ui-monospace, Menlo, Consolas, DejaVu Sans Mono, monospace" font-size="14">\n'
        f'<rect width="100%" height="100%" rx="8" fill="{DARK}"/>\n{body}\n</svg>\n'
    )


def tell_end() -> None:
    """The day of the tap, the day of the revoke and the ledger, as line mode prints them."""
    with tempfile.TemporaryDirectory() as folder:
        words = [sys.executable, "-m", "simulator", "play", STORY, "--db", f"{folder}/a.db"]
        told = subprocess.run(words, capture_output=True, text=True, check=True).stdout.splitlines()
    days = [i for i, line in enumerate(told) if line.startswith("Day ")]
    revoke = next(i for i, line in enumerate(told) if "turns cloud processing off" in line) - 1
    end = next(i for i, line in enumerate(told) if line.startswith("Recorded as"))
    write_terminal([*told[days[0] : days[1]], "  ...", "", *told[revoke:end]])


def shoot_screen() -> None:
    """The day of the revoke of the default story on the screen, photos and all, in few colours."""
    import cairosvg  # extra [docs]

    sys.path.insert(0, str(HERE.parent / "screens"))
    from make_screens import picture

    with tempfile.TemporaryDirectory() as folder:
        svg = asyncio.run(picture("revoked", (160, 45), Path(folder) / "a.db", render_quarters))
    raw = cairosvg.svg2png(bytestring=svg.replace("monospace", "DejaVu Sans Mono").encode(), output_width=1600)
    image = Image.open(io.BytesIO(raw)).convert("RGB")
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(HERE / "screen.png", optimize=True)


if __name__ == "__main__":
    draw_roll()
    tell_end()
    shoot_screen()
