"""Where the pictures of a collage go, drawn as text: each letter is one picture and fills a rectangle of its grid."""

Box = tuple[int, int, int, int]

MOST_PICTURES = 9

_LAYOUTS = (
    ("A",),
    ("A", "B"),
    ("AA", "AA", "AA", "BC", "BC"),
    ("AAABB", "AAABB", "CCDDD", "CCDDD"),
    ("AAABBB", "AAABBB", "AAABBB", "CCDDEE", "CCDDEE"),
    ("AAB", "AAC", "DEF"),
    ("AAABBB", "AAABBB", "CCDDEE", "CCDDEE", "FFFFGG", "FFFFGG"),
    ("AABBCC", "AABBCC", "DDDDEE", "DDDDEE", "FFGGHH", "FFGGHH"),
    ("ABC", "DEF", "GHI"),
)


def lay_out(count: int, area: Box, gap: int) -> list[Box]:
    """Boxes (left, top, right, bottom; pixels) for 1 to 9 pictures in an area, with a gap between neighbours."""
    rows = _LAYOUTS[count - 1]
    left, top, right, bottom = area
    # The area and one gap are shared out, and each box gives its gap back: so all outer edges meet the area's.
    across, down = (right - left + gap) / len(rows[0]), (bottom - top + gap) / len(rows)
    boxes = []
    for letter in sorted(set("".join(rows))):
        tall = [at for at, row in enumerate(rows) if letter in row]
        row = rows[tall[0]]
        boxes.append(
            (
                left + round(row.index(letter) * across),
                top + round(tall[0] * down),
                left + round((row.rindex(letter) + 1) * across) - gap,
                top + round((tall[-1] + 1) * down) - gap,
            )
        )
    return boxes
