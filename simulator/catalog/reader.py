"""Reads one TOML file into one value of the domain, strictly: one mistake, one line that says how to mend it.

A string never becomes a number, a number never a truth value; a whole number is welcome where a fraction is expected.
A TOML date becomes what its field says: a date in a ``date`` field, ISO 8601 text in a ``str`` field, so that dates
may be written with or without quotes wherever the domain keeps them as text.
"""

from typing import Final, TypeVar

from simulator.domain.errors import ScenarioError
from simulator.strict.converter import strict_converter
from simulator.strict.fit import UnfitError, fit

_CONVERTER: Final = strict_converter()
T = TypeVar("T")


def structure(data: object, kind: type[T], path: object) -> T:
    """Build a ``kind`` (a dataclass of the domain) from what `read_toml` gave; ``path`` is for the message.

    Raises:
        ScenarioError: a key is unknown or missing, or a value is not what its field expects; of several mistakes
            the first one, unknown keys before others.
    """
    try:
        return fit(data, kind, _CONVERTER)
    except UnfitError as error:
        raise ScenarioError(path, error.key, error.problem) from error
