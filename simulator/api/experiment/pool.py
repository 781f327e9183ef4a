"""Batches counted by several processes of this machine, handed back in their order."""

import multiprocessing
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice

from simulator.experiment.run import Batch, BatchDone, Mapper

_AHEAD = 3  # batches that wait for each worker, so that none is idle and memory stays flat

Count = Callable[[Batch], BatchDone]
_count: Count | None = None


def _begin(count: Count) -> None:
    global _count  # noqa: PLW0603  (each worker is sent the plan once, and not with every batch)
    _count = count
    # Ctrl-C is for the one who waits for the workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _work(batch: Batch) -> BatchDone:
    assert _count is not None, "a worker begins before it works"
    return _count(batch)


def pool(workers: int) -> Mapper:
    """A mapper over so many processes."""

    def mapper(count: Count, batches: Iterable[Batch]) -> Iterator[BatchDone]:
        # A fork is quickest, and safe as long as there is nothing but this thread.
        alone = threading.active_count() == 1 and "fork" in multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("fork" if alone else "spawn")
        executor = ProcessPoolExecutor(workers, mp_context=context, initializer=_begin, initargs=(count,))
        try:
            yield from in_order(lambda batch: executor.submit(_work, batch), batches, workers * _AHEAD)
        finally:
            executor.shutdown(cancel_futures=True)

    return mapper


def in_order(
    submit: "Callable[[Batch], Future[BatchDone]]", batches: Iterable[Batch], most: int
) -> Iterator[BatchDone]:
    """Submit at most so many batches ahead of the one that is waited for."""
    left = iter(batches)
    waiting = deque(submit(batch) for batch in islice(left, most))
    while waiting:
        done = waiting.popleft().result()
        waiting.extend(submit(batch) for batch in islice(left, 1))
        yield done
