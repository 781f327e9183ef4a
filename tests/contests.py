"""What the processes of two installations told that nobody measured."""

from typing import Any

from simulator.api.bench.against import Contest, Turns
from simulator.api.bench.installation import Installation

TERMS = Contest(rounds=8, queries=4, allow_noisy=True)
BOTH = (Installation(name="other"), Installation(name="this"))


def turn(ms: float, worked: float = 1.0, label: str = "cat") -> dict[str, Any]:
    about = {"version": "1", "python": "3", "model": "m", "labels": [[label], ["dog"]]}
    return about | {"latencies_ms": [ms, ms * 2] * 4, "processor_ms": [ms * worked, ms * 2 * worked] * 4}


def turns(slower: float, rounds: int = 8, worked: float = 1.0, label: str = "cat") -> Turns:
    levels = [20 + 0.1 * (number % 3) for number in range(rounds)]
    return Turns(
        first=[turn(level, worked) for level in levels],
        second=[turn(level * slower, worked, label) for level in levels],
    )
