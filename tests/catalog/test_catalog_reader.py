import dataclasses
import datetime as dt
import os
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.catalog.file import LARGEST
from simulator.catalog.reader import structure
from simulator.catalog.toml import read_toml
from simulator.domain.errors import ScenarioError, printable


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    length: float
    colour: Colour = Colour.GREEN


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    name: str
    age: int
    evergreen: bool = False
    planted: dt.date | None = None
    noted: str = ""
    leaves: tuple[Leaf, ...] = ()
    spot: tuple[float, float] = (0.0, 0.0)
    colours: frozenset[Colour] = frozenset()
    rings: Mapping[int, float] = dataclasses.field(default_factory=dict)
    visitors: dict[str, tuple[int, ...]] = dataclasses.field(default_factory=dict)


def read(tmp_path: Path, text: str | bytes) -> Tree:
    path = tmp_path / "tree.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return structure(read_toml(path), Tree, path)


def complaint(tmp_path: Path, text: str | bytes) -> str:
    with pytest.raises(ScenarioError) as caught:
        read(tmp_path, text)
    line = str(caught.value)
    assert "\n" not in line
    assert line.startswith(str(tmp_path / "tree.toml"))
    return line.removeprefix(f"{tmp_path / 'tree.toml'}: ")


OAK = 'name = "oak"\nage = 3\n'


def test_a_file_becomes_the_value_that_it_describes(tmp_path: Path) -> None:
    text = """
        name = "oak"
        age = 300
        evergreen = false
        planted = 1725-03-01
        spot = [52, 13.4]
        colours = ["red", "green"]
        rings = { 1 = 0.5, 300 = 2 }
        visitors."the king" = [1740, 1741]
        [[leaves]]
        length = 7
        colour = "red"
    """
    assert read(tmp_path, text) == Tree(
        name="oak",
        age=300,
        planted=dt.date(1725, 3, 1),
        spot=(52.0, 13.4),
        colours=frozenset(Colour),
        rings={1: 0.5, 300: 2.0},
        visitors={"the king": (1740, 1741)},
        leaves=(Leaf(length=7.0, colour=Colour.RED),),
    )


def test_a_toml_date_in_a_text_field_becomes_iso_text(tmp_path: Path) -> None:
    assert read(tmp_path, OAK + "noted = 2025-06-27").noted == "2025-06-27"


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbf" + OAK.replace("\n", "\r\n").encode()) == Tree(name="oak", age=3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('nam = "oak"\nage = 3', "nam: unknown key 'nam'; did you mean 'name'?"),
        (OAK + "[[leaves]]\nlenght = 2", "leaves[0].lenght: unknown key 'lenght'; did you mean 'length'?"),
        (OAK + "zzz = 1", "zzz: unknown key 'zzz'; expected one of name, age,"),
        ('name = "oak"', "age: missing key; expected a whole number"),
        (OAK + "leaves = [{ length = 1 }, {}]", "leaves[1].length: missing key; expected a number"),
        (OAK.replace("3", "'x'"), "age: expected a whole number, found 'x'"),
        (OAK.replace("3", "3.0"), "age: expected a whole number, found 3.0"),
        (OAK.replace("3", "true"), "age: expected a whole number, found true"),
        (OAK.replace("3", "9223372036854775808"), "found 9223372036854775808; it must fit in 64 bits"),
        (OAK.replace('"oak"', "7"), "name: expected text, found 7"),
        (
            OAK.replace('"oak"', r'"\u001b[31moak"'),
            r"name: expected text, found '\x1b[31moak'; it must have no control",
        ),
        (OAK + "evergreen = 1", "evergreen: expected true or false, found 1"),
        (OAK + 'planted = "2025-06-27"', "planted: expected a date such as 2025-06-27, found '2025-06-27'"),
        (OAK + "planted = 2025-06-27T10:00:00Z", "planted: expected a date such as 2025-06-27, found 2025-06-27 10:00"),
        (OAK + "noted = 2025-06-27T10:00:00Z", "noted: expected text, found 2025-06-27 10:00"),
        (OAK + "spot = [1, 2, 3]", "spot: expected a list of 2: a number, a number, found a list"),
        (OAK + "spot = [1, nan]", "spot[1]: expected a number, found nan"),
        (OAK + 'leaves = "many"', "leaves: expected a list, each entry a table, found 'many'"),
        (OAK + "leaves = [1]", "leaves[0]: expected a table, found 1"),
        (
            OAK + 'leaves = [{ length = 1, colour = "gren" }]',
            "leaves[0].colour: expected one of red, green, found 'gren'",
        ),
        (OAK + 'leaves = [{ length = 1, colour = "gren" }]', "did you mean 'green'?"),
        (OAK + "leaves = [{ length = 1, colour = 1 }]", "leaves[0].colour: expected one of red, green, found 1"),
        (
            OAK + 'colours = ["red", "red"]',
            "colours: expected a list, each entry one of red, green, found 'red'; listed twice",
        ),
        (OAK + "rings = { one = 1 }", "rings.one: expected a whole number, found 'one'"),
        (OAK + "rings = { 01 = 1 }", "rings.01: expected a whole number, found '01'"),
        (OAK + "rings = 3", "rings: expected a table, found 3"),
        (OAK + 'visitors."the king" = [1, "2"]', "visitors.\"the king\"[1]: expected a whole number, found '2'"),
    ],
)
def test_each_mistake_is_one_line_that_names_key_and_remedy(tmp_path: Path, text: str, expected: str) -> None:
    assert expected in complaint(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"name = \n", "not valid TOML: Invalid value (at line 1, column 8)"),
        (b"name = 'a'\nage = ", "not valid TOML: Invalid value (at line 2, the end)"),
        (b"name = 1\nname = 2\n", "not valid TOML: Cannot overwrite a value"),
        (b"name = 'a'\nage = \xff", "not UTF-8 text (at line 2)"),
        (b"\x89PNG\r\n\x1a\n", "not UTF-8 text (at line 1)"),
        (b"age = " + b"[" * 50_000, "not valid TOML: nested too deeply"),
        (b"age = " + b"9" * 5_000, "not valid TOML: a number has thousands of digits"),
        (b"#" * (LARGEST + 1), "larger than 1048576 bytes"),
        (b"name = '\x1b[31m'", "not valid TOML: Found invalid character '\\x1b'"),
    ],
)
def test_what_is_no_toml_is_refused_with_its_place(tmp_path: Path, text: bytes, expected: str) -> None:
    assert expected in complaint(tmp_path, text)


def test_a_missing_file_a_folder_a_pipe_and_an_impossible_name_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, expected in [
        (tmp_path / "nowhere.toml", "there is no such file"),
        (tmp_path / "nowhere" / "x.toml", "there is no such file"),
        (tmp_path, "a folder; expected a .toml file"),
        (tmp_path / "pipe", "not a regular file"),
        (tmp_path / "a\0b.toml", "no file can have this name"),
        (tmp_path / ("x" * 300), "cannot be read"),
    ]:
        with pytest.raises(ScenarioError, match=expected) as caught:
            read_toml(path)
        assert "\n" not in str(caught.value)


def test_of_several_mistakes_the_misspelt_key_is_told(tmp_path: Path) -> None:
    assert complaint(tmp_path, "nmae = 'oak'\nage = 'x'").startswith("nmae: unknown key")


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates() | st.datetimes() | st.times(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
FIELDS = [field.name for field in dataclasses.fields(Tree)]


@settings(deadline=None)
@given(data=st.dictionaries(st.sampled_from(FIELDS) | st.text(), ANYTHING, max_size=5))
def test_whatever_the_data_either_a_value_comes_or_one_line_that_is_safe_to_print(data: dict[str, Any]) -> None:
    try:
        tree = structure({"name": "oak", "age": 3, **data}, Tree, "tree.toml")
    except ScenarioError as error:
        line = str(error)
        assert line.startswith("tree.toml: ")
        assert printable(line) == line
        assert len(line) < 400
    else:
        assert all(type(leaf.length) is float for leaf in tree.leaves)
        assert type(tree.age) is int
        assert type(tree.name) is str
