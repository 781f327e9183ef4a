"""Why is this still here? The whole chain in sentences that can be read aloud."""

from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches

from simulator.domain.categories import DataCategory, Fact, Purpose
from simulator.domain.data_kinds import DATA_KINDS
from simulator.domain.errors import LedgerError
from simulator.domain.holding import Holding, HoldingState
from simulator.domain.reading import Reading
from simulator.retention.ends import Ends
from simulator.retention.ledger import Entry, Ledger
from simulator.terms.clause import Clause, Clock, Status, Terms, find_clause
from simulator.terms.decide import Request, Verdict, decide_by_clauses, documented_silences
from simulator.terms.rules import rule_for

_KNOWN = {
    Status.STATED: "stated in the terms",
    Status.PRESS: "known from the press",
    Status.INFERRED: "inferred, not stated",
    Status.SILENT: "searched for and not found",
}
_STARTS = {
    Clock.PHOTO_DELETED: "once its owner deletes it",
    Clock.ACCOUNT_DELETED: "once the account is deleted",
    Clock.LAST_INTERACTION: "once the app is not used any more",
    Clock.PURPOSE_MET: "once the purpose is met",
}
_NAMED = 3


def explain(
    ledger: Ledger, terms: Terms, item: str, day: int, *, terms_on: Callable[[int], Terms] | None = None
) -> tuple[str, ...]:
    """What it is, what it was made from, which clause permits it, what a withdrawal did, and how long it may stay.

    Args:
        ledger: as it stands on that day.
        terms: the terms under which it stands so.
        item: the id of a holding.
        day: the day on which the question is asked.
        terms_on: those that were in force on a day, where they have changed; by default always the same.

    Raises:
        LedgerError: nothing of that id was ever held; names the nearest ids.
        TermsError: the ledger names a clause that these terms do not have.
    """
    entry = ledger.entries.get(item)
    if entry is None:
        near = _near(ledger, item)
        mend = f"did you mean {', '.join(near)}?" if near else "list what is held first"
        raise LedgerError(f"nothing called {item} was ever held; {mend}")
    at_first, at_last = (
        terms if terms_on is None or terms_on(then).id == terms.id else terms_on(then)
        for then in (entry.holding.since, entry.changed)
    )
    return (
        _opening(entry, day),
        *_lineage(ledger, entry.holding),
        *_permission(terms, at_first, entry),
        *_present(terms, at_last, entry),
        *_outlook(ledger, terms, entry, day),
    )


def _near(ledger: Ledger, item: str) -> list[str]:
    about = [known for known in ledger.entries if known.startswith(f"{item}/")]
    return about[:_NAMED] or get_close_matches(item, ledger.entries, n=_NAMED, cutoff=0.5)


def _opening(entry: Entry, day: int) -> str:
    holding = entry.holding
    what = f"{holding.id} is {DATA_KINDS[holding.category].in_words}. The {holding.holder}"
    if entry.state is HoldingState.DELETED:
        return f"{what} had it from day {holding.since}; on day {day} it is gone."
    return f"{what} has had it since day {holding.since} and has it on day {day}."


def _lineage(ledger: Ledger, holding: Holding) -> Iterator[str]:
    above = _kinds_above(ledger, holding)
    if holding.parents:
        steps = ", and that from ".join(
            _count_of(kind, [item for item, known in above.items() if known is kind])
            for kind in dict.fromkeys(above.values())
        )
        yield f"It was made from {steps}."
    if not holding.photos:
        yield "It goes back to no photo: it is about the account."
    elif holding.parents:
        yield f"It goes back to {_listed(holding.photos, 'photo')}."
    else:
        yield f"It came from the phone, as {_listed(holding.photos, 'photo')}."


def _kinds_above(ledger: Ledger, holding: Holding) -> dict[str, DataCategory]:
    """Every holding it was made from, directly or not, nearest first."""
    above: dict[str, DataCategory] = {}
    queue = list(holding.parents)
    for item in queue:
        if item not in above:
            parent = ledger.entries[item].holding
            above[item] = parent.category
            queue.extend(parent.parents)
    return above


def _count_of(kind: DataCategory, items: Sequence[str]) -> str:
    return f"{DATA_KINDS[kind].in_words} ({_listed(items, 'holding')})"


def _listed(items: Sequence[str], noun: str) -> str:
    if len(items) == 1:
        return f"{noun} {items[0]}" if noun == "photo" else items[0]
    rest = len(items) - _NAMED
    named = ", ".join(items[:_NAMED])
    return f"{len(items)} {noun}s: {named}" + (f" and {rest} more" if rest > 0 else "")


def _permission(terms: Terms, then: Terms, entry: Entry) -> Iterator[str]:
    """What the terms say for or against it: ``then`` are those under which it came to be held."""
    holding = entry.holding
    if entry.returned_by is not None:
        yield (
            f"It had been deleted, and on day {holding.since} it came to be held again because of a fault that the "
            f"story declares: {entry.returned_by}."
        )
    if then is not terms and entry.returned_by is None:
        yield from _permission_then(terms, then, holding)
    elif holding.clause is not None:
        yield f"It is permitted by {_cited(find_clause(terms, holding.clause))}"
    elif entry.returned_by is not None:
        yield f"No clause of {terms.id} speaks of what comes back after it was deleted."
    else:
        yield f"No clause of {terms.id} permits it and none forbids it: the terms are silent."
        yield from _silence(terms, holding.category, Fact.OPTED_IN)


def _permission_then(terms: Terms, then: Terms, holding: Holding) -> Iterator[str]:
    request = Request(
        category=holding.category, purpose=DATA_KINDS[holding.category].held_for, facts=frozenset({Fact.OPTED_IN})
    )
    decision = decide_by_clauses(terms, request)
    match decision.verdict:
        case Verdict.FORBID:
            now = f"{terms.id} forbids it ({decision.clauses[0]})."
        case Verdict.PERMIT:
            now = f"{terms.id} permits it ({decision.clauses[0]})."
        case Verdict.SILENT:
            now = f"{terms.id} is silent."
    if holding.clause is None:
        yield f"No clause of {then.id}, under which it came to be held, permits it or forbids it; {now}"
        yield from _silence(then, holding.category, Fact.OPTED_IN)
    else:
        yield f"It came to be held under {then.id}; {now}"
        yield f"It was permitted by {_cited(find_clause(then, holding.clause))}"


def _present(terms: Terms, then: Terms, entry: Entry) -> Iterator[str]:
    """What has become of it: ``then`` are the terms under which that was decided."""
    # Two sets may say different things under one id.
    decided = then if any(each.id == entry.clause for each in then.clauses) else terms
    clause = None if entry.clause is None else find_clause(decided, entry.clause)
    match entry.state:
        case HoldingState.ALIVE if entry.changed == entry.holding.since and entry.clause == entry.holding.clause:
            yield "No withdrawal has reached it."
        case HoldingState.ALIVE if clause is not None:
            ground = "by that same clause." if entry.clause == entry.holding.clause else f"by {_cited(clause)}"
            yield f"The withdrawal reached it on day {entry.changed} and changed nothing, {ground}"
        case HoldingState.SCHEDULED if clause is not None and entry.missed_by is not None:
            yield f"Its deletion was promised from day {entry.begins} on by {_cited(clause)}"
            late = "it never happens" if entry.late is None else f"it is {entry.late} days late"
            yield (
                f"On day {entry.changed} that was due and did not happen because of a fault that the story declares, "
                f"{entry.missed_by}: {late}."
            )
        case HoldingState.SCHEDULED if clause is not None:
            yield f"On day {entry.changed} its deletion was promised by {_cited(clause)}"
            yield f"Deletion begins on day {entry.begins}; {_by(entry, clause)}."
        case HoldingState.DELETED if clause is not None:
            late = "" if entry.missed_by is None else f", {entry.late} days late because of {entry.missed_by},"
            yield f"It was deleted on day {entry.changed}{late} by {_cited(clause)}"
        case _:
            gone = f"Since day {entry.changed} the consent, or the account, behind it is gone"
            of_then = "" if then is terms else f" of {then.id}, which held then,"
            yield f"{gone}, and no clause{of_then} says what becomes of it."
            yield from _silence(then, entry.holding.category, Fact.WITHDRAWN)


def _by(entry: Entry, clause: Clause) -> str:
    if entry.ends is None:
        return "by when it is done is not said"
    extra = None if clause.retain is None else clause.retain.backup_extra
    backups = "" if not extra else f", in backups {extra} days later"
    return f"it is to be done by day {entry.ends}{backups}"


def _silence(terms: Terms, category: DataCategory, fact: Fact) -> Iterator[str]:
    request = Request(category=category, purpose=Purpose.STORE, facts=frozenset({fact}))
    # The silence that asks for the most is the one written for just this moment.
    found = max(documented_silences(terms, request), key=lambda clause: len(clause.requires), default=None)
    if found is not None:
        yield _cited(found)


def _cited(clause: Clause) -> str:
    quoted = f' "{clause.source.quoted}"' if clause.source.quoted else ""
    source = f"{clause.source.title}; read {clause.source.retrieved}"
    return f"{clause.id} ({_KNOWN[clause.status]}): {clause.says}{quoted} ({source})."


def _outlook(ledger: Ledger, terms: Terms, entry: Entry, day: int) -> Iterator[str]:
    if entry.state is HoldingState.DELETED:
        return
    item = entry.holding.id
    if entry.missed_by is not None and entry.late is None:
        yield "Read kindly or harshly, it stays: the promise was broken."
        return
    kindest = Ends(ledger, terms, Reading.KINDEST).first_day_without(item)
    harshest = Ends(ledger, terms, Reading.HARSHEST).first_day_without(item)
    if kindest is None and harshest is None:
        yield "As things stand no clock runs for it: read kindly or harshly, it stays."
        for clock, starts in _STARTS.items():
            if rule := rule_for(terms, entry.holding.category, clock):
                yield f"A clock would start {starts}: {_cited(rule)}"
        return
    yield f"Read most kindly, {_gone(kindest, day)}; read most harshly, {_gone(harshest, day)}."


def _gone(gone: int | None, day: int) -> str:
    if gone is None:
        return "it is kept without end"
    return f"it would be gone since day {gone}" if gone <= day else f"it is gone on day {gone}"
