"""Somebody who ...: a strict little language of conditions, all of which must hold.

    children >= 1 and dog and photos.clinic >= 3 and town = Halifax

A condition is a fact with a comparison and a number; a fact alone stands for *at least one*, and ``not`` before it for
*none*. Facts that are names (``town``, ``camera``, ``trip``) are compared with ``=`` or ``!=`` and need no quotes.
"""

from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from simulator.domain.categories import Theme
from simulator.domain.errors import RollcallError, printable
from simulator.domain.people import PetKind
from simulator.domain.photo import PlaceKind
from simulator.domain.tokens import is_whole, split_tokens
from simulator.population.kinds import LifeKind


class Compare(StrEnum):
    AT_LEAST = ">="
    AT_MOST = "<="
    NOT = "!="
    EQUAL = "="
    MORE = ">"
    LESS = "<"


COUNTED = {
    "partner": "a partner: 1 or 0",
    "children": "children of the household",
    "friends": "friends who turn up in photos",
    "friends_children": "children of friends",
    "colleagues": "colleagues who turn up in photos",
    "pets": "animals of the household",
    **{kind.value: f"of these, how many are a {kind}" for kind in PetKind},
    "trips": "journeys in the time that the camera roll covers",
    "days_away": "days on journeys",
    "located": "places are written into photos: 1 or 0",
    "photos": "photos taken",
    "favourites": "photos marked with a heart",
    **{f"photos.{theme}": f"photos of {theme.value.replace('_', ' ')}" for theme in Theme},
    **{
        f"at.{kind}": f"photos taken {words}"
        for kind, words in {
            PlaceKind.HOME: "at home",
            PlaceKind.WORK: "at work",
            PlaceKind.FRIEND: "at a friend's",
            PlaceKind.TOWN: "around town",
            PlaceKind.TRIP: "on journeys",
        }.items()
    },
}
NAMED = {"town": "where they live", "camera": "what they photograph with", "trip": "a town that they travel to"}
_COMPARES = frozenset(Compare)
_MOST_DIGITS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One thing that must be so; ``value`` is a number for a fact in `COUNTED`, a name for one in `NAMED`."""

    fact: str
    compare: Compare
    value: int | str

    def __str__(self) -> str:
        value = self.value if isinstance(self.value, int) else f'"{self.value}"'
        return f"{self.fact} {self.compare} {value}"


@dataclass(frozen=True, slots=True)
class Query:
    """Conditions, all of which must hold; none: everybody."""

    conditions: tuple[Condition, ...] = ()

    def __str__(self) -> str:
        return " and ".join(str(condition) for condition in self.conditions)

    @property
    def facts(self) -> tuple[str, ...]:
        return tuple(condition.fact for condition in self.conditions)


def read_query(text: str) -> Query:
    """The query that a text stands for; an empty one is everybody.

    Raises:
        RollcallError: it cannot be understood: which word, and what was expected.
    """
    words = split_tokens(text)
    if not words:
        return Query()
    groups: list[list[str]] = [[]]
    for word in words:
        if word.lower() == "and":
            groups.append([])
        else:
            groups[-1].append(word)
    return Query(tuple(_condition(group) for group in groups))


def check_query(query: Query, kind: LifeKind) -> None:
    """Refuse a name that nobody of this kind of life can have.

    Raises:
        RollcallError: such a town or camera does not occur in it.
    """
    known = {
        "town": [town.name for town in kind.towns],
        "camera": list(kind.camera_share),
        "trip": [town.name for town in kind.trips.places],
    }
    for condition in query.conditions:
        names = known.get(condition.fact)
        if names is not None and condition.value not in names:
            raise RollcallError(f"{condition}: in the life {kind.id} there is {', '.join(names) or 'none'}")


def _condition(words: list[str]) -> Condition:
    if not words:
        raise RollcallError("expected a condition on both sides of 'and', such as children >= 1 and dog")
    negated = words[0].lower() == "not"
    if negated and not words[1:]:
        raise RollcallError("expected a fact after 'not', such as not dog")
    fact, *rest = words[1:] if negated else words
    if fact in NAMED:
        return _named(fact, rest, negated=negated)
    if fact not in COUNTED:
        raise RollcallError(_unknown(fact))
    if not rest:
        return Condition(fact=fact, compare=Compare.EQUAL if negated else Compare.AT_LEAST, value=0 if negated else 1)
    if negated:
        raise RollcallError(f"not {printable(fact)} {printable(' '.join(rest))}: 'not' goes with a fact alone")
    shown = printable(" ".join(words))
    if len(rest) != 2 or rest[0] not in _COMPARES:  # noqa: PLR2004  (a comparison and a number)
        raise RollcallError(f"{shown}: expected {fact}, one of {' '.join(Compare)}, and a number")
    if not is_whole(rest[1], _MOST_DIGITS):
        raise RollcallError(f"{shown}: expected a whole number, found {printable(rest[1])}")
    return Condition(fact=fact, compare=Compare(rest[0]), value=int(rest[1]))


def _named(fact: str, rest: list[str], *, negated: bool) -> Condition:
    if negated or len(rest) < 2 or rest[0] not in {Compare.EQUAL, Compare.NOT}:  # noqa: PLR2004
        raise RollcallError(f"{fact}: expected {fact} = a name, or {fact} != a name")
    return Condition(fact=fact, compare=Compare(rest[0]), value=" ".join(word.strip('"') for word in rest[1:]))


def _unknown(fact: str) -> str:
    known = [*COUNTED, *NAMED]
    near = get_close_matches(fact, known, n=1)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(sorted(known))}"
    return f"{printable(fact)!r} is no fact of a person; {hint}"
