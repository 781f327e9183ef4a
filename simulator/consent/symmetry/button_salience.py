"""Does one button draw the eye more than the other?"""

from collections.abc import Iterator

from simulator.consent.prompt import Choice, Prompt
from simulator.consent.symmetry.finding import Asymmetry, Weight

ID = "button-salience"
# A gap that no eye would see; saliences are written in tenths.
EVEN = 0.05


def find_button_salience(prompt: Prompt) -> Iterator[Asymmetry]:
    """An error if the yes stands out, a warning if the no does."""
    yes, no = prompt.button(Choice.ALLOW), prompt.button(Choice.REFUSE)
    loudness = f"{max(yes.salience, no.salience):g} against {min(yes.salience, no.salience):g}"
    gap = yes.salience - no.salience
    if abs(gap) > EVEN:
        louder, other = (yes, no) if gap > 0 else (no, yes)
        yield Asymmetry(
            check=ID,
            weight=Weight.ERROR if gap > 0 else Weight.WARNING,
            says=f"'{louder.text}' draws the eye more than '{other.text}': {loudness}.",
        )
