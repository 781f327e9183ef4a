"""Runs of experiments: finished batches while one is under way, and what it came to."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlite_utils.db import Database

from simulator.domain.errors import StoreError
from simulator.experiment.record import read_results, results_as_record
from simulator.experiment.results import Results
from simulator.experiment.run import Batch, BatchDone
from simulator.experiment.tally import Tally, read_tally
from simulator.store.failures import path_of, told, writing
from simulator.store.runs import RunStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class ExperimentRun:
    """One row of ``experiments``; ``key`` is the hash of everything that decides the numbers."""

    id: int
    key: str
    experiment: str
    people: int
    seed: int
    status: RunStatus

    @property
    def words(self) -> str:
        """``prompt-wording, 10,000 people, seed 7, finished``."""
        return f"{self.experiment}, {self.people:,} people, seed {self.seed}, {self.status}"


def begin_experiment(db: Database, *, key: str, experiment: str, people: int, seed: int) -> ExperimentRun:
    """The run of that key: resumed where it was stopped, or begun anew if it was finished. Raises `StoreError`."""
    row = {"key": key, "experiment": experiment, "people": people, "seed": seed, "status": RunStatus.RUNNING.value}
    with writing(db):
        old = next(iter(db.query("SELECT id, status FROM experiments WHERE key = ?", (key,))), None)
        if old is None:
            db.table("experiments").insert(row, pk="id")
        else:
            db.execute("UPDATE experiments SET status = ? WHERE id = ?", (RunStatus.RUNNING.value, old["id"]))
        number = int(next(iter(db.query("SELECT id FROM experiments WHERE key = ?", (key,))))["id"])
    return ExperimentRun(id=number, key=key, experiment=experiment, people=people, seed=seed, status=RunStatus.RUNNING)


def keep_batch(db: Database, run: ExperimentRun, done: BatchDone) -> None:
    """Put a finished batch aside. Raises `StoreError`."""
    row = {
        "run": run.id,
        "first": done.batch.first,
        "people": done.batch.people,
        "tally": json.dumps(done.tally.as_record(), separators=(",", ":")),
    }
    with writing(db):
        db.table("batches").insert(row, pk=("run", "first"), replace=True)


def batches(db: Database, run: ExperimentRun) -> Mapping[Batch, Tally]:
    """What was counted before the run was stopped. Raises `StoreError`."""
    where = path_of(db)
    with told(where):
        rows = list(db.query("SELECT first, people, tally FROM batches WHERE run = ? ORDER BY first", (run.id,)))
    try:
        return {Batch(first=row["first"], people=row["people"]): read_tally(json.loads(row["tally"])) for row in rows}
    except (KeyError, TypeError, ValueError) as error:
        raise StoreError(f"{where}: a batch of experiment {run.experiment!r} is damaged: {error}") from error


def experiments(db: Database) -> tuple[ExperimentRun, ...]:
    """Every run of an experiment, oldest first. Raises `StoreError`."""
    where = path_of(db)
    with told(where):
        rows = list(db.query("SELECT id, key, experiment, people, seed, status FROM experiments ORDER BY id"))
    try:
        return tuple(ExperimentRun(**{**row, "status": RunStatus(row["status"])}) for row in rows)
    except ValueError as error:
        raise StoreError(f"{where}: a run of an experiment is damaged: {error}") from error


def find_results(db: Database, number: int) -> tuple[ExperimentRun, Results]:
    """A run of an experiment by its number, and what it came to.

    Raises:
        StoreError: there is no such run, it has not ended, or it is damaged.
    """
    where = path_of(db)
    run = next((each for each in experiments(db) if each.id == number), None)
    if run is None:
        raise StoreError(f"{where}: no result has the number {number}; `rollcall list results` names them")
    if run.status is not RunStatus.FINISHED:
        raise StoreError(f"{where}: result {number} is {run.status}; run {run.experiment} again, and it goes on")
    with told(where):
        (row,) = db.query("SELECT results FROM experiments WHERE id = ?", (number,))
    try:
        return run, read_results(json.loads(row["results"]))
    except (TypeError, ValueError, RecursionError) as error:
        raise StoreError(f"{where}: result {number} is damaged: {error}; count it again") from error


def stop_experiment(db: Database, run: ExperimentRun) -> None:
    """Mark a run as stopped; its batches stay, to be resumed from. Raises `StoreError`."""
    with writing(db):
        db.execute("UPDATE experiments SET status = ? WHERE id = ?", (RunStatus.INTERRUPTED.value, run.id))


def finish_experiment(db: Database, run: ExperimentRun, tally: Tally, results: Results) -> None:
    """Keep what it came to instead of its batches. Raises `StoreError`."""
    with writing(db):
        db.execute(
            "UPDATE experiments SET status = ?, tally = ?, results = ? WHERE id = ?",
            (RunStatus.FINISHED.value, json.dumps(tally.as_record()), json.dumps(results_as_record(results)), run.id),
        )
        db.execute("DELETE FROM batches WHERE run = ?", (run.id,))
