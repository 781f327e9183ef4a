"""Words that agree with a number."""


def agree(number: int, one: str, many: str | None = None) -> str:
    """The word that goes with the number: ``face`` or ``faces``, ``person`` or ``people``, ``is`` or ``are``.

    Args:
        number: how many; everything but one is many, none too.
        one: the word for one.
        many: the word for many, where it is not the same with an s.
    """
    if number == 1:
        return one
    return f"{one}s" if many is None else many


def write_count(number: int, one: str, many: str | None = None) -> str:
    """The number and the word: ``1 evening``, ``6 evenings``."""
    return f"{number} {agree(number, one, many)}"
