"""Luck is keyed, never streamed: every draw is a pure hash of (seed, purpose, person, step).

So nobody's luck depends on who else is simulated, on the order of the draws, or on how many there were before; and two
worlds that differ in one word share all the luck that the word does not touch. The mixer is the finalizer of
SplitMix64 (Steele, Lea & Flood 2014, https://doi.org/10.1145/2714064.2660195), applied once for each part of the key.

Every function takes plain integers or NumPy ``uint64`` arrays and answers in kind, with the same bits.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, TypeVar, overload

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Bits = NDArray[np.uint64]
    Units = NDArray[np.float64]

_MASK = 2**64 - 1
_WEYL_PERSON = 0x9E3779B97F4A7C15
_WEYL_STEP = 0xD1B54A32D192ED03
_TO_UNIT = 2.0**-53
_BLOCK = 1 << 14  # rows whose words stay in the processor's nearer caches; twice as fast as a million at once

T = TypeVar("T")


@lru_cache(maxsize=4096)
def _purpose_key(purpose: str) -> int:
    return int.from_bytes(blake2b(purpose.encode(), digest_size=8).digest(), "little")


def _mix(word: int) -> int:
    word = ((word ^ (word >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    word = ((word ^ (word >> 27)) * 0x94D049BB133111EB) & _MASK
    return word ^ (word >> 31)


def _mix_in_place(words: "Bits", room: "Bits") -> None:
    """`_mix` of a whole ``uint64`` array, which wraps around by itself; ``room`` is an array of the same shape."""
    import numpy as np

    rounds, last = _constants()
    for shift, factor in rounds:
        np.right_shift(words, shift, out=room)
        np.bitwise_xor(words, room, out=words)
        np.multiply(words, factor, out=words)
    np.right_shift(words, last, out=room)
    np.bitwise_xor(words, room, out=words)


@cache
def _constants() -> "tuple[tuple[tuple[np.uint64, np.uint64], ...], np.uint64]":
    """The shifts and factors of `_mix`, as arrays want them."""
    import numpy as np

    rounds = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB))
    return tuple((np.uint64(shift), np.uint64(factor)) for shift, factor in rounds), np.uint64(31)


def mix_purpose(seed: int, purpose: str) -> int:
    """The part of the key that all persons share, for `draw_bits_at`."""
    return _mix((seed ^ _purpose_key(purpose)) & _MASK)


def spread_persons(persons: "Bits") -> "Bits":
    """The part of the key that all draws of these persons share, for `draw_bits_at`: ``uint64``, shape ``(n,)``."""
    import numpy as np

    return persons * np.uint64(_WEYL_PERSON)


def draw_bits_at(keys: "int | Bits", spread: "Bits", step: "int | Bits" = 0) -> "Bits":
    """`draw_bits` with purposes that differ from row to row, or with one that was mixed once for many draws.

    Args:
        keys: `mix_purpose` of each row's purpose: one ``uint64``, or an array of the shape of ``spread``.
        spread: `spread_persons` of the rows, shape ``(n,)``.
        step: an integer or a ``uint64`` array, shape ``(n,)``.

    Returns:
        A new ``uint64`` array, shape ``(n,)``.
    """
    import numpy as np

    words = spread + (keys if isinstance(keys, np.ndarray) else np.uint64(keys))
    room = np.empty_like(words)
    _mix_in_place(words, room)
    if isinstance(step, np.ndarray):
        words = words + step * np.uint64(_WEYL_STEP)
        room = np.empty_like(words)
    elif step:
        words += np.uint64((step * _WEYL_STEP) & _MASK)
    _mix_in_place(words, room)
    return words


def draw_uniform_at(keys: "int | Bits", spread: "Bits", step: "int | Bits" = 0) -> "Units":
    """`draw_uniform` for the keys of `draw_bits_at`: ``float64`` in [0, 1), shape ``(n,)``."""
    import numpy as np

    if len(spread) <= _BLOCK:
        words = draw_bits_at(keys, spread, step)
        np.right_shift(words, np.uint64(11), out=words)
        # 53 bits have the same value as signed integers, which processors turn into fractions much faster.
        return words.view(np.int64) * np.float64(_TO_UNIT)
    blocks = (slice(first, first + _BLOCK) for first in range(0, len(spread), _BLOCK))
    parts = (draw_uniform_at(_rows_of(keys, rows), spread[rows], _rows_of(step, rows)) for rows in blocks)
    luck, first = np.empty(len(spread)), 0
    for part in parts:
        luck[first : first + len(part)] = part
        first += len(part)
    return luck


def _rows_of(value: "int | Bits", rows: slice) -> "int | Bits":
    return value if isinstance(value, int) else value[rows]


@overload
def draw_bits(seed: int, purpose: str, person: int, step: int = 0) -> int: ...


@overload
def draw_bits(seed: int, purpose: str, person: "Bits", step: "int | Bits" = 0) -> "Bits": ...


def draw_bits(seed: int, purpose: str, person: "int | Bits", step: "int | Bits" = 0) -> "int | Bits":
    """64 bits of luck; ``person`` and ``step`` are integers >= 0 or ``uint64`` arrays of them."""
    key = mix_purpose(seed, purpose)
    if not isinstance(person, int):
        return draw_bits_at(key, spread_persons(person), step)
    assert isinstance(step, int), "one person, one step"
    key = _mix((key + ((person * _WEYL_PERSON) & _MASK)) & _MASK)
    return _mix((key + ((step * _WEYL_STEP) & _MASK)) & _MASK)


@overload
def draw_uniform(seed: int, purpose: str, person: int, step: int = 0) -> float: ...


@overload
def draw_uniform(seed: int, purpose: str, person: "Bits", step: "int | Bits" = 0) -> "Units": ...


def draw_uniform(seed: int, purpose: str, person: "int | Bits", step: "int | Bits" = 0) -> "float | Units":
    """Luck in [0, 1), in steps of 2**-53."""
    if not isinstance(person, int):
        return draw_uniform_at(mix_purpose(seed, purpose), spread_persons(person), step)
    assert isinstance(step, int), "one person, one step"
    return (draw_bits(seed, purpose, person, step) >> 11) * _TO_UNIT


@dataclass(frozen=True, slots=True)
class Luck:
    """All the luck of one person in the world of one seed."""

    seed: int
    person: int

    def bits(self, purpose: str, step: int = 0) -> int:
        return draw_bits(self.seed, purpose, self.person, step)

    def uniform(self, purpose: str, step: int = 0) -> float:
        return draw_uniform(self.seed, purpose, self.person, step)

    def chance(self, probability: float, purpose: str, step: int = 0) -> bool:
        return self.uniform(purpose, step) < probability

    def between(self, low: int, high: int, purpose: str, step: int = 0) -> int:
        """An integer in [low, high], both included."""
        return low + int(self.uniform(purpose, step) * (high - low + 1))

    def pick(self, options: Sequence[T], purpose: str, step: int = 0) -> T:
        return options[int(self.uniform(purpose, step) * len(options))]

    def sample(self, options: Sequence[T], size: int, purpose: str, step: int = 0) -> tuple[T, ...]:
        """``size`` different options (or all, if fewer), in an order of luck's own."""
        ranked = sorted(range(len(options)), key=lambda index: self.bits(f"{purpose}/{index}", step))
        return tuple(options[index] for index in ranked[:size])

    def weigh(self, weights: Sequence[float], purpose: str, step: int = 0) -> int:
        """The index of one of the weights, each as likely as its share of their sum."""
        mark = self.uniform(purpose, step) * sum(weights)
        for index, weight in enumerate(weights):
            mark -= weight
            if mark < 0:
                return index
        return len(weights) - 1
