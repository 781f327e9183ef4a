"""Is a claim true of everybody in a bounded number of lives? Whoever breaks it is the answer."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from simulator.domain.events import ConsentGiven, Event, FaultKind, FaultOccurred, WithdrawalReceived
from simulator.domain.holding import HoldingState
from simulator.journey.claim import Claim, ClaimedState
from simulator.journey.perfect import PerfectAnalyzer, never_develop
from simulator.journey.scenario import Scenario
from simulator.journey.simulate import simulate
from simulator.population.person import Person
from simulator.retention.ends import Ends
from simulator.retention.faults import Fault
from simulator.retention.ledger import EMPTY, Entry, Ledger, apply_all
from simulator.retention.schedule import expire
from simulator.terms.clause import Clock

_LAG = 30  # days that a cache lags behind, where a story does not say


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterexample:
    """The thing that breaks a claim, and the ledger in which it does."""

    day: int
    counted_from: int
    entry: Entry
    ledger: Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTrial:
    """One life against the claim.

    Attributes:
        person: who lived it.
        things: how many things the claim speaks of were ever held; none means that it is true of nothing.
        reached: whether the clock ever started and so many days passed.
    """

    scenario: Scenario
    person: Person
    things: int
    reached: bool
    counterexample: Counterexample | None


def with_faults(scenario: Scenario, claim: Claim) -> Iterator[Scenario]:
    """The story as it is written, and once more with each kind of fault, one at a time, where it does most."""
    yield scenario
    story = scenario.story
    last, half = story.last_day, story.last_day // 2
    for fault in (
        Fault(day=0, what=FaultKind.DELETE_LOST, categories=claim.categories),
        Fault(day=0, what=FaultKind.CACHE_LAG, days=_LAG),
        Fault(day=last, what=FaultKind.BACKUP_RESTORE, days=last),
        Fault(day=half, what=FaultKind.REUPLOAD_AFTER_REINSTALL),
        Fault(day=half, what=FaultKind.OS_PERMISSION_WITHDRAWN),
    ):
        yield replace(scenario, story=replace(story, faults=(*_others(scenario, fault), fault)))
    if not any(fault.what is FaultKind.ACCOUNT_DELETED for fault in story.faults):
        yield delete_account(scenario)


def delete_account(scenario: Scenario) -> Scenario:
    """The same story, in which the account is deleted the day after the last deed, if it is not anyway."""
    story = scenario.story
    if any(fault.what is FaultKind.ACCOUNT_DELETED for fault in story.faults):
        return scenario
    day = min(story.last_day, 1 + max((step.day for step in story.steps), default=0))
    fault = Fault(day=day, what=FaultKind.ACCOUNT_DELETED)
    return replace(scenario, story=replace(story, faults=(*story.faults, fault)))


def _others(scenario: Scenario, fault: Fault) -> tuple[Fault, ...]:
    return tuple(other for other in scenario.story.faults if other.name != fault.name)


def try_claim(claim: Claim, scenario: Scenario) -> ClaimTrial:
    """Live the scenario with an analyzer that misses nothing, and let days pass until the claim can be judged.

    After the story's last day nothing happens but what was promised.
    """
    person = scenario.live()
    analyzer = PerfectAnalyzer(scenario.roll(person).photos, scenario.starts)
    by_day: defaultdict[int, list[Event]] = defaultdict(list)
    for event in simulate(scenario, person, analyzer=analyzer, develop=never_develop):
        by_day[event.day].append(event)
    judge = _Judge(claim, scenario)
    ledger, day = EMPTY, 0
    while judge.waits(day):
        events: Sequence[Event] = by_day[day]
        if day > scenario.story.last_day:
            events = list(expire(ledger, scenario.terms, day, scenario.reading, scenario.story.faults))
        ledger = apply_all(ledger, events)
        found = judge.look(day, ledger, events)
        if found is not None:
            return judge.trial(person, found)
        day += 1
    return judge.trial(person, None)


class _Judge:
    """Looks at one life, day by day."""

    def __init__(self, claim: Claim, scenario: Scenario) -> None:
        self._claim = claim
        self._scenario = scenario
        self._started: int | None = None if claim.clock in {Clock.WITHDRAWAL, Clock.ACCOUNT_DELETED} else 0
        self._ledger = EMPTY
        self._ends = Ends(EMPTY, scenario.terms, scenario.reading)
        self._entries: list[Entry] = []
        self._reached = False

    def waits(self, day: int) -> bool:
        last = self._scenario.story.last_day
        if day <= last:
            return True
        start = last if self._claim.clock is Clock.COLLECTION else self._started
        return start is not None and day <= start + self._claim.days

    def look(self, day: int, ledger: Ledger, events: Sequence[Event]) -> Counterexample | None:
        """What breaks the claim at the end of the day, the first in the order of the ledger."""
        for event in events:
            self._set_clock(event)
        if ledger is not self._ledger:
            self._ledger = ledger
            self._ends = Ends(ledger, self._scenario.terms, self._scenario.reading)
            wanted = set(self._claim.categories)
            self._entries = [entry for entry in ledger.entries.values() if entry.holding.category in wanted]
        if self._started is None or day < self._started + self._claim.days:
            return None
        self._reached = True
        for entry in self._entries:
            start = entry.holding.since if self._claim.clock in {None, Clock.COLLECTION} else self._started
            if day >= start + self._claim.days and self._is(entry, day):
                return Counterexample(day=day, counted_from=start, entry=entry, ledger=ledger)
        return None

    def trial(self, person: Person, found: Counterexample | None) -> ClaimTrial:
        return ClaimTrial(
            scenario=self._scenario,
            person=person,
            things=len(self._entries),
            reached=self._reached,
            counterexample=found,
        )

    def _set_clock(self, event: Event) -> None:
        match self._claim.clock, event:
            case Clock.WITHDRAWAL, WithdrawalReceived(day=day):
                self._started = day
            case Clock.WITHDRAWAL, ConsentGiven():
                # Who says yes again is not promised anything by the no before.
                self._started = None
            case Clock.ACCOUNT_DELETED, FaultOccurred(day=day, what=FaultKind.ACCOUNT_DELETED):
                self._started = day
            case _:
                pass

    def _is(self, entry: Entry, day: int) -> bool:
        match self._claim.condition:
            case ClaimedState.HELD:
                return entry.state is not HoldingState.DELETED
            case ClaimedState.SCHEDULED:
                return entry.state is HoldingState.SCHEDULED
            case ClaimedState.SILENT:
                return entry.state is HoldingState.SILENT
            case ClaimedState.ALIVE:
                gone = self._ends.first_day_without(entry.holding.id)
                return gone is None or gone > day
