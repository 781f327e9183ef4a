"""The run card: without it, a number is about nothing."""

import platform
from datetime import UTC, datetime
from typing import Any

from simulator.api.bench.order import BenchOrder
from simulator.api.bench.subject import Subject
from simulator.api.versions import read_versions
from simulator.vision.classifier import Classifier
from simulator.vision.load.machine import read_load, read_processor, tell_int8
from simulator.vision.network import read_cards, sums_are_right

_LIBRARIES = ("onnxruntime", "numpy", "pillow")


def describe_machine(order: BenchOrder, subject: Subject) -> dict[str, Any]:
    """Processor, versions, models, seed, and what else the machine was doing."""
    processor, exact = read_processor(), sums_are_right()
    analyzer = subject.analyzer
    if isinstance(analyzer, Classifier):
        models = {"own": analyzer.sha256}
    else:
        models = {name: card.sha256 for name, card in read_cards().items()}
    # Lists, as they are read back from a file of before, with which this card is compared.
    flags, load = (None if each is None else list(each) for each in (processor.flags, read_load()))
    return {
        "kind": "card",
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "processor": processor.model,
        "cores": processor.cores,
        "flags": flags,
        "int8": tell_int8(processor, exact=exact),
        "sums_are_right": exact,
        "system": f"{platform.system()} {platform.machine()}",
        "load": load,
        "network_threads": 1,
        "versions": read_versions(*_LIBRARIES),
        "models": models,
        "seed": order.seed,
        "samples": len(subject.files),
        "source": "drawn photos" if order.photos is None else "a folder of photos",
        "size": order.size if order.photos is None else "as they are",
    }
