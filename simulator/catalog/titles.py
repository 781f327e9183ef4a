"""What stands on the shelf, by its title: quickly, and without making values of it."""

from collections.abc import Iterator

from simulator.catalog.shelf import find, names
from simulator.catalog.toml import read_toml
from simulator.domain.errors import ScenarioError, printable
from simulator.domain.shelf import Shelf


def titles(shelf: Shelf) -> Iterator[tuple[str, str, str]]:
    """The id, the title and what it is about of each shipped scenario on a shelf; one that is no TOML is left out.

    What is left out is told, with its reason, when it is asked for by its id.
    """
    for name in names(shelf):
        try:
            raw = read_toml(find(shelf, name))
        except ScenarioError:
            continue
        title = raw.get("title") or raw.get("name") or name
        yield name, printable(title), printable(raw.get("about", ""))
