"""What tests of several rooms share."""

from pathlib import Path

import pytest


@pytest.fixture
def short_story(tmp_path: Path) -> Path:
    """A story of twelve days with real pictures: Allow by a slip on day 0, the switch found on day 3."""
    path = tmp_path / "short.toml"
    path.write_text(
        """
id = "short"
title = "Twelve days"
about = "For tests."
starts = 2025-06-27
last_day = 40
roll_from = -12
person = 4
seed = 7
life = "parent-in-town"
app = "plaza"
prompt = "creative-ideas-2025-06"
terms = "meta-2025-06-test"
access = "full"
steps = [
    { day = 0, do = "open_app" },
    { day = 0, do = "answer", choice = "allow", manner = "slip" },
    { day = 3, do = "revoke" },
]

[expect]
consent = "withdrawn"
uploaded = [1, 60]
held_after_day = { 33 = { "photo.original" = 0 } }
silent = ["photo.embedding"]
"""
    )
    return path
