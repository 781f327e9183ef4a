"""Is a no as easy as a yes? Each check sees what it is for, and nothing in an even-handed prompt."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from simulator.catalog.load import load_prompt
from simulator.catalog.shelf import names
from simulator.consent.design import DARK, Pattern, Tone
from simulator.consent.prompt import Choice, Prompt
from simulator.consent.symmetry.finding import Weight
from simulator.consent.symmetry.run import CHECKS, run_checks
from simulator.domain.shelf import Shelf

ROOT = Path(__file__).parents[3]
PLAIN = load_prompt("even-handed")
PROMPTS = [load_prompt(name) for name in names(Shelf.PROMPTS)]


def with_button(choice: Choice, **changes: Any) -> Prompt:
    buttons = (replace(each, **changes) if each.choice is choice else each for each in PLAIN.buttons)
    return replace(PLAIN, buttons=tuple(buttons))


def with_design(**changes: Any) -> Prompt:
    return replace(PLAIN, design=replace(PLAIN.design, **changes))


def errors(prompt: Prompt) -> list[tuple[str, str]]:
    found = ((each.check, each.says) for each in run_checks(prompt) if each.weight is Weight.ERROR)
    return [(check, says) for check, says in found if check != "pattern-tags"]


def test_an_even_handed_prompt_has_no_error() -> None:
    assert [each.weight for each in run_checks(PLAIN)] == [Weight.WARNING]


REFUSE, ALLOW = Choice.REFUSE, Choice.ALLOW


@pytest.mark.parametrize(
    ("prompt", "check", "says"),
    [
        (with_button(REFUSE, taps=3), "refusal-steps", "A yes takes 1 tap, a no 3 taps: 1 : 3."),
        (with_button(REFUSE, layer=2, taps=2), "refusal-steps", "The first screen has no way to refuse"),
        (with_design(slows_refusal=10.0), "refusal-steps", "Whoever refuses waits 10 seconds"),
        (with_design(forced=True), "refusal-steps", "Refusing means going without"),
        (with_button(REFUSE, millimetres=4.0), "button-size", "'Don't allow' is 4 mm high, 'Allow' 10 mm"),
        (with_button(ALLOW, salience=0.7), "button-salience", "'Allow' draws the eye more than 'Don't allow'"),
        (with_button(ALLOW, text="Continue"), "button-wording", "'Continue' does not say that it is a yes."),
        (with_button(REFUSE, text="Not now"), "button-wording", "'Not now' is no refusal"),
        (with_button(REFUSE, text="Other options"), "button-wording", "'Other options' is no refusal"),
        (with_design(shames=True), "button-wording", "words a refusal as a fault"),
        (with_design(tricks=True), "button-wording", "can be taken for one another"),
        (with_button(REFUSE, text="No, I would rather lose them"), "button-wording", "argues, 'Allow' answers"),
        (with_design(default_on=True), "set-in-advance", "Doing nothing means yes."),
        (with_design(default_on=True, boxes=3), "set-in-advance", "Boxes are ticked already."),
        (with_design(hides_information=True), "told-and-asked", "stands where few look"),
        (replace(PLAIN, again_after=1), "told-and-asked", "asked about again after 1 day"),
        (with_design(social=True), "told-and-asked", "what others did"),
    ],
)
def test_each_asymmetry_is_an_error_of_its_own(prompt: Prompt, check: str, says: str) -> None:
    ((found, told), *_) = errors(prompt)
    assert found == check
    assert says in told


def test_a_no_that_stands_out_is_a_warning_and_so_are_two_small_buttons() -> None:
    loud = with_button(REFUSE, salience=0.8)
    small = replace(PLAIN, buttons=tuple(replace(each, millimetres=6.0) for each in PLAIN.buttons))
    assert not errors(loud)
    assert not errors(small)
    assert {each.check for each in run_checks(small)} == {"button-size", "button-order"}


def test_a_tag_without_its_pattern_and_a_pattern_without_its_tag_are_errors() -> None:
    tagged = replace(PLAIN, patterns=(Pattern.NAGGING,))
    untagged = with_design(shames=True)
    assert [each.says for each in run_checks(tagged) if each.check == "pattern-tags"] == [
        "Tagged 'nagging', which neither its buttons nor its design show."
    ]
    assert [each.says for each in run_checks(untagged) if each.check == "pattern-tags"] == [
        "Its buttons or its design show 'confirmshaming', which it is not tagged with.",
        "Tagged 'even-handed', but it shows 'confirmshaming'.",
    ]


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda prompt: prompt.id)
def test_every_shipped_prompt_is_tagged_as_it_is_built(prompt: Prompt) -> None:
    assert not [each.says for each in run_checks(prompt) if each.check == "pattern-tags"]


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda prompt: prompt.id)
def test_dark_prompts_have_errors_and_the_others_none(prompt: Prompt) -> None:
    assert bool(errors(prompt)) is (prompt.tone is Tone.DARK)


def test_there_are_prompts_of_every_tone_and_of_every_pattern() -> None:
    assert len(PROMPTS) >= 11
    assert {prompt.tone for prompt in PROMPTS} == set(Tone)
    assert {pattern for prompt in PROMPTS for pattern in prompt.patterns} == set(Pattern)
    assert set(Pattern) > DARK


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_has_a_page_of_four_parts(check: str) -> None:
    text = (ROOT / "docs" / "checks" / "prompts" / f"{check}.md").read_text(encoding="utf-8")
    assert text.startswith(f"# {check}\n")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == ["Summary", "Avoid", "Prefer", "Rationale"]


def test_there_is_no_page_without_a_check() -> None:
    assert {page.stem for page in (ROOT / "docs" / "checks" / "prompts").glob("*.md")} == set(CHECKS)
