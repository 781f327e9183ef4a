"""What a contrast is about, in a few words: the same words for every study."""

from collections.abc import Mapping
from typing import Final

from simulator.behaviour.validation.foretell import Question

NAMES: Final[Mapping[str, str]] = {
    "hidden": "refusal on a second layer",
    "reject_steps": "more steps to refuse",
    "delay": "more steps to refuse",
    "accept_hidden": "acceptance on a second layer",
    "accept_steps": "acceptance on a second layer",
    "accept_loud": "acceptance highlighted",
    "reject_loud": "refusal highlighted",
    "preset": "default",
    "boxes": "boxes on the first layer",
    "consequences": "consequences told",
    "purpose": "purpose told",
    "concealed": "information hidden",
    "shame": "confirmshaming",
    "trick": "trick wording",
    "social": "social proof",
    "scarce": "scarcity",
    "forced": "forced action",
    "attractor": "built to be read",
    "again": "nagging",
    "urgent": "interruption",
    "large": "size",
    "mobile": "device",
    "prominence": "position",
    "blocking": "blocking",
    "times": "repetition",
    "leave_steps": "steps to leave",
    "reminded": "reminder",
    "confirms": "steps to leave",
}
SEVERAL: Final = "several at once"


def construct_of(question: Question) -> str:
    """The construct that a question is about; `SEVERAL` if it is more than one."""
    names = {NAMES[mark] for mark in question.changed if mark in NAMES}
    return names.pop() if len(names) == 1 else SEVERAL
