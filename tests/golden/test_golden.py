"""The default story, in numbers and in words, is the golden one; `renew.py` beside this writes it anew."""

from pathlib import Path

import pytest
from renew import NUMBERS, STORY, tell, write

HERE = Path(__file__).parent


def test_the_default_story_is_the_golden_one() -> None:
    numbers, words = tell(STORY)
    assert numbers == (HERE / f"{STORY}.summary.json").read_text()
    assert words == (HERE / f"{STORY}.txt").read_text()


def test_no_line_of_it_is_wider_than_a_small_terminal() -> None:
    assert max(map(len, (HERE / f"{STORY}.txt").read_text().splitlines())) <= 80


@pytest.mark.parametrize("name", NUMBERS)
def test_stories_experiments_and_the_behaviour_model_give_the_golden_numbers(name: str) -> None:
    assert write(NUMBERS[name]()) == (HERE / f"{name}.json").read_text()
