"""Is what matters told where it is read, once, and without a crowd?"""

from collections.abc import Iterator

from simulator.consent.prompt import Prompt
from simulator.consent.symmetry.finding import Asymmetry, Weight
from simulator.domain.agree import write_count

ID = "told-and-asked"
# Days. Assumed: whoever said no less than a week ago has not forgotten it.
SOON = 7


def find_told_and_asked(prompt: Prompt) -> Iterator[Asymmetry]:
    """An error if what matters is in small print, if a no is soon asked about again, or if others are named."""
    design = prompt.design
    if design.hides_information:
        yield _error("What would matter most stands where few look.")
    if prompt.again_after is not None and prompt.again_after < SOON:
        days = write_count(prompt.again_after, "day")
        yield _error(f"A no is asked about again after {days}; a yes never is.")
    if design.social or design.scarce:
        yield _error("It argues with what others did, or with time that runs out.")


def _error(says: str) -> Asymmetry:
    return Asymmetry(check=ID, weight=Weight.ERROR, says=says)
