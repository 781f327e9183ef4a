"""The page that tells how to write a set of terms shows one that can be read."""

import re
from pathlib import Path

from simulator.catalog.load import load_policy_tests, load_terms
from simulator.catalog.shelf import names
from simulator.domain.shelf import Shelf
from simulator.terms.policy_tests import examine

PAGE = Path(__file__).parents[2] / "docs" / "terms.md"


def test_the_examples_on_the_page_can_be_read_and_the_tests_pass(tmp_path: Path) -> None:
    notice, tests = re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "my-notice.toml").write_text(notice, encoding="utf-8")
    (tmp_path / "my-notice-tests.toml").write_text(tests, encoding="utf-8")
    terms = load_terms(str(tmp_path / "my-notice.toml"))
    assert [clause.id for clause in terms.clauses] == ["photos.kept", "photos.removal", "silent.models"]
    examined = examine(load_policy_tests(str(tmp_path / "my-notice-tests.toml")), terms)
    assert examined.failed == ()
    assert examined.uncovered == ("photos.removal", "silent.models")


def test_the_table_names_every_set_that_is_shipped() -> None:
    named = re.findall(r"^\| `([a-z0-9-]+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(named) == list(names(Shelf.TERMS))
