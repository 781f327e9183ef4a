"""All checks of a prompt, in the order in which their findings are told."""

from collections.abc import Callable, Iterator, Mapping

from simulator.consent.prompt import Prompt
from simulator.consent.symmetry import (
    button_order,
    button_salience,
    button_size,
    button_wording,
    pattern_tags,
    refusal_steps,
    set_in_advance,
    told_and_asked,
)
from simulator.consent.symmetry.finding import Asymmetry

CHECKS: Mapping[str, Callable[[Prompt], Iterator[Asymmetry]]] = {
    refusal_steps.ID: refusal_steps.find_refusal_steps,
    button_size.ID: button_size.find_button_size,
    button_salience.ID: button_salience.find_button_salience,
    button_order.ID: button_order.find_button_order,
    button_wording.ID: button_wording.find_button_wording,
    set_in_advance.ID: set_in_advance.find_set_in_advance,
    told_and_asked.ID: told_and_asked.find_told_and_asked,
    pattern_tags.ID: pattern_tags.find_pattern_tags,
}


def run_checks(prompt: Prompt) -> tuple[Asymmetry, ...]:
    """What all checks find, check by check."""
    return tuple(finding for check in CHECKS.values() for finding in check(prompt))
