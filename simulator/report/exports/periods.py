"""For how long a set of terms lets a kind of data be kept: every clock that it names, and what it leaves unsaid."""

from typing import Any

from simulator.domain.agree import write_count
from simulator.domain.categories import DataCategory
from simulator.report.exports.stated import NOT_STATED, said
from simulator.terms.clause import Clause, Clock, Retain, Terms, find_clause
from simulator.terms.fate import Fate, after_withdrawal
from simulator.terms.rules import rule_for

STARTS = {
    Clock.WITHDRAWAL: "the withdrawal",
    Clock.COLLECTION: "the day of collection",
    Clock.PHOTO_DELETED: "its deletion by its owner",
    Clock.ACCOUNT_DELETED: "the deletion of the account",
    Clock.LAST_INTERACTION: "the last use of the app",
    Clock.PURPOSE_MET: "the end of the purpose",
}


def clocks(terms: Terms, category: DataCategory) -> tuple[tuple[Clause, Retain], ...]:
    """The clause and the period of each clock that ever runs for this data, in the order of `Clock`.

    Where it has no clock of its own at a withdrawal but goes with what it was made from, that one's clause comes last.
    """
    rules = [rule for clock in Clock if (rule := rule_for(terms, category, clock)) is not None]
    outcome = after_withdrawal(terms, category)
    if outcome.clause is not None and outcome.fate is Fate.GOES:
        rules.append(find_clause(terms, outcome.clause))
    # By id, since the clause of the withdrawal is most often already there.
    return tuple((rule, rule.retain) for rule in {rule.id: rule for rule in rules}.values() if rule.retain is not None)


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
    timed = clocks(terms, category)
    told = [_tell(rule, retain) for rule, retain in timed]
    outcome = after_withdrawal(terms, category)
    if outcome.clause is not None and outcome.clause not in {rule.id for rule, _ in timed}:
        told.append(f"after the withdrawal: {outcome.fate}, no period stated ({outcome.clause})")
    return "; ".join(told) or NOT_STATED


def _tell(rule: Clause, retain: Retain) -> str:
    begin, end = retain.begin_delete_after, retain.deadline
    begins = f"begin of deletion {NOT_STATED}" if begin is None else f"deletion begins {write_after(begin)}"
    ends = f"end {NOT_STATED}" if end is None else f"ends {write_after(end)}"
    backups = f", backups {write_count(retain.backup_extra, 'day')} later" if retain.backup_extra else ""
    return f"from {STARTS[retain.clock]}: {begins}, {ends}{backups} ({rule.id})"


def write_after(days: int) -> str:
    """``at once``, ``after 30 days``."""
    return f"after {write_count(days, 'day')}" if days else "at once"
