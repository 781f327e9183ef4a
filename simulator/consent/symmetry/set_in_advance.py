"""Is anything decided before the person is?"""

from collections.abc import Iterator

from simulator.consent.prompt import Prompt
from simulator.consent.symmetry.finding import Asymmetry, Weight

ID = "set-in-advance"


def find_set_in_advance(prompt: Prompt) -> Iterator[Asymmetry]:
    """An error if a yes is set already, or if doing nothing means one."""
    if prompt.design.default_on:
        how = "Boxes are ticked already" if prompt.design.boxes else "Doing nothing means yes"
        yield Asymmetry(check=ID, weight=Weight.ERROR, says=f"{how}.")
