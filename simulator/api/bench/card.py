"""The run card: without it, a number is about nothing."""

import platform
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import simulator
from simulator.api.bench.code import hash_measured
from simulator.api.bench.order import BenchOrder
from simulator.api.bench.subject import Subject
from simulator.api.commit import read_commit
from simulator.api.versions import read_versions
from simulator.vision.classifier import Classifier
from simulator.vision.load.machine import read_governor, read_load, read_memory, read_processor, tell_int8
from simulator.vision.network import MODELS, open_session, read_cards, sums_are_right

_ENTRIES = ("session.x64quantprecision",)
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
    session = open_session((MODELS / read_cards()["scene"].file).read_bytes())
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
        "kernel": platform.release(),
        "governor": read_governor(),
        "memory": read_memory(),
        "commit": read_commit(Path(simulator.__file__).parent),
        "code": hash_measured(),
        "provider": session.get_providers()[0],
        "session": _describe_session(session),
        "versions": read_versions(*_LIBRARIES),
        "models": models,
        "seed": order.seed,
        "samples": len(subject.files),
        "source": "drawn photos" if order.photos is None else "a folder of photos",
        "size": order.size if order.photos is None else "as they are",
        "least_seconds": order.least_seconds,
        "allow_noisy": order.allow_noisy,
    }


def _describe_session(session: Any) -> dict[str, Any]:
    """The options with which the scene network was opened; the others are opened by the same function."""
    options = session.get_session_options()
    told = {
        "intra_op_num_threads": options.intra_op_num_threads,
        "inter_op_num_threads": options.inter_op_num_threads,
        "graph_optimization_level": options.graph_optimization_level.name,
        "execution_mode": options.execution_mode.name,
    }
    for entry in _ENTRIES:
        try:
            told[entry] = options.get_session_config_entry(entry)
        except RuntimeError:
            told[entry] = None  # it was left as it is
    return told
