"""A command as it was run, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


Rollcall = Callable[..., Outcome]
