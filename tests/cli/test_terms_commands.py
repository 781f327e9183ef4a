"""`rollcall terms`, as it is typed."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from told_stories import store

from simulator.api import worlds
from simulator.catalog.load import load_scenario
from simulator.catalog.shelf import find, names
from simulator.domain.shelf import Shelf
from simulator.journey.ports import Analyzer
from simulator.terms.clause import Terms
from simulator.terms.decide import Verdict

SETS = names(Shelf.TERMS)
META, STRICT = "meta-2025-06-test", "gdpr-strict"


def is_narrow(text: str) -> bool:
    return all(len(line) <= 80 or line.strip().startswith("http") for line in text.splitlines())


def test_the_list_is_one_array_or_a_paragraph_each(rollcall: Callable) -> None:
    told = rollcall("terms", "list")
    rows = json.loads(rollcall("terms", "list", "--json").out)
    assert told.code == 0
    assert [row["id"] for row in rows] == list(SETS)
    assert all(f"{row['id']}: {row['title']}." in " ".join(told.out.split()) for row in rows)
    assert is_narrow(told.out)


@pytest.mark.parametrize("name", SETS)
def test_a_set_is_shown_with_every_clause_and_its_source(rollcall: Callable, name: str) -> None:
    told = rollcall("terms", "show", name)
    shown = json.loads(rollcall("terms", "show", name, "--json").out)
    assert is_narrow(told.out)
    for clause in shown["clauses"]:
        assert f"\n{clause['id']} (" in told.out
        assert clause["source"]["url"] in told.out
    assert set(shown) == {*Terms.__slots__, "conflicts"}


def test_a_conflict_is_shown_below_the_clauses(rollcall: Callable) -> None:
    assert "Contested: ads.never" in rollcall("terms", "show", "meta-2026-05-us").out
    assert json.loads(rollcall("terms", "show", "meta-2026-05-us", "--json").out)["conflicts"] == [
        {
            "forbids": "ads.never",
            "permits": "policy.ads",
            "categories": ["photo.original", "profile.ads"],
            "purposes": ["advertise"],
        }
    ]


def test_the_check_of_the_test_of_2025_finds_the_silences_and_the_taps(rollcall: Callable) -> None:
    told = rollcall("terms", "check", META)
    assert told.code == 1
    assert "error: withdrawal-taps. A yes takes 1 tap, its withdrawal 5 taps: 1 : 5." in told.out
    assert "warning: silent-categories." in told.out
    assert is_narrow(told.out)
    found = json.loads(rollcall("terms", "check", META, "--json").out)
    assert found["taps"] == {"give": 1, "withdraw": 5}
    assert sum(each["check"] == "silent-categories" for each in found["findings"]) == 12


def test_warnings_alone_leave_the_exit_code_0(rollcall: Callable, tmp_path: Path) -> None:
    app = find(Shelf.APPS, "plaza").read_text()
    near = app.replace('under = "settings.camera-roll"\ntoggle = "cloud_processing"', 'toggle = "cloud_processing"')
    (tmp_path / "near.toml").write_text(near.replace('id = "plaza"', 'id = "near"'))
    terms = find(Shelf.TERMS, "on-device-only").read_text()
    (tmp_path / "mine.toml").write_text(terms)
    assert rollcall("terms", "check", "on-device-only", "--app", tmp_path / "near.toml").code == 0
    assert rollcall("terms", "check", tmp_path / "mine.toml").code == 1


@pytest.mark.parametrize("name", SETS)
def test_a_set_compared_with_itself_says_the_same(rollcall: Callable, name: str) -> None:
    assert "They say the same." in rollcall("terms", "diff", name, name).out


def test_two_sets_differ_in_clauses_uses_and_fates(rollcall: Callable) -> None:
    told = rollcall("terms", "diff", META, STRICT)
    assert told.code == 0
    assert is_narrow(told.out)
    assert f"Only in {STRICT}: consent.first," in told.out
    assert f"{META} permits, {STRICT} forbids:" in told.out
    assert "What becomes of it after the withdrawal:" in told.out
    differs = json.loads(rollcall("terms", "diff", META, STRICT, "--json").out)
    assert {use["moment"] for use in differs["uses"]} >= {"before a yes", "after a yes", "after the withdrawal"}
    assert {use[side]["verdict"] for use in differs["uses"] for side in ("before", "after")} == set(Verdict)


@pytest.fixture
def stored_run(rollcall: Callable) -> str:  # noqa: ARG001  (the fixture names the database)
    """A finished run of the story, told by an analyzer that believes the truth."""
    return store("later-revoke")


def nobody_looks() -> Analyzer:
    raise AssertionError("a photo was looked at although its analysis is stored")


def test_for_a_person_it_is_told_artefact_by_artefact_from_the_stored_analyses(
    rollcall: Callable, stored_run: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worlds, "_open_eyes", nobody_looks)
    asked = ("terms", "diff", META, STRICT, "--story", "later-revoke", "--seed", 7)
    told = rollcall(*asked)
    flat = " ".join(told.out.split())
    assert (told.code, is_narrow(told.out)) == (0, True)
    assert f"with the analyses of run {stored_run}" in flat
    assert f"{META}: gone since day 44, by photos.removal. {STRICT}: gone since day 14, by withdrawal.erases." in flat
    assert f"{META}: held, and no clause says for how long. {STRICT}: gone since day 14," in flat
    held = json.loads(rollcall(*asked, "--json").out)["held"]
    one = next(each for each in held["artefacts"] if each["category"] == "photo.embedding")
    assert (one["before"]["state"], one["after"]["state"]) == ("silent", "deleted")
    assert held["still_held"]["after"] == {"kindest": 1, "harshest": 1}
    named = " ".join(rollcall(*asked, "--each").out.split())
    assert all(each["id"] in named for each in held["artefacts"])


def test_analyses_of_other_photos_are_not_taken_for_these(stored_run: str, monkeypatch: pytest.MonkeyPatch) -> None:
    scenario = load_scenario("later-revoke", seed=7)
    person = scenario.live()
    path = Path(os.environ["ROLLCALL_DB"])
    assert worlds._stored(scenario, person, path)[0] == stored_run
    monkeypatch.setattr(type(scenario), "roll", lambda *_: type("Roll", (), {"photos": ()})())
    assert worlds._stored(scenario, person, path) == (None, {})


def test_a_changed_copy_of_a_set_is_told_apart_by_its_file(rollcall: Callable, tmp_path: Path) -> None:
    copy = tmp_path / "copy.toml"
    copy.write_text(find(Shelf.TERMS, META).read_text().replace("begin_delete_after = 30", "begin_delete_after = 3"))
    told = rollcall("terms", "diff", META, copy)
    assert "photos.removal is in both and differs in retain." in told.out
    assert f"{copy}: goes from day 3 on, no end said" in " ".join(told.out.split())


def test_the_seed_without_a_story_is_a_mistake_of_one_line(rollcall: Callable) -> None:
    told = rollcall("terms", "diff", META, STRICT, "--seed", 7)
    assert (told.code, told.out) == (2, "")
    assert told.err == "rollcall: terms diff: --story: --seed and --each are about a story; name one with --story\n"


def test_the_shipped_tests_pass_and_name_what_they_do_not_cover(rollcall: Callable) -> None:
    told = rollcall("terms", "test")
    assert told.code == 0
    assert is_narrow(told.out)
    assert "Not covered: silent.proof-period." in told.out
    assert [each["failed"] for each in json.loads(rollcall("terms", "test", "--json").out)] == [[]] * len(
        names(Shelf.POLICY_TESTS)
    )


def test_a_test_of_ones_own_that_fails_is_told_with_what_was_found(rollcall: Callable, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(
        f'id = "mine"\ntitle = "Mine"\nterms = "{META}"\n\n[[tests]]\nsays = "Nothing is trained."\n'
        'category = "photo.original"\npurpose = "train.generative"\nfacts = ["shared"]\nverdict = "forbid"\n'
    )
    told = rollcall("terms", "test", tmp_path / "mine.toml")
    assert told.code == 1
    assert "wanted forbid, found permit by training.once-shared" in " ".join(told.out.split())
    assert json.loads(rollcall("terms", "test", tmp_path / "mine.toml", "--json").out)[0]["failed"][0]["found"] == {
        "verdict": "permit",
        "clauses": ["training.once-shared"],
    }


@pytest.mark.parametrize("command", ["show", "check"])
def test_an_unknown_set_is_one_line_and_exit_code_2(rollcall: Callable, command: str) -> None:
    told = rollcall("terms", command, "gdpr-strct")
    assert (told.code, len(told.err.splitlines())) == (2, 1)
    assert "did you mean 'gdpr-strict'?" in told.err


def test_on_a_day_of_a_run_every_kind_that_is_held_is_settled_by_either_set(
    rollcall: Callable, stored_run: str
) -> None:
    told = rollcall("terms", "diff", META, STRICT, "--day", 10)
    assert (told.code, is_narrow(told.out)) == (0, True)
    flat = " ".join(told.out.split())
    assert "What is held on day 10, if a withdrawal came that day:" in flat
    assert f"{META}: goes from day 40, no end said (photos.removal). {STRICT}: goes from day 10," in flat
    later = " ".join(rollcall("terms", "diff", META, STRICT, "--day", 20).out.split())
    assert "What is held on day 20, after the withdrawal of day 14:" in later
    assert f"{META}: goes from day 44, no end said (photos.removal). {STRICT}: goes from day 14," in later
    record = json.loads(rollcall("terms", "diff", META, STRICT, "--run", stored_run, "--day", 10, "--json").out)
    counted = [sum(each["count"] for each in record["means"][side]) for side in ("before", "after")]
    assert counted[0] == counted[1] > 0
    assert rollcall("terms", "diff", META, STRICT, "--day", 900).code == 2
