"""The people behind rows, by name."""

from simulator.domain.people import Relation
from simulator.population.looks import name_cast
from simulator.population.luck import Luck


def name_of(seed: int, person: int) -> str:
    """The first name of row ``person`` of the population of ``seed``: the owner's of the same camera roll."""
    return name_cast(Luck(seed, person), (("owner", Relation.OWNER),))[0].name
