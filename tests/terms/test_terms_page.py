"""The page that tells how to write a set of terms shows one that can be read."""

import re
from pathlib import Path

from simulator.catalog.load import load_terms

PAGE = Path(__file__).parents[2] / "docs" / "terms.md"


def test_the_example_on_the_page_can_be_read(tmp_path: Path) -> None:
    example = re.search(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert example is not None
    file = tmp_path / "my-notice.toml"
    file.write_text(example[1], encoding="utf-8")
    assert [clause.id for clause in load_terms(str(file)).clauses] == ["photos.kept", "photos.removal", "silent.models"]
