"""Prompts as they can be read aloud, what checks of them found, and both as JSON."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any

from simulator.behaviour.features import features
from simulator.behaviour.validation.compare import HALF, Expected
from simulator.consent.design import Design
from simulator.consent.prompt import Button, Prompt
from simulator.consent.symmetry.finding import Asymmetry, Weight
from simulator.domain.agree import write_count
from simulator.domain.log import to_json
from simulator.experiment.results import CAVEAT
from simulator.report.lines import paragraph


def row_of(prompt: Prompt) -> dict[str, Any]:
    """One prompt of a list."""
    return {
        "id": prompt.id,
        "title": prompt.title,
        "tone": prompt.tone.value,
        "patterns": [pattern.value for pattern in prompt.patterns],
    }


def tell_row(prompt: Prompt) -> Iterator[str]:
    """The same in words."""
    patterns = ", ".join(prompt.patterns) or "no pattern"
    yield paragraph(f"{prompt.id}: {prompt.title}. {prompt.tone.capitalize()}: {patterns}.")


def tell_prompt(prompt: Prompt, expected: Expected) -> Iterator[str]:
    """The words from the largest to the smallest, the buttons in their order, the design, what is expected of it."""
    yield from tell_row(prompt)
    yield ""
    for words in (prompt.heading, *prompt.body):
        yield paragraph(words, indent=2)
    for words in prompt.fine_print:
        yield paragraph(f"(in small print) {words}", indent=2)
    yield ""
    for button in prompt.buttons:
        yield paragraph(_tell_button(button), indent=2)
    again = "never again" if prompt.again_after is None else f"again {prompt.again_after} days after a no"
    departures = "; ".join(_departures(prompt.design)) or "neutral"
    yield paragraph(
        f"Asked at {' and '.join(_plain(each) for each in prompt.triggers)}, {again}. Design: {departures}."
    )
    yield ""
    even, this = expected.even, expected.this
    yield paragraph(
        f"For a request that an even-handed dialog would have accepted by {HALF:.0%}, the model expects"
        f" {this.allowed:.0%} to accept, {this.attended:.0%} to read it ({even.attended:.0%}), and {this.regretted:.0%}"
        f" to have allowed what they do not want ({even.regretted:.0%})."
    )
    yield paragraph(f"Source: {prompt.source}")
    yield CAVEAT


def _tell_button(button: Button) -> str:
    return (
        f"[{button.text}] {button.choice}: screen {button.layer}, {write_count(button.taps, 'tap')},"
        f" {button.millimetres:g} mm, draws the eye {button.salience:g} of 1"
    )


def _plain(word: str) -> str:
    return word.replace("_", " ")


def _departures(design: Design) -> Iterator[str]:
    neutral = Design()
    for field in fields(design):
        value = getattr(design, field.name)
        if value != getattr(neutral, field.name):
            yield _plain(field.name) if value is True else f"{_plain(field.name)} {value}"


def prompt_as_record(prompt: Prompt, expected: Expected) -> dict[str, Any]:
    """The same as one object; rates are shares."""
    return {
        **to_json(prompt),
        "tone": prompt.tone.value,
        "features": to_json(features(prompt)),
        "expected": {"even_handed": to_json(expected.even), "this": to_json(expected.this)},
        "caveat": CAVEAT,
    }


def tell_asymmetries(prompt: Prompt, findings: Sequence[Asymmetry]) -> Iterator[str]:
    """Each finding as a paragraph, and the counts at the end."""
    counted = Counter(finding.weight for finding in findings)
    for finding in findings:
        yield paragraph(f"{finding.weight}: {finding.check}. {finding.says} See {finding.page}")
    errors, warnings = counted[Weight.ERROR], counted[Weight.WARNING]
    yield paragraph(f"{prompt.id}: {write_count(errors, 'error')}, {write_count(warnings, 'warning')}.")
    yield ""


def asymmetries_as_record(prompt: Prompt, findings: Sequence[Asymmetry]) -> dict[str, Any]:
    """The same as one object."""
    return {
        "prompt": prompt.id,
        "tone": prompt.tone.value,
        "findings": [
            {"check": each.check, "severity": each.weight.value, "says": each.says, "page": each.page}
            for each in findings
        ],
    }
