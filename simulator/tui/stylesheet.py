"""The stylesheet: Textual's, which remembers what it has parsed."""

from typing import TYPE_CHECKING, Any

from textual.css.stylesheet import Stylesheet

if TYPE_CHECKING:
    from textual.css.model import RuleSet

# By the variables of a set of colours, then by the source. The last eight are kept.
_PARSED: dict[frozenset[tuple[str, str]], dict[tuple[Any, ...], list["RuleSet"]]] = {}
_MOST_COLOURS = 8


class RememberedStylesheet(Stylesheet):
    """The same sources under the same variables are the same rules.

    Textual parses all sources anew whenever a room is entered for the first time or colours change, and keeps 64 of
    them in between; this screen has more, so each kind of widget met for the first time had all of them parsed again.
    """

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._parsed = _find_parsed(self._variables)

    def set_variables(self, variables: dict[str, str]) -> None:
        """Other colours."""
        super().set_variables(variables)
        self._parsed = _find_parsed(variables)

    def reparse(self) -> None:
        """Apply new variables."""
        self.parse()

    def _parse_rules(self, css: str, *args: Any, **kwargs: Any) -> list["RuleSet"]:
        source = (css, args, tuple(kwargs.items()))
        if (rules := self._parsed.get(source)) is None:
            rules = self._parsed[source] = super()._parse_rules(css, *args, **kwargs)
        return rules


def _find_parsed(variables: dict[str, str]) -> dict[tuple[Any, ...], list["RuleSet"]]:
    colours = frozenset(variables.items())
    if colours not in _PARSED and len(_PARSED) >= _MOST_COLOURS:
        _PARSED.pop(next(iter(_PARSED)))
    return _PARSED.setdefault(colours, {})
