"""On which day a thing is gone, under one reading of promises and silences."""

from simulator.domain.categories import DataCategory
from simulator.domain.holding import Holder, HoldingState
from simulator.domain.reading import Reading
from simulator.retention.ledger import Entry, Ledger
from simulator.terms.clause import Clause, Clock, Terms
from simulator.terms.readings import Promise, promise, silence_ends_on
from simulator.terms.rules import rule_for


class Ends:
    """Answers for one ledger, one set of terms and one reading; each question is worked out once."""

    def __init__(self, ledger: Ledger, terms: Terms, reading: Reading) -> None:
        self._ledger = ledger
        self._reading = reading
        self._limits: dict[DataCategory, Clause | None] = {
            category: rule_for(terms, category, Clock.COLLECTION) for category in DataCategory
        }
        self._extra = {clause.id: clause.retain.backup_extra for clause in terms.clauses if clause.retain is not None}
        self._known: dict[str, int | None] = {}

    def first_day_without(self, item: str) -> int | None:
        """The first day on which the item is no longer held, or None: never known to be."""
        if item not in self._known:
            self._known[item] = self._work_out(self._ledger.entries[item])
        return self._known[item]

    def by_promise(self, entry: Entry) -> tuple[Promise | None, int | None]:
        """The promise that is done first and its day; a promise without end has no day."""
        done = [(promised, promised.done_on(self._reading)) for promised in self._promises(entry)]
        with_day = [(promised, day) for promised, day in done if day is not None]
        if with_day:
            return min(with_day, key=lambda pair: pair[1])
        return done[0] if done else (None, None)

    def _gone_by_promise(self, entry: Entry) -> int | None:
        """The day of `by_promise`, as late as a declared fault makes it."""
        day = self.by_promise(entry)[1]
        if day is None or entry.missed_by is None:
            return day
        return None if entry.late is None else day + entry.late

    def _promises(self, entry: Entry) -> list[Promise]:
        if entry.holding.holder is Holder.AUDIENCE:
            return []
        found: list[Promise] = []
        if entry.begins is not None and entry.clause is not None:
            extra = self._extra.get(entry.clause)
            found.append(Promise(clause=entry.clause, begins=entry.begins, ends=entry.ends, backup_extra=extra))
        limit = self._limits[entry.holding.category]
        if limit is not None and (promised := promise(limit, entry.holding.since)) is not None:
            found.append(promised)
        return found

    def _work_out(self, entry: Entry) -> int | None:
        match entry.state:
            case HoldingState.ALIVE | HoldingState.SCHEDULED:
                return self._gone_by_promise(entry)
            case HoldingState.DELETED:
                # A deletion that came by a promise is read from the promise; any other is a fact under both readings.
                return self._gone_by_promise(entry) if self._was_promised(entry) else entry.changed
            case HoldingState.SILENT:
                parents = [self.first_day_without(parent) for parent in entry.holding.parents]
                return silence_ends_on(self._reading, entry.changed, parents)

    def _was_promised(self, entry: Entry) -> bool:
        limit = self._limits[entry.holding.category]
        return entry.begins is not None or (limit is not None and limit.id == entry.clause)
