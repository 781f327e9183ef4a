"""Does each button say what it does, and no more?"""

import re
from collections.abc import Iterator

from simulator.consent.prompt import Choice, Prompt
from simulator.consent.symmetry.finding import Asymmetry, Weight

ID = "button-wording"

_VAGUE_YES = re.compile(r"ok(ay)?|continue|next|got it|go on|done|get started|sounds good|close|dismiss", re.IGNORECASE)
_NO_NO = re.compile(
    r"not now|later|maybe later|ask( me)? (again )?later|skip( for now)?|remind me.*|close"
    r"|(more|other|manage|see) (options|choices|settings)|settings|learn more|customi[sz]e",
    re.IGNORECASE,
)
# How many times as long as the other a button's text may be before it argues rather than answers.
LONGEST = 3


def find_button_wording(prompt: Prompt) -> Iterator[Asymmetry]:
    """An error for each: a yes that does not say so, a no that is none, shame, a trick, a button that argues."""
    yes, no = prompt.button(Choice.ALLOW), prompt.button(Choice.REFUSE)
    if _VAGUE_YES.fullmatch(yes.text.strip()):
        yield _error(f"'{yes.text}' does not say that it is a yes.")
    if _NO_NO.fullmatch(no.text.strip()):
        yield _error(f"'{no.text}' is no refusal: it puts the answer off, or leads elsewhere.")
    if prompt.design.shames:
        yield _error(f"'{no.text}' words a refusal as a fault of whoever refuses.")
    if prompt.design.tricks:
        yield _error(f"'{yes.text}' and '{no.text}' can be taken for one another.")
    longer, other = (no, yes) if len(no.text) > len(yes.text) else (yes, no)
    if len(longer.text.split()) > LONGEST * len(other.text.split()):
        yield _error(f"'{longer.text}' argues, '{other.text}' answers.")


def _error(says: str) -> Asymmetry:
    return Asymmetry(check=ID, weight=Weight.ERROR, says=says)
