"""Writes the golden files anew; the difference is to be read before it is committed."""

import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from numbers_kept import count_answers, count_experiments, hash_stories  # noqa: E402  (the tests are not a package)
from truth import perform_truthfully  # noqa: E402

from simulator.catalog.load import load_scenario  # noqa: E402
from simulator.journey.summary import summarise, world_on  # noqa: E402
from simulator.report.ledger import tell_ledger  # noqa: E402
from simulator.report.spoken import tell_story  # noqa: E402

STORY = "accidental-allow"
NUMBERS = {"stories": hash_stories, "tallies": count_experiments, "answers": count_answers}


def tell(story: str) -> tuple[str, str]:
    """The summary as JSON, and the story with its ledger as it is read aloud."""
    scenario = load_scenario(story)
    events = perform_truthfully(scenario)
    summary = summarise(events, scenario.story.expect, own_terms=True)
    last = scenario.story.last_day
    lines = [
        *tell_story(events, scenario),
        *tell_ledger(world_on(events, last).ledger, scenario.terms, last),
    ]
    return json.dumps(summary.as_record(), indent=1) + "\n", "\n".join(lines) + "\n"


def write(numbers: object) -> str:
    """As the golden files have it: a line for each row of a table."""
    text = json.dumps(numbers, indent=1)
    return re.sub(r"\[[^\[\]{}]*\]", lambda row: " ".join(row.group().split()), text) + "\n"


if __name__ == "__main__":
    numbers, words = tell(STORY)
    (HERE / f"{STORY}.summary.json").write_text(numbers)
    (HERE / f"{STORY}.txt").write_text(words)
    for name, count in NUMBERS.items():
        (HERE / f"{name}.json").write_text(write(count()))
