"""Do the patterns that a prompt is tagged with agree with its buttons and its design?"""

from collections.abc import Callable, Iterator, Mapping

from simulator.consent.design import DARK, Pattern
from simulator.consent.prompt import Choice, Prompt
from simulator.consent.symmetry.button_salience import EVEN
from simulator.consent.symmetry.finding import Asymmetry, Weight
from simulator.consent.symmetry.told_and_asked import SOON

ID = "pattern-tags"


def _gap(prompt: Prompt) -> float:
    return prompt.button(Choice.ALLOW).salience - prompt.button(Choice.REFUSE).salience


def _extra_taps(prompt: Prompt) -> int:
    return prompt.button(Choice.REFUSE).taps - prompt.button(Choice.ALLOW).taps


def _is_hidden(prompt: Prompt) -> bool:
    return prompt.button(Choice.REFUSE).layer > prompt.button(Choice.ALLOW).layer


# By what each pattern is seen in the data.
SEEN_BY: Mapping[Pattern, Callable[[Prompt], bool]] = {
    Pattern.HIDDEN_REFUSAL: _is_hidden,
    Pattern.OBSTRUCTION: lambda prompt: _extra_taps(prompt) > _is_hidden(prompt) or prompt.design.slows_refusal > 0,
    Pattern.VISUAL_INTERFERENCE: lambda prompt: _gap(prompt) > EVEN,
    Pattern.CONFIRMSHAMING: lambda prompt: prompt.design.shames,
    Pattern.NAGGING: lambda prompt: prompt.again_after is not None and prompt.again_after < SOON,
    Pattern.TRICK_WORDING: lambda prompt: prompt.design.tricks,
    Pattern.HIDDEN_INFORMATION: lambda prompt: prompt.design.hides_information,
    Pattern.PRESELECTION: lambda prompt: prompt.design.default_on,
    Pattern.FORCED_ACTION: lambda prompt: prompt.design.forced,
    Pattern.SOCIAL_PRESSURE: lambda prompt: prompt.design.social or prompt.design.scarce,
    Pattern.CONSEQUENCES_TOLD: lambda prompt: prompt.design.tells_consequences,
    Pattern.PURPOSE_TOLD: lambda prompt: prompt.design.tells_purpose,
    Pattern.PAUSE_TO_READ: lambda prompt: prompt.design.pauses > 0,
    Pattern.REFUSAL_HIGHLIGHTED: lambda prompt: _gap(prompt) < -EVEN,
}


def find_pattern_tags(prompt: Prompt) -> Iterator[Asymmetry]:
    """An error for each pattern that is tagged and not there, or there and not tagged."""
    for pattern, is_there in SEEN_BY.items():
        tagged, there = pattern in prompt.patterns, is_there(prompt)
        if tagged and not there:
            yield _error(f"Tagged '{pattern}', which neither its buttons nor its design show.")
        elif there and not tagged:
            yield _error(f"Its buttons or its design show '{pattern}', which it is not tagged with.")
    dark = sorted(DARK & {pattern for pattern, is_there in SEEN_BY.items() if is_there(prompt)})
    if Pattern.EVEN_HANDED in prompt.patterns and dark:
        yield _error(f"Tagged '{Pattern.EVEN_HANDED}', but it shows '{dark[0]}'.")


def _error(says: str) -> Asymmetry:
    return Asymmetry(check=ID, weight=Weight.ERROR, says=says)
