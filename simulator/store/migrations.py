"""How the tables came to be: one function a step, in order, each applied once to a database.

sqlite-utils brings migrations of its own; they stamp the wall clock, and this store reads no clock, so that two runs
of one story leave the same rows. ``applied`` is therefore the version of Rollcall that took the step.
"""

from collections.abc import Callable
from typing import Final

from sqlite_utils.db import Database

from simulator import __version__

Migration = Callable[[Database], None]

STEPS: Final[dict[str, Migration]] = {}


def migration(step: Migration) -> Migration:
    """Register a step under its function's name. A released step is never changed or renamed, only followed."""
    STEPS[step.__name__] = step
    return step


@migration
def create_runs_and_events(db: Database) -> None:
    """A run and its events; ``body`` is the canonical line of `domain.log`, so that hashing needs no reading."""
    db.table("runs").create(
        {
            "id": int,
            "name": str,
            "story": str,
            "terms": str,
            "prompt": str,
            "seed": int,
            "status": str,
            "event_hash": str,
            "started_at": str,
            "model": str,
            "versions": str,
            "summary": str,
        },
        pk="id",
        not_null={"name", "story", "terms", "prompt", "seed", "status", "event_hash", "started_at", "versions"},
    ).create_index(["name"], unique=True)
    db.table("events").create(
        {"run": int, "seq": int, "day": int, "kind": str, "body": str},
        pk=("run", "seq"),
        not_null={"run", "seq", "day", "kind", "body"},
        foreign_keys=[("run", "runs", "id")],
    )


@migration
def create_pictures(db: Database) -> None:
    """Encoded pictures, by run and name."""
    db.table("pictures").create(
        {"run": int, "name": str, "kind": str, "bytes": bytes},
        pk=("run", "name"),
        not_null={"run", "name", "kind", "bytes"},
        foreign_keys=[("run", "runs", "id")],
    )


@migration
def create_experiments(db: Database) -> None:
    """A run of an experiment, what it came to, and the batches of one that is not finished yet."""
    db.table("experiments").create(
        {
            "id": int,
            "key": str,
            "experiment": str,
            "people": int,
            "seed": int,
            "status": str,
            "tally": str,
            "results": str,
        },
        pk="id",
        not_null={"key", "experiment", "people", "seed", "status"},
    ).create_index(["key"], unique=True)
    db.table("batches").create(
        {"run": int, "first": int, "people": int, "tally": str},
        pk=("run", "first"),
        not_null={"run", "first", "people", "tally"},
        foreign_keys=[("run", "experiments", "id")],
    )


@migration
def add_inputs(db: Database) -> None:
    """What a run was played with, as JSON: a fork, or a story answered at a keyboard, stands in no file."""
    db.table("runs").add_column("inputs", str)


@migration
def add_forks(db: Database) -> None:
    """Which run a run was forked from, on which day and how. Inputs kept so far were the story alone: not enough."""
    for name, kind in (("forked_from", str), ("forked_on", int), ("change", str)):
        db.table("runs").add_column(name, kind)
    db.execute("UPDATE runs SET inputs = NULL")


@migration
def drop_pictures(db: Database) -> None:
    """Nothing ever read the pictures that ideas became; a seed makes them again for an album."""
    db.table("pictures").drop()


def steps_taken(db: Database) -> frozenset[str]:
    """The names of the steps that this database has seen."""
    if "migrations" not in db.table_names():
        return frozenset()
    return frozenset(str(row["name"]) for row in db.table("migrations").rows)


def migrate(db: Database) -> None:
    """Take the steps that this database has not seen. Call it inside a transaction."""
    taken = db.table("migrations")
    taken.create({"name": str, "applied": str}, pk="name", not_null={"applied"}, if_not_exists=True)
    seen = steps_taken(db)
    for name, step in STEPS.items():
        if name not in seen:
            step(db)
            taken.insert({"name": name, "applied": __version__})
