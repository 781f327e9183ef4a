"""Design factors as a study writes them, made into features of the model."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from simulator.behaviour.features import PROMINENCE, SECONDS_PER_SCREEN, Features
from simulator.behaviour.validation.study import Factor
from simulator.behaviour.validation.vocabulary import Index, Marks, Vocabulary, plain, read_truth, spell
from simulator.consent.design import Position

# How much louder a highlighted button is than one that is not: 0.7 against 0.3.
LOUDER = 0.4
# Assumed: whoever a study calls habituated has met its question as often as this.
HABITUATED = 8
_MOST = 10_000.0  # times, steps or seconds; a larger number is something else


# Assumed: where a yes to some of several boxes counts as a yes, they cost half as many yeses.
SOME_OF_THEM = 0.5

# Everything that features, or the way out, are made of.
MARKS = frozenset(
    (
        *("accept_hidden", "accept_loud", "accept_steps", "again", "attractor", "blocking", "boxes", "concealed"),
        *("confirms", "consequences", "delay", "forced", "hidden", "large", "leave_steps", "mobile", "opted_out"),
        *("preset", "prominence", "purpose", "reject_loud", "reject_steps", "reminded", "scarce", "shame", "social"),
        *("times", "trick", "urgent"),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """The way out, where a study is about leaving.

    Attributes:
        taps: to the switch.
        reminded: whether people are led to it.
        confirms: how often it asks whether one is sure.
    """

    taps: float = 5.0
    reminded: bool = False
    confirms: float = 0.0


AS_IN_THE_APP = Way()


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorsRead:
    """What was understood of a row's factors.

    Attributes:
        features: of the design.
        times: how often the question was met before.
        way: the way out.
        marks: the facts that made the features, by name.
        idle: keys for which the model has no effect, with their values: surroundings.
        unknown: keys, or values of known keys, that were not understood.
    """

    features: Features
    times: int
    marks: Mapping[str, float]
    idle: Mapping[str, Factor]
    unknown: tuple[str, ...]
    way: Way = AS_IN_THE_APP


def read_factors(
    factors: Mapping[str, Factor], vocabulary: Vocabulary, implied: Mapping[str, float] = MappingProxyType({})
) -> FactorsRead:
    """The features of a design, and what was not understood of it. Of two keys that say the same, the later counts.

    Args:
        factors: as a study writes them.
        vocabulary: the words that are understood.
        implied: marks that its metric and its unit imply; the factors overrule them.
    """
    marks: Marks = dict(implied)
    idle: dict[str, Factor] = {}
    unknown: list[str] = []
    for key, value in factors.items():
        found = _read(key, value, vocabulary)
        if found is not None:
            marks |= found
        elif plain(key) in vocabulary.exact.idle or spell(key) in vocabulary.loose.idle:
            idle[key] = value
        else:
            unknown.append(key)
    return FactorsRead(
        features=_features(marks),
        times=round(marks.get("times", 0)),
        marks=marks,
        idle=idle,
        unknown=tuple(unknown),
        way=read_way(marks),
    )


def read_way(marks: Mapping[str, float]) -> Way:
    """The way out that marks describe; what they leave out is as in the fictional app."""
    return Way(
        taps=marks.get("leave_steps", 5.0), reminded=marks.get("reminded", 0.0) > 0, confirms=marks.get("confirms", 0.0)
    )


def _read(key: str, value: Factor, vocabulary: Vocabulary) -> Marks | None:
    """What one key says; None if it is not known, or has a value that is not."""
    exact = _look_up(plain(key), value, vocabulary.exact, vocabulary)
    return exact if exact is not None else _look_up(spell(key), value, vocabulary.loose, vocabulary)


def _look_up(name: str, value: Factor, index: Index, vocabulary: Vocabulary) -> Marks | None:
    truth, chosen = read_truth(value), index.choices.get(name)
    if chosen is not None and (told := chosen.get(plain(str(value)))) is not None:
        return dict(told)
    if name in index.denials and truth is not None:
        return {index.denials[name]: float(not truth)}
    if name in index.counts:
        return _count(index.counts[name], value)
    named = _named(str(value), vocabulary) if truth is None and isinstance(value, str) else None
    if name in index.naming or chosen is not None:
        return _reversed(named) if named is not None and name.startswith("bright") else named
    if name in index.flags:
        # What a flag is set to names another pattern, or describes how it is there.
        return named or {index.flags[name]: float(truth if truth is not None else True)}
    return None


def _reversed(marks: Marks) -> Marks:
    """The same patterns turned towards a no."""
    turned = {"hidden": "accept_hidden", "accept_loud": "reject_loud"}
    return {turned.get(mark, mark): -value if mark == "preset" else value for mark, value in marks.items()}


def _count(mark: str, value: Factor) -> Marks | None:
    if mark == "times" and isinstance(value, str):
        return {mark: float(HABITUATED)} if "habit" in value.lower() else None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= _MOST:
        return None
    # The first time that somebody meets a question they have met it no time before.
    return {mark: max(0.0, float(value) - (mark == "times"))}


def _named(text: str, vocabulary: Vocabulary) -> Marks | None:
    found: Marks = {}
    for word in re.split(r"[,;/+&]|\band\b", text):
        mark = vocabulary.exact.flags.get(plain(word)) or vocabulary.loose.flags.get(spell(word))
        if mark is not None:
            found[mark] = 1.0
        elif read_truth(word) is not False:
            return None
    return found


def _features(marks: Marks) -> Features:
    hidden = marks.get("hidden", float(marks.get("reject_steps", 1) > 1)) - marks.get(
        "accept_hidden", float(marks.get("accept_steps", 1) > 1)
    )
    further = max(0.0, marks.get("reject_steps", 1) - marks.get("accept_steps", 1) - max(hidden, 0.0))
    # Where people are in unless they opt out, by a link or a banner that they may as well ignore.
    opted_out = marks.get("opted_out", 0.0)
    return Features(
        blocking=marks.get("blocking", 1.0 - opted_out),
        prominence=marks.get("prominence", 1.0),
        large=marks.get("large", 0.0),
        mobile=marks.get("mobile", 1.0),
        refusal_hidden=hidden,
        extra_steps=further + marks.get("delay", 0.0) / SECONDS_PER_SCREEN,
        salience_gap=LOUDER * (marks.get("accept_loud", 0.0) - marks.get("reject_loud", 0.0)),
        default_on=marks.get("preset", opted_out),
        boxes=marks.get("boxes", 0.0) * (1.0 if marks.get("all_of_them") else SOME_OF_THEM),
        by_hand=float(marks.get("boxes", 0) > 0 and marks.get("preset") == 0 and marks.get("all_of_them", 0) > 0),
        consequences=marks.get("consequences", 0.0),
        purpose=marks.get("purpose", 0.0),
        concealed=marks.get("concealed", 0.0),
        shame=marks.get("shame", 0.0),
        trick=marks.get("trick", 0.0),
        social=marks.get("social", 0.0),
        scarce=marks.get("scarce", 0.0),
        forced=marks.get("forced", 0.0),
        attractor=marks.get("attractor", 0.0),
        again=marks.get("again", 0.0),
        urgent=marks.get("urgent", 0.0),
    )


def neutral(reading: FactorsRead) -> FactorsRead:
    """The same surroundings with nothing done to the design."""
    kept = {mark: value for mark, value in reading.marks.items() if mark in _SURROUNDINGS - {"times"}}
    if kept.get("opted_out"):
        kept["prominence"] = PROMINENCE[Position.BOTTOM]
    return FactorsRead(features=_features(kept), times=0, marks=kept, idle=reading.idle, unknown=(), way=read_way(kept))


# Marks that say where and for whom, not what was done to the design.
_SURROUNDINGS = frozenset({"mobile", "blocking", "times", "prominence", "all_of_them", "opted_out"})


# What a mark is where nothing is said of it, if not 0.
_USUAL = dict.fromkeys(("blocking", "mobile", "prominence", "reject_steps", "accept_steps"), 1.0) | {"leave_steps": 5.0}


def differing_marks(first: Mapping[str, float], second: Mapping[str, float]) -> frozenset[str]:
    """The marks that are not the same in two designs."""
    return frozenset(
        mark
        for mark in first.keys() | second.keys()
        if first.get(mark, _USUAL.get(mark, 0.0)) != second.get(mark, _USUAL.get(mark, 0.0))
    )


def manipulations(reading: FactorsRead) -> frozenset[str]:
    """The marks by which a design departs from a neutral one."""
    return differing_marks(reading.marks, {}) - _SURROUNDINGS
