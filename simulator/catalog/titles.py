"""What stands on the shelf, by its title: quickly, and without making values of it."""

from collections.abc import Iterator

from simulator.catalog.shelf import Kind, find, names
from simulator.catalog.toml import read_toml
from simulator.domain.errors import ScenarioError, printable


def titles(kind: Kind) -> Iterator[tuple[str, str, str]]:
    """The id, the title and what it is about of each shipped scenario of a kind; one that is no TOML is left out.

    What is left out is told, with its reason, when it is asked for by its id.
    """
    for name in names(kind):
        try:
            raw = read_toml(find(kind, name))
        except ScenarioError:
            continue
        title = raw.get("title") or raw.get("name") or name
        yield name, printable(title), printable(raw.get("about", ""))
