"""The words in which studies write down design factors, and what each means to the model.

A key that is not known as it stands is brought to one spelling (`spell`), in which ``decline_on_first_page`` and
``reject_on_first_layer`` are the same. A mark is one fact about a design; `factors` makes features of marks. The words
themselves are data: `scenarios/studies/vocabulary.toml`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from simulator.domain.errors import RollcallError

Marks = dict[str, float]

_LOUD = "colou?red|colou?r|highlighting|highlight(?:ed)?|emphasi[sz]ed|emphasis|prominent|prominence|salient|salience"
_SPELLINGS: Final = (
    (r"pre_?(?:ticked|checked|selected|selection|set|filled)", "preselected"),
    (r"opted_out|opt_?out|decline|refusal|refuse|deny|disagree|dismiss|denial", "reject"),
    (r"opt_?in|agree|allow|consent|approve|grant", "accept"),
    (_LOUD, "highlighted"),
    (r"pages?|screens?|levels?|layers?", "layer"),
    (r"clicks|taps|steps|actions", "steps"),
    (r"confirm_?sham(?:e|ing)", "shame"),
    (r"^(?:has|is|with|uses?|shows?)_|_(?:present|shown|used|condition|manipulation|pattern|nudge|factor)$", ""),
    (r"_+", "_"),
)
_TRUE: Final = frozenset({"true", "yes", "on", "1", "present", "high", "strong"})
_FALSE: Final = frozenset(
    {"false", "no", "off", "0", "none", "absent", "neutral", "control", "equal", "low", "without", "not"}
)


def plain(word: str) -> str:
    """A key or a word in small letters, with one underscore for whatever stands between letters and digits."""
    return re.sub(r"[^a-z0-9]+", "_", word.strip().lower()).strip("_")


@lru_cache(maxsize=4096)
def spell(key: str) -> str:
    """A key, or a word, in the one spelling in which they are compared."""
    spelled = plain(key)
    for pattern, written in _SPELLINGS:
        spelled = re.sub(pattern, written, spelled)
    return spelled.strip("_")


def read_truth(value: object) -> bool | None:
    """Whether a value says that something is there; None for a word that says neither."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return value != 0
    word = plain(str(value))
    return True if word in _TRUE else False if word in _FALSE else None


@dataclass(frozen=True, slots=True, kw_only=True)
class WordMeaning:
    """Words that a key may be set to, and the marks that they make."""

    words: tuple[str, ...]
    marks: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternatives:
    """Keys that are set to one word of several."""

    keys: tuple[str, ...]
    values: tuple[WordMeaning, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """A vocabulary looked up by key: `plain` keys first, then `spell` ones, in which synonyms are one."""

    flags: Mapping[str, str]
    denials: Mapping[str, str]
    counts: Mapping[str, str]
    choices: Mapping[str, Mapping[str, Mapping[str, float]]]
    naming: frozenset[str]
    idle: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """All words that are understood.

    Attributes:
        idle: keys that say where, when and among whom; the model has no effect for them.
        naming: keys whose value names one pattern or several.
        flags: marks that are there or not, with the keys that say so; the name of a mark is a key itself.
        denials: marks with the keys that deny them when they are true, and say them when they are false.
        counts: marks with the keys whose value is a number.
        choices: keys that are set to one word of several.
    """

    about: str
    idle: tuple[str, ...]
    naming: tuple[str, ...]
    flags: Mapping[str, tuple[str, ...]]
    denials: Mapping[str, tuple[str, ...]]
    counts: Mapping[str, tuple[str, ...]]
    choices: tuple[Alternatives, ...]

    @cached_property
    def exact(self) -> "Index":
        return self._index(plain)

    @cached_property
    def loose(self) -> "Index":
        return self._index(spell)

    def _index(self, spelled: Callable[[str], str]) -> "Index":
        return Index(
            flags={spelled(key): mark for mark, keys in self.flags.items() for key in (mark, *keys)},
            denials={spelled(key): mark for mark, keys in self.denials.items() for key in keys},
            counts={spelled(key): mark for mark, keys in self.counts.items() for key in keys},
            choices={
                spelled(key): {plain(word): meaning.marks for meaning in choice.values for word in meaning.words}
                for choice in self.choices
                for key in choice.keys
            },
            naming=frozenset(map(spelled, self.naming)),
            idle=frozenset(map(spelled, self.idle)),
        )

    def marks(self) -> Iterator[str]:
        """Every mark that some word makes."""
        yield from (*self.flags, *self.denials, *self.counts)
        yield from (mark for choice in self.choices for meaning in choice.values for mark in meaning.marks)


def check_vocabulary(vocabulary: Vocabulary, known: frozenset[str]) -> None:
    """Refuse words that make marks of which nothing comes.

    Raises:
        RollcallError: names the mark, and all that are known.
    """
    for mark in vocabulary.marks():
        if mark not in known:
            raise RollcallError(f"mark {mark!r} is not known; expected one of {', '.join(sorted(known))}")
