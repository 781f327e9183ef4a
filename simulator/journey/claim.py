"""A claim about what is held, in a small declared form.

    no <category or group> is <condition> [[N days] after <clock>]
    nothing is <condition> [[N days] after <clock>]

INVARIANT: a claim is about every day from the one it names on, and is broken by one thing on one day.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.categories import DataCategory
from simulator.domain.data_kinds import DATA_KINDS
from simulator.domain.errors import TermsError
from simulator.domain.tokens import is_whole, split_tokens
from simulator.retention.faults import LONGEST
from simulator.terms.checks.biometric_age import BIOMETRIC
from simulator.terms.clause import MODEL_CATEGORIES, Clock


class Condition(StrEnum):
    """How a thing can be.

    ``held``: not deleted, as the ledger knows it. ``alive``: still there under the reading, which may take a silence
    for an end that no ledger records. ``scheduled``: its deletion is promised and not done. ``silent``: no clause says
    what becomes of it.
    """

    ALIVE = "alive"
    HELD = "held"
    SCHEDULED = "scheduled"
    SILENT = "silent"


GROUPS: Mapping[str, tuple[DataCategory, ...]] = {
    "photo": (DataCategory.ORIGINAL, DataCategory.THUMBNAIL),
    "biometric": BIOMETRIC,
    "location": (DataCategory.PLACE, DataCategory.HOME, DataCategory.WORK),
    "derived": tuple(each for each in DataCategory if DATA_KINDS[each].made_from and each not in MODEL_CATEGORIES),
    "models": tuple(each for each in DataCategory if each in MODEL_CATEGORIES),
}
CLOCKS: Mapping[str, Clock] = {
    "withdrawal": Clock.WITHDRAWAL,
    "collection": Clock.COLLECTION,
    "account deletion": Clock.ACCOUNT_DELETED,
}
_MOST_DIGITS = 4
_WANTED = (
    "no <category or group> is <alive|held|scheduled|silent> [N days after <withdrawal|collection|account deletion>]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What is claimed of these categories.

    Attributes:
        text: the claim as it was written, in single spaces.
        clock: what the days are counted from; None: it is claimed of every day.
    """

    text: str
    categories: tuple[DataCategory, ...]
    condition: Condition
    days: int
    clock: Clock | None


def read_claim(text: str) -> Claim:
    """The claim that a sentence makes; a full stop at its end is allowed.

    Raises:
        TermsError: it is not in the form, or names something unknown.
    """
    plain = " ".join(text.split()).removesuffix(".").lower()
    match split_tokens(plain):
        case ["nothing", "is", condition, *when]:
            subject = None
        case ["no", subject, "is", condition, *when]:
            pass
        case _:
            raise _misread(plain)
    days, clock = _when(plain, when)
    if days > LONGEST:
        raise TermsError(f"claim {plain!r}: expected at most {LONGEST} days")
    if condition not in set(Condition):
        raise TermsError(f"claim {plain!r}: {condition!r} is none of {', '.join(Condition)}")
    if clock is not None and clock not in CLOCKS:
        raise TermsError(f"claim {plain!r}: after {clock!r}: expected one of {', '.join(CLOCKS)}")
    return Claim(
        text=plain,
        categories=_categories(plain, subject),
        condition=Condition(condition),
        days=days,
        clock=None if clock is None else CLOCKS[clock],
    )


def _when(claim: str, words: list[str]) -> tuple[int, str | None]:
    """The days and the clock that ``N days after the withdrawal`` names; no words name none."""
    match words:
        case []:
            return 0, None
        case [number, "day" | "days", "after", *named] if is_whole(number, _MOST_DIGITS):
            days = int(number)
        case ["after", *named]:
            days = 0
        case _:
            raise _misread(claim)
    if not named or not "".join(named).isalpha():
        raise _misread(claim)
    return days, " ".join(named).removeprefix("the ")


def _misread(claim: str) -> TermsError:
    return TermsError(f"claim {claim!r}: expected: {_WANTED}")


def _categories(claim: str, subject: str | None) -> tuple[DataCategory, ...]:
    if subject is None:
        return tuple(DataCategory)
    if subject in GROUPS:
        return GROUPS[subject]
    if subject in set(DataCategory):
        return (DataCategory(subject),)
    known = f"{', '.join(GROUPS)}, or a category such as photo.embedding"
    raise TermsError(f"claim {claim!r}: nothing is called {subject!r}; expected {known}")
