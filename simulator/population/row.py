"""Names of people in worlds, such as 7:483112."""

from simulator.domain.errors import RollcallError

_LONGEST = 19  # digits of a number below 2**63; Python itself refuses to read very long ones
_SHOWN = 40


def read_row(text: str) -> tuple[int | None, int]:
    """The seed of a world, None where none is named, and the row of a person in it.

    Raises:
        RollcallError: it is not one number below 2**63, or two with a colon between them.
    """
    seed, colon, person = text.rpartition(":")
    shown = repr(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}...")
    if not (_is_number(person) and (_is_number(seed) or not colon)):
        raise RollcallError(f"{shown}: expected SEED:ID, such as 7:483112")
    if max(len(seed), len(person)) > _LONGEST or max(int(seed or 0), int(person)) >= 2**63:
        raise RollcallError(f"{shown}: expected numbers below 2**63")
    return int(seed) if colon else None, int(person)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()
