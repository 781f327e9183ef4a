"""What stands before and after a story: what it is, and how it came out."""

from collections.abc import Iterator, Sequence
from statistics import median
from textwrap import wrap

from simulator.domain.agree import write_count
from simulator.journey.scenario import Scenario
from simulator.journey.summary import Summary
from simulator.report.spoken import WIDTH


def tell_title(scenario: Scenario) -> Iterator[str]:
    """What is played, and what it is not."""
    story = scenario.story
    yield from wrap(
        f'"{story.title}" ({story.id}), seed {scenario.seed}, under the terms {scenario.terms.id}, '
        f"their silences read most {_how(scenario)}.",
        WIDTH,
    )
    yield from wrap(
        "This illustrates terms, not any company's real systems. The people are synthetic, the photos are drawn and "
        f"the app {scenario.app.name} is fictional.",
        WIDTH,
    )


def tell_held_title(scenario: Scenario) -> Iterator[str]:
    """The line above the ledger of the last day."""
    day = scenario.story.last_day
    yield from wrap(f"What is held on day {day}, under {scenario.terms.title}, read most {_how(scenario)}:", WIDTH)


def _how(scenario: Scenario) -> str:
    return {"kindest": "kindly", "harshest": "harshly"}[scenario.reading]


def tell_end(summary: Summary, milliseconds: Sequence[float]) -> Iterator[str]:
    """How many people were in the pictures, how fast the analyzer was, and whether the story came out as expected."""
    if summary.uploaded:
        asked = "One of all people, the owner, was" if summary.people_who_consented else "Nobody was"
        yield from wrap(
            f"The {write_count(summary.uploaded, 'uploaded photo')} show {summary.people_seen} different people. "
            f"{asked} asked and said yes.",
            WIDTH,
        )
    else:
        yield "No photo left the phone."
    if milliseconds:
        yield from wrap(
            f"The analyzer took {median(milliseconds):.1f} ms of processor time a photo on this machine, the median "
            f"of {len(milliseconds)}.",
            WIDTH,
        )
    if summary.held_to:
        yield f"Expectation: {'failed' if summary.failures else 'met'}."
    else:
        yield "Expectation: not held to, since somebody else than the story answered."
    for failure in summary.failures:
        yield from wrap(failure, WIDTH, initial_indent="  ", subsequent_indent="    ")
    yield f"Event log: {summary.event_hash}"
