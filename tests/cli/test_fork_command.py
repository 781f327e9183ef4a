import json
from pathlib import Path
from typing import TYPE_CHECKING

from told_stories import store

from simulator.catalog.load import load_scenario, write_story
from simulator.domain.log import hash_events
from simulator.journey.fork import hand_over
from simulator.store.database import open_database
from simulator.store.record import record
from simulator.store.runs import begin_run

if TYPE_CHECKING:
    from conftest import Rollcall


def test_a_fork_prints_what_differs_and_is_a_run_of_its_own(rollcall: "Rollcall") -> None:
    parent = store("accidental-allow")
    before = rollcall("replay", "--run", parent, "--json").out
    told = rollcall("fork", parent, "--answer", "refuse")
    assert told.code == 0
    assert "They can\n  differ from day 0 on" in told.out
    (consent,) = (line for line in told.out.splitlines() if line.startswith("consent"))
    assert consent.split("  ")[-1].strip() == "refused, day 0"
    assert "photos sent" in told.out
    assert rollcall("replay", "--run", parent, "--json").out == before
    assert rollcall("replay", "--run", f"{parent}.2").code == 0


def test_as_json_everything_that_differs_is_there_by_its_id(rollcall: "Rollcall") -> None:
    parent = store("accidental-allow")
    told = json.loads(rollcall("fork", "--answer", "refuse", "--json").out)
    assert (told["run"], told["parts_on"], told["day"]) == (parent, 0, 75)
    assert told["consent"]["after"] == {"state": "refused", "since": 0}
    assert len(told["uploads"]["only_before"]) == told["counts"]["photos sent"]["before"]
    assert told["uploads"]["only_after"] == []


def test_a_change_to_what_it_was_says_that_nothing_differs(rollcall: "Rollcall") -> None:
    store("pop-up-declined")
    told = rollcall("fork", "--answer", "refuse")
    assert "is as it was" in told.out
    assert "nothing differs" in told.out


def test_what_cannot_be_changed_is_one_line(rollcall: "Rollcall") -> None:
    store("pop-up-declined")
    for options, words in (
        ((), "nothing is changed"),
        (("--revoke", "soon"), "expected a day from 0 on, or never"),
        (("--revoke", "5"), "no consent stands"),
        (("--terms", "no-such"), "none is called"),
    ):
        told = rollcall("fork", *options)
        assert told.code == 2
        assert words in told.err
        assert told.err.count("\n") == 1


def test_a_run_of_another_person_in_no_file_is_replayed_from_its_inputs(rollcall: "Rollcall", tmp_path: Path) -> None:
    from truth import perform_truthfully

    scenario = hand_over(load_scenario("pop-up-declined", person=5, life="student"))
    events = perform_truthfully(scenario)
    with open_database(tmp_path / "data" / "rollcall.db") as database:
        run = begin_run(
            database,
            story=scenario.story.id,
            terms=scenario.terms.id,
            prompt=scenario.prompt.id,
            seed=scenario.seed,
            started_at="2025-06-27",
            model=None,
            versions={},
            inputs={"story": write_story(scenario.story)},
        )
        list(record(database, run, events))
    told = json.loads(rollcall("replay", "--json").out)
    assert told["replayed"] == hash_events(events)
