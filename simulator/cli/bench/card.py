"""The run card: without it, a number is about nothing."""

import platform
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

from simulator.cli.bench.order import Order
from simulator.vision.load.machine import read_load, read_processor, tell_int8
from simulator.vision.network import read_cards

_LIBRARIES = ("rollcall", "onnxruntime", "numpy", "pillow")


def describe_machine(order: Order, samples: int) -> dict[str, Any]:
    """Processor, versions, models, seed, and what else the machine was doing."""
    processor = read_processor()
    cards = read_cards()
    return {
        "kind": "card",
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "processor": processor.model,
        "cores": processor.cores,
        "flags": processor.flags,
        "int8": tell_int8(processor),
        "system": f"{platform.system()} {platform.machine()}",
        "load": read_load(),
        "network_threads": 1,
        "versions": {"python": platform.python_version(), **{name: version(name) for name in _LIBRARIES}},
        "models": {name: card.sha256 for name, card in cards.items()},
        "seed": order.seed,
        "samples": samples,
        "source": "drawn photos" if order.photos is None else "a folder of photos",
        "size": order.size if order.photos is None else "as they are",
    }
