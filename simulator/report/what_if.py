"""What a field test would make of it, and on what the conclusion stands."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from math import nan
from typing import Any

from simulator.experiment.estimate import Estimate
from simulator.experiment.fragility import Fragility, Turn
from simulator.experiment.metric import Metric
from simulator.experiment.replay import Replay
from simulator.report.experiment import write_change, write_change_of
from simulator.report.experiment_record import estimate_as_record, number_as_record
from simulator.report.lines import paragraph


def tell_replay(replay: Replay) -> Iterator[str]:
    """The field test, repeated where the truth is known."""
    yield paragraph(
        f"The field test, repeated {replay.replays:,} times with {replay.people:,} people, where it is true that "
        f"{replay.arm} changes {replay.metric} by {write_change_of(replay.metric, replay.truth)}:"
    )
    yield paragraph(
        f"it finds that in {replay.found:.1%}, with the wrong sign in {replay.wrong_sign:.1%}; what passes the test is "
        f"{replay.exaggeration:.2f} times the truth on average.",
        indent=2,
    )
    yield paragraph(
        f"Stopping at the first of {replay.looks} looks that is significant by itself finds it in "
        f"{replay.found_early:.1%}, and raises an alarm in {replay.false_early:.1%} where nothing differs, instead of "
        f"{replay.false_alarms:.1%} with one look at the end.",
        indent=2,
    )
    yield paragraph(
        f"With intervals that are valid at all looks it is found in {replay.found_valid:.1%}, after "
        f"{replay.people_valid:,.0f} people on average, with {replay.false_valid:.1%} false alarms.",
        indent=2,
    )


def replay_as_record(replay: Replay) -> dict[str, Any]:
    """One entry of ``replay``."""
    record = {field.name: getattr(replay, field.name) for field in fields(Replay)}
    return {name: number_as_record(value) if isinstance(value, float) else value for name, value in record.items()}


def read_replay(record: Mapping[str, Any]) -> Replay:
    """The inverse of `replay_as_record`."""
    known: dict[str, Any] = {name: nan if value is None else value for name, value in record.items()}
    return Replay(**{**known, "metric": Metric(record["metric"])})


def tell_fragility(fragility: Fragility) -> Iterator[str]:
    """The smallest change of one assumed number that turns the conclusion round."""
    about = f"{fragility.arm}, {fragility.metric}: {write_change(fragility.metric, fragility.gap)}."
    if not fragility.gap.is_clear:
        yield paragraph(f"{about} There is no conclusion that could be turned round.")
    elif fragility.turns:
        first, *others = fragility.turns
        also = f" So do, further on, {', '.join(turn.parameter for turn in others)}." if others else ""
        yield paragraph(
            f"{about} It turns round if {first.parameter}, which is assumed, is {first.turns_at:.3g} and not "
            f"{first.value:.3g}: {first.share:.0%} of the way to the end of its range.{also}"
        )
    elif fragility.nearest is None:
        yield paragraph(f"{about} No number is assumed.")
    else:
        name, gap = fragility.nearest
        yield paragraph(
            f"{about} None of {fragility.tried} assumed numbers turns it round, moved alone through its whole range; "
            f"{name} comes nearest, with {write_change_of(fragility.metric, gap)}."
        )


def fragility_as_record(fragility: Fragility) -> dict[str, Any]:
    """One entry of ``fragility``."""
    nearest = fragility.nearest
    return {
        "metric": fragility.metric.value,
        "arm": fragility.arm,
        "gap": estimate_as_record(fragility.gap),
        "people": fragility.people,
        "tried": fragility.tried,
        "turns": [
            {"parameter": turn.parameter, "value": turn.value, "turns_at": turn.turns_at, "share": turn.share}
            for turn in fragility.turns
        ],
        "nearest": None if nearest is None else {"parameter": nearest[0], "gap": nearest[1]},
    }


def read_fragility(record: Mapping[str, Any]) -> Fragility:
    """The inverse of `fragility_as_record`, but for the error of the gap, which is not told."""
    gap, nearest = record["gap"], record["nearest"]
    known = {name: nan if gap[name] is None else gap[name] for name in ("value", "low", "high", "p")}
    return Fragility(
        metric=Metric(record["metric"]),
        arm=record["arm"],
        gap=Estimate(**known, error=nan),
        people=record["people"],
        tried=record["tried"],
        turns=tuple(Turn(**turn) for turn in record["turns"]),
        nearest=None if nearest is None else (nearest["parameter"], nearest["gap"]),
    )


def tell_what_if(record: Mapping[str, Any]) -> Iterator[str]:
    """All of both that a result has, a blank line before each."""
    for each in record.get("replay", ()):
        yield ""
        yield from tell_replay(read_replay(each))
    for each in record.get("fragility", ()):
        yield ""
        yield from tell_fragility(read_fragility(each))
