r"""What was asked and answered: one record, and the only steps it may take.

not asked --> asked --> given --> withdrawn --> asked ...
\--> refused --> asked ...
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from simulator.domain.errors import ConsentError
from simulator.domain.events import (
    ConsentGiven,
    ConsentRefused,
    ConsentWithdrawn,
    Event,
    Manner,
    PromptShown,
)


class ConsentState(StrEnum):
    NOT_ASKED = "not asked"
    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRecord:
    """The consent of one person to one purpose, after ISO/IEC TS 27560.

    Attributes:
        id: grows by one with every question asked: ``consent-1``; ``consent-0`` before the first.
        changed: the day of the last step.
        manner: how the last answer came about.
    """

    id: str = "consent-0"
    state: ConsentState = ConsentState.NOT_ASKED
    changed: int = 0
    manner: Manner | None = None

    @property
    def next_id(self) -> str:
        return f"consent-{int(self.id.rpartition('-')[2]) + 1}"


_MAY_FOLLOW = {
    PromptShown: {ConsentState.NOT_ASKED, ConsentState.ASKED, ConsentState.REFUSED, ConsentState.WITHDRAWN},
    ConsentGiven: {ConsentState.ASKED},
    ConsentRefused: {ConsentState.ASKED},
    ConsentWithdrawn: {ConsentState.GIVEN},
}


def advance(record: ConsentRecord, event: Event) -> ConsentRecord:
    """The record after an event; events that are not about consent leave it as it is.

    Raises:
        ConsentError: the step is not possible from here, such as Allow before anything was asked.
    """
    allowed = _MAY_FOLLOW.get(type(event))
    if allowed is None:
        return record
    # INVARIANT: nobody's consent is given, refused or withdrawn out of order.
    if record.state not in allowed:
        raise ConsentError(
            f"day {event.day}: {event.kind} cannot follow '{record.state}';"
            f" it needs: {' or '.join(sorted(state.value for state in allowed))}"
        )
    match event:
        case PromptShown():
            return ConsentRecord(id=record.next_id, state=ConsentState.ASKED, changed=event.day)
        case ConsentGiven():
            return replace(record, state=ConsentState.GIVEN, changed=event.day, manner=event.manner)
        case ConsentRefused():
            return replace(record, state=ConsentState.REFUSED, changed=event.day, manner=event.manner)
        case _:
            return replace(record, state=ConsentState.WITHDRAWN, changed=event.day)
