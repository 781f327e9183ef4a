"""Two installations in alternating processes, each of which measures the same queries, and what may be said of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from simulator.api.bench.card import describe_machine
from simulator.api.bench.installation import Installation, find_installation, this_installation
from simulator.api.bench.order import BenchOrder
from simulator.api.bench.subject import prepare
from simulator.report.measured import SCHEMA_VERSION
from simulator.vision.load.between import LEAST_ROUNDS, alternate, compare_rounds, find_floors
from simulator.vision.load.judge import LEAST_SHARE, tell_noise
from simulator.vision.load.machine import read_load, read_processor

QUERIES = 32  # in each half of a process's turn

_TIMED = ("latencies_ms", "processor_ms")

Turn = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """How two installations are measured.

    Attributes:
        rounds: in each of them every installation has one process.
        queries: in each half of a process's turn; both halves ask for the same photos.
        allow_noisy: whether a result counts for which the processor was not free.
    """

    rounds: int
    queries: int = QUERIES
    seed: int = 7
    model: Path | None = None
    allow_noisy: bool = False


@dataclass
class Turns:
    """What both installations' processes told so far, and what came in between."""

    first: list[Turn] = field(default_factory=list)
    second: list[Turn] = field(default_factory=list)

    def finished(self) -> int:
        """How many rounds have both their processes."""
        return min(len(self.first), len(self.second))


def contest(order: BenchOrder, named: str, terms: Contest, tell: Callable[[str], None]) -> dict[str, Any]:
    """The installation that the user named against this one, as JSON tells it; Ctrl-C keeps the rounds until then.

    Args:
        order: which samples.
        named: an interpreter, a wheel or a commit.
        terms: how they are measured.
        tell: hears in a few words how far it has come.

    Raises:
        RollcallError: there is no such installation, or one of them does not do its turn.
    """
    with TemporaryDirectory(prefix="rollcall-against-") as folder:
        samples, package = Path(folder) / "samples", Path(folder) / "package"
        samples.mkdir()
        package.mkdir()
        both = (find_installation(named, package), this_installation())
        tell("drawing the samples")
        subject = prepare(order, samples)
        card = describe_machine(order, subject)
        turns, interrupted = Turns(), False
        try:
            run_rounds(both, samples, terms, turns, tell)
        except KeyboardInterrupt:
            interrupted = True
    return {"kind": "Against", "schema_version": SCHEMA_VERSION, "card": card} | weigh(
        both, turns, terms, interrupted=interrupted
    )


def run_rounds(
    both: tuple[Installation, Installation],
    samples: Path,
    terms: Contest,
    turns: Turns,
    tell: Callable[[str], None],
) -> None:
    """Fill ``turns``; what was told stands if it is interrupted."""
    for number, order in enumerate(alternate(terms.rounds), 1):
        for which in order:
            told = both[which].take_turn(samples, 2 * terms.queries, terms.model)
            (turns.first, turns.second)[which].append(told)
            ms = median(told["latencies_ms"])
            tell(f"round {number} of {terms.rounds}, {both[which].name}: {ms:.1f} ms")


def weigh(
    both: tuple[Installation, Installation], turns: Turns, terms: Contest, *, interrupted: bool
) -> dict[str, Any]:
    """The ratio of the two, what they differ from themselves by, and whether that may be quoted."""
    rounds = turns.finished()
    first, second = turns.first[:rounds], turns.second[:rounds]
    share = _share_of_processor([*first, *second])
    noise = None if share is None or share >= LEAST_SHARE else tell_noise(share, read_load(), read_processor().cores)
    reasons = list(_against(first, second, rounds, interrupted=interrupted))
    told: dict[str, Any] = {
        "interrupted": interrupted,
        "rounds": rounds,
        "queries": terms.queries,
        "installations": [_describe(*each) for each in zip(both, (first, second), strict=True)],
        "processor_share": share,
        "labels_equal": _count_equal(first, second),
        "allow_noisy": terms.allow_noisy,
        "noise": noise,
    }
    if rounds >= LEAST_ROUNDS:
        told |= _compare(first, second, terms)
    if noise is not None and not terms.allow_noisy:
        reasons.append(noise)
    return told | {"reasons": reasons, "verdict": "INVALID" if reasons else "NOISY" if noise else "VALID"}


def _compare(first: list[Turn], second: list[Turn], terms: Contest) -> dict[str, Any]:
    """By wall time, and by processor time, which other work on the machine moves less."""
    wall, processor = (_stand([[turn[name] for turn in turns] for turns in (first, second)], terms) for name in _TIMED)
    return wall | {"processor": processor}


def _stand(timings: list[list[list[float]]], terms: Contest) -> dict[str, Any]:
    effect = compare_rounds(*timings)
    floors = find_floors(timings, terms.queries, terms.seed)
    return {
        "standing": effect.stand(floors.between),
        "ratio": effect.ratio,
        "low": effect.low,
        "high": effect.high,
        "floor": {"within": floors.within, "between": floors.between},
    }


def _against(first: list[Turn], second: list[Turn], rounds: int, *, interrupted: bool) -> list[str]:
    reasons = []
    if interrupted:
        reasons.append(f"interrupted after {rounds} rounds; let it run to its end")
    elif rounds < LEAST_ROUNDS:
        reasons.append(f"{rounds} rounds, {LEAST_ROUNDS} earn an interval; measure {LEAST_ROUNDS}")
    if any(turn["labels"] != turns[0]["labels"] for turns in (first, second) for turn in turns):
        reasons.append("an installation answers differently from process to process; it cannot be timed")
    return reasons


def _share_of_processor(turns: list[Turn]) -> float | None:
    wall = sum(sum(turn["latencies_ms"]) for turn in turns)
    return sum(sum(turn["processor_ms"]) for turn in turns) / wall if wall else None


def _count_equal(first: list[Turn], second: list[Turn]) -> dict[str, int] | None:
    """Of how many photos both say the same labels, in the same order."""
    if not (first and second):
        return None
    pairs = list(zip(first[0]["labels"], second[0]["labels"], strict=True))
    return {"photos": len(pairs), "equal": sum(before == after for before, after in pairs)}


def _describe(installation: Installation, turns: list[Turn]) -> Mapping[str, Any]:
    about = {name: turns[0][name] if turns else None for name in ("version", "python", "model")}
    for name in _TIMED:
        about[f"median_{name}"] = median(ms for turn in turns for ms in turn[name]) if turns else None
    short = [{name: [round(ms, 4) for ms in turn[name]] for name in _TIMED} for turn in turns]
    return {"name": installation.name, **about, "turns": short}
