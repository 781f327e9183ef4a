"""A run: batches of people, counted by whoever does the counting, in any order."""

from collections.abc import Callable, Collection, Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from simulator.experiment.count import tally
from simulator.experiment.per_person import Columns, as_columns
from simulator.experiment.plan import Plan
from simulator.experiment.rows.play import play
from simulator.experiment.tally import Tally

BATCH: Final = 50_000
_ROWS: Final = 150_000  # in a batch, of all arms together: well below a second, so that stopping is quick


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """The rows of the population from ``first`` on, ``people`` of them."""

    first: int
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchDone:
    """A batch and what it came to; ``rows`` only where they were asked for, as `as_columns` has them."""

    batch: Batch
    tally: Tally
    rows: Columns | None = None


@dataclass(frozen=True, slots=True)
class Counting:
    """What a worker is sent once: count any batch of this plan.

    INVARIANT: a tally depends on the plan and the people of the batch alone.
    """

    plan: Plan
    per_person: bool = False

    def __call__(self, batch: Batch) -> BatchDone:
        persons = np.arange(batch.first, batch.first + batch.people, dtype=np.uint64)
        rows = play(self.plan, persons)
        columns = as_columns(self.plan, persons, rows) if self.per_person else None
        return BatchDone(batch=batch, tally=tally(self.plan, persons, rows), rows=columns)


Mapper = Callable[[Callable[[Batch], BatchDone], Iterable[Batch]], Iterable[BatchDone]]


def size_of_batches(plan: Plan, workers: int = 1) -> int:
    """People in a batch: at most `BATCH`, and few enough that every worker has some."""
    return min(BATCH, _ROWS // len(plan.worlds), -(-plan.people // workers))


def split(people: int, size: int, done: Collection[Batch] = ()) -> Iterator[Batch]:
    """All rows from 0 on that are in no batch that is done, in batches of at most that size.

    INVARIANT: every row is in one batch, whatever the sizes of those that were done before.
    """
    first = 0
    for batch in (*sorted(done, key=lambda batch: batch.first), Batch(first=people, people=0)):
        for start in range(first, batch.first, size):
            yield Batch(first=start, people=min(size, batch.first - start))
        first = batch.first + batch.people


def run(
    plan: Plan,
    *,
    mapper: Mapper = map,
    size: int = BATCH,
    done: Collection[Batch] = (),
    per_person: bool = False,
) -> Generator[BatchDone]:
    """Count every batch that is not done yet; batches come as they are finished, in any order.

    Args:
        plan: what to run.
        mapper: applies a function to batches: the built-in `map`, or a process pool's, or a cluster's.
        size: people in a batch; it changes how much memory is needed, and nothing else.
        done: batches that were counted before.
        per_person: whether every batch brings its rows along.
    """
    yield from mapper(Counting(plan, per_person), split(plan.people, size, done))
