"""The shipped networks: what `models/models.toml` records of each, and how one is opened."""

import hashlib
import os
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from simulator.domain.errors import AnalyzerError
from simulator.vision.probe import find_sums, probe_model

MODELS = Path(__file__).parent / "models"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelCard:
    """One network as recorded.

    Attributes:
        file: beside ``models.toml``.
        sha256: of the file; nothing else is opened.
        threshold: the probability from which on an answer (a theme, a face) counts; of face codes, the distance up to
            which two are taken for one person's.
        themes: in the order of the output ``theme_logits``; empty for a network without themes.
    """

    file: str
    sha256: str
    threshold: float
    themes: tuple[str, ...]


def read_cards(folder: Path = MODELS) -> dict[str, ModelCard]:
    """The cards in ``models.toml``, by name: ``scene``, ``faces`` and ``codes``.

    Raises:
        AnalyzerError: the list of models is missing or damaged.
    """
    path = folder / "models.toml"
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        return {
            name: ModelCard(
                file=str(table["file"]),
                sha256=str(table["sha256"]),
                threshold=float(table["threshold"]),
                themes=tuple(table.get("themes", ())),
            )
            for name, table in tables.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise AnalyzerError(f"{path}: the list of models is missing or damaged; reinstall camera-rollcall") from problem


def open_network(card: ModelCard, folder: Path = MODELS) -> Any:
    """An ONNX Runtime session on one CPU core.

    Raises:
        AnalyzerError: the file is missing, or is not the one that was recorded.
    """
    path = folder / card.file
    try:
        content = path.read_bytes()
    except OSError as problem:
        raise AnalyzerError(f"{path}: the model file cannot be read; reinstall camera-rollcall") from problem
    found = hashlib.sha256(content).hexdigest()
    if found != card.sha256:
        raise AnalyzerError(
            f"{path}: SHA-256 is {found[:12]}..., recorded is {card.sha256[:12]}...; reinstall camera-rollcall"
        )
    return open_session(content)


def open_session(model: bytes | str, threads: int = 1) -> Any:
    """A session on the CPU with every graph optimisation, of a model's bytes or its file.

    Sums of bytes are right on every processor. Where they are not by themselves (`sums_are_right`), the library is told
    to widen products before it sums them, which takes longer. It is told so nowhere else: since 1.25 it then widens on
    processors with VNNI too, and int8 is no faster than floats (docs/analyzer.md).
    """
    return _open(model, threads, widened=not sums_are_right())


@cache
def sums_are_right() -> bool:
    """Whether ONNX Runtime adds up products of bytes without overflow on this processor.

    The library is asked itself, once, in about a millisecond. Flags of the processor would have to be read, which not
    every system tells, and say what could be used and not what is.
    """
    return find_sums(_open(probe_model(), 1, widened=False))


def _open(model: bytes | str, threads: int, *, widened: bool) -> Any:
    # INVARIANT: nothing tells anybody anything. Since 1.29 the library, once it is imported, reports its use to its
    # maker and keeps a number for this machine, unless this is set; its own function to turn that off comes too late.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = threads
    if widened:
        options.add_session_config_entry("session.x64quantprecision", "1")
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
