"""Does a no take more than a yes?"""

from collections.abc import Iterator

from simulator.consent.prompt import Choice, Prompt
from simulator.consent.symmetry.finding import Asymmetry, Weight
from simulator.domain.agree import write_count

ID = "refusal-steps"


def find_refusal_steps(prompt: Prompt) -> Iterator[Asymmetry]:
    """An error for each: another screen, more taps, a wait, or something else that is lost by a no."""
    yes, no = prompt.button(Choice.ALLOW), prompt.button(Choice.REFUSE)
    if no.layer > yes.layer:
        yield _error(
            f"The first screen has no way to refuse: a yes is on screen {yes.layer}, a no on screen {no.layer}."
        )
    if no.taps > yes.taps:
        yield _error(
            f"A yes takes {write_count(yes.taps, 'tap')}, a no {write_count(no.taps, 'tap')}: {yes.taps} : {no.taps}."
        )
    if prompt.design.slows_refusal:
        yield _error(f"Whoever refuses waits {prompt.design.slows_refusal:g} seconds; whoever accepts does not.")
    if prompt.design.forced:
        yield _error("Refusing means going without something that does not need the consent.")


def _error(says: str) -> Asymmetry:
    return Asymmetry(check=ID, weight=Weight.ERROR, says=says)
