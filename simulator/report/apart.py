"""A story and its fork: only what differs, read aloud and as JSON."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from simulator.consent.record import ConsentRecord
from simulator.domain.agree import write_count
from simulator.domain.events import Inference
from simulator.journey.apart import Apart, count_both
from simulator.journey.fork import Answered, Asked, Change, Revoked, Switched, Under
from simulator.journey.scenario import Forked, Scenario
from simulator.journey.world import World
from simulator.report.held_differently import Ending, held_differently_as_record, tell_held_differently
from simulator.report.lines import paragraph
from simulator.terms.clause import Terms

_WIDEST = 16
_NAMED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two: what it is called, how it stands at the end, and under which terms."""

    name: str
    world: World
    terms: Terms

    def ending(self, day: int) -> Ending:
        return Ending(terms=self.terms, ledger=self.world.ledger, day=day, called=self.name)


def say_consent(record: ConsentRecord) -> str:
    """``withdrawn, day 38``."""
    return record.state.value if record.id == "consent-0" else f"{record.state}, day {record.changed}"


def say_change(change: Change, scenario: Scenario) -> str:
    """What is changed, such as ``switched off on day 5``; ``scenario`` is that of the fork."""
    match change:
        case Answered(day=day, choice=choice):
            return f'"{scenario.prompt_on(day).button(choice).text}" on day {day}'
        case Revoked(day=day):
            return "never switched off" if day is None else f"switched off on day {day}"
        case Switched(day=day, on=on):
            return f"the other switch {'on' if on else 'off'} on day {day}"
        case Asked(prompt=prompt, day=day):
            return f"asked with {prompt.id}{_since(day)}"
        case Under(terms=terms, day=day):
            return f"under {terms.id}{_since(day)}"


def _since(day: int) -> str:
    return f" from day {day} on" if day else ""


def say_forked(forked: Forked) -> str:
    """``forked from accidental-allow.7: switched off on day 5``; the day where they part only if that is another."""
    named = set(re.findall(r"\bday (\d+)\b", forked.change))
    on = "" if forked.day is None or named == {str(forked.day)} else f" on day {forked.day}"
    return f"forked from {forked.run}{on}: {forked.change}"


def tell_apart(before: Side, after: Side, apart: Apart, day: int) -> Iterator[str]:
    """Numbers that differ side by side, then what only one of the two knows, then what is held differently."""
    said = (say_consent(before.world.record), say_consent(after.world.record))
    rows = [("consent", *said)] if said[0] != said[1] else []
    counts = count_both(before.world, after.world)
    rows += [(count.name, str(count.before), str(count.after)) for count in counts if count.differs]
    if not rows and not apart.held:
        yield paragraph(f"On day {day} nothing differs.")
        return
    yield f"{f'On day {day}':{_WIDEST}}{before.name:>22}{after.name:>22}"
    for name, left, right in rows:
        yield f"{name:{_WIDEST}}{left:>22}{right:>22}"
    for side, other, ids in ((before, after, apart.conclusions.before), (after, before, apart.conclusions.after)):
        yield from _tell_conclusions(side, [side.world.inferences[each] for each in ids], other.world)
    yield ""
    yield "Held differently:"
    yield from tell_held_differently(before.ending(day), after.ending(day), apart.held, each=False)


def _tell_conclusions(side: Side, drawn: Sequence[Inference], other: World) -> Iterator[str]:
    own = [inference for inference in drawn if inference.id not in other.inferences]
    more = len(drawn) - len(own)
    if own:
        yield ""
        yield paragraph(f"Concluded only in {side.name}:")
        for inference in own[:_NAMED]:
            yield paragraph(f"{inference.claim}.", indent=2)
        if len(own) > _NAMED:
            yield paragraph(f"and {write_count(len(own) - _NAMED, 'other conclusion')}.", indent=2)
    if more:
        yield paragraph(f"In {side.name} {write_count(more, 'shared conclusion')} on other photos.", indent=2)


def apart_as_record(before: Side, after: Side, apart: Apart, day: int) -> dict[str, Any]:
    """The same as one object, everything by its id."""
    return {
        "consent": {
            side: {"state": one.world.record.state.value, "since": one.world.record.changed}
            for side, one in (("before", before), ("after", after))
        },
        "counts": {
            count.name: {"before": count.before, "after": count.after}
            for count in count_both(before.world, after.world)
            if count.differs
        },
        **{
            name: {"only_before": list(only.before), "only_after": list(only.after)}
            for name, only in (
                ("uploads", apart.uploads),
                ("analyses", apart.analyses),
                ("conclusions", apart.conclusions),
                ("ideas", apart.ideas),
            )
        },
        "held": held_differently_as_record(before.ending(day), after.ending(day), apart.held),
    }
