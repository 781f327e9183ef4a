"""Which code was measured: one hash over the analyzer and its models, so that a number can be told to be older."""

import hashlib
from pathlib import Path

import simulator.vision

_VISION = Path(simulator.vision.__file__).parent


def hash_measured(vision: Path = _VISION) -> str:
    """Twelve digits of the SHA-256 of what a photo goes through: the files of the analyzer's room, and its models.

    What builds the models, judges them or loads them with queries lies in folders of its own, and is not measured.
    """
    digest = hashlib.sha256()
    for path in sorted([*vision.glob("*.py"), *(vision / "models").glob("*.*")]):
        digest.update(f"{path.relative_to(vision).as_posix()}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]
