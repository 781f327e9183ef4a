"""What came of searching for somebody of whom a claim is not true, read aloud and as JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from simulator.domain.agree import write_count
from simulator.domain.people import Human
from simulator.domain.reading import Reading
from simulator.journey.claim import Claim
from simulator.journey.prove import Counterexample, Trial
from simulator.report.lines import paragraph
from simulator.retention.why import explain
from simulator.terms.clause import Terms

_HOW = {Reading.KINDEST: "kindly", Reading.HARSHEST: "harshly"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """How far a search was to go.

    Attributes:
        seeds: how many worlds of each story, its own and the next ones.
        faults: whether each story was also played with each kind of fault.
        plays: how many lives that is.
    """

    stories: tuple[str, ...]
    seeds: int
    faults: bool
    plays: int


def tell_proof(claim: Claim, terms: Terms, bound: Bound, trials: Sequence[Trial]) -> Iterator[str]:
    """The counterexample with its reasons, or what was searched in vain."""
    yield paragraph(f'"{claim.text}", under {terms.id}.')
    broken = trials[-1] if trials and trials[-1].counterexample is not None else None
    if broken is not None and broken.counterexample is not None:
        yield from _tell_counterexample(claim, terms, broken, broken.counterexample)
    elif len(trials) < bound.plays:
        yield "Stopped before the end; no counterexample until then."
    else:
        yield "No counterexample within this bound; that is no proof beyond it."
    yield from _tell_bound(bound, trials)


def _tell_counterexample(claim: Claim, terms: Terms, trial: Trial, found: Counterexample) -> Iterator[str]:
    scenario, owner = trial.scenario, _owner(trial)
    yield "Not true. A counterexample:"
    passed = (
        f", {write_count(found.day - found.counted_from, 'day')} after day {found.counted_from}" if claim.clock else ""
    )
    yield paragraph(
        f"{found.entry.holding.id} of {owner.name}, person {scenario.story.person} in the world of seed "
        f"{scenario.seed}, in the story {scenario.story.id}, on day {found.day}{passed}, read most "
        f"{_HOW[scenario.reading]}.",
        indent=2,
    )
    yield paragraph(f"Faults in that story: {_faults(trial) or 'none'}.", indent=2)
    yield "Why it is still there:"
    for sentence in explain(found.ledger, terms, found.entry.holding.id, found.day):
        yield paragraph(sentence, indent=2)


def _tell_bound(bound: Bound, trials: Sequence[Trial]) -> Iterator[str]:
    faults = (
        "as written, and each with one fault of every kind"
        if bound.faults
        else "without faults (--faults adds those of every kind)"
    )
    yield paragraph(
        f"Searched: {len(trials)} of {bound.plays} lives: {len(bound.stories)} stories {faults}, in "
        f"{write_count(bound.seeds, 'world')} each, read most kindly and most harshly, with an analyzer that misses "
        "nothing."
    )
    reached, things = sum(trial.reached for trial in trials), sum(trial.things for trial in trials)
    yield paragraph(
        f"In {reached} of them the claim's days came; {things} things of the kinds that it names were ever held."
    )
    yield paragraph(f"Stories: {', '.join(bound.stories)}.")


def _owner(trial: Trial) -> Human:
    return trial.person.cast[0]


def _faults(trial: Trial) -> str:
    return ", ".join(fault.name for fault in trial.scenario.story.faults)


def proof_as_record(claim: Claim, terms: Terms, bound: Bound, trials: Sequence[Trial]) -> dict[str, Any]:
    """The same as one object."""
    broken = trials[-1] if trials and trials[-1].counterexample is not None else None
    return {
        "claim": claim.text,
        "terms": terms.id,
        "categories": [category.value for category in claim.categories],
        "counterexample": None if broken is None else _as_record(terms, broken),
        "bound": {
            "stories": list(bound.stories),
            "seeds": bound.seeds,
            "readings": [reading.value for reading in Reading],
            "faults": bound.faults,
            "plays": bound.plays,
        },
        "searched": len(trials),
        "reached": sum(trial.reached for trial in trials),
        "things": sum(trial.things for trial in trials),
    }


def _as_record(terms: Terms, trial: Trial) -> dict[str, Any]:
    found, scenario = trial.counterexample, trial.scenario
    assert found is not None, "only a broken claim has a counterexample"
    return {
        "story": scenario.story.id,
        "seed": scenario.seed,
        "person": scenario.story.person,
        "name": _owner(trial).name,
        "reading": scenario.reading.value,
        "faults": [fault.name for fault in scenario.story.faults],
        "day": found.day,
        "counted_from": found.counted_from,
        "item": found.entry.holding.id,
        "state": found.entry.state.value,
        "why": list(explain(found.ledger, terms, found.entry.holding.id, found.day)),
    }
