"""A story of twelve days: short enough to be played many times."""

from pathlib import Path

_STORY = """
id = "short"
title = "Twelve days"
about = "For tests."
starts = 2025-06-27
last_day = 12
roll_from = -8
person = 61
seed = 7
life = "parent-in-town"
app = "plaza"
prompt = "creative-ideas-2025-06"
terms = "meta-2025-06-test"
access = "full"
steps = [
    { day = 0, do = "open_app" },
    { day = 0, do = "answer", choice = "allow", manner = "slip" },
    { day = 10, do = "revoke" },
]

[expect]
consent = "withdrawn"
uploaded = [1, 60]
"""


def write_short(folder: Path, seed: int = 7) -> str:
    """The story as a file, by whose name it can be wished for."""
    path = folder / "short.toml"
    path.write_text(_STORY.replace("seed = 7", f"seed = {seed}"))
    return str(path)
