"""What `rollcall experiment --json` prints, as it is looked at: worlds, differences, and the people who flipped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from simulator.domain.categories import DataCategory
from simulator.experiment.metric import SAYS, Metric

Record = Mapping[str, Any]
MANNERS = ("informed", "reluctant", "mistaken", "slip", "unread")
FUNNEL = (
    (Metric.ALLOW, "said yes"),
    (Metric.NOTICED, "aware"),
    (Metric.LOOKED, "looked"),
    (Metric.FOUND, "found"),
    (Metric.SWITCHED, "switched"),
    (Metric.WITHDRAWN, "withdrew"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """An estimate with its interval; an end is None where too few people were counted to know it."""

    value: float
    low: float | None
    high: float | None
    p: float | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArmView:
    """One world over the whole cohort.

    Attributes:
        held: what is held on the last day, alike categories together: kindest, harshest, their names.
    """

    id: str
    title: str
    means: Mapping[Metric, Span]
    held: tuple[tuple[int, int, str], ...]

    def share(self, metric: Metric) -> float:
        return self.means[metric].value


@dataclass(frozen=True, slots=True, kw_only=True)
class LookView:
    """One look at the field test: its people, its interval by itself, and the one valid at all looks together."""

    people: int
    naive: str
    valid: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GapView:
    """One metric in one arm less the first: the same people in both worlds, and as a field test would see it.

    Attributes:
        detectable: the smallest true difference that the field test would find, in words.
        power: how often it would find the difference that is true here; None where it cannot be said.
    """

    paired: Span
    field: Span
    detectable: str
    least: float | None
    power: float | None
    looks: tuple[LookView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RailView:
    """A guardrail in one contrast; the verdict is *holds*, *broken* or *open*."""

    metric: str
    most: str
    worse: str
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FlippedView:
    """A person whose end differs from the first arm's, in words."""

    person: int
    name: str
    before: str
    after: str
    cause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContrastView:
    """One arm against the first.

    Attributes:
        flows: from an answer to another, in words, and how many people; most first.
        alike: how many answered alike in both.
        causes: why ends differ, and of how many people; most first.
        replayed: the field test repeated where the truth is known, in sentences; empty: it was not asked.
        stands_on: what of that which is assumed would turn the conclusion round; empty: it was not asked.
    """

    arm: str
    against: str
    gaps: Mapping[Metric, GapView]
    rails: tuple[RailView, ...]
    flows: tuple[tuple[str, int], ...]
    alike: int
    causes: tuple[tuple[str, int], ...]
    flipped: int
    named: tuple[FlippedView, ...]
    replayed: tuple[str, ...] = ()
    stands_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LabView:
    """Everything that is shown of one experiment, finished or not; without arms, nothing was counted yet.

    Attributes:
        current: whether what was counted is what its name stands for now, so that its people can be opened.
    """

    experiment: str = ""
    title: str = ""
    people: int = 0
    planned: int = 0
    seed: int = 0
    days: int = 0
    metrics: tuple[Metric, ...] = ()
    arms: tuple[ArmView, ...] = ()
    contrasts: tuple[ContrastView, ...] = ()
    in_field: tuple[int, ...] = ()
    split: float | None = None
    power: float = 0.0
    note: str = field(default="")
    current: bool = True

    @property
    def complete(self) -> bool:
        return bool(self.arms) and self.people == self.planned

    def contrast(self, arm: int) -> ContrastView | None:
        """The contrast of the arm at that place against the first."""
        return self.contrasts[arm - 1] if 1 <= arm <= len(self.contrasts) else None


def view_results(record: Record) -> LabView:
    """The record of `report.experiment_record`, finished or not."""
    test = record["field_test"]
    return LabView(
        experiment=record["experiment"],
        title=record["title"],
        people=record["people"],
        planned=record["planned"],
        seed=record["seed"],
        days=record["days"],
        metrics=tuple(Metric(name) for name in record["metrics"]),
        arms=tuple(_arm(arm) for arm in record["arms"]),
        contrasts=tuple(_with_what_if(_contrast(each), record) for each in record["contrasts"]),
        in_field=tuple(test["people"]),
        split=test["sample_ratio_p"],
        power=test["power"],
        note=record["note"],
        current=record.get("current", True),
    )


def _arm(arm: Record) -> ArmView:
    from simulator.report.experiment import write_value

    means = {}
    for name, told in arm["metrics"].items():
        metric = Metric(name)
        value = told["value"]
        words = write_value(metric, value)
        if told["low"] is not None and told["high"] is not None:
            words += f" [{_bare(metric, told['low'])}, {_bare(metric, told['high'])}]"
        means[metric] = Span(value=value, low=told["low"], high=told["high"], words=words)
    return ArmView(id=arm["id"], title=arm["title"], means=means, held=_held(arm["held"]))


def _bare(metric: Metric, value: float) -> str:
    """As `write_value` has it, without a sign for percent."""
    from simulator.report.experiment import write_value

    return write_value(metric, value).removesuffix(" %")


def _held(held: Record) -> tuple[tuple[int, int, str], ...]:
    from simulator.domain.data_kinds import DATA_KINDS

    alike: dict[tuple[int, int], list[str]] = {}
    for category, band in held.items():
        alike.setdefault((band["kindest"], band["harshest"]), []).append(DATA_KINDS[DataCategory(category)].name)
    return tuple((*band, ", ".join(names)) for band, names in sorted(alike.items(), reverse=True))


def _contrast(contrast: Record) -> ContrastView:
    from simulator.experiment.rows.ends import End, Why
    from simulator.report.experiment import CAUSES

    words = {End.NO: "no", End.YES: "yes", End.WITHDRAWN: "withdrew"}
    end = {each.name.lower(): words[each] for each in End}
    cause = {each.name.lower(): CAUSES.get(each, "") for each in Why}
    flows = sorted(contrast["flows"], key=lambda flow: -flow["people"])
    flipped = contrast["flipped"]
    return ContrastView(
        arm=contrast["arm"],
        against=contrast["against"],
        gaps={Metric(name): _gap(Metric(name), gap) for name, gap in contrast["metrics"].items()},
        rails=tuple(_rail(rail) for rail in contrast["guardrails"]),
        flows=tuple(
            (f"{name_outcome(flow['from'])} → {name_outcome(flow['to'])}", flow["people"])
            for flow in flows
            if flow["from"] != flow["to"]
        ),
        alike=sum(flow["people"] for flow in flows if flow["from"] == flow["to"]),
        causes=tuple(
            (f"{end[each['from']]} → {end[each['to']]}: {cause[each['cause']]}", each["people"])
            for each in sorted(flipped["causes"], key=lambda each: -each["people"])
        ),
        flipped=flipped["people"],
        named=tuple(
            FlippedView(
                person=one["person"],
                name=one["name"],
                before=end[one["from"]],
                after=end[one["to"]],
                cause=cause[one["cause"]],
            )
            for one in flipped["first"]
        ),
    )


def _with_what_if(contrast: ContrastView, record: Record) -> ContrastView:
    """With what line mode says of this arm after the results, a paragraph a string."""
    from simulator.report.what_if import read_fragility, read_replay, tell_fragility, tell_replay

    repeated = [read_replay(each) for each in record.get("replay", ()) if each["arm"] == contrast.arm]
    turned = [read_fragility(each) for each in record.get("fragility", ()) if each["arm"] == contrast.arm]
    return replace(
        contrast,
        replayed=tuple(_unwrap(told) for each in repeated for told in tell_replay(each)),
        stands_on=tuple(_unwrap(told) for one in turned for told in tell_fragility(one)),
    )


def _unwrap(paragraph: str) -> str:
    return " ".join(paragraph.split())


def name_outcome(outcome: str) -> str:
    """``allow.slip`` as *yes, slip*."""
    answer, _, manner = outcome.partition(".")
    if not manner:
        return "no answer"
    return f"{'yes' if answer == 'allow' else 'no'}, {manner}"


def _gap(metric: Metric, gap: Record) -> GapView:
    from simulator.report.experiment import write_change_of, write_range

    test = gap["field"]
    known = test["detectable"] is not None
    return GapView(
        paired=_change(metric, gap["paired"]),
        field=_change(metric, test),
        detectable=write_change_of(metric, test["detectable"]).lstrip("+") if known else "?",
        least=test["detectable"],
        power=test["power"],
        looks=tuple(
            LookView(
                people=look["people"],
                naive=_change(metric, look["naive"]).words,
                valid="?"
                if look["always_valid"]["low"] is None or look["always_valid"]["high"] is None
                else write_range(metric, look["always_valid"]["low"], look["always_valid"]["high"]),
            )
            for look in test["looks"]
        ),
    )


def _change(metric: Metric, told: Record) -> Span:
    from simulator.experiment.estimate import Estimate
    from simulator.report.experiment import write_change

    value, low, high = told["value"], told["low"], told["high"]
    if value is None or low is None or high is None:
        return Span(value=value or 0.0, low=None, high=None, words="too few people")
    words = write_change(metric, Estimate(value=value, low=low, high=high, error=0.0, p=1.0))
    return Span(value=value, low=low, high=high, p=told.get("p"), words=words.replace(" points", ""))


def _rail(rail: Record) -> RailView:
    from simulator.report.experiment import write_change_of

    metric = Metric(rail["metric"])
    return RailView(
        metric=metric.value,
        most=write_change_of(metric, rail["most"]).lstrip("+"),
        worse=_change(metric, rail["worse_by"]).words,
        verdict=rail["verdict"],
    )


def parts_of(arm: ArmView) -> Sequence[tuple[str, str, float]]:
    """How everybody answered in one world: a letter, capital for a yes, words, and the share; all shares make 1."""
    parts = [
        (manner[0].upper() if answer == "allow" else manner[0], f"{word}, {manner}", arm.share(Metric(name)))
        for answer, word in (("allow", "yes"), ("dont", "no"))
        for manner in MANNERS
        for name in [f"{answer}.{manner}"]
    ]
    return [*parts, ("-", "no answer", arm.share(Metric.DONT_IGNORED))]


def says(metric: Metric) -> str:
    """What a metric counts, of one person, in words."""
    return SAYS[metric].says
