"""Which answer stands where dialogs have what goes on?"""

from collections.abc import Iterator

from simulator.consent.prompt import Choice, Prompt
from simulator.consent.symmetry.finding import Asymmetry, Weight

ID = "button-order"


def find_button_order(prompt: Prompt) -> Iterator[Asymmetry]:
    """A warning if the yes stands last: one of two has to, and platforms put there what goes on."""
    if prompt.buttons[-1].choice is Choice.ALLOW:
        last = prompt.buttons[-1].text
        yield Asymmetry(check=ID, weight=Weight.WARNING, says=f"'{last}' stands last, where dialogs have what goes on.")
