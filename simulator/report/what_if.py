"""What a field test would make of it, and on what the conclusion stands."""

from collections.abc import Iterator

from simulator.experiment.results import Fragility, Replay, Results
from simulator.report.experiment import write_change, write_change_of
from simulator.report.lines import paragraph


def say_replay(replay: Replay) -> Iterator[str]:
    """The field test, repeated where the truth is known; the first sentence leads to the others."""
    yield (
        f"The field test, repeated {replay.replays:,} times with {replay.people:,} people, where it is true that "
        f"{replay.arm} changes {replay.metric} by {write_change_of(replay.metric, replay.truth)}:"
    )
    larger = (
        "how much larger than the truth what passes the test is, cannot be said"
        if replay.exaggeration is None
        else f"what passes the test is {replay.exaggeration:.2f} times the truth on average"
    )
    yield f"it finds that in {replay.found:.1%}, with the wrong sign in {replay.wrong_sign:.1%}; {larger}."
    yield (
        f"Stopping at the first of {replay.looks} looks that is significant by itself finds it in "
        f"{replay.found_early:.1%}, and raises an alarm in {replay.false_early:.1%} where nothing differs, instead of "
        f"{replay.false_alarms:.1%} with one look at the end."
    )
    yield (
        f"With intervals that are valid at all looks it is found in {replay.found_valid:.1%}, after "
        f"{replay.people_valid:,.0f} people on average, with {replay.false_valid:.1%} false alarms."
    )


def say_fragility(fragility: Fragility) -> str:
    """The smallest change of one assumed number that turns the conclusion round."""
    about = f"{fragility.arm}, {fragility.metric}: {write_change(fragility.metric, fragility.gap)}."
    if not fragility.gap.is_clear:
        return f"{about} There is no conclusion that could be turned round."
    if fragility.turns:
        first, *others = fragility.turns
        also = f" So do, further on, {', '.join(turn.parameter for turn in others)}." if others else ""
        return (
            f"{about} It turns round if {first.parameter}, which is assumed, is {first.turns_at:.3g} and not "
            f"{first.value:.3g}: {first.share:.0%} of the way to the end of its range.{also}"
        )
    if fragility.nearest is None:
        return f"{about} No number is assumed."
    return (
        f"{about} None of {fragility.tried} assumed numbers turns it round, moved alone through its whole range; "
        f"{fragility.nearest.parameter} comes nearest, with "
        f"{write_change_of(fragility.metric, fragility.nearest.gap)}."
    )


def tell_what_if(results: Results) -> Iterator[str]:
    """All of both that a result has, a blank line before each."""
    for each in results.replay:
        first, *others = say_replay(each)
        yield from ("", paragraph(first), *(paragraph(other, indent=2) for other in others))
    for one in results.fragility:
        yield from ("", paragraph(say_fragility(one)))
