"""How many people are in what is held and were never asked."""

from collections.abc import Iterator, Mapping

from simulator.domain.agree import agree
from simulator.domain.categories import DataCategory
from simulator.domain.data_kinds import DATA_KINDS
from simulator.journey.wording import write_number
from simulator.report.lines import paragraph


def tell_bystanders(everybody: int, by_category: Mapping[DataCategory, int]) -> Iterator[str]:
    """One sentence; the numbers are those of `count_bystanders`."""
    if not everybody:
        yield "Nobody but the owner is in what is held."
        return
    seen = ", ".join(f"{DATA_KINDS[category].name} {number}" for category, number in by_category.items())
    people = agree(everybody, "person", "people")
    yield paragraph(
        f"{write_number(everybody).capitalize()} {people} besides the owner {agree(everybody, 'is', 'are')} in the "
        f"photos that this goes back to, and none of them was asked. Behind {seen}."
    )
