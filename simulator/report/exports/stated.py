"""What an export says where a set of terms says nothing, so that a gap is never taken for an answer."""

from typing import Any

from simulator.terms.clause import Terms

NOT_STATED = "not stated"


def said(value: Any) -> Any:
    """The value, or that it is not stated."""
    return NOT_STATED if value is None else value


def controller_of(terms: Terms) -> str | None:
    """Whose terms they are; None for a law or an ideal, which the sets write as ``none (a law)``."""
    return None if terms.company.startswith("none (") else terms.company
