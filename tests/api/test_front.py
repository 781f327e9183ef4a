"""What a notebook calls: values in, values out, one tree of errors, and nothing printed."""

import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

import simulator as rc
from simulator.api.difference import Difference
from simulator.api.experiment.counted import CountedExperiment
from simulator.api.run import Run
from simulator.api.table import Table, write_html


@pytest.fixture(scope="module")
def run() -> Run:
    return rc.play("accidental-allow", seed=7, truthful=True)


@pytest.fixture(scope="module")
def counted() -> CountedExperiment:
    return rc.experiment("prompt-wording", people=500, seed=7)


@pytest.fixture(autouse=True)
def silence(capsys: pytest.CaptureFixture[str]) -> Any:
    yield
    told = capsys.readouterr()
    assert told.out == told.err == "", "the API prints nothing"


def test_everything_that_is_named_can_be_called_though_rooms_bear_the_same_names() -> None:
    import simulator.catalog
    import simulator.experiment
    import simulator.terms

    assert all(callable(getattr(rc, name)) for name in rc.__all__)
    assert {*rc.__all__} <= {*dir(rc)}
    assert isinstance(simulator.terms, ModuleType)
    assert simulator.terms("gdpr-strict").terms.id == "gdpr-strict"
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = rc.nothing  # type: ignore[attr-defined]


def test_a_run_is_shown_in_three_lines_and_in_a_notebook_with_its_ledger(run: Run) -> None:
    assert len(repr(run).splitlines()) == 3
    html = run._repr_html_()
    assert html.startswith("<table>")
    assert "photos.removal" in html


def test_a_run_needs_no_database_and_one_that_is_named_records_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ROLLCALL_DB", str(tmp_path / "untouched.db"))
    again = rc.play("accidental-allow", seed=7, truthful=True, record=tmp_path / "runs.db")
    assert again.summary == run.summary
    assert (run.name, again.name) == ("", "accidental-allow.7")
    assert not (tmp_path / "untouched.db").exists()
    assert rc.open_run(record=tmp_path / "runs.db").events == run.events


def test_what_is_held_has_a_row_for_everything_that_the_ledger_knows(run: Run) -> None:
    held = run.held(day=40)
    assert {row["id"] for row in held} == {*held.ledger.entries}
    assert held.day == 40
    assert held.rows()[0].keys() == held.rows()[-1].keys()


def test_the_past_does_not_know_what_comes_later(run: Run) -> None:
    assert run.held(day=-1).summary.startswith("held on day -1: 0 gone, 0 going")
    assert len(run.held(day=0)) < len(run.held())


def test_a_fork_differs_and_leaves_its_parent_as_it_was(run: Run) -> None:
    before = run.summary.event_hash
    fork = run.fork(revoke=5)
    difference = rc.diff(run, fork)
    assert isinstance(difference, Difference)
    assert fork.summary.uploaded < run.summary.uploaded
    assert "switched off on day 5" in str(fork.scenario.forked)
    assert run.summary.event_hash == before
    assert len(difference) == len(difference.rows()) > 0
    assert "Held differently:" in str(difference)


def test_a_fork_that_changes_nothing_differs_in_nothing(run: Run) -> None:
    as_it_was = next(event.day for event in run.events if event.kind == "ConsentWithdrawn")
    assert rc.diff(run, run.fork(revoke=as_it_was)).rows() == []


def test_two_stories_are_not_compared(run: Run) -> None:
    with pytest.raises(rc.ScenarioError, match="compare a run with its fork"):
        rc.diff(run, rc.play("pop-up-declined", truthful=True))


def test_a_contrast_has_a_row_for_each_metric(counted: CountedExperiment) -> None:
    rows = {row["metric"]: row for row in counted.contrast("consequences")}
    assert rows["allow"]["low"] < rows["allow"]["value"] < rows["allow"]["high"]
    # The two shares of one arm are each other's complement, so their contrasts are each other's opposite.
    assert rows["allow"]["value"] == pytest.approx(-rows["dont"]["value"])


def test_a_person_of_an_experiment_is_the_story_that_the_command_opens(counted: CountedExperiment) -> None:
    scenario = counted.person(483_112).scenario("consequences")
    assert (scenario.story.person, scenario.prompt.id) == (483_112, "consequences-told")


def test_an_experiment_is_kept_only_in_a_database_that_is_named(counted: CountedExperiment, tmp_path: Path) -> None:
    kept = rc.experiment("prompt-wording", people=500, seed=7, record=tmp_path / "runs.db")
    assert kept.tally.as_record() == counted.tally.as_record()
    assert (tmp_path / "runs.db").exists()


def test_the_watcher_of_an_experiment_is_told_of_every_batch() -> None:
    seen: list[int] = []
    rc.experiment("prompt-wording", people=300, seed=7, watch=lambda counted: seen.append(counted.tally.people))
    assert seen[-1] == 300


def test_terms_say_by_which_clause_they_decide() -> None:
    terms = rc.terms("gdpr-strict")
    verdicts = {terms.decide("photo.original", "suggest", facts).verdict.value for facts in ((), ("opted_in",))}
    assert verdicts == {"forbid", "permit"}


def test_the_catalog_lists_what_ships_by_kind() -> None:
    kinds = {row["kind"] for row in rc.catalog()}
    assert {"stories", "terms", "prompts", "people", "experiments"} <= kinds
    assert {row["kind"] for row in rc.catalog("terms")} == {"terms"}


@pytest.mark.parametrize(
    ("wrong", "kind", "sentence"),
    [
        (lambda _: rc.play("nope"), rc.ScenarioError, "stories: none is called 'nope'"),
        (lambda _: rc.play(seed=-1), rc.RollcallError, "seed -1: expected a whole number"),
        (lambda _: rc.play(reading="best"), rc.RollcallError, "'best': expected one of kindest, harshest"),
        (lambda _: rc.play(respondent="me"), rc.RollcallError, "respondent 'me': expected script or model"),
        (lambda run: run.held(day=400), rc.StoreError, "day 400: the run covers day -75 to day 75"),
        (lambda run: run.held(terms="nope"), rc.ScenarioError, "terms: none is called 'nope'"),
        (lambda run: run.why("home"), rc.LedgerError, "did you mean home/inferred.home"),
        (lambda run: run.fork(), rc.ScenarioError, "nothing is changed"),
        (lambda run: run.fork(revoke=-3), rc.ScenarioError, "expected a day from 0 on, or never, found -3"),
        (lambda run: run.fork(answer="maybe"), rc.ScenarioError, "expected one of allow, refuse"),
        (lambda run: run.draw("p9"), rc.StoreError, "p9: accidental-allow.7 has no such photo"),
        (
            lambda _: rc.experiment("prompt-wording", people=0),
            rc.RollcallError,
            "people 0: expected a whole",
        ),
        (
            lambda _: rc.experiment("prompt-wording", workers=0),
            rc.RollcallError,
            "workers 0: expected a whole",
        ),
        (lambda _: rc.terms("gdpr-strict").decide("photo", "suggest"), rc.TermsError, "category 'photo'"),
        (lambda _: rc.analyze("/no/such.jpg"), rc.AnalyzerError, "no such file"),
        (lambda _: rc.evaluate(people=0), rc.RollcallError, "people 0: expected a whole number from 1 to"),
        (lambda _: rc.evaluate(people=1, days=1.5), rc.RollcallError, "days 1.5: expected a whole number"),
        (lambda _: rc.play(person="x"), rc.RollcallError, "person 'x': expected a whole number"),
        (lambda _: rc.play(person=-1), rc.RollcallError, "person -1: expected a whole number from 0"),
        (lambda _: rc.play(seed=True), rc.RollcallError, "seed True: expected a whole number"),
        (lambda _: rc.play(terms=5), rc.RollcallError, "terms 5: expected an id, or a file of yours"),
        (lambda _: rc.play(record=5), rc.RollcallError, "record 5: expected the path of a file"),
        (lambda _: rc.analyze(None), rc.RollcallError, "photo None: expected an id, or a file of yours"),
        (lambda run: run.held(day="x"), rc.StoreError, "day x: the run covers day"),
        (lambda run: run.why(5), rc.RollcallError, "item 5: expected"),
        (lambda run: run.fork(terms="gdpr-strict", day="x"), rc.RollcallError, "day 'x': expected a whole number"),
        (lambda run: rc.diff(run, "x"), rc.RollcallError, "'x': expected a run"),
        (lambda _: rc.experiment("prompt-wording", people=10.5), rc.RollcallError, "people 10.5: expected a whole"),
        (lambda _: rc.experiment("prompt-wording", people=9, replays=-1), rc.RollcallError, "replays -1: expected"),
        (lambda _: rc.catalog("friends"), rc.RollcallError, "'friends': expected one of prompts"),
        (lambda _: rc.open_run("x", record="/no/such.db"), rc.StoreError, "no run is stored yet"),
    ],
)
def test_bad_input_is_one_error_with_the_sentence_of_the_command(
    run: Run, wrong: Any, kind: type[rc.RollcallError], sentence: str
) -> None:
    with pytest.raises(kind, match=r"^[^\n]+$") as told:
        wrong(run)
    assert sentence in str(told.value)


def test_an_arm_that_is_compared_with_nothing_is_refused(counted: CountedExperiment) -> None:
    with pytest.raises(rc.RollcallError, match="arm 'bare': compared with the first are consequences, purpose"):
        counted.contrast("bare")


@pytest.mark.parametrize(("installed", "library"), [({"pandas", "polars"}, "pandas"), ({"polars"}, "polars")])
def test_a_frame_is_of_pandas_if_it_is_installed_else_of_polars(
    installed: set[str], library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in installed:
        monkeypatch.setitem(sys.modules, name, SimpleNamespace(DataFrame=lambda rows, name=name: (name, rows)))
    monkeypatch.setattr("simulator.api.table.find_spec", lambda name: name if name in installed else None)
    assert Table([{"a": 1}]).to_frame() == (library, [{"a": 1}])


def test_without_either_a_frame_is_plain_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.api.table.find_spec", lambda _: None)
    assert Table([{"a": 1}]).to_frame() == [{"a": 1}]


def test_text_from_a_file_is_no_markup_in_a_notebook() -> None:
    assert "<script>" not in write_html([{"says": "<script>alert(1)</script>"}], caption="<b>")


def test_importing_the_package_loads_nothing_heavy() -> None:
    import subprocess

    code = "import sys, simulator; print(*sorted({'numpy', 'PIL', 'onnxruntime', 'click', 'textual'} & {*sys.modules}))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == ""
