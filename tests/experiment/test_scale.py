"""Whoever counts, and whatever happens meanwhile: the same bits."""

import json
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small import small_plan, total

from simulator.api.experiment.cluster import ClusterError, _work, cluster
from simulator.api.experiment.pool import pool
from simulator.experiment.run import Batch, BatchDone, run, split
from simulator.experiment.tally import read_tally, same
from simulator.store.database import open_database
from simulator.store.experiments import batches, begin_experiment, keep_batch

HERE = Path(__file__).parent


def test_two_processes_give_the_same_bits_as_one_and_the_same_order() -> None:
    plan = small_plan()
    done = list(run(plan, mapper=pool(2), size=90))
    assert [batch.batch.first for batch in done] == [0, 90, 180, 270, 360]
    first, *others = (batch.tally for batch in done)
    for other in others:
        first += other
    assert same(first, total(plan, 400))


def test_a_cluster_gives_the_same_bits_although_a_worker_is_killed_in_the_middle(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, str(HERE / "on_cluster.py"), str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert told.returncode == 0, told.stderr
    assert same(read_tally(json.loads(told.stdout)), total(small_plan(), 400))


def ask_cluster(address: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "simulator", "experiment", "prompt-wording", "--people", "10", "--cluster", address],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_a_cluster_that_is_not_there_is_one_line() -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        told = ask_cluster(f"tcp://127.0.0.1:{nobody.getsockname()[1]}")
    assert told.returncode == 2
    assert told.stderr.count("\n") == 1
    assert "no scheduler answers there" in told.stderr


def test_what_answers_there_and_is_no_scheduler_is_one_line_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            with suppress(OSError):
                while True:
                    caller, _ = server.accept()
                    with caller:
                        caller.sendall(b"HTTP/1.0 400 Bad request\r\n\r\n")

        threading.Thread(target=answer, daemon=True).start()
        told = ask_cluster(f"tcp://127.0.0.1:{server.getsockname()[1]}")
    assert told.returncode == 2
    assert told.stderr.count("\n") == 1
    assert "no scheduler answers there" in told.stderr


def test_a_worker_that_counts_by_other_rules_is_told() -> None:
    def count(batch: Batch) -> BatchDone:
        raise AssertionError(batch)

    with pytest.raises(ClusterError, match="a worker has another version of Rollcall"):
        _work(count, Batch(first=0, people=1), "other rules")


def test_an_address_that_is_none_is_told() -> None:
    with pytest.raises(ClusterError, match="no scheduler"):
        list(run(small_plan(), mapper=cluster("nowhere")))


def test_what_was_counted_before_is_not_counted_again(tmp_path: Path) -> None:
    plan = small_plan()
    with open_database(tmp_path / "runs.db") as database:
        about = {"key": "k", "experiment": "small", "people": 400, "seed": 7}
        kept = begin_experiment(database, **about)
        for done, _ in zip(run(plan, size=90), range(2), strict=False):
            keep_batch(database, kept, done)
        again = begin_experiment(database, **about)
        before = batches(database, again)
        assert [batch.first for batch in before] == [0, 90]
        rest = [done.tally for done in run(plan, size=70, done=tuple(before))]
    first, *others = [*before.values(), *rest]
    for other in others:
        first += other
    assert same(first, total(plan, 400))


@given(people=st.integers(1, 60), size=st.integers(1, 20), cuts=st.sets(st.integers(0, 60)), kept=st.integers(0, 2**16))
def test_every_row_is_counted_once_whatever_was_counted_before(
    people: int, size: int, cuts: set[int], kept: int
) -> None:
    edges = sorted({0, people, *(cut for cut in cuts if cut < people)})
    before = [
        Batch(first=first, people=end - first)
        for place, (first, end) in enumerate(pairwise(edges))
        if kept >> (place % 16) & 1
    ]
    rows = [
        row
        for batch in (*before, *split(people, size, before))
        for row in range(batch.first, batch.first + batch.people)
    ]
    assert sorted(rows) == list(range(people))
