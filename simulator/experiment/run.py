"""A run: batches of people, counted by whoever does the counting, in any order."""

from collections.abc import Callable, Collection, Generator, Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

from simulator.experiment.count import count
from simulator.experiment.plan import Plan
from simulator.experiment.tally import Tally

BATCH: Final = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """The rows of the population from ``first`` on, ``people`` of them."""

    first: int
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchDone:
    batch: Batch
    tally: Tally


@dataclass(frozen=True, slots=True)
class Counting:
    """What a worker is sent once: count any batch of this plan."""

    plan: Plan

    def __call__(self, batch: Batch) -> BatchDone:
        persons = np.arange(batch.first, batch.first + batch.people, dtype=np.uint64)
        return BatchDone(batch=batch, tally=count(self.plan, persons))


Mapper = Callable[[Callable[[Batch], BatchDone], Iterable[Batch]], Iterable[BatchDone]]


def split(people: int, size: int = BATCH) -> tuple[Batch, ...]:
    """All rows from 0 on, in batches."""
    return tuple(Batch(first=first, people=min(size, people - first)) for first in range(0, people, size))


def run(plan: Plan, *, mapper: Mapper = map, size: int = BATCH, done: Collection[Batch] = ()) -> Generator[BatchDone]:
    """Count every batch that is not done yet; batches come as they are finished, in any order.

    Args:
        plan: what to run.
        mapper: applies a function to batches: the built-in `map`, or a process pool's, or a cluster's.
        size: people in a batch; it changes how much memory is needed, and nothing else.
        done: batches that were counted before.
    """
    left = [batch for batch in split(plan.people, size) if batch not in done]
    yield from mapper(Counting(plan), left)
