"""The words of a sentence that somebody types in one of our small languages."""

import re

_TOKEN = re.compile(r'\s*("[^"]*"|>=|<=|!=|=|>|<|[^\s<>=!"]+|\S)')


def split_tokens(text: str) -> list[str]:
    """Its words, comparisons and quoted names, in their order; spaces matter only inside quotes."""
    return _TOKEN.findall(text)


def is_whole(token: str, digits: int) -> bool:
    """Whether it is a whole number from 0 on, of at most so many digits."""
    return token.isascii() and token.isdigit() and len(token) <= digits
