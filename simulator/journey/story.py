"""A story as `scenarios/stories/*.toml` tells it: what one person does, day by day, and what must come of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from simulator.consent.ask import Answer, is_due
from simulator.consent.prompt import Choice, Prompt, Rewording, prompt_on
from simulator.consent.record import ConsentRecord, ConsentState, advance
from simulator.domain.categories import DataCategory
from simulator.domain.errors import ConsentError
from simulator.domain.events import ConsentGiven, ConsentRefused, ConsentWithdrawn, FaultKind, Manner, PromptShown
from simulator.domain.phone import Trigger
from simulator.domain.photo import PhotoAccess
from simulator.retention.faults import Fault, check_faults


class Deed(StrEnum):
    """What the owner of the phone can do."""

    OPEN_APP = "open_app"
    COMPOSE_STORY = "compose_story"
    ANSWER = "answer"
    REVOKE = "revoke"
    SWITCH_METADATA = "switch_metadata"
    SET_ACCESS = "set_access"
    GO_OFFLINE = "go_offline"
    GO_ONLINE = "go_online"
    KEEP_IDEA = "keep_idea"
    SHARE_IDEA = "share_idea"
    EDIT_IDEA = "edit_idea"
    DISMISS_IDEA = "dismiss_idea"


MOST_DAYS = 3660  # ten years on either side of day 0
TRIGGERS = {Deed.OPEN_APP: Trigger.APP_LAUNCH, Deed.COMPOSE_STORY: Trigger.STORY_CREATION}
_NEEDS = {
    Deed.ANSWER: ("choice", "manner"),
    Deed.SWITCH_METADATA: ("on",),
    Deed.SET_ACCESS: ("access",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One deed on one day. ``choice`` and ``manner`` belong to ``answer``, ``access`` and ``picks`` to ``set_access``.

    Attributes:
        picks: how many of the newest photos are picked for limited access.
        on: the new position of the switch of ``switch_metadata``.
        taps: that it took to turn a switch, wrong turns included; None: by the shortest way.
    """

    day: int
    do: Deed
    choice: Choice | None = None
    manner: Manner | None = None
    access: PhotoAccess | None = None
    picks: int | None = None
    on: bool | None = None
    taps: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What must come of the story, whatever the seed. Pairs are the least and the most allowed.

    Attributes:
        consent: the state of the consent at the end.
        held_after_day: for a day, how many holdings of a category are neither deleted nor silent on it.
        silent: categories of which something is still held at the end and no clause says for how long.
        trained: whether anything became part of a training set.
        returned: how many things a declared fault brought back after they had been deleted.
        missed: how many deletions did not happen when they were due, because of a declared fault.
    """

    consent: ConsentState
    prompts_shown: tuple[int, int] = (0, 10)
    uploaded: tuple[int, int]
    inferences: tuple[int, int] = (0, 1000)
    ideas: tuple[int, int] = (0, 1000)
    trained: bool = False
    returned: tuple[int, int] = (0, 0)
    missed: tuple[int, int] = (0, 0)
    held_after_day: dict[int, dict[DataCategory, int]] = field(default_factory=dict)
    silent: tuple[DataCategory, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What one person does.

    Attributes:
        starts: the date of day 0.
        last_day: the last day played.
        roll_from: the day, negative, on which the camera roll begins.
        person: the row of the population that plays it.
        seed: the world it plays in, unless another is asked for.
        access: what the operating system lets the app read on day 0; ``picks`` as in `Step`.
        expect: None where it goes otherwise than it was written, as a fork does.
    """

    id: str
    title: str
    about: str
    starts: date
    last_day: int
    roll_from: int
    person: int
    seed: int
    life: str
    app: str
    prompt: str
    terms: str
    access: PhotoAccess
    picks: int = 0
    steps: tuple[Step, ...]
    faults: tuple[Fault, ...] = ()
    expect: Expectation | None

    def steps_on(self, day: int) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.day == day)

    @property
    def consented(self) -> tuple[range, ...]:
        """The days on which a yes stands, from the day after each Allow to the day before the switch is turned off."""
        spans: list[range] = []
        since: int | None = None
        for step in self.steps:
            if step.choice is Choice.ALLOW:
                since = step.day
            elif step.do is Deed.REVOKE and since is not None:
                spans.append(range(since + 1, step.day))
                since = None
        if since is not None:
            spans.append(range(since + 1, self.last_day + 1))
        return tuple(spans)

    def faults_on(self, day: int) -> tuple[Fault, ...]:
        return tuple(fault for fault in self.faults if fault.day == day)


@dataclass(frozen=True, slots=True)
class ScriptedRespondent:
    """Answers as the story says: the ``answer`` of that day, or none at all."""

    story: Story

    def answer(self, prompt: Prompt, day: int) -> Answer | None:  # noqa: ARG002  (a script does not read)
        for step in self.story.steps_on(day):
            if step.do is Deed.ANSWER and step.choice is not None and step.manner is not None:
                return Answer(choice=step.choice, manner=step.manner)
        return None


def follow(
    story: Story, prompt: Prompt, rewordings: Sequence[Rewording] = ()
) -> Iterator[tuple[Step, ConsentRecord, ConsentRecord]]:
    """Each step with the consent before it and after it; a step that makes no sense leaves it as it is."""
    record = ConsentRecord()
    for step in story.steps:
        before, day = record, step.day
        asking = prompt_on(day, prompt, rewordings)
        if step.do in TRIGGERS and is_due(asking, record, TRIGGERS[step.do], day):
            record = advance(record, PromptShown(day=day, prompt=asking.id, trigger=TRIGGERS[step.do]))
        elif step.do is Deed.ANSWER and step.manner is not None:
            if record.state is ConsentState.ASKED and record.changed == day:
                kind = ConsentGiven if step.choice is Choice.ALLOW else ConsentRefused
                record = advance(record, kind(day=day, record=record.id, manner=step.manner, taps=1))
        elif step.do is Deed.REVOKE and record.state is ConsentState.GIVEN:
            record = advance(record, ConsentWithdrawn(day=day, record=record.id, taps=0))
        yield step, before, record


def _check_order(story: Story, prompt: Prompt, rewordings: Sequence[Rewording]) -> None:
    for number, (step, before, after) in enumerate(follow(story, prompt, rewordings)):
        where = f"steps[{number}]: {step.do} on day {step.day}"
        if step.do is Deed.ANSWER and after is before:
            raise ConsentError(
                f"{where}: nothing was asked that day; let open_app or compose_story show the prompt before it"
            )
        if step.do is Deed.REVOKE and after is before:
            raise ConsentError(f"{where}: there is no consent to revoke; it is '{before.state}'")


def check_story(story: Story, prompt: Prompt, rewordings: Sequence[Rewording] = ()) -> None:
    """Refuse a story that cannot be played, before anything of it is.

    Raises:
        ConsentError: it allows or revokes what was never asked or given.
        ConsentError: a step lacks what its deed needs, or lies outside the days played, or out of order, or after the
            account is deleted.
        LedgerError: a fault cannot happen as it is written.
    """
    days = [step.day for step in story.steps]
    if days != sorted(days):
        raise ConsentError("steps: expected them in the order of their days")
    if not -MOST_DAYS <= story.roll_from < 0 < story.last_day <= MOST_DAYS:
        raise ConsentError(f"roll_from, last_day: expected -{MOST_DAYS} <= roll_from < 0 < last_day <= {MOST_DAYS}")
    if story.person < 0 or story.seed < 0 or story.picks < 0:
        raise ConsentError("person, seed, picks: expected numbers from 0 on")
    for number, step in enumerate(story.steps):
        where = f"steps[{number}]: {step.do} on day {step.day}"
        if not 0 <= step.day <= story.last_day:
            raise ConsentError(f"{where}: expected a day from 0 to last_day {story.last_day}")
        for name in _NEEDS.get(step.do, ()):
            if getattr(step, name) is None:
                raise ConsentError(f"{where}: it needs '{name}'")
    check_faults(story.faults, story.last_day)
    for fault in story.faults:
        late = [step.do for step in story.steps if step.day > fault.day]
        if fault.what is FaultKind.ACCOUNT_DELETED and late:
            raise ConsentError(f"steps: {late[0]} comes after the account is deleted on day {fault.day}; remove it")
    _check_order(story, prompt, rewordings)


def at_the_end_of(steps: Sequence[Step], new: Step) -> list[Step]:
    """The steps with a new one as the last of its day."""
    place = sum(step.day <= new.day for step in steps)
    return [*steps[:place], new, *steps[place:]]


def after_the_question(steps: Sequence[Step], new: Step) -> list[Step]:
    """The steps with an answer after the last deed of its day that can have made the question appear."""
    asking = [place for place, step in enumerate(steps) if step.day == new.day and step.do in TRIGGERS]
    if not asking:
        return at_the_end_of(steps, new)
    return [*steps[: asking[-1] + 1], new, *steps[asking[-1] + 1 :]]
