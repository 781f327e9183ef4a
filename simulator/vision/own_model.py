"""Opens a model file of the user's, which may be anything."""

from pathlib import Path
from typing import Any

from simulator.domain.errors import AnalyzerError
from simulator.vision.network import open_session

_MOST_BYTES = 2**30


def read_model(path: Path) -> bytes:
    """The bytes of an ONNX file.

    Raises:
        AnalyzerError: there is no such file, or it is no ordinary file, too large or not readable.
    """
    try:
        if not path.is_file():
            what = "is a folder" if path.is_dir() else "no such file"
            raise AnalyzerError(f"{path}: {what}; name an ONNX file")
        if path.stat().st_size > _MOST_BYTES:
            raise AnalyzerError(f"{path}: is larger than {_MOST_BYTES >> 20} MiB; name a smaller model")
        return path.read_bytes()
    except (OSError, ValueError) as problem:
        raise AnalyzerError(f"{path}: cannot be read: {problem}; check the name and your permissions") from problem


def open_model(path: Path, content: bytes) -> Any:
    """An ONNX Runtime session on one CPU core, of a model that takes one input.

    Raises:
        AnalyzerError: ONNX Runtime does not take it for a model, or it wants several inputs.
    """
    try:
        session = open_session(content)
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
