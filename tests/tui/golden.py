"""Screens as text: the text is the contract. ``RENEW_GOLDEN=1`` writes them anew; the diff is then to be read."""

import os
import re
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"
# The row of rooms is the same on every screen and grows with the house: it is no part of what one screen promises.
_ROOMS = re.compile(r"^.* 1 Home.*$|^.*\[1 Home\].*$", re.MULTILINE)


def check(name: str, text: str) -> None:
    path = FOLDER / f"{name}.txt"
    if os.environ.get("RENEW_GOLDEN"):
        FOLDER.mkdir(exist_ok=True)
        path.write_text(_bare(text) + "\n", encoding="utf-8")
    approved = path.read_text(encoding="utf-8")
    assert _bare(text) + "\n" == _bare(approved), f"{path.name} differs; RENEW_GOLDEN=1 writes it anew"


def _bare(text: str) -> str:
    return _ROOMS.sub(" Rollcall", text)
