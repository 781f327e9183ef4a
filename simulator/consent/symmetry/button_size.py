"""Can both answers be hit equally well?"""

from collections.abc import Iterator

from simulator.consent.prompt import Button, Choice, Prompt
from simulator.consent.symmetry.finding import Asymmetry, Weight

ID = "button-size"
# Millimetres: one-handed thumbs gain nothing above it (Parhi et al. 2006).
ENOUGH = 9.2


def find_button_size(prompt: Prompt) -> Iterator[Asymmetry]:
    """An error if one button is smaller than the other and small enough to be missed; a warning if both are."""
    small = [button for button in prompt.buttons if button.millimetres < ENOUGH]
    yes, no = prompt.button(Choice.ALLOW), prompt.button(Choice.REFUSE)
    if len({yes.millimetres, no.millimetres}) > 1 and small:
        less = min(yes, no, key=lambda button: button.millimetres)
        more = max(yes, no, key=lambda button: button.millimetres)
        yield Asymmetry(
            check=ID,
            weight=Weight.ERROR,
            says=f"'{less.text}' is {_size(less)} high, '{more.text}' {_size(more)}; thumbs miss what is below"
            f" {ENOUGH:g} mm.",
        )
    elif small:
        says = f"Both buttons are {_size(yes)} high; thumbs miss what is below {ENOUGH:g} mm."
        yield Asymmetry(check=ID, weight=Weight.WARNING, says=says)


def _size(button: Button) -> str:
    return f"{button.millimetres:g} mm"
