"""What the counting process is told to do, and what it tells.

Its records are ``results`` with what `rollcall experiment --json` would print if it ended there, again and again; at
last ``end``, or ``stopped``.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from simulator.api.child import Job
from simulator.api.ports import Trial

COUNTING: Final = Job(
    work="simulator.api.experiment.work:count",
    name="the counting process",
    kept="; what it counted is kept, start it again",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountOrder:
    """What to count; ``db`` is the database of finished batches, the user's own by default."""

    trial: Trial
    db: Path | None
