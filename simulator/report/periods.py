"""For how long a set of terms lets a kind of data be kept: every clock that it names, and what it leaves unsaid."""

from typing import Any

from simulator.domain.categories import DataCategory
from simulator.terms.clause import Clause, Clock, Retain, Terms
from simulator.terms.fate import after_withdrawal
from simulator.terms.rules import rule_for

# What an export says where the terms say nothing, so that a gap is never taken for an answer.
NOT_STATED = "not stated"

STARTS = {
    Clock.WITHDRAWAL: "the withdrawal",
    Clock.COLLECTION: "the day of collection",
    Clock.PHOTO_DELETED: "its deletion by its owner",
    Clock.ACCOUNT_DELETED: "the deletion of the account",
    Clock.LAST_INTERACTION: "the last use of the app",
    Clock.PURPOSE_MET: "the end of the purpose",
}


def clocks(terms: Terms, category: DataCategory) -> tuple[tuple[Clause, Retain], ...]:
    """The clause and the period of each clock that ever runs for this data, in the order of `Clock`."""
    rules = (rule_for(terms, category, clock) for clock in Clock)
    return tuple((rule, rule.retain) for rule in rules if rule is not None and rule.retain is not None)


def said(value: Any) -> Any:
    """The value, or that it is not stated."""
    return NOT_STATED if value is None else value


def period_as_record(terms: Terms, category: DataCategory) -> dict[str, Any]:
    """What becomes of it after a withdrawal, and each period in days; what no clause says is `NOT_STATED`."""
    outcome = after_withdrawal(terms, category)
    return {
        "after_withdrawal": {"fate": outcome.fate.value, "clause": said(outcome.clause)},
        "periods": [
            {
                "counted_from": retain.clock.value,
                "deletion_begins_after_days": said(retain.begin_delete_after),
                "deletion_done_after_days": said(retain.deadline),
                "backups_further_days": said(retain.backup_extra),
                "reaches_what_was_made_from_it": said(retain.covers_derived),
                "reaches_what_a_model_learnt": said(retain.covers_models),
                "clause": rule.id,
                "status": rule.status.value,
            }
            for rule, retain in clocks(terms, category)
        ]
        or NOT_STATED,
    }


def tell_period(terms: Terms, category: DataCategory) -> str:
    """The same as one line: ``from the withdrawal: deletion begins after 30 days, end not stated (photos.removal)``."""
    told = [_tell(rule, retain) for rule, retain in clocks(terms, category)]
    return "; ".join(told) or NOT_STATED


def _tell(rule: Clause, retain: Retain) -> str:
    begin = _after(retain.begin_delete_after)
    end = _after(retain.deadline)
    backups = "" if not retain.backup_extra else f", backups {retain.backup_extra} days later"
    return f"from {STARTS[retain.clock]}: deletion begins {begin}, end {end}{backups} ({rule.id})"


def _after(days: int | None) -> str:
    return NOT_STATED if days is None else f"after {days} {'day' if days == 1 else 'days'}"
