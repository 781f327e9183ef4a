"""`rollcall prompts`, as it is typed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.catalog.shelf import find, names
from simulator.domain.shelf import Shelf


def is_narrow(text: str) -> bool:
    return all(len(line) <= 80 for line in text.splitlines())


def test_the_list_names_every_prompt_with_its_tone_and_its_patterns(rollcall: Callable) -> None:
    told, rows = rollcall("prompts", "list"), json.loads(rollcall("prompts", "list", "--json").out)
    assert [row["id"] for row in rows] == list(names(Shelf.PROMPTS))
    assert "even-handed: Two equal buttons. Neutral: even-handed." in told.out
    assert {row["tone"] for row in rows} == {"dark", "bright", "neutral"}
    assert is_narrow(told.out)


def test_a_prompt_is_shown_with_what_is_expected_of_it(rollcall: Callable) -> None:
    told = rollcall("prompts", "show", "hidden-refusal")
    shown = json.loads(rollcall("prompts", "show", "hidden-refusal", "--json").out)
    assert "[Don't allow] refuse: screen 2, 2 taps" in told.out
    assert "A model of people, not evidence about yours." in told.out
    assert is_narrow(told.out)
    assert shown["features"]["refusal_hidden"] == 1
    assert shown["expected"]["even_handed"]["allowed"] == pytest.approx(0.5)
    assert shown["expected"]["this"]["allowed"] > 0.65


def test_a_check_exits_with_one_only_on_an_error(rollcall: Callable) -> None:
    even, dark = rollcall("prompts", "check", "even-handed"), rollcall("prompts", "check", "even-handed", "obstruction")
    assert (even.code, dark.code) == (0, 1)
    assert "even-handed: 0 errors, 1 warning." in dark.out
    assert "A yes takes 1 tap, a no 5 taps: 1 : 5." in " ".join(dark.out.split())
    assert is_narrow(dark.out)


def test_without_an_id_all_shipped_prompts_are_checked(rollcall: Callable) -> None:
    told = rollcall("prompts", "check", "--json")
    assert told.code == 1
    assert [each["prompt"] for each in json.loads(told.out)] == list(names(Shelf.PROMPTS))


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("salience", "salence", "buttons[0].salence: unknown key 'salence'; did you mean 'salience'?"),
        ("even-handed", "evenhanded", "did you mean 'even-handed'?"),
        ("salience = 0.5", "salience = 0.5\ntaps = 0", "expected 1 <= layer <= taps <= 20"),
    ],
)
def test_a_misspelt_key_or_pattern_is_one_line(
    rollcall: Callable, tmp_path: Path, old: str, new: str, problem: str
) -> None:
    mine = tmp_path / "mine.toml"
    text = find(Shelf.PROMPTS, "even-handed").read_text().replace('id = "even-handed"', 'id = "mine"')
    mine.write_text(text.replace(old, new, 1))
    told = rollcall("prompts", "check", mine)
    assert told.code == 2
    assert problem in told.err
    assert told.err.count("\n") == 1
