from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import simulator
from simulator.catalog.shelf import find, is_id, names
from simulator.domain.errors import ScenarioError
from simulator.domain.shelf import Shelf


@pytest.mark.parametrize("kind", Shelf)
def test_there_is_something_of_every_kind_and_each_id_finds_its_file(kind: Shelf) -> None:
    assert names(kind) == tuple(sorted(names(kind)))
    assert names(kind)
    for name in names(kind):
        assert find(kind, name).is_file()
        assert find(kind, name).parent.name == kind


def test_a_name_with_a_suffix_or_a_separator_is_the_users_own_file() -> None:
    assert find(Shelf.TERMS, "mine.toml") == Path("mine.toml")
    assert find(Shelf.TERMS, "./mine") == Path("mine")
    assert find(Shelf.TERMS, "/somewhere/else") == Path("/somewhere/else")


def test_an_unknown_id_is_answered_with_the_nearest_one() -> None:
    with pytest.raises(ScenarioError) as caught:
        find(Shelf.STORIES, "acidental-allow")
    assert str(caught.value) == (
        "stories: none is called 'acidental-allow'; did you mean 'accidental-allow'?"
        " (`rollcall list stories` shows them)"
    )


def test_an_id_near_to_none_is_answered_with_all() -> None:
    with pytest.raises(ScenarioError, match=", ".join(names(Shelf.STORIES))):
        find(Shelf.STORIES, "qqq")


@settings(deadline=None)
@given(name=st.text().filter(lambda name: "/" not in name and not name.endswith(".toml")))
def test_no_id_however_hostile_leaves_the_shelf_or_reaches_the_terminal_raw(name: str) -> None:
    for kind in Shelf:
        with pytest.raises(ScenarioError) as caught:
            find(kind, f"{name}?")
        line = str(caught.value)
        assert "\x1b" not in line
        assert "\n" not in line
        assert len(line) < 1000


@pytest.mark.parametrize("name", ["..", ".", "", "a--b", "-a", "a-", "A", "a b", "a\n", "a\x1b[31m", "é"])
def test_only_lower_case_letters_digits_and_hyphens_make_an_id(name: str) -> None:
    assert not is_id(name)
    with pytest.raises(ScenarioError):
        find(Shelf.TERMS, name)


def test_scenarios_in_the_package_come_before_those_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(simulator, "__file__", str(tmp_path / "simulator" / "__init__.py"))
    with pytest.raises(ScenarioError, match="install Rollcall again"):
        names(Shelf.TERMS)
    for folder in ("scenarios", "simulator/_scenarios"):
        (tmp_path / folder / "terms").mkdir(parents=True)
        (tmp_path / folder / "terms" / f"{folder[-4:]}.toml").touch()
        (tmp_path / folder / "terms" / "Not an id.toml").touch()
        assert names(Shelf.TERMS) == (folder[-4:],)
