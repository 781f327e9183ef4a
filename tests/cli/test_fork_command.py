import json
from pathlib import Path
from typing import TYPE_CHECKING

from told_stories import store

from simulator.catalog.inputs import write_scenario
from simulator.catalog.load import load_scenario
from simulator.domain.log import hash_events
from simulator.journey.fork import hand_over
from simulator.store.database import open_database
from simulator.store.record import record
from simulator.store.runs import begin_run

if TYPE_CHECKING:
    from invoked import Rollcall


def test_a_fork_prints_what_differs_and_is_a_run_of_its_own(rollcall: "Rollcall") -> None:
    parent = store("accidental-allow")
    before = rollcall("replay", "--run", parent, "--json").out
    told = rollcall("fork", parent, "--answer", "refuse")
    assert told.code == 0
    assert f'{parent}.2 is forked from {parent}: "Don\'t allow" on day 0.' in " ".join(told.out.split())
    (consent,) = (line for line in told.out.splitlines() if line.startswith("consent"))
    assert consent.split("  ")[-1].strip() == "refused, day 0"
    assert "photos sent" in told.out
    assert rollcall("replay", "--run", parent, "--json").out == before
    assert rollcall("replay", "--run", f"{parent}.2").code == 0


def test_under_other_terms_from_a_day_on_it_parts_on_that_day_and_every_view_explains_what_is_held(
    rollcall: "Rollcall",
) -> None:
    parent = store("later-revoke")
    told = rollcall("fork", "--terms", "gdpr-strict", "--day", "20")
    words = f"forked from {parent}: under gdpr-strict from day 20 on. Before day 20 nothing differs."
    assert words in " ".join(told.out.split())
    for view in (("held",), ("held", "--items"), ("held", "--preview"), ("held", "--download"), ("export", "dossier")):
        assert rollcall(*view).code == 0
    held = " ".join(rollcall("held", "--day", "20").out.split())
    assert "by photos.removal of meta-2025-06-test (press)." in held
    assert "no clause of meta-2025-06-test says for how long." in held
    why = " ".join(rollcall("why", "person-p0032-1/person.cluster").out.split())
    assert "permits it or forbids it; gdpr-strict forbids it (faces.no-grouping)." in why
    assert rollcall("replay").code == 0


def test_a_recorded_fork_names_its_parent_its_day_and_its_change_wherever_runs_are_listed(rollcall: "Rollcall") -> None:
    parent = store("accidental-allow")
    rollcall("fork", "--revoke", "5")
    listed = rollcall("list", "runs").out.splitlines()
    assert "forked" not in listed[0]
    assert listed[1].endswith(f"forked from {parent}: switched off on day 5")
    first, second = json.loads(rollcall("list", "runs", "--json").out)
    assert first["forked"] is None
    assert second["forked"] == {"run": parent, "day": 5, "change": "switched off on day 5"}


def test_as_json_everything_that_differs_is_there_by_its_id(rollcall: "Rollcall") -> None:
    parent = store("accidental-allow")
    told = json.loads(rollcall("fork", "--answer", "refuse", "--json").out)
    assert (told["run"], told["parts_on"], told["day"]) == (parent, 0, 75)
    assert told["days"][0]["before"].startswith("asked, Allow, 12 sent")
    assert told["days"][0]["after"] == "asked, refused"
    assert told["change"] == '"Don\'t allow" on day 0'
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
        (("--terms", "gdpr-strict", "--day", "99"), "from day 0 to day"),
        (("--revoke", "never", "--day", "3"), "name one of them"),
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
            inputs=write_scenario(scenario),
        )
        list(record(database, run, events))
    told = json.loads(rollcall("replay", "--json").out)
    assert told["replayed"] == hash_events(events)
