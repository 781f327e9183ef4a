"""A hash of the code that decides an experiment's numbers.

Batches that are kept may be joined only by batches that the same rules have counted. A version number tells rules
apart only when somebody remembers to change it; the code itself cannot be forgotten. So this pure room reads one thing
besides its arguments: the package's own source, which is the same for as long as the process lives.
"""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from simulator.domain.errors import RollcallError

# Every room that an experiment is played in: its own, and all that it may import from.
ROOMS = ("behaviour", "consent", "domain", "experiment", "journey", "population", "retention", "strict", "terms")


@cache
def hash_rules() -> str:
    """Of the rules that this process counts by. Raises `RollcallError` where they were installed without source."""
    return hash_code(files("simulator"))


def hash_code(package: Traversable) -> str:
    """Of the modules in the rooms of a package that lies in a folder or in a zip, whatever order it lists them in."""
    code = sha256()
    for room in ROOMS:
        sources = sorted(_sources(package / room, room))
        if not sources:
            raise RollcallError(f"{package}: room {room!r} has no source; install Rollcall again")
        for path, source in sources:
            # With its length, so that no code can move from one module to the next unseen.
            code.update(f"{path} {len(source)}\n".encode())
            code.update(source)
    return code.hexdigest()


def _sources(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir() if folder.is_dir() else ():
        inside = f"{path}/{entry.name}"
        if entry.is_dir():
            yield from _sources(entry, inside)
        elif entry.name.endswith(".py"):
            yield inside, entry.read_bytes()
