"""Each screen beside the command that tells its content in lines: the real command is run, the facts are the same."""

import json
import shutil
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import measurements
import parity_counted as counted
import parity_facts as facts
import pytest
from click.testing import CliRunner
from lent import LentStage, opened, seen, shown
from told_stories import store

from simulator.api.stage import RealStage
from simulator.cli.main import rollcall
from simulator.experiment.metric import Metric
from simulator.journey.scenario import Forked
from simulator.tui.parts.rooms import ROOMS
from simulator.tui.rooms.lab.screen import LabScreen
from simulator.tui.rooms.terms.sides import Aspect

BOTH = f"{facts.META} {facts.STRICT}"
CASES = (
    *(facts.listed(what) for what in ("stories", "terms", "prompts", "people", "runs")),
    facts.Case(
        room="story",
        command="held --day 40 --json",
        day=40,
        enter=facts.look_at_ledger,
        told=facts.told_totals,
        seen=lambda on: {
            (row["category"], state): row[word]
            for row in on.rows
            for word, state in (("gone", "deleted"), ("going", "scheduled"), ("kept", "alive"), ("not said", "silent"))
            if row[word]
        },
    ),
    facts.Case(
        room="lightbox",
        command="photo p0066 --day 20 --truth --json",
        day=20,
        enter=facts.open_photo,
        told=facts.told_photo,
        seen=lambda on: {(row["fact"], row["about"], row["value"]) for row in on.rows},
        words=facts.words_of_photo,
    ),
    facts.Case(
        room="fork",
        command="fork --answer refuse --json",
        day=75,
        enter=facts.refuse,
        told=facts.told_fork,
        seen=lambda on: {
            row["what"]: tuple(row.values())[1:3] for row in on.rows if row["differs"] and row["what"] != "consent"
        },
        words=lambda told: [f"refused, day {told['consent']['after']['since']}"],
    ),
    facts.Case(
        room="ledger",
        command="held --items --day 60 --json",
        day=60,
        told=lambda told: [facts.told_thing(item) for item in told["items"]],
        seen=lambda on: [tuple(row.values()) for row in on.rows],
        words=lambda told: [told["items"][0]["id"]],
    ),
    facts.Case(
        room="ledger",
        command="held --day 60 --json",
        day=60,
        enter=facts.read_both,
        told=lambda told: {
            (reading, category, number)
            for category, band in told["band"].items()
            for reading, number in band.items()
            if number
        },
        seen=lambda on: {(row["reading"], row["category"], row["held"]) for row in on.rows if row["day"] == 60},
    ),
    facts.Case(
        room="ledger",
        command="held --day 50 --json",
        day=50,
        enter=facts.viewed(2),
        told=lambda told: {"all": told["bystanders"]["people"], **told["bystanders"]["by_category"]},
        seen=lambda on: {row["behind"]: row["people"] for row in on.rows},
        words=lambda told: [f"{told['bystanders']['people']} other people"],
    ),
    facts.Case(
        room="ledger",
        command="held --preview --day 20 --json",
        day=20,
        enter=facts.viewed(3),
        told=lambda told: {(bucket, *ground) for bucket in facts.BUCKETS for ground in facts.grouped(told[bucket])},
        seen=lambda on: {tuple(row.values()) for row in on.rows},
        words=lambda told: [str(len(told[bucket])) for bucket in facts.BUCKETS],
    ),
    facts.Case(
        room="ledger",
        command=f"why {facts.THING} --day 60",
        day=60,
        enter=facts.point,
        told=lambda told: " ".join(told.split()),
        seen=lambda on: " ".join(facts.why(on)),
    ),
    facts.Case(
        room="terms",
        command=f"terms diff {BOTH} --json",
        day=60,
        told=lambda told: {
            (each["id"], each["before"], each["after"], " ".join(each["fields"])) for each in told["clauses"]
        },
        seen=facts.changed,
    ),
    *(
        facts.Case(
            room="terms",
            command=f"terms show {name} --json",
            told=lambda told: {facts.clause(clause) for clause in told["clauses"]},
            seen=lambda on, side=side: {  # type: ignore[misc]
                tuple(row[f"{side}_{column}"] for column in facts.COLUMNS) for row in on.rows if row[f"{side}_id"]
            },
        )
        for side, name in (("before", facts.META), ("after", facts.STRICT))
    ),
    facts.Case(
        room="terms",
        command=f"terms diff {BOTH} --json",
        enter=facts.turned_to(Aspect.USES),
        told=facts.told_uses,
        seen=lambda on: [tuple(row.values()) for row in on.rows],
        words=lambda told: [f"{len(told['uses'])} differ"],
    ),
    facts.Case(
        room="terms",
        command=f"terms diff {BOTH} --json",
        enter=facts.turned_to(Aspect.AFTERWARDS),
        told=facts.told_fates,
        seen=lambda on: [tuple(row.values()) for row in on.rows],
        words=lambda told: [f"{len(told['after_withdrawal'])} kinds differ"],
    ),
    facts.Case(
        room="terms",
        command=f"terms diff {BOTH} --day 30 --json",
        day=30,
        enter=facts.turned_to(Aspect.TODAY),
        told=facts.told_means,
        seen=lambda on: [tuple(row.values()) for row in on.rows],
        words=facts.words_of_means,
    ),
    facts.Case(
        room="terms",
        command=f"terms diff {BOTH} --story {facts.STORY} --json",
        day=75,
        enter=facts.play_under_both,
        told=lambda told: [tuple(side.values()) for side in told["held"]["still_held"].values()],
        seen=facts.outcomes,
        words=facts.ends,
    ),
    facts.Case(
        room="bench",
        command="bench --scenario single-stream --queries 3 --brief --json",
        enter=counted.take_result,
        told=counted.told_runs,
        seen=lambda on: on.rows,
        words=lambda told: [told["scenarios"][0]["verdict"], *told["reasons"][:1]],
    ),
    facts.Case(
        room="bench",
        command="bench --compare FOLDER/slow.json FOLDER/quick.json --json",
        enter=counted.take_two,
        told=lambda told: [(row["scenario"], row["standing"], row["ratio"]) for row in told["scenarios"]],
        seen=counted.changes,
    ),
    facts.Case(
        room="people",
        command="people 7:0 --json",
        told=counted.told_person,
        seen=counted.person_shown,
        words=lambda told: [told["name"], f"{told['seed']}:{told['id']}"],
    ),
    facts.Case(
        room="people",
        command="people --find 'dog and trips >= 2' --show 30 --json",
        enter=counted.find_a_dog,
        told=lambda told: [each["id"] for each in told["people"]],
        seen=counted.people_listed,
        words=lambda told: [f"{len(told['people'])} found among the {told['searched']:,} searched"],
    ),
    facts.Case(
        room="lab",
        command=f"experiment prompt-wording --people {facts.PEOPLE} --json",
        enter=counted.count,
        told=counted.told_metrics,
        seen=lambda on: [tuple(row.values()) for row in on.rows],
        words=lambda told: [told["title"], f"{told['people']} people", Metric(told["metrics"][0]).value],
    ),
    facts.Case(
        room="lab",
        command=f"experiment dark-patterns --people {facts.PEOPLE} --json",
        enter=counted.count,
        told=counted.told_flipped,
        seen=counted.flipped,
    ),
    facts.Case(
        room="lab",
        command=f"experiment prompt-wording --people {facts.PEOPLE} --replay 1000 --fragility",
        enter=counted.count_and_ask_on,
        told=lambda told: " ".join(told[told.index("The field test, repeated") :].split()),
        seen=counted.asked_on,
    ),
    facts.Case(
        room="lab",
        command=f"experiment prompt-wording --people {facts.PEOPLE} && list results --json",
        enter=counted.offer_earlier,
        told=lambda told: [(each["id"], each["title"]) for each in told],
        seen=counted.earlier_offered,
        words=lambda told: [told[0]["title"]],
    ),
    facts.Case(
        room="lab",
        command=f"experiment prompt-wording --people {facts.PEOPLE} && experiment --recall 1 --json",
        enter=counted.open_earlier,
        told=counted.told_metrics,
        seen=lambda on: [tuple(row.values()) for row in on.rows],
    ),
)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two results of measurements, and a database with a fork and, last, the story, which commands use by default."""
    folder = tmp_path_factory.mktemp("prepared") / "at"
    folder.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROLLCALL_DB", str(folder / "rollcall.db"))
        store("pop-up-declined", Forked(run="other.7", day=3, change="switched off on day 3"))
        store(facts.STORY)
    for name, slower in (("slow", 1.4), ("quick", 1.0)):
        (folder / f"{name}.json").write_text(json.dumps(measurements.result(slower=slower)))
    return folder


@pytest.fixture
def folder(prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what was prepared, so that no case leans on another."""
    copy = shutil.copytree(prepared, tmp_path / "at")
    monkeypatch.setenv("ROLLCALL_DB", str(copy / "rollcall.db"))
    monkeypatch.setattr(LentStage, "runs", RealStage(None).runs)
    return copy


def tell(command: str, folder: Path) -> Any:
    """What a command prints, run as a user runs it."""
    for words in command.replace("FOLDER", str(folder)).split(" && "):
        outcome = CliRunner().invoke(rollcall, words, catch_exceptions=False)
        assert outcome.stdout, outcome.stderr
    (folder / "told.json").write_text(outcome.stdout)
    return json.loads(outcome.stdout) if "--json" in words else outcome.stdout


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
async def test_a_screen_and_its_command_tell_the_same_facts(case: facts.Case, folder: Path) -> None:
    told = tell(case.command, folder)
    async with AsyncExitStack() as stack:
        if case.day is None:
            app, pilot = await stack.enter_async_context(opened(size=(160, 45), room=case.room))
        else:
            room = case.room if case.room in {name for name, _, _ in ROOMS} else "story"
            app, pilot, _ = await stack.enter_async_context(shown(room, size=(160, 45), day=case.day))

        async def rest() -> str:
            await pilot.pause()
            await app.workers.wait_for_complete()
            return await seen(app, pilot)

        assert isinstance(app.stage, LentStage)
        app.stage.people = facts.PEOPLE
        if case.day is None:
            await rest()
            if case.room == "lab":
                assert isinstance(app.screen, LabScreen)
                app.screen.query_one("TrialBar").experiment = case.command.split()[1]  # type: ignore[attr-defined]
        on = facts.Open(app=app, rest=rest, folder=folder)
        await case.enter(on)
        text = " ".join((await rest()).split())
        expected = case.told(told)
        assert expected
        assert case.seen(on) == expected
        for words in case.words(told):
            assert " ".join(words.split()) in text


def test_every_screen_has_a_command() -> None:
    assert {case.room for case in CASES} == {*(name for name, _, _ in ROOMS), "fork", "lightbox"}
