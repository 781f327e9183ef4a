"""Whether a set of terms makes sense by itself, before anything is decided by it."""

import re
from collections.abc import Iterator
from datetime import date

from simulator.domain.errors import TermsError
from simulator.terms.clause import Clause, Download, Retain, Status, Terms

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"\d{4}-\d{2}")


def check_terms(terms: Terms) -> Terms:
    """The same terms, if they make sense.

    Raises:
        TermsError: names the terms, the key and how to mend the first fault found.
    """
    for key, problem in _faults(terms):
        raise TermsError(f"terms {terms.id}: {key}: {problem}")
    return terms


def _faults(terms: Terms) -> Iterator[tuple[str, str]]:
    if not _is_day(terms.in_force_from):
        yield "in_force_from", f"{terms.in_force_from!r} is no date; write YYYY-MM-DD"
    if terms.in_force_to is not None:
        if not _is_day(terms.in_force_to):
            yield "in_force_to", f"{terms.in_force_to!r} is no date; write YYYY-MM-DD or leave the key out"
        if terms.in_force_to < terms.in_force_from:
            yield "in_force_to", f"{terms.in_force_to} comes before in_force_from {terms.in_force_from}; swap them"
    yield from _download_faults(terms.download)
    if not terms.clauses:
        yield "clauses", "there are none; write at least one [[clauses]]"
    seen: set[str] = set()
    for clause in terms.clauses:
        if clause.id in seen:
            yield f"clauses.{clause.id}", "two clauses have this id; rename one"
        seen.add(clause.id)
        for key, problem in _clause_faults(clause):
            yield f"clauses.{clause.id}.{key}", problem


def _is_day(text: str) -> bool:
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_month(text: str) -> bool:
    return _MONTH.fullmatch(text) is not None and _is_day(f"{text}-01")


def _clause_faults(clause: Clause) -> Iterator[tuple[str, str]]:
    if not clause.says.strip():
        yield "says", "is empty; say in one sentence what the clause means"
    if bool(clause.categories) == (clause.every_category_except is not None):
        yield "categories", "write either categories, with at least one, or every_category_except"
    if not clause.purposes:
        yield "purposes", "is empty; name at least one purpose"
    if both := set(clause.requires) & set(clause.unless):
        yield "unless", f"{', '.join(sorted(both))} is also in requires, so the clause never holds; remove one"
    yield from _source_faults(clause)
    if clause.status is Status.SILENT:
        # INVARIANT: a silence never permits, never forbids, and promises no deletion.
        if clause.effect is not None:
            yield "effect", "a silent clause decides nothing; remove the effect or change the status"
        if clause.retain is not None:
            yield "retain", "a silent clause promises nothing; remove it or change the status"
    elif clause.effect is None:
        yield "effect", 'is missing; write permit or forbid, or status = "silent"'
    if clause.retain is not None:
        yield from _retain_faults(clause.retain)


def _download_faults(download: Download | None) -> Iterator[tuple[str, str]]:
    if download is None:
        return
    if not download.shows:
        yield "download.shows", "is empty; name at least one kind of data, or leave download out"
    if not download.says.strip():
        yield "download.says", "is empty; say in one sentence how it is known"
    if download.status is Status.SILENT:
        yield "download.status", "what is not said is left out; remove download or change the status"
    for key, problem in _source_faults(download):
        yield f"download.{key}", problem


def _source_faults(clause: Clause | Download) -> Iterator[tuple[str, str]]:
    source = clause.source
    if not source.title.strip():
        yield "source.title", "is empty; name the document and its date, or for a silence what was searched"
    if not source.url.startswith(("https://", "http://")):
        yield "source.url", f"{source.url!r} is no web address; write the one that was read"
    if not (_is_day(source.retrieved) or _is_month(source.retrieved)):
        yield "source.retrieved", f"{source.retrieved!r} is no date; write YYYY-MM-DD or YYYY-MM"
    if clause.status in {Status.STATED, Status.PRESS} and not source.quoted.strip():
        yield "source.quoted", f'status {clause.status} needs a quotation; add one or write status = "inferred"'
    if clause.status is Status.SILENT and source.quoted:
        yield "source.quoted", "what is not said cannot be quoted; remove it or change the status"


def _retain_faults(retain: Retain) -> Iterator[tuple[str, str]]:
    begin, deadline = retain.begin_delete_after, retain.deadline
    if begin is None and deadline is None:
        yield "retain", "says neither begin_delete_after nor deadline; state one, or leave retain out"
    for key, days in (("begin_delete_after", begin), ("deadline", deadline), ("backup_extra", retain.backup_extra)):
        if days is not None and days < 0:
            yield f"retain.{key}", f"{days} days is before the clock starts; write 0 or more"
    if begin is not None and deadline is not None and deadline < begin:
        yield "retain.deadline", f"{deadline} comes before begin_delete_after {begin}; deletion cannot end first"
