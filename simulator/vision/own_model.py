"""Opens a model file of the user's, which may be anything."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simulator.domain.errors import AnalyzerError
from simulator.vision.network import open_session

_MOST_BYTES = 2**30  # of the model and its weights together
# How ONNX writes that a tensor lies in another file: the key "location", then that file's length and name.
_ELSEWHERE = re.compile(rb"\x0a\x08location\x12(.)", re.DOTALL)
_ONE_BYTE = 0x80  # lengths from here on take more than one byte; so long a name is none that we read


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFile:
    """An ONNX file as it was read.

    Attributes:
        beside: the files in its folder that hold weights of it, in the order of their names.
        sha256: of its bytes and then theirs.
    """

    path: Path
    content: bytes
    beside: tuple[Path, ...]
    sha256: str


def read_model(path: Path) -> ModelFile:
    """An ONNX file with the weights that it keeps in files beside it.

    Raises:
        AnalyzerError: there is no such file, or it is no ordinary file, too large or not readable, or its weights are
            not in its own folder.
    """
    try:
        if not path.is_file():
            what = "is a folder" if path.is_dir() else "no such file"
            raise AnalyzerError(f"{path}: {what}; name an ONNX file")
        _refuse_large(path, path.stat().st_size)
        content = path.read_bytes()
        beside = _find_weights(path, content)
        _refuse_large(path, len(content) + sum(file.stat().st_size for file in beside))
        digest = hashlib.sha256(content)
        for file in beside:
            digest.update(file.read_bytes())
        return ModelFile(path=path, content=content, beside=beside, sha256=digest.hexdigest())
    except (OSError, ValueError) as problem:
        raise AnalyzerError(f"{path}: cannot be read: {problem}; check the name and your permissions") from problem


def _refuse_large(path: Path, size: int) -> None:
    if size > _MOST_BYTES:
        raise AnalyzerError(f"{path}: is larger than {_MOST_BYTES >> 20} MiB; name a smaller model")


def _find_weights(path: Path, content: bytes) -> tuple[Path, ...]:
    folder = path.parent
    names = {
        content[found.end() : found.end() + found[1][0]].decode("utf-8", "replace")
        for found in _ELSEWHERE.finditer(content)
        if found[1][0] < _ONE_BYTE
    }
    for name in names:
        if not (folder / name).resolve().is_relative_to(folder.resolve()):
            raise AnalyzerError(
                f"{path}: its weights '{name}' lie outside of its folder; export it with them beside it"
            )
        if not (folder / name).is_file():
            raise AnalyzerError(f"{path}: its weights '{name}' do not lie beside it; copy that file there")
    return tuple(folder / name for name in sorted(names))


def open_model(model: ModelFile) -> Any:
    """An ONNX Runtime session on one CPU core, of a model that takes one input.

    Raises:
        AnalyzerError: ONNX Runtime does not take it for a model, or it wants several inputs.
    """
    path = model.path
    try:
        # By its name only if it must be: then the runtime looks for weights in the model's folder, else in the current.
        session = open_session(str(path.absolute()) if model.beside else model.content)
    except Exception as problem:  # (a session may fail in any way on hostile bytes)
        reason = str(problem).splitlines()[0]
        raise AnalyzerError(f"{path}: ONNX Runtime cannot open it ({reason}); export the model again") from problem
    if (count := len(session.get_inputs())) != 1:
        raise AnalyzerError(f"{path}: has {count} inputs; export it with the picture as its only one")
    return session


def require_input(path: Path, session: Any, kind: str, shape: tuple[int, ...]) -> str:
    """The name of the only input, once its type and shape are what is expected; its first axis may have any name.

    Args:
        path: for the message.
        session: an ONNX Runtime session with one input.
        kind: as ONNX Runtime writes types: ``tensor(float)``.
        shape: without the batch.

    Raises:
        AnalyzerError: it takes something else.
    """
    (found,) = session.get_inputs()
    name: str = found.name
    fits = len(found.shape) == len(shape) + 1 and all(
        not isinstance(have, int) or have == want for have, want in zip(found.shape[1:], shape, strict=True)
    )
    if found.type != kind or not fits:
        raise AnalyzerError(
            f"{path}: input '{name}' is {found.type} of {found.shape}, expected {kind} of ['batch', "
            f"{', '.join(map(str, shape))}]; export it so"
        )
    return name
