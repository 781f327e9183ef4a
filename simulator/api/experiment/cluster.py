"""Batches counted by a Dask cluster. A worker that is lost costs time: its batches are given to another."""

from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from typing import Any

from simulator.api.experiment.pool import in_order
from simulator.domain.errors import RollcallError
from simulator.experiment.rules_code import hash_rules
from simulator.experiment.run import Batch, BatchDone, Mapper

_PATIENCE = 4  # seconds to wait for a scheduler, and for its first worker
_AHEAD = 3


class ClusterError(RollcallError):
    """There is no such cluster, or it was lost."""


def cluster(address: str) -> Mapper:
    """A mapper over the workers of the scheduler at ``address``, such as ``tcp://127.0.0.1:8786``.

    Raises:
        ClusterError: Dask is not installed, or nobody answers there.
    """
    if find_spec("distributed") is None:
        raise ClusterError("--cluster needs Dask; install it with: pip install 'camera-rollcall[cluster]'")

    def mapper(count: Callable[[Batch], BatchDone], batches: Iterable[Batch]) -> Iterator[BatchDone]:
        with _connect(address) as client:
            try:
                client.wait_for_workers(1, timeout=_PATIENCE)
            except TimeoutError as error:
                raise ClusterError(f"--cluster {address}: the scheduler has no workers; start one there") from error
            workers = len(client.scheduler_info()["workers"])
            shared = client.scatter(count, broadcast=True)

            def submit(batch: Batch) -> Any:
                return client.submit(_work, shared, batch, hash_rules(), pure=False)

            try:
                yield from in_order(submit, batches, workers * _AHEAD)
            except RollcallError:
                raise
            except Exception as error:
                # A worker without Rollcall, with another version, or none left: what it says is all there is to know.
                raise ClusterError(f"--cluster {address}: its workers cannot count: {error!r}") from error

    return mapper


def _connect(address: str) -> Any:
    from distributed import Client

    class Knocking(Client):  # type: ignore[misc]
        """A client that never was has nothing to close; the base would try to for seconds, and complain."""

        def __init__(self) -> None:
            try:
                super().__init__(address, timeout=_PATIENCE, set_as_default=False)
            except Exception:
                self.status = "closed"
                raise

    try:
        return Knocking()
    except Exception as error:
        # Whatever it is that answers there, it is no scheduler.
        raise ClusterError(f"--cluster {address}: no scheduler answers there within {_PATIENCE} seconds") from error


def _work(count: Callable[[Batch], BatchDone], batch: Batch, rules: str) -> BatchDone:
    if hash_rules() != rules:
        raise ClusterError("--cluster: a worker has another version of Rollcall; its numbers cannot be joined to these")
    return count(batch)
