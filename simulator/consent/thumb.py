"""What can be said of an answer from the time that it took, and nothing more.

INVARIANT: a clock sees whether there was time to read; whether somebody wanted what they tapped it never sees. So
nobody at the keyboard is called reluctant.
"""

from simulator.consent.prompt import Prompt
from simulator.domain.events import Manner

# Words a second. Brysbaert 2019 (190 studies, 18,573 readers): adults read English non-fiction silently at 238 words a
# minute, most of them at 175 to 300. The fastest of these is taken: nobody shall be said not to have read who may have.
READING_SPEED = 300 / 60
READING_SOURCE = "Brysbaert 2019"
# A tap that is prepared, aimed and pressed, as the apps' own `seconds_per_tap`.
TAP_SOURCE = "Card, Moran & Newell 1980"


def reading_seconds(prompt: Prompt) -> float:
    """The least that reading all of its text, buttons included, takes."""
    return word_count(prompt) / READING_SPEED


def word_count(prompt: Prompt) -> int:
    """All of its words, those of the buttons included."""
    texts = (prompt.heading, *prompt.body, *prompt.fine_print, *(button.text for button in prompt.buttons))
    return sum(len(text.split()) for text in texts)


def judge(prompt: Prompt, seconds: float, *, seconds_per_tap: float, read_through: bool) -> Manner:
    """How an answer by hand is counted.

    Args:
        prompt: what was asked.
        seconds: from its appearance to the tap.
        seconds_per_tap: what a tap takes somebody who knows where to go; what came sooner was on its way before.
        read_through: whether all of the text has been on the screen.
    """
    if seconds < seconds_per_tap:
        return Manner.SLIP
    if read_through and seconds >= reading_seconds(prompt):
        return Manner.INFORMED
    return Manner.MISTAKEN
