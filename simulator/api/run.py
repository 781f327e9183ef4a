"""A run for a notebook: a story that was played, and that can be played otherwise."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal

from simulator.api.forking import Changes, fork_played
from simulator.api.given import read_path
from simulator.api.played import Played


@dataclass(frozen=True, kw_only=True, repr=False)
class Run(Played):
    """One story as it was played; in a notebook it is shown with its ledger."""

    @classmethod
    def of(cls, played: Played) -> "Run":
        """The same, ready to be forked."""
        return cls(**{field.name: getattr(played, field.name) for field in fields(Played)})

    def fork(
        self,
        *,
        answer: Literal["allow", "refuse"] | None = None,
        revoke: int | Literal["never"] | None = None,
        prompt: str | None = None,
        terms: str | None = None,
        day: int = 0,
        record: Path | str | None = None,
    ) -> "Run":
        """The same story with something changed; this run is not touched.

        What the analyzer said is taken over; only photos that it never saw are looked at.

        Args:
            answer: to the first question.
            revoke: the day on which the switch is turned off.
            prompt: another that asks from ``day`` on, by id or file.
            terms: others that hold from ``day`` on, by id or file.
            day: 0 is from the beginning.
            record: a database to record it in; by default it is recorded nowhere.

        Raises:
            ScenarioError: nothing is changed, or one of the files cannot be read.
            ConsentError: the change makes no sense in this story.
        """
        changes = Changes(answer=answer, revoke=revoke, prompt=prompt, terms=terms, day=day)
        return Run.of(fork_played(self, changes, db=read_path("record", record)))
