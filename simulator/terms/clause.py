"""A set of terms: dated clauses, each with its source, as they were read."""

from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.categories import DataCategory, Fact, Purpose
from simulator.domain.errors import TermsError

# What was learnt from data rather than copied from it: a clause about derived data does not reach these by itself.
MODEL_CATEGORIES = frozenset(
    {DataCategory.RANKING_WEIGHTS, DataCategory.GENERATIVE_WEIGHTS, DataCategory.TRAINING_MEMBERSHIP}
)


class Effect(StrEnum):
    PERMIT = "permit"
    FORBID = "forbid"


class Status(StrEnum):
    """How well a clause is known.

    ``stated``: read in the terms themselves. ``press``: reported, or quoted by somebody else. ``inferred``: our own
    reading of a text that does not quite say it. ``silent``: searched for and not found; it decides nothing.
    """

    STATED = "stated"
    PRESS = "press"
    INFERRED = "inferred"
    SILENT = "silent"


class Clock(StrEnum):
    """What starts the count of days of a retention. A story knows withdrawal, collection, and the end of an account."""

    WITHDRAWAL = "withdrawal"
    COLLECTION = "collection"
    PHOTO_DELETED = "photo_deleted"
    ACCOUNT_DELETED = "account_deleted"
    LAST_INTERACTION = "last_interaction"
    PURPOSE_MET = "purpose_met"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a clause was read.

    Attributes:
        title: the document and its date; for a silence, what was searched.
        url: the address of what was read, or of what was searched first.
        quoted: a short verbatim quotation; empty only for ``inferred`` and ``silent``.
        retrieved: when it was read, ISO 8601, to the day or to the month.
    """

    title: str
    url: str
    retrieved: str
    quoted: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retain:
    """How long something is kept once a clock has started; days are counted from the clock's day. None: not said.

    Attributes:
        begin_delete_after: days until deletion begins.
        deadline: days until deletion is done.
        backup_extra: further days for backup copies, after the deadline.
        covers_derived: whether what was made from the data goes with it.
        covers_models: whether models that learnt from the data go with it.
    """

    clock: Clock
    begin_delete_after: int | None = None
    deadline: int | None = None
    backup_extra: int | None = None
    covers_derived: bool | None = None
    covers_models: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One rule.

    Attributes:
        id: dotted, unique within its terms: ``photos.removal``.
        effect: permit or forbid; None for a silence, which decides nothing.
        categories: the data it speaks of, by name.
        every_category_except: instead of ``categories``: all data but these; an empty list means all data.
        purposes: the uses it speaks of.
        requires: facts that must all hold.
        unless: facts none of which may hold.
        retain: how long; its clock alone decides when it runs, not ``requires`` and ``unless``.
        says: the clause in one plain sentence.
    """

    id: str
    purposes: tuple[Purpose, ...]
    status: Status
    source: Source
    says: str
    effect: Effect | None = None
    categories: tuple[DataCategory, ...] = ()
    every_category_except: tuple[DataCategory, ...] | None = None
    requires: tuple[Fact, ...] = ()
    unless: tuple[Fact, ...] = ()
    retain: Retain | None = None

    def names(self, category: DataCategory) -> bool:
        return category in self.categories

    def covers(self, category: DataCategory) -> bool:
        if self.every_category_except is None:
            return category in self.categories
        return category not in self.every_category_except

    def holds_under(self, facts: frozenset[Fact]) -> bool:
        return facts.issuperset(self.requires) and facts.isdisjoint(self.unless)


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """What a person is shown who asks the company for a copy of their data.

    Attributes:
        shows: the data that is in it.
        says: how that is known, in one plain sentence.
    """

    shows: tuple[DataCategory, ...]
    status: Status
    says: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What one company, or one law, said at one time.

    Attributes:
        in_force_from, in_force_to: ISO 8601 dates; ``in_force_to`` None means still in force when last read.
        about: what the set stands for and what it does not claim.
        regions_excluded: ISO 3166-2 codes of places where the feature was not offered.
        download: what a copy of one's data shows; None: not said.
    """

    id: str
    title: str
    company: str
    jurisdiction: str
    in_force_from: str
    about: str
    clauses: tuple[Clause, ...]
    in_force_to: str | None = None
    regions_excluded: tuple[str, ...] = ()
    download: Download | None = None


def find_clause(terms: Terms, clause_id: str) -> Clause:
    """The clause of that id.

    Raises:
        TermsError: the terms have no such clause.
    """
    for clause in terms.clauses:
        if clause.id == clause_id:
            return clause
    raise TermsError(f"terms {terms.id}: no clause {clause_id!r}; it has {', '.join(c.id for c in terms.clauses)}")
