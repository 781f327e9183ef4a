"""A measurement as it is looked at: while it is under way, and when it has ended."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from simulator.domain.errors import RollcallError, printable
from simulator.report.bench import MOST_LOAD, is_noise
from simulator.report.measured import Measured
from simulator.vision.load.earned import SHOWN, queries_needed, read_percentiles
from simulator.vision.load.judge import HEADLINE
from simulator.vision.load.pairs import Pair
from simulator.vision.load.scenarios import Pattern

Record = Mapping[str, Any]
LIVE = "measuring"
_TIME_DIGITS = 6  # of hours, minutes and seconds
# What a panel has room for; other ratios keep the names that the measurement gives them.
_SHORT: Mapping[str, str] = {
    Pair.FLOATS_BY_ONE: "floats/int8, by 1",
    Pair.FLOATS_BY_EIGHT: "floats/int8, by 8",
    Pair.WORKERS: "1/2 workers",
    Pair.FRESH_PROCESS: "first label/imports",
}
_SIZED = {
    "512px": "whole/net, 512px",
    "1mp": "whole/net, 1 MP",
    "12mp": "whole/net, 12 MP",
    "12mp-progressive": "the same, progressive",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PercentileView:
    """One percentile; ``ms`` is None while it is not earned, and ``missing`` then says by how many queries."""

    label: str
    ms: float | None
    missing: int
    needed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RunView:
    """One scenario.

    Attributes:
        verdict: VALID, INVALID, or `LIVE`.
        reasons: why it is INVALID, each with its cure.
        wanted: how many queries there will be, where that is known.
    """

    name: str
    verdict: str
    reasons: tuple[str, ...]
    latencies: tuple[float, ...]
    wanted: int | None
    photos_a_second: float | None
    percentiles: tuple[PercentileView, ...]

    def percentile(self, label: str) -> PercentileView | None:
        return next((each for each in self.percentiles if each.label == label), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class StageView:
    """One stage of the critical path: its median, and its share of all the time."""

    name: str
    median_ms: float
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RatioView:
    """A ratio of two medians with its 99 % interval; ``noise`` where nothing may be concluded from it."""

    name: str
    ratio: float
    low: float
    high: float
    noise: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchView:
    """Everything that is known of one measurement.

    Attributes:
        verdict: VALID, INVALID, or empty while it is under way.
        during: the part that is being measured; empty when none is.
        floor: the noise floor as a share; None while it is not known.
        company: what else ran on the machine meanwhile, in a sentence.
        card: what was measured on, line by line: a name and what it is.
    """

    verdict: str = ""
    reasons: tuple[str, ...] = ()
    during: str = ""
    runs: tuple[RunView, ...] = ()
    stages: tuple[StageView, ...] = ()
    staged: str = ""
    ratios: tuple[RatioView, ...] = ()
    floor: float | None = None
    company: str = ""
    card: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()

    def run(self, name: str) -> RunView | None:
        return next((run for run in self.runs if run.name == name), None)


@dataclass
class Bench:
    """The records of one measurement so far.

    Attributes:
        fresh: latencies of the scenario that is under way, in milliseconds.
        disturbed: what else was going on at some time.
    """

    measured: Measured = field(default_factory=Measured)
    during: str = ""
    wanted: int | None = None
    fresh: list[float] = field(default_factory=list)
    closed: bool = False
    disturbed: str = ""

    def take(self, record: Record) -> None:
        self.measured.take(record)
        match record["kind"]:
            case "begin":
                self.during, self.wanted = record["part"], None
                self.fresh.clear()
            case "progress":
                self.wanted = record["wanted"]
                self.fresh.extend(record["latencies_ms"])
            case "scenario":
                self.fresh.clear()

    def close(self, failed: str = "") -> Record:
        """No more records will come, if ``failed`` then for that reason; the result with its verdict."""
        self.closed, self.during = True, ""
        return self.measured.close(failed=failed, disturbed=self.disturbed)

    def view(self) -> BenchView:
        return view_result(self.measured.result, during=self.during, live=self._live())

    def _live(self) -> RunView | None:
        if not self.fresh:
            return None
        return RunView(
            name=self.during,
            verdict=LIVE,
            reasons=(),
            latencies=tuple(self.fresh),
            wanted=self.wanted,
            photos_a_second=None,
            percentiles=_percentiles(self.fresh),
        )


def read_view(result: Record, name: str) -> BenchView:
    """A result from a file, which may be anybody's.

    Raises:
        RollcallError: it is not what a benchmark tells.
    """
    try:
        return view_result(result)
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise RollcallError(
            f"{name}: is not the whole result of a benchmark; name a file that --out wrote"
        ) from problem


def view_result(result: Record, *, during: str = "", live: RunView | None = None) -> BenchView:
    """What is looked at of a result; ``live`` is the scenario under way."""
    floor = result["floor"]["share"] if "floor" in result else None
    runs = tuple(_run(run) for run in result["scenarios"])
    if unknown := {run.name for run in runs} - {pattern.value for pattern in Pattern}:
        raise ValueError(unknown)
    stages = result.get("stages")
    ratios = [(_SHORT.get(each["name"], printable(each["name"])), each) for each in result["ratios"]]
    ratios += [(_SIZED.get(each["size"], printable(each["size"])), each) for each in result["sizes"]]
    return BenchView(
        verdict=result.get("verdict", ""),
        reasons=tuple(printable(reason) for reason in result.get("reasons", ())),
        during=during,
        runs=runs if live is None else (*runs, live),
        stages=() if stages is None else tuple(_stages(stages)),
        staged="" if stages is None else f"{stages['photos']} photos, {stages['faces_a_photo']:.1f} faces in each",
        ratios=tuple(_ratio(name, each, floor or 0.0) for name, each in ratios),
        floor=floor,
        company=_company(result),
        card=tuple(_card(result)),
        notes=tuple(printable(note["text"]) for note in result["notes"]),
    )


def _run(run: Record) -> RunView:
    rate = run.get("photos_a_second")
    latencies = tuple(float(ms) for ms in run["latencies_ms"])
    return RunView(
        name=printable(run["scenario"]),
        verdict=printable(run.get("verdict", "")),
        reasons=tuple(printable(reason) for reason in run.get("reasons", ())),
        latencies=latencies,
        wanted=len(latencies),
        photos_a_second=None if rate is None else float(rate),
        percentiles=tuple(
            PercentileView(
                label=label_of(float(told["share"])),
                ms=None if told["ms"] is None else float(told["ms"]),
                missing=int(told["missing"]),
                needed=int(told["needed"]),
            )
            for told in run["percentiles"]
        ),
    )


def _percentiles(latencies: Sequence[float]) -> tuple[PercentileView, ...]:
    return tuple(
        PercentileView(label=label_of(told.share), ms=told.ms, missing=told.missing, needed=told.needed)
        for told in read_percentiles(latencies)
    )


def label_of(share: float) -> str:
    """``p90`` for 0.9."""
    return f"p{share * 100:.0f}"


def _stages(record: Record) -> list[StageView]:
    stages = record["stages"]
    whole = sum(float(stage["mean_ms"]) for stage in stages.values()) or 1.0
    return [
        StageView(name=printable(name), median_ms=float(stage["median_ms"]), share=float(stage["mean_ms"]) / whole)
        for name, stage in stages.items()
    ]


def _ratio(name: str, record: Record, floor: float) -> RatioView:
    return RatioView(
        name=name,
        ratio=float(record["ratio"]),
        low=float(record["low"]),
        high=float(record["high"]),
        noise=is_noise(record, floor),
    )


def _card(result: Record) -> list[tuple[str, str]]:
    card = result.get("card")
    if card is None:
        return []
    flags = "unknown" if card["flags"] is None else ", ".join(card["flags"]) or "none of interest"
    load = "unknown" if card["load"] is None else " ".join(f"{value:.2f}" for value in card["load"])
    lines = [
        ("measured", f"{str(card['date'])[:16].replace('T', ' ')} UTC"),
        ("processor", f"{card['processor']}, {card['cores']} cores"),
        ("bytes", flags),
        ("load before", f"{load}; one network thread"),
        ("versions", ", ".join(f"{name} {number}" for name, number in card["versions"].items())),
        ("models", ", ".join(f"{name} {digest[:12]}" for name, digest in card["models"].items())),
        ("samples", f"{card['samples']}, {card['source']}, {card['size']}; seed {card['seed']}"),
    ]
    if "floor" in result:
        floor = result["floor"]
        lines.append(("noise floor", f"{floor['share']:.1%}; had {floor['processor_share']:.0%} of the processor"))
    if "opening" in result:
        lines.append(("opening", f"{median(result['opening']['ms']):.1f} ms, the scene network"))
    return [(name, printable(words)) for name, words in lines]


def _company(result: Record) -> str:
    share = float(result["floor"]["processor_share"]) if "floor" in result else 1.0
    if share >= MOST_LOAD:
        return "The process had the processor to itself."
    return f"It got {share:.0%} of the processor's time: something else was running."


def queries_offered() -> tuple[tuple[int, str], ...]:
    """How many queries can be chosen, and which percentile each earns; fewer than the least are INVALID."""
    return tuple((queries_needed(share), label_of(share)) for share in SHOWN if share >= HEADLINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """How one scenario stands to the result before; ``why`` where the two may not be compared."""

    name: str
    standing: str
    ratio: float | None = None
    low: float | None = None
    high: float | None = None
    why: str = ""


def view_changes(comparison: Record) -> tuple[ChangeView, ...]:
    """What a comparison says, scenario by scenario."""
    return tuple(
        ChangeView(
            name=row["scenario"],
            standing=str(row["standing"]),
            ratio=row.get("ratio"),
            low=row.get("low"),
            high=row.get("high"),
            why=printable(row.get("why", "")),
        )
        for row in comparison["scenarios"]
    )


def write_when(name: str) -> str:
    """``2026-11-26T073531``, which is how results are named, as a date and a time; UTC."""
    day, _, time = name.partition("T")
    return f"{day} {time[:2]}:{time[2:4]}:{time[4:6]} UTC" if len(time) == _TIME_DIGITS else name


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """As it was typed; what is empty is as shipped."""

    photos: str = ""
    model: str = ""
    rate: str = ""

    @property
    def words(self) -> str:
        """Which of them are there, and the rate: ``photos, model, 3/s``, or ``none``."""
        named = [name for name, text in (("photos", self.photos), ("model", self.model)) if text]
        return ", ".join([*named, *([f"{self.rate}/s"] if self.rate else [])]) or "none"
