"""A key of fideslang 3.1, a public taxonomy of data and its uses, and why this one where that has only a near one.

A key of our own is declared as a child of a key that exists, so that any tool that knows the parent understands it.
"""

from typing import NamedTuple


class FidesKey(NamedTuple):
    """One key of the taxonomy.

    Attributes:
        key: dotted; the part before the last dot is the parent.
        own: whether fideslang has no such key, so that a manifest must declare it.
        reason: why this one, where no key says exactly what is meant; else empty.
    """

    key: str
    own: bool = False
    reason: str = ""

    @property
    def parent(self) -> str:
        return self.key.rpartition(".")[0]


def own_key(key: str, reason: str) -> FidesKey:
    """A key that fideslang does not have."""
    return FidesKey(key, own=True, reason=reason)
