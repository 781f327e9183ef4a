"""Why one thing is still here: the facts, the chain of reasons in words, and the clause that decides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.domain.data_kinds import DATA_KINDS
from simulator.domain.errors import RollcallError
from simulator.domain.holding import HoldingState
from simulator.report.terms import describe_clause
from simulator.retention.ledger import Ledger
from simulator.retention.why import explain
from simulator.terms.clause import Clause
from simulator.tui.held.fates import FATES, KNOWN
from simulator.tui.held.holdings import Thing, tell_clock
from simulator.tui.held.in_force import InForce


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Everything that the panel says.

    Attributes:
        facts: a word and what stands behind it.
        chain: the sentences of `rollcall why`.
        clause: the clause that decides, if one does, line by line.
    """

    thing: Thing
    facts: Sequence[tuple[str, str]]
    chain: Sequence[str]
    clause: Sequence[str]


def give_reasons(ledger: Ledger, rules: InForce, thing: Thing, day: int) -> Why:
    """Why this thing is as it is on that day."""
    try:
        chain = explain(ledger, rules.rules, thing.id, day, terms_on=rules.on_day)
    except RollcallError as error:
        chain = (str(error),)
    return Why(
        thing=thing,
        facts=tuple(_facts(thing, rules)),
        chain=chain,
        clause=() if thing.clause is None else tuple(_about(thing.clause)),
    )


def _facts(thing: Thing, rules: InForce) -> Sequence[tuple[str, str]]:
    holding = thing.entry.holding
    kindest, harshest = (_on(day) for day in thing.gone)
    clause = "none: the terms do not say" if thing.clause is None else thing.clause.id
    known = KNOWN[thing.status]
    return (
        ("what", DATA_KINDS[holding.category].in_words),
        ("fate", _fate(thing)),
        ("holder", f"the {holding.holder}, since day {holding.since}"),
        ("clock", tell_clock(thing, rules)),
        ("clause", clause),
        ("status", f"({known.mark}) {known.word}"),
        ("gone", f"read kindly {kindest}; read harshly {harshest}"),
    )


def _on(day: int | None) -> str:
    return "never" if day is None else f"on day {day}"


def _fate(thing: Thing) -> str:
    entry, sign = thing.entry, FATES[thing.state]
    match entry.state:
        case HoldingState.SCHEDULED:
            end = "no end said" if entry.ends is None else f"done by day {entry.ends}"
            return f"{sign}, from day {entry.begins}, {end}"
        case HoldingState.ALIVE:
            return str(sign)
        case _:
            return f"{sign}, since day {entry.changed}"


def _about(clause: Clause) -> Iterator[str]:
    """The clause without its sentence and quotation, which the chain of reasons has."""
    _, *about, _ = describe_clause(clause)
    yield from about
    yield clause.source.url
