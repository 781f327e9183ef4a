"""The same story with one thing changed. What it is forked from is read and never touched.

What happened becomes the script of the fork, whoever had answered: a script, a model, or somebody at a keyboard.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from simulator.consent.prompt import Choice, Prompt, Rewording
from simulator.domain.errors import ConsentError
from simulator.domain.events import (
    ConsentGiven,
    ConsentRefused,
    ConsentWithdrawn,
    Event,
    Manner,
    StoryEnded,
)
from simulator.journey.scenario import Amendment, Forked, Scenario
from simulator.journey.story import TRIGGERS, Deed, Step, after_the_question, at_the_end_of, follow
from simulator.terms.clause import Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The question of that day is answered otherwise."""

    day: int
    choice: Choice
    manner: Manner


@dataclass(frozen=True, slots=True, kw_only=True)
class Revoked:
    """The consent that stands on that day is withdrawn on it, instead of whenever it was; None: it never is.

    Attributes:
        taps: that it took; None: by the shortest way.
    """

    day: int | None
    taps: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Switched:
    """The other switch, that of suggestions made on the phone, is turned."""

    day: int
    on: bool
    taps: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Another prompt asks from that day on; on day 0, from the beginning."""

    prompt: Prompt
    day: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Under:
    """Other terms hold from that day on; on day 0, from the beginning."""

    terms: Terms
    day: int = 0


Change = Answered | Revoked | Switched | Asked | Under


def fork(scenario: Scenario, events: Sequence[Event], *changes: Change) -> Scenario:
    """The scenario of a story that goes as these events tell, but for the changes.

    Deeds that make no sense any more, such as the withdrawal of a consent that was never given, are left out. A
    question that was never asked before and now is stays unanswered.

    INVARIANT: without a change the log is the same; before the first changed day it is the same in any case.

    Args:
        scenario: what the story was played with.
        events: what happened, all of it or only so far.
        changes: made one after another.

    Raises:
        ConsentError: nothing is asked on the day of another answer, no consent stands on the day of a withdrawal, or
            the day is not played.
    """
    scenario = script(scenario, events)
    for change in changes:
        match change:
            case Asked(prompt=prompt, day=day):
                scenario = _ask_with(scenario, prompt, day)
            case Under(terms=terms, day=day):
                scenario = _hold_under(scenario, terms, day)
            case Answered():
                scenario = _with_steps(scenario, _answer(scenario, change))
            case Revoked(day=None):
                scenario = _with_steps(scenario, [step for step in _steps(scenario) if step.do is not Deed.REVOKE])
            case Revoked(day=int(day), taps=taps):
                scenario = _with_steps(scenario, _revoke(scenario, day, taps))
            case Switched(day=day, on=on, taps=taps):
                turned = Step(day=day, do=Deed.SWITCH_METADATA, on=on, taps=taps)
                scenario = _with_steps(scenario, at_the_end_of(_steps(scenario), turned))
    if not changes:
        return scenario
    scenario = _with_steps(scenario, _sensible(scenario))
    return replace(scenario, story=replace(scenario.story, expect=None), forked=None)


def parting_day(before: Scenario, after: Scenario) -> int:
    """The first day on which one of two worlds of the same person can differ from the other; after the last: none."""
    story = before.story
    if (before.prompt, before.terms, before.reading) != (after.prompt, after.terms, after.reading):
        return story.roll_from
    days = range(story.last_day + 1)
    return next((day for day in days if _differ_on(day, before, after)), len(days))


def _differ_on(day: int, before: Scenario, after: Scenario) -> bool:
    steps = before.story.steps_on(day)
    asks = any(step.do in TRIGGERS for step in steps)
    return (
        steps != after.story.steps_on(day)
        or before.terms_on(day) != after.terms_on(day)
        or (asks and before.prompt_on(day) != after.prompt_on(day))
    )


def mark(before: Scenario, after: Scenario, run: str, change: str) -> Scenario:
    """The fork with where it comes from.

    Args:
        before: what was forked.
        after: the fork.
        run: the name of the run that was forked.
        change: what was changed, for people.
    """
    parts = parting_day(before, after)
    day = max(parts, 0) if parts <= before.story.last_day else None
    return replace(after, forked=Forked(run=run, day=day, change=change))


def script(scenario: Scenario, events: Sequence[Event]) -> Scenario:
    """The scenario with the answers and withdrawals that happened as its script; what is still to come is left."""
    answers = {event.day: event for event in events if isinstance(event, ConsentGiven | ConsentRefused)}
    withdrawn = {event.day: event for event in events if isinstance(event, ConsentWithdrawn)}
    ended = bool(events) and isinstance(events[-1], StoryEnded)
    over = scenario.story.last_day + 1 if ended else events[-1].day if events else 0
    steps: list[Step] = []
    for step in scenario.story.steps:
        if step.do is Deed.ANSWER:
            given = answers.pop(step.day, None)
            if given is not None or step.day >= over:
                steps.append(step if given is None else _as_answered(given))
        elif step.do is not Deed.REVOKE or withdrawn.pop(step.day, None) is not None or step.day >= over:
            steps.append(step)
    for given in answers.values():
        steps = after_the_question(steps, _as_answered(given))
    for event in withdrawn.values():
        steps = at_the_end_of(steps, Step(day=event.day, do=Deed.REVOKE, taps=event.taps))
    return _with_steps(scenario, steps)


def hand_over(scenario: Scenario) -> Scenario:
    """The scenario without its script's answers and withdrawals: somebody else gives them."""
    steps = [step for step in _steps(scenario) if step.do not in {Deed.ANSWER, Deed.REVOKE}]
    return replace(scenario, story=replace(scenario.story, steps=tuple(steps), expect=None))


def _steps(scenario: Scenario) -> list[Step]:
    return list(scenario.story.steps)


def _with_steps(scenario: Scenario, steps: Sequence[Step]) -> Scenario:
    return replace(scenario, story=replace(scenario.story, steps=tuple(steps)))


def _as_answered(event: ConsentGiven | ConsentRefused) -> Step:
    choice = Choice.ALLOW if isinstance(event, ConsentGiven) else Choice.REFUSE
    return Step(day=event.day, do=Deed.ANSWER, choice=choice, manner=event.manner)


def _hold_under(scenario: Scenario, terms: Terms, day: int) -> Scenario:
    _check_played(scenario, day, f"terms {terms.id}")
    if day == 0:
        return replace(scenario, terms=terms, amendments=())
    kept = replace(scenario, amendments=tuple(each for each in scenario.amendments if each.day < day))
    if kept.terms_on(day) == terms:
        return kept
    return replace(kept, amendments=(*kept.amendments, Amendment(day=day, terms=terms)))


def _ask_with(scenario: Scenario, prompt: Prompt, day: int) -> Scenario:
    _check_played(scenario, day, f"prompt {prompt.id}")
    if day == 0:
        return replace(scenario, prompt=prompt, rewordings=())
    kept = replace(scenario, rewordings=tuple(each for each in scenario.rewordings if each.day < day))
    if kept.prompt_on(day) == prompt:
        return kept
    return replace(kept, rewordings=(*kept.rewordings, Rewording(day=day, prompt=prompt)))


def _check_played(scenario: Scenario, day: int, what: str) -> None:
    if not 0 <= day <= scenario.story.last_day:
        raise ConsentError(f"{what} on day {day}: the story is played from day 0 to day {scenario.story.last_day}")


def days_asked(scenario: Scenario) -> list[int]:
    """The days on which the question appears, as the script goes; a day as often as it does."""
    return [
        step.day
        for step, before, after in follow(scenario.story, scenario.prompt, scenario.rewordings)
        if step.do in TRIGGERS and after is not before
    ]


def _answer(scenario: Scenario, change: Answered) -> list[Step]:
    asked = days_asked(scenario)
    if change.day not in asked:
        days = ", ".join(str(day) for day in dict.fromkeys(asked)) or "no day"
        raise ConsentError(f"answer on day {change.day}: nothing is asked that day; it is on {days}")
    others = [step for step in scenario.story.steps if step.do is not Deed.ANSWER or step.day != change.day]
    answer = Step(day=change.day, do=Deed.ANSWER, choice=change.choice, manner=change.manner)
    return after_the_question(others, answer)


def _revoke(scenario: Scenario, day: int, taps: int | None) -> list[Step]:
    _check_played(scenario, day, "revoke")
    allowed = [step.day for step in scenario.story.steps if step.choice is Choice.ALLOW]
    since = max((given for given in allowed if given <= day), default=None)
    if since is None:
        when = f"the first yes is on day {allowed[0]}" if allowed else "nobody ever says yes"
        raise ConsentError(f"revoke on day {day}: no consent stands; {when}")
    until = min((given for given in allowed if given > day), default=scenario.story.last_day + 1)
    others = [step for step in scenario.story.steps if step.do is not Deed.REVOKE or not since <= step.day < until]
    return at_the_end_of(others, Step(day=day, do=Deed.REVOKE, taps=taps))


def _sensible(scenario: Scenario) -> list[Step]:
    """The steps without answers to what is not asked and withdrawals of what was not given."""
    moot = {Deed.ANSWER, Deed.REVOKE}
    return [
        step
        for step, before, after in follow(scenario.story, scenario.prompt, scenario.rewordings)
        if step.do not in moot or after is not before
    ]
