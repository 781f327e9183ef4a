"""`rollcall experiment` and `rollcall person`, as they are typed."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result

from simulator.catalog.plans import load_plan
from simulator.cli.experiment import command as module
from simulator.cli.experiment.command import command as experiment
from simulator.cli.listing import command as listing
from simulator.cli.main import main
from simulator.cli.person import command as person
from simulator.cli.replay import command as replay
from simulator.domain.errors import RollcallError, StoreError
from simulator.experiment.rows.play import play
from simulator.experiment.run import Batch, BatchDone

SCENARIOS = Path(__file__).parents[2] / "scenarios"
SHIPPED = (SCENARIOS / "experiments" / "prompt-wording.toml").read_text()
Ask = Callable[..., Result]
Count = Callable[[Batch], BatchDone]


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    def run(*words: str) -> Result:
        options = ("--people", "400", "--db", str(tmp_path / "runs.db"))
        return CliRunner().invoke(experiment, [*options, *words], catch_exceptions=False)

    return run


def test_the_json_is_one_object_with_arms_contrasts_people_and_seed(ask: Ask) -> None:
    told = json.loads(ask("prompt-wording", "--json").stdout)
    assert {"arms", "contrasts", "people", "seed"} <= told.keys()
    assert told["people"] == 400
    assert len(told["contrasts"]) == len(told["arms"]) - 1
    gap = told["contrasts"][0]["metrics"]["fidelity"]
    assert gap["paired"]["low"] <= gap["paired"]["value"] <= gap["paired"]["high"]
    assert gap["field"]["low"] <= gap["field"]["value"] <= gap["field"]["high"]
    assert len(gap["field"]["looks"]) == told["field_test"]["looks"]
    held = told["arms"][0]["held"]["photo.original"]
    assert 0 < held["kindest"] <= held["harshest"]
    assert told["note"] == "A model of people, not evidence about yours."


def test_two_workers_print_the_same_object_as_one(ask: Ask) -> None:
    assert ask("prompt-wording", "--json").stdout == ask("prompt-wording", "--json", "--workers", "2").stdout


def test_the_sentences_label_both_kinds_of_estimate_and_name_who_flipped(ask: Ask) -> None:
    told = ask("prompt-wording").stdout
    assert "same people in both worlds" in told
    assert "as a field test would see it" in told
    assert "(7:" in told
    assert "A model of people, not evidence about yours." in told


def test_replay_and_fragility_are_told_beside_the_result(ask: Ask) -> None:
    told = ask("prompt-wording", "--replay", "20", "--fragility").stdout
    assert "repeated 20 times" in told
    assert "assumed" in told
    assert "not known with so few people" not in told
    record = json.loads(ask("prompt-wording", "--replay", "20", "--fragility", "--json").stdout)
    assert record["replay"][0]["replays"] == 20
    assert record["fragility"][0]["tried"] > 10


def test_a_result_of_before_is_listed_and_told_again(ask: Ask, tmp_path: Path) -> None:
    words = ("prompt-wording", "--replay", "20", "--fragility")
    told, record = ask(*words).stdout, ask(*words, "--json").stdout
    db = ("--db", str(tmp_path / "runs.db"))
    listed = CliRunner().invoke(listing, ["results", *db], catch_exceptions=False).stdout
    assert listed == "1  prompt-wording, 400 people, seed 7, finished\n"
    recall = ["--recall", "1", *db]
    assert CliRunner().invoke(experiment, recall, catch_exceptions=False).stdout == told
    assert CliRunner().invoke(experiment, [*recall, "--json"], catch_exceptions=False).stdout == record


def test_a_result_that_does_not_stand_is_one_line(ask: Ask, tmp_path: Path) -> None:
    ask("prompt-wording")
    db = ("--db", str(tmp_path / "runs.db"))
    for words, told in (
        (("--recall", "2"), "no result has the number 2; `rollcall list results` names them"),
        (("--recall", "1", "re-prompt"), "name an experiment, or a result of before with --recall"),
        ((), "name an experiment, or a result of before with --recall"),
        (
            ("--recall", "1", "--people", "5", "--fragility"),
            "experiment: --people, --fragility: a result of before is shown as it was; leave that out",
        ),
    ):
        with pytest.raises(RollcallError, match=told):
            CliRunner().invoke(experiment, [*words, *db], catch_exceptions=False)


def test_a_result_is_told_as_it_was_whatever_its_plan_is_now(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = ask("prompt-wording").stdout
    monkeypatch.setattr("simulator.api.experiment.counting.fingerprint", lambda _: "another program's")
    recall = ["--recall", "1", "--db", str(tmp_path / "runs.db")]
    assert CliRunner().invoke(experiment, recall, catch_exceptions=False).stdout == told


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        ("json_set(results, '$.people', 'many')", "people: expected a whole number, found 'many'"),
        ("json_set(results, '$.arms[0].means', 1)", r"arms\[0\].*unknown key 'means'"),
        ("json_remove(results, '$.note')", "note: missing key; expected text"),
        (
            "json_set(results, '$.contrasts[0].metrics.allow.field.p', 'small')",
            r"contrasts\[0\].*allow.*expected a number, found 'small'",
        ),
        ("'{'", "result 1 is damaged"),
        ("NULL", "result 1 is damaged"),
    ],
)
def test_a_damaged_result_is_one_line(ask: Ask, tmp_path: Path, damage: str, message: str) -> None:
    ask("prompt-wording")
    path = tmp_path / "runs.db"
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(f"UPDATE experiments SET results = {damage}")  # noqa: S608  (the damage is our own)
    with pytest.raises(StoreError, match=message) as caught:
        CliRunner().invoke(experiment, ["--recall", "1", "--db", str(path)], catch_exceptions=False)
    assert "\n" not in str(caught.value)


def test_rows_are_written_as_parquet(ask: Ask, tmp_path: Path) -> None:
    from pyarrow import parquet

    told = json.loads(ask("prompt-wording", "--json", "--per-person", str(tmp_path / "rows.parquet")).stdout)
    table = parquet.read_table(tmp_path / "rows.parquet")
    assert table.num_rows == 400 * len(told["arms"])
    first = [row for row in table.to_pylist() if row["arm"] == told["arms"][0]["id"]]
    mean = sum(row["allow"] for row in first) / 400
    assert mean == pytest.approx(told["arms"][0]["metrics"]["allow"]["value"])


def test_ctrl_c_keeps_what_was_counted_and_the_same_command_goes_on(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "size_of_batches", lambda *_: 150)
    with monkeypatch.context() as once:

        def stop_early(count: Count, batches: Iterable[Batch]) -> Iterator[BatchDone]:
            for batch in islice(batches, 2):
                yield count(batch)
            raise KeyboardInterrupt

        once.setattr(module, "_mapper", lambda *_: stop_early)
        stopped = ask("prompt-wording")
    assert stopped.exit_code == 130
    assert stopped.stderr == "rollcall: stopped; 300 of 400 people are kept, run it again to go on\n"
    counted: list[int] = []

    def watch(count: Count, batches: Iterable[Batch]) -> Iterator[BatchDone]:
        for batch in batches:
            counted.append(batch.first)
            yield count(batch)

    with monkeypatch.context() as once:
        once.setattr(module, "_mapper", lambda *_: watch)
        went_on = ask("prompt-wording", "--json")
    assert counted == [300]
    assert went_on.stdout == ask("prompt-wording", "--json").stdout


def test_what_other_code_has_counted_is_not_joined(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "size_of_batches", lambda *_: 150)
    counted: list[int] = []

    def stop_early(count: Count, batches: Iterable[Batch]) -> Iterator[BatchDone]:
        yield from map(count, islice(batches, 2))
        raise KeyboardInterrupt

    def watch(count: Count, batches: Iterable[Batch]) -> Iterator[BatchDone]:
        for batch in batches:
            counted.append(batch.first)
            yield count(batch)

    with monkeypatch.context() as other:
        other.setattr("simulator.experiment.plan.hash_rules", lambda: "other code")
        other.setattr(module, "_mapper", lambda *_: stop_early)
        assert ask("prompt-wording").exit_code == 130
    monkeypatch.setattr(module, "_mapper", lambda *_: watch)
    ask("prompt-wording")
    assert counted == [0, 150, 300]


BROKEN = {
    "one arm": (lambda text: text.split("[[arms]]")[0] + "[[arms]]" + text.split("[[arms]]")[1], "arms: expected 2"),
    "no such metric": (lambda text: text.replace('"fidelity"', '"happiness"', 1), "metrics[0]: expected one of"),
    "misspelt key": (lambda text: text.replace("\nlooks", "\nloks"), "did you mean 'looks'?"),
    "no such prompt": (lambda text: text.replace('prompt = "', 'prompt = "no-'), "prompts: none is called"),
    "no such terms": (lambda text: text.replace('terms = "', 'terms = "no-'), "terms: none is called"),
    "too much": (
        lambda text: (
            text.replace("days = 60", "days = 366")
            .replace("earlier = 30", "earlier = 366")
            .replace("parent-in-town", "./busy.toml")
        ),
        "photos in so many days",
    ),
    "nobody": (lambda text: text.replace("people = 2", "people = 0 # "), "people: expected 1 to"),
    "no days": (lambda text: text.replace("days = 60", "days = 0"), "days: expected 1 to"),
    "twice the same arm": (
        lambda text: text.replace(text.split('id = "')[3].split('"')[0], text.split('id = "')[2].split('"')[0]),
        "each id once",
    ),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_plan_is_one_line(fault: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change, message = BROKEN[fault]
    path = tmp_path / "prompt-wording.toml"
    path.write_text(change(SHIPPED))
    busy = (SCENARIOS / "people" / "parent-in-town.toml").read_text()
    (tmp_path / "busy.toml").write_text(
        busy.replace("parent-in-town", "busy").replace("per_month = 7", "per_month = 900")
    )
    with pytest.raises(SystemExit) as left:
        main(["experiment", str(path), "--db", str(tmp_path / "runs.db")])
    assert left.value.code == 2
    told = capsys.readouterr().err
    assert message in told
    assert told.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["experiment", "prompt-wording", "--people", "0"], "expected 1 to"),
        (["experiment", "prompt-wordings"], "did you mean 'prompt-wording'?"),
        (["person", "seven"], "expected SEED:ID"),
        (["person", "7:-1"], "expected SEED:ID"),
        (["person", "7:3", "--arm", "none"], "arm 'none': prompt-wording has"),
        (["person", f"7:{2**63}"], "below 2**63"),
    ],
)
def test_a_mistake_is_one_line(
    words: list[str], message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main([*words, "--db", str(tmp_path / "runs.db")])
    assert left.value.code == 2
    told = capsys.readouterr().err
    assert message in told
    assert told.count("\n") == 1


def test_a_person_of_an_experiment_is_opened_as_a_story(tmp_path: Path) -> None:
    plan = load_plan("prompt-wording")
    refused = int((play(plan, np.arange(200, dtype=np.uint64), photos=False)[1].course.given < 0).argmax())
    words = [f"7:{refused}", "--arm", plan.worlds[1].arm.id, "--db", str(tmp_path / "runs.db")]
    told = CliRunner().invoke(person, words, catch_exceptions=False)
    assert f"row {refused} of the population of seed 7" in told.stdout
    assert "Expectation: met." in told.stdout


def test_a_row_whose_switch_lies_deeper_than_in_any_file_is_replayed_from_its_record(tmp_path: Path) -> None:
    plan, words = load_plan("settings-depth"), ("--db", str(tmp_path / "runs.db"))
    (two_taps,) = (place for place, world in enumerate(plan.worlds) if world.arm.id == "two-taps")
    (played,) = play(replace(plan, worlds=(plan.worlds[two_taps],)), np.arange(100, dtype=np.uint64), photos=False)
    revoked = int((played.course.funnel.withdrawn >= 0).argmax())
    row = (f"{plan.seed}:{revoked}", "--experiment", "settings-depth", "--arm", "two-taps")
    assert CliRunner().invoke(person, [*row, *words], catch_exceptions=False).exit_code == 0
    assert CliRunner().invoke(replay, words, catch_exceptions=False).exit_code == 0
