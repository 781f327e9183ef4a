"""A run played again with something changed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from simulator.api.given import read_name, read_whole
from simulator.api.performance import Performance, performing
from simulator.api.played import Played
from simulator.catalog.load import load_prompt, load_terms
from simulator.consent.prompt import Choice
from simulator.domain.errors import ScenarioError, StoreError
from simulator.domain.events import ConsentGiven, ConsentRefused, Manner, PhotoAnalysed, PromptShown
from simulator.journey.fork import Answered, Asked, Change, Revoked, Under, fork, mark
from simulator.journey.scenario import Scenario
from simulator.journey.story import MOST_DAYS
from simulator.report.apart import say_change

_NO_DAY = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What is to be changed; `simulator.api.run.Run.fork` says what each means."""

    answer: str | None = None
    revoke: int | str | None = None
    prompt: str | None = None
    terms: str | None = None
    day: int = 0

    def made_in(self, run: Played) -> Iterator[Change]:
        """The changes, in the order in which they are made. Raises `ScenarioError`."""
        if self.day and self.prompt is None and self.terms is None:
            raise ScenarioError("fork", "--day", "it says from when on --prompt or --terms hold; name one of them")
        day = read_whole("day", self.day, 0, MOST_DAYS)
        if self.prompt is not None:
            yield Asked(prompt=load_prompt(read_name("prompt", self.prompt)), day=day)
        if self.terms is not None:
            yield Under(terms=load_terms(read_name("terms", self.terms)), day=day)
        if self.answer is not None:
            yield _answered(run, self.answer)
        if self.revoke is not None:
            yield Revoked(day=_day(self.revoke))


def fork_scenario(run: Played, changes: Changes) -> Scenario:
    """The scenario of a run with something changed, marked with where it comes from.

    Raises:
        StoreError: the run was cut short.
        ScenarioError: nothing is changed, or one of the files cannot be read.
        ConsentError: the change makes no sense in this story.
    """
    if not run.complete:
        raise StoreError(f"run {run.called!r} was cut short on day {run.last_day}; only a finished run can be forked")
    made = tuple(changes.made_in(run))
    if not made:
        raise ScenarioError("fork", "", "nothing is changed; name --answer, --revoke, --prompt or --terms")
    other = fork(run.scenario, run.events, *made)
    return mark(run.scenario, other, run.called, ", ".join(say_change(change, other) for change in made))


@contextmanager
def forking(run: Played, changes: Changes, *, db: Path | None) -> Iterator[Performance]:
    """The fork as it is played; errors as `fork_scenario`."""
    known = {event.photo: event.analysis for event in run.events if isinstance(event, PhotoAnalysed)}
    with performing(fork_scenario(run, changes), db=db, known=known, truthful=run.truthful) as show:
        yield show


def fork_played(run: Played, changes: Changes, *, db: Path | None) -> Played:
    """The fork, played to its end; errors as `fork_scenario`."""
    with forking(run, changes, db=db) as show:
        for _ in show.stream:
            pass
        return show.played


def _answered(run: Played, answer: str) -> Answered:
    """The first question, answered so; how it was meant is kept if it was answered so before."""
    if answer not in {choice.value for choice in Choice}:
        raise ScenarioError("fork", "--answer", f"expected one of {', '.join(Choice)}, found {answer!r}")
    choice = Choice(answer)
    asked = next((event.day for event in run.events if isinstance(event, PromptShown)), None)
    if asked is None:
        raise ScenarioError("fork", "--answer", "nothing is asked in this run")
    same = ConsentGiven if choice is Choice.ALLOW else ConsentRefused
    manners = (event.manner for event in run.events if isinstance(event, same) and event.day == asked)
    return Answered(day=asked, choice=choice, manner=next(manners, Manner.INFORMED))


def _day(revoke: int | str) -> int | None:
    """The day of a withdrawal, as a number or its digits; None: never."""
    if revoke == _NO_DAY:
        return None
    text = str(revoke)
    if not text.isascii() or not text.isdigit():
        raise ScenarioError("fork", "--revoke", f"expected a day from 0 on, or {_NO_DAY}, found {revoke!r}")
    return int(text)
