"""Every check has a page, and the page shows what it says it shows."""

import re
import tomllib
from pathlib import Path

import pytest

from simulator.terms.checks.finding import Finding, Severity
from simulator.terms.checks.run import CHECKS

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_has_a_page_of_four_parts(check: str) -> None:
    page = ROOT / Finding(check=check, severity=Severity.ERROR, says="Something.").page
    text = page.read_text(encoding="utf-8")
    assert text.startswith(f"# {check}\n")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == ["Summary", "Avoid", "Prefer", "Rationale"]


def test_there_is_no_page_without_a_check_and_no_example_that_is_not_toml() -> None:
    pages = sorted((ROOT / "docs" / "checks").glob("*.md"))
    assert [page.stem for page in pages] == sorted(CHECKS)
    for page in pages:
        for example in re.findall(r"```toml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
            tomllib.loads(example)
