"""Rollcall is about photos that leave a phone; nothing leaves the machine that it runs on."""

import os
import subprocess
import sys
from pathlib import Path


def test_the_model_runtime_keeps_and_reports_nothing_of_its_own(tmp_path: Path) -> None:
    # As on a user's machine: under continuous integration the runtime would keep quiet by itself.
    fresh = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path)}
    opens = (
        "from simulator.vision.network import MODELS, open_network, read_cards\n"
        "open_network(read_cards(MODELS)['codes'])"
    )
    subprocess.run([sys.executable, "-c", opens], env=fresh, check=True)
    assert list(tmp_path.iterdir()) == []
