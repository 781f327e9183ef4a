"""Facts of the screens that measure, search and count: what `test_parity` holds against their commands."""

from typing import Any

from parity_facts import Facts, Open

from simulator.api.stage import RealStage
from simulator.report.what_if import say_fragility, say_replay
from simulator.tui.dialogs.pick import Pick
from simulator.tui.rooms.bench.screen import BenchScreen
from simulator.tui.rooms.lab.screen import LabScreen
from simulator.tui.rooms.lab.words import alike
from simulator.tui.rooms.people.screen import PeopleScreen

# Bench ----------------------------------------------------------------------------------------------------------------


async def take_result(on: Open) -> None:
    screen = on.app.screen
    assert isinstance(screen, BenchScreen)
    screen._read(str(on.folder / "told.json"), before=False)


async def take_two(on: Open) -> None:
    screen = on.app.screen
    assert isinstance(screen, BenchScreen)
    screen._read(str(on.folder / "slow.json"), before=True)
    await on.rest()
    screen._read(str(on.folder / "quick.json"), before=False)


def told_runs(told: Any) -> Facts:
    return [
        {
            "scenario": run["scenario"],
            "verdict": run["verdict"],
            "queries": run["queries"],
            "photos_a_second": run["photos_a_second"],
            **{f"p{each['share'] * 100:.0f}_ms": each["ms"] for each in run["percentiles"]},
        }
        for run in told["scenarios"]
    ]


def changes(on: Open) -> Facts:
    screen = on.app.screen
    assert isinstance(screen, BenchScreen)
    return [(each.name, each.standing, each.ratio) for each in screen._changes or ()]


# People ---------------------------------------------------------------------------------------------------------------


async def find_a_dog(on: Open) -> None:
    screen = on.app.screen
    assert isinstance(screen, PeopleScreen)
    screen._among = screen._among.change(query="dog and trips >= 2", first=0)
    screen._list()


def people_listed(on: Open) -> Facts:
    screen = on.app.screen
    assert isinstance(screen, PeopleScreen)
    return screen._listed


def told_person(told: Any) -> Facts:
    return {
        "name": told["name"],
        "row": f"{told['seed']}:{told['id']}",
        "town": told["town"],
        **{f"photos of {theme.replace('_', ' ')}": number for theme, number in told["themes"].items()},
    }


def person_shown(on: Open) -> Facts:
    shown = {row["fact"]: row["value"] for row in on.rows}
    return {name: value for name, value in shown.items() if name in {"name", "row", "town"} or "photos of" in name}


# Lab ------------------------------------------------------------------------------------------------------------------


async def count(on: Open) -> None:
    screen = on.app.screen
    assert isinstance(screen, LabScreen)
    screen.action_count()
    while screen._meter is not None:
        screen._listen()
        await on.rest()


async def count_and_ask_on(on: Open) -> None:
    screen = on.app.screen
    screen.action_replays()  # type: ignore[attr-defined]
    screen.action_fragility()  # type: ignore[attr-defined]
    await count(on)


async def offer_earlier(on: Open) -> None:
    on.app.stage.trials = RealStage(None).trials  # type: ignore[method-assign]
    on.app.stage.read_trial = RealStage(None).read_trial  # type: ignore[method-assign]
    on.app.screen.action_recall()  # type: ignore[attr-defined]


async def open_earlier(on: Open) -> None:
    await offer_earlier(on)
    await on.rest()
    on.app.screen.dismiss("1")


def earlier_offered(on: Open) -> Facts:
    assert isinstance(on.app.screen, Pick)
    return list(on.app.screen._choices)


def asked_on(on: Open) -> Facts:
    """What is said of repetitions, arm by arm, then of what the conclusions stand on."""
    screen = on.app.screen
    assert isinstance(screen, LabScreen)
    assert screen._results is not None
    told = [said for each in screen._results.replay for said in say_replay(each)]
    return " ".join([*told, *(say_fragility(each) for each in screen._results.fragility)])


def told_metrics(told: Any) -> Facts:
    gaps = {contrast["arm"]: contrast["metrics"] for contrast in told["contrasts"]}
    return [told_metric(arm, metric, gaps.get(arm["id"])) for arm in told["arms"] for metric in told["metrics"]]


def told_metric(arm: Any, metric: str, gaps: Any) -> Facts:
    mean = arm["metrics"][metric]
    paired, field = ({}, {}) if gaps is None else (gaps[metric]["paired"], gaps[metric]["field"])
    ends = ("value", "low", "high")
    return (
        *(arm["id"], metric, *(mean[end] for end in ends)),
        *(paired.get(end) for end in ends),
        *(field.get(name) for name in (*ends, "p", "detectable", "power")),
    )


def flipped(on: Open) -> Facts:
    screen = on.app.screen
    assert isinstance(screen, LabScreen)
    assert screen._results is not None
    return [
        (each.arm, each.flipped.people, alike(each), [one.person for one in each.flipped.named])
        for each in screen._results.contrasts
    ]


def told_flipped(told: Any) -> Facts:
    return [
        (
            each["arm"],
            each["flipped"]["people"],
            sum(flow["people"] for flow in each["flows"] if flow["from"] == flow["to"]),
            [one["person"] for one in each["flipped"]["first"]],
        )
        for each in told["contrasts"]
    ]
