"""A run: one story played once, as the store knows it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from typing import Any

from sqlite_utils.db import Database

from simulator.domain.errors import StoreError, printable
from simulator.journey.scenario import Forked
from simulator.store.failures import path_of, told, writing

_FORKED = ("forked_from", "forked_on", "change")  # columns


class Status(StrEnum):
    """How far a run came. A run whose player was killed stays *running* unless a screen sees it."""

    RUNNING = "running"
    FINISHED = "finished"
    INTERRUPTED = "interrupted"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """One row of ``runs``.

    Attributes:
        id: the row; grows with time, never reused for an earlier run.
        name: ``story.seed``, with ``.2``, ``.3`` ... for repeats.
        event_hash: hash of the events that are stored, as `domain.log.hash_events` gives it, at every moment.
        started_at: whatever the caller says the time was; the store reads no clock.
        model: first digits of the analyzer model's SHA-256, or None when nothing was analysed by a model.
        versions: names and versions of what played the run.
        summary: what `keep_summary` was given, or None.
        inputs: what it was played with, as `begin_run` was given it, or None.
        forked: the run that it is a fork of, which need not be there any more, or None.
    """

    id: int
    name: str
    story: str
    terms: str
    prompt: str
    seed: int
    status: Status
    event_hash: str
    started_at: str
    model: str | None
    versions: Mapping[str, str]
    summary: Mapping[str, Any] | None
    inputs: Mapping[str, Any] | None
    forked: Forked | None


def begin_run(
    db: Database,
    *,
    story: str,
    terms: str,
    prompt: str,
    seed: int,
    started_at: str,
    model: str | None,
    versions: Mapping[str, str],
    inputs: Mapping[str, Any] | None = None,
    forked: Forked | None = None,
) -> RunRecord:
    """Enter a new run, without events yet, under a name of its own. Raises `StoreError`."""
    row = {
        "story": story,
        "terms": terms,
        "prompt": prompt,
        "seed": seed,
        "status": Status.RUNNING.value,
        "event_hash": sha256().hexdigest(),
        "started_at": started_at,
        "model": model,
        "versions": json.dumps(dict(versions), sort_keys=True),
        "inputs": None if inputs is None else json.dumps(dict(inputs)),
        "forked_from": None if forked is None else forked.run,
        "forked_on": None if forked is None else forked.day,
        "change": None if forked is None else forked.change,
    }
    with writing(db):
        name = _free_name(db, f"{story}.{seed}")
        db.table("runs").insert({"name": name, **row}, pk="id")
    return find_run(db, name)


def interrupt_run(db: Database, name: str) -> None:
    """Mark a run as interrupted if it still counts as being played: whoever played it is gone. Raises `StoreError`."""
    with writing(db):
        db.execute(
            "UPDATE runs SET status = ? WHERE name = ? AND status = ?",
            (Status.INTERRUPTED.value, name, Status.RUNNING.value),
        )


def keep_summary(db: Database, run: RunRecord, summary: Mapping[str, Any]) -> RunRecord:
    """Put a run's summary beside it; it must be something that JSON can carry. Raises `StoreError`."""
    with writing(db):
        db.execute("UPDATE runs SET summary = ? WHERE id = ?", (json.dumps(dict(summary)), run.id))
    return replace(run, summary=dict(summary))


def runs(db: Database) -> tuple[RunRecord, ...]:
    """Every run, oldest first. Raises `StoreError`."""
    where = path_of(db)
    with told(where):
        return tuple(_as_run(row, where) for row in db.query("SELECT * FROM runs ORDER BY id"))


def find_run(db: Database, name: str | None = None) -> RunRecord:
    """The run of that name, or the last one begun.

    Raises:
        StoreError: there is no such run; the message names the latest ones.
    """
    where = path_of(db)
    with told(where):
        rows = list(
            db.query("SELECT * FROM runs WHERE name = ?", (name,))
            if name is not None
            else db.query("SELECT * FROM runs ORDER BY id DESC LIMIT 1")
        )
        if rows:
            return _as_run(rows[0], where)
        recent = [str(row["name"]) for row in db.query("SELECT name FROM runs ORDER BY id DESC LIMIT 5")]
    if not recent:
        raise StoreError(f"{where}: no run is stored yet; `rollcall play` makes one")
    raise StoreError(f"{where}: no run is called {name!r}; the last ones are {', '.join(recent)}")


def _free_name(db: Database, wanted: str) -> str:
    taken = {str(row["name"]) for row in db.query("SELECT name FROM runs")}
    names = (wanted, *(f"{wanted}.{repeat}" for repeat in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)


def _as_run(row: Mapping[str, Any], where: str) -> RunRecord:
    # No run of ours has control characters in its row; another's could command the terminal that lists it.
    hostile = next((key for key, value in row.items() if isinstance(value, str) and printable(value) != value), None)
    if hostile is not None:
        raise StoreError(f"{where}: the row of run {row.get('name')!r} is damaged: control characters in {hostile}")
    try:
        run, day, change = (row[name] for name in _FORKED)
        fields = {
            **{name: value for name, value in row.items() if name not in _FORKED},
            "status": Status(row["status"]),
            "versions": json.loads(row["versions"]),
            "summary": None if row["summary"] is None else json.loads(row["summary"]),
            "inputs": None if row["inputs"] is None else json.loads(row["inputs"]),
            "forked": None if run is None else Forked(run=run, day=day, change=change),
        }
        return RunRecord(**fields)
    except (TypeError, ValueError, KeyError) as error:
        raise StoreError(f"{where}: the row of run {row.get('name')!r} is damaged: {error}") from error
