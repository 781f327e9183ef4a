"""What a kind of data is made from, however far one goes up."""

from collections.abc import Iterator

from simulator.domain.categories import DataCategory
from simulator.domain.data_kinds import DATA_KINDS


def ancestors(category: DataCategory) -> Iterator[DataCategory]:
    """Everything that it is made from, directly or not, nearest first, each once."""
    queue = list(dict.fromkeys(DATA_KINDS[category].made_from))
    for above in queue:
        yield above
        queue.extend(further for further in DATA_KINDS[above].made_from if further not in queue)
