"""What Rollcall is called: a command, and a package that bears another name, since the short one is a stranger's."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import simulator

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
SHIPPED = PROJECT["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
# Each of these would install, or ask about, the package that others have published as `rollcall`.
STRANGERS = re.compile(
    r"""(?x)
    install \s (?: [^\n`]* ['"\s] )? ['"]? rollcall (?![\w./-])
    | (?<![\w-]) rollcall \[
    | \b version \( \s* ['"] rollcall ['"]
    | \b name \s* = \s* ['"] rollcall ['"]
    """
)


def texts() -> Iterator[tuple[Path, str]]:
    """Every text that is shipped, and what checks it."""
    for start in (ROOT / name for name in (*SHIPPED, "pyproject.toml", ".ci")):
        for path in [start] if start.is_file() else sorted(start.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                try:
                    yield path, path.read_text(encoding="utf-8")
                except UnicodeDecodeError:
                    continue  # a picture, or a model


def test_no_text_sends_anybody_to_the_package_of_others() -> None:
    found = [f"{path.relative_to(ROOT)}: {match[0]}" for path, text in texts() for match in STRANGERS.finditer(text)]
    assert found == []


@pytest.mark.parametrize(
    "ours", ["pip install '{}[serve]'", "pip install {}", "{}[parquet]", 'version("{}")', 'name = "{}"']
)
def test_a_text_that_does_so_would_be_found(ours: str) -> None:
    assert STRANGERS.search(ours.format("rollcall"))
    assert not STRANGERS.search(ours.format("camera-rollcall"))


@pytest.mark.parametrize("name", ["README.md", "pyproject.toml", "tests/test_names.py", ".ci/run", "docs/why.md"])
def test_what_is_looked_through_has_the_texts_that_tell_how_to_install(name: str) -> None:
    assert ROOT / name in {path for path, _ in texts()}


def test_the_version_is_one_number_in_one_place() -> None:
    assert PROJECT["project"]["name"] == "camera-rollcall"
    assert PROJECT["project"]["dynamic"] == ["version"]
    assert PROJECT["tool"]["hatch"]["version"] == {"path": "simulator/__init__.py"}
    assert f'__version__ = "{simulator.__version__}"' in (ROOT / "simulator" / "__init__.py").read_text()


def test_the_changelog_tells_of_this_version_below_what_is_not_released_yet() -> None:
    heads = re.findall(r"^## \[(.+?)\](.*)$", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert heads[0] == ("Unreleased", "")
    assert heads[1][0] == simulator.__version__
    assert all(re.fullmatch(r" - \d{4}-\d\d-\d\d", dated) for _, dated in heads[1:])


def test_the_citation_is_of_this_version_and_licence() -> None:
    citation = (ROOT / "CITATION.cff").read_text()
    assert f"\nversion: {simulator.__version__}\n" in citation
    assert f"\nlicense: {PROJECT['project']['license']}\n" in citation
