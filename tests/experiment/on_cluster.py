"""Counts a small experiment on a Dask cluster of its own, on loopback, and kills a worker in the middle.

Run by `test_scale.py` in a process of its own: python on_cluster.py FOLDER
"""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from distributed import Client
from small import small_plan

from simulator.api.experiment.cluster import cluster
from simulator.experiment.run import run

_DASK = [sys.executable, "-m", "distributed.cli.dask_{}"]
_PATIENCE = 60.0


def _start(what: str, *options: str) -> subprocess.Popen[bytes]:
    command = [part.format(what) for part in _DASK]
    # On loopback only: no port that another machine can reach, and no web page.
    return subprocess.Popen([*command, *options, "--no-dashboard"], stderr=subprocess.DEVNULL)


def main(folder: Path) -> None:
    card = folder / "scheduler.json"
    started = [
        _start(
            "scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(card), "--idle-timeout", "60s"
        )
    ]
    try:
        give_up = time.monotonic() + _PATIENCE
        while not card.exists() and time.monotonic() < give_up:
            time.sleep(0.05)
        for _ in range(2):
            options = ("--scheduler-file", str(card), "--nthreads", "1", "--no-nanny", "--host", "127.0.0.1")
            started.append(_start("worker", *options, "--local-directory", str(folder), "--death-timeout", "60"))
        with Client(scheduler_file=str(card), timeout=_PATIENCE, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=_PATIENCE)
            address = client.scheduler.address
        tally = None
        for done in run(small_plan(), mapper=cluster(address), size=20):
            tally = done.tally if tally is None else tally + done.tally
            if done.batch.first == 0:
                os.kill(started[1].pid, signal.SIGKILL)
        assert tally is not None
        sys.stdout.write(json.dumps(tally.as_record()))
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
