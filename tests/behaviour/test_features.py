"""A prompt as numbers."""

from dataclasses import replace

import pytest

from simulator.behaviour.features import features
from simulator.catalog.load import load_prompt
from simulator.consent.prompt import Choice

PROMPT = load_prompt("creative-ideas-2025-06")


@pytest.mark.parametrize(
    ("layer", "taps", "hidden", "extra"),
    [
        (1, 1, 0, 0),
        (1, 3, 0, 2),  # two taps more on the same screen
        (2, 2, 1, 0),  # the tap to the second screen is what hides it, and no further step
        (2, 4, 1, 2),
    ],
)
def test_the_tap_to_a_hidden_refusal_is_counted_as_hiding_it_and_not_as_a_step_as_well(
    layer: int, taps: int, hidden: float, extra: float
) -> None:
    allow, refuse = PROMPT.button(Choice.ALLOW), PROMPT.button(Choice.REFUSE)
    buttons = (replace(allow, layer=1, taps=1), replace(refuse, layer=layer, taps=taps))
    seen = features(replace(PROMPT, buttons=buttons, design=replace(PROMPT.design, slows_refusal=0.0)))
    assert (seen.refusal_hidden, seen.extra_steps) == (hidden, extra)


def test_a_wait_of_ten_seconds_is_one_step_and_the_smaller_button_is_the_one_that_is_missed() -> None:
    allow, refuse = PROMPT.button(Choice.ALLOW), PROMPT.button(Choice.REFUSE)
    buttons = (replace(allow, layer=1, taps=1, millimetres=9.0), replace(refuse, layer=1, taps=1, millimetres=6.0))
    seen = features(replace(PROMPT, buttons=buttons, design=replace(PROMPT.design, slows_refusal=10.0)))
    assert (seen.extra_steps, seen.millimetres) == (1.0, 6.0)
