"""A benchmark in sentences and small tables, record by record, as it is measured."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import median
from typing import Any

from simulator.report.lines import paragraph

Record = Mapping[str, Any]
MOST_LOAD = 0.95  # of the processor's time, below which something else ran in between
NOISY = "VALID BUT NOISY: something else worked here, and --allow-noisy let it pass"
_MIB = 2**20


def tell_record(record: Record, floor: float) -> Iterator[str]:
    """The lines of one record of a measurement; ``floor`` is the noise floor as a share, 0 while not known."""
    match record["kind"]:
        case "ratio":
            yield _tell_ratio(record, record["name"], floor)
        case "size":
            yield _tell_size(record, floor)
        case kind if kind in _TELLERS:
            yield from _TELLERS[kind](record)
        case _:
            pass


def _tell_card(card: Record) -> Iterator[str]:
    flags = "unknown" if card["flags"] is None else ", ".join(card["flags"]) or "none of interest"
    load = "unknown" if card["load"] is None else " ".join(f"{value:.2f}" for value in card["load"])
    versions = ", ".join(f"{name} {number}" for name, number in card["versions"].items())
    models = ", ".join(f"{name} {digest[:12]}" for name, digest in card["models"].items())
    yield paragraph(f"Processor: {card['processor']}, {card['cores']} cores, {flags}. {card['int8']}")
    yield paragraph(
        f"Network on {card['network_threads']} thread, {card['provider']}; load of the machine before: {load}."
    )
    memory = "unknown" if card["memory"] is None else f"{card['memory'] / _MIB:,.0f} MiB"
    yield paragraph(
        f"Kernel {card['kernel']}, governor {card['governor'] or 'unknown'}, memory {memory}; commit "
        f"{card['commit'] or 'unknown'}, measured code {card['code']}."
    )
    yield paragraph(f"Versions: {versions}. Models: {models}.")
    noisy = "; noise is allowed, by --allow-noisy" if card["allow_noisy"] else ""
    yield paragraph(
        f"Samples: {card['samples']} ({card['source']}, {card['size']}); seed {card['seed']}; each scenario for at "
        f"least {card['least_seconds']:g} s{noisy}."
    )


def _tell_warm_up(record: Record) -> Iterator[str]:
    yield paragraph(
        f"Warm-up, not counted: {record['queries']} photos, {record['photos_a_second']:.1f} a second; opening the "
        f"networks took {record['opening_ms']:.0f} ms. Its answers are the reference for all that follow."
    )


def _tell_floor(record: Record) -> Iterator[str]:
    yield paragraph(
        f"Noise floor: the same photo against itself, {record['pairs']} times in turn, may differ by "
        f"{record['within']:.1%} within this process; {record['processes']} processes that did the same, by "
        f"{record['between']:.1%} between two of them. Smaller differences below are noise."
    )
    if record["processor_share"] < MOST_LOAD:
        yield paragraph(
            f"The process got {record['processor_share']:.0%} of the processor's time: something else is running here."
        )


def _tell_scenario(run: Record) -> Iterator[str]:
    yield ""
    yield f"{run['scenario']}: {run['verdict']}"
    for reason in run["reasons"]:
        yield paragraph(f"because: {reason}", indent=2)
    if run["noise"] and run["noise"] not in run["reasons"]:
        yield paragraph(f"allowed: {run['noise']}", indent=2)
    if not run["queries"]:
        return
    asked = f"{run['queries']} queries of {run['photos']} photos in {run['seconds']:.1f} s"
    rate = "" if run["rate"] is None else f", come at {run['rate']:.1f} a second"
    workers = f", {run['workers']} workers" if run["workers"] > 1 else ""
    yield paragraph(f"{asked}{rate}{workers}: {run['photos_a_second']:.1f} photos a second", indent=2)
    share = "" if run["processor_share"] is None else f", which had {run['processor_share']:.0%} of a processor"
    yield paragraph(f"{run['processor_median_ms']:.1f} ms of processor time a query, the median{share}", indent=2)
    for told in run["percentiles"]:
        name = f"p{told['share'] * 100:.0f}"
        yield f"  {name}  {_tell_percentile(told)}"


def _tell_percentile(told: Record) -> str:
    if told["ms"] is not None:
        return f"{told['ms']:.1f} ms is the estimate; at most {told['bound_ms']:.1f} ms, with 99 % confidence"
    return f"not earned: {told['missing']} queries missing of {told['needed']}"


def _tell_stages(record: Record) -> Iterator[str]:
    stages = record["stages"]
    whole = sum(stage["mean_ms"] for stage in stages.values())
    yield ""
    yield paragraph(
        f"Where the time goes: {record['photos']} photos one by one, {record['faces_a_photo']:.1f} faces in each"
    )
    for name, stage in stages.items():
        yield f"  {name:<16}{stage['median_ms']:7.2f} ms median{stage['mean_ms'] / whole:7.1%} of the time"
    yield ""
    yield "Ratios, each pair taken in turn, with 99 % intervals"


def _tell_themes(record: Record) -> Iterator[str]:
    yield ""
    yield paragraph(
        f"Processor time by theme, drawn photos as they are: medians of {record['photos']} photos, {record['turns']} "
        "times each"
    )
    for theme, ms in record["median_ms"].items():
        yield f"  {theme:<16}{ms:7.1f} ms"


def _tell_opening(record: Record) -> Iterator[str]:
    yield paragraph(f"opening the scene network: {median(record['ms']):.1f} ms, median of {len(record['ms'])}")


def _tell_note(record: Record) -> Iterator[str]:
    yield paragraph(f"Left out: {record['text']}.")


def _tell_why(record: Record) -> Iterator[str]:
    yield paragraph(f"why: {record['text']}", indent=2)


def _tell_accuracy(record: Record) -> Iterator[str]:
    right = ""
    if record["themes_right"] is not None:
        right = f"; the likeliest theme is the drawn one in {record['themes_right']}"
    yield ""
    yield paragraph(
        f"Accuracy, after all that was timed: {record['labels_equal']} of {record['photos']} photos have the labels of "
        f"the reference answers{right}."
    )


def _tell_peak(record: Record) -> Iterator[str]:
    bound = f"p{record['share'] * 100:g} of at most {record['latency_bound_ms']:g} ms"
    found = "no rate" if record["rate"] is None else f"{record['rate']:.1f} photos a second"
    yield ""
    yield paragraph(f"The highest rate with a {bound}: {found}, of {len(record['trials'])} that were tried.")
    for trial in record["trials"]:
        reached = f"at most {trial['bound_ms']:.1f} ms" if trial["ms"] is not None else "given up"
        kept = "kept" if trial["kept"] else "not kept"
        yield f"  {trial['rate']:8.2f} a second  {kept:<9} {reached}, {trial['queries']} queries"


_TELLERS: dict[str, Callable[[Record], Iterator[str]]] = {
    "card": _tell_card,
    "warm-up": _tell_warm_up,
    "floor": _tell_floor,
    "scenario": _tell_scenario,
    "stages": _tell_stages,
    "opening": _tell_opening,
    "themes": _tell_themes,
    "accuracy": _tell_accuracy,
    "peak": _tell_peak,
    "note": _tell_note,
    "why": _tell_why,
}


def _tell_ratio(record: Record, name: str, floor: float, more: str = "") -> str:
    noise = ", noise" if is_noise(record, floor) else ""
    return paragraph(
        f"{name}: {record['ratio']:.2f} ({record['low']:.2f} to {record['high']:.2f}{noise}), {record['first_ms']:.1f} "
        f"ms to {record['second_ms']:.1f} ms{more}",
        indent=2,
    )


def _tell_size(record: Record, floor: float) -> str:
    name = f"end to end to bare network, {record['size']}, {record['kilobytes']:.0f} kB"
    return _tell_ratio(record, name, floor, f"; with the search for faces {record['with_faces_ms']:.1f} ms")


def is_noise(record: Record, floor: float) -> bool:
    """Whether a ratio's interval holds 1, or it is no further from 1 than the noise floor."""
    sure = record["low"] > 1 or record["high"] < 1
    return not sure or abs(record["ratio"] - 1) <= floor


def tell_verdict(verdict: str, reasons: Sequence[str]) -> Iterator[str]:
    """The last line, and above it why."""
    yield ""
    for reason in reasons:
        yield paragraph(f"because: {reason}", indent=2)
    yield NOISY if verdict == "NOISY" else verdict
