"""Photos as characters: two colours and a quarter-block for each cell, drawn in a worker and kept."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.color import Color
from rich.color_triplet import ColorTriplet
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

if TYPE_CHECKING:
    from PIL.Image import Image

# Bits: upper left 8, upper right 4, lower left 2, lower right 1. Half of the sixteen are the other half inverted.
_QUARTERS = " ▗▖▄▝▐▞▟"
_HALF_LIGHT = 3 * 128
_MASKS = tuple(tuple((mask >> bit) & 1 for bit in (3, 2, 1, 0)) for mask in range(8))

Render = Callable[["Image", int, int, str], Sequence[Strip]]


@lru_cache(maxsize=65536)
def _style(ink: tuple[int, int, int], paper: tuple[int, int, int]) -> Style:
    return Style.from_color(Color.from_triplet(ColorTriplet(*ink)), Color.from_triplet(ColorTriplet(*paper)))


def render_quarters(image: "Image", columns: int, rows: int, name: str) -> list[Strip]:  # noqa: ARG001  (see `Render`)
    """Crop to the cells' shape and find for each cell the two colours and the quarters that err least.

    Args:
        image: RGB, any size.
        columns: cells across.
        rows: cells down; a cell is about twice as high as wide.
        name: of the photo; only a renderer of plain tiles writes it.
    """
    import numpy as np
    from PIL import Image as Pillow
    from PIL import ImageOps

    # Twice the wanted height first, since ImageOps.fit keeps the picture's own proportions and cells are tall.
    fitted = ImageOps.fit(image, (columns * 2, rows * 4), Pillow.Resampling.LANCZOS)
    pixels = np.asarray(fitted.resize((columns * 2, rows * 2), Pillow.Resampling.BOX)).astype(np.float32)
    cells = pixels.reshape(rows, 2, columns, 2, 3).transpose(0, 2, 1, 3, 4).reshape(rows, columns, 4, 3)
    masks = np.array(_MASKS, np.float32)
    inked = masks.sum(1)
    total = cells.sum(2)
    ink_sum = np.einsum("mq,rcqk->mrck", masks, cells)
    ink = ink_sum / np.maximum(inked, 1)[:, None, None, None]
    paper = (total[None] - ink_sum) / (4 - inked)[:, None, None, None]
    # Least squared error is largest explained sum of squares.
    explained = (ink**2).sum(3) * inked[:, None, None] + (paper**2).sum(3) * (4 - inked)[:, None, None]
    best = explained.argmax(0)
    chosen = best[None, :, :, None]
    inks = np.take_along_axis(ink, chosen, 0)[0].astype(int).tolist()
    papers = np.take_along_axis(paper, chosen, 0)[0].astype(int).tolist()
    return [
        Strip(
            [
                Segment(_QUARTERS[quarters], _style(tuple(front), tuple(back)))
                for quarters, front, back in zip(line, inks[y], papers[y], strict=True)
            ],
            columns,
        )
        for y, line in enumerate(best.tolist())
    ]


def render_tile(image: "Image", columns: int, rows: int, name: str) -> list[Strip]:
    """A flat tile in the picture's mean colour with the photo's name: for tests and for light screenshots."""
    red, green, blue = image.resize((1, 1)).tobytes()
    ink = (0, 0, 0) if red + green + blue > _HALF_LIGHT else (255, 255, 255)
    paper = _style(ink, (red, green, blue))
    middle = rows // 2
    return [
        Strip([Segment(f"{name[:columns] if y == middle else '':^{columns}}", paper)], columns) for y in range(rows)
    ]
