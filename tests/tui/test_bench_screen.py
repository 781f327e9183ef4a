import json
from collections.abc import Generator
from pathlib import Path
from typing import Any

import measurements
import pytest
from click.testing import CliRunner
from golden import check
from lent import LentMeasuring, LentStage, opened, pictured, text_of
from PIL import Image
from textual.pilot import Pilot
from textual.widgets import Input

from simulator.api.ports import Record
from simulator.cli.bench.command import command as bench
from simulator.domain.errors import RollcallError
from simulator.tui.app import RollcallApp
from simulator.tui.meter import Meter
from simulator.tui.rooms.bench.order import SIZES, OrderBar
from simulator.tui.rooms.bench.own_inputs import OwnInputsScreen
from simulator.tui.rooms.bench.screen import BenchScreen
from simulator.tui.rooms.bench.verdict import _gather
from simulator.tui.rooms.bench.view import BenchRun, Own, read_view
from simulator.tui.rooms.lab.screen import LabScreen
from simulator.vision.load.samples import Size
from simulator.vision.load.scenarios import ArrivalPattern


async def enter(app: RollcallApp, pilot: Pilot[Any]) -> BenchScreen:
    app.action_go("bench")
    await pictured(app, pilot)
    assert isinstance(app.screen, BenchScreen)
    return app.screen


async def heard(app: RollcallApp, pilot: Pilot[Any], screen: BenchScreen) -> None:
    """Wait until everything that was told has been taken in, and kept."""
    while (meter := screen._meter) is not None and (meter._told or not getattr(meter._measuring, "waits", False)):
        screen._listen()
        await pilot.pause(0.01)
    await app.workers.wait_for_complete()
    await pilot.pause()


def stage_of(app: RollcallApp) -> LentStage:
    assert isinstance(app.stage, LentStage)
    return app.stage


class Breaks:
    """Satisfies `simulator.api.ports.Measuring`."""

    def records(self) -> Generator[Record]:
        yield {"kind": "begin", "part": "warm-up"}
        raise RollcallError("the camera fell down")

    def stop(self) -> None:
        pass


@pytest.mark.parametrize("size", [(80, 24), (110, 30), (160, 45)])
async def test_bench_looks_as_it_should_with_a_result_and_one_before(size: tuple[int, int]) -> None:
    async with opened(size=size) as (app, pilot):
        before = measurements.result(slower=1.2)
        before["card"] = measurements.CARD | {"date": "2026-11-25T10:00:00+00:00", "seed": 8}
        stage_of(app).keep_result(before)
        stage_of(app).keep_result(measurements.result())
        await enter(app, pilot)
        check(f"bench-{size[0]}x{size[1]}", text_of(app))


async def test_nothing_measured_yet_says_what_to_press() -> None:
    async with opened(size=(80, 24)) as (app, pilot):
        screen = await enter(app, pilot)
        assert "Press space to measure" in text_of(app)
        assert screen.table() is None
        for panel in ("stages", "ratios", "card", "changes", "histogram"):
            screen.action_view()
            await pilot.pause()
            assert screen.query_one(f"#{panel}").display, panel


async def test_what_is_chosen_by_keys_is_what_is_measured_and_kept() -> None:
    async with opened(size=(110, 30)) as (app, pilot):
        screen = await enter(app, pilot)
        stage = stage_of(app)
        stage.told = tuple(measurements.told((ArrivalPattern.SINGLE_STREAM,)))
        await pilot.press("s", "n", "z", "b")
        app.action_go("lab")
        await pilot.pause()
        lab = app.screen
        assert isinstance(lab, LabScreen)
        lab._meter = Meter(LentMeasuring((None,)))
        app.action_go("bench")
        await pilot.pause()
        screen.action_measure()
        await pilot.pause()
        assert [told.message for told in app._notifications] == [
            "People are being counted, which would take part in what is timed; wait for its end."
        ]
        lab._meter.leave()
        lab._listen()
        screen.action_measure()
        await heard(app, pilot, screen)
        (asked,) = stage.asked
        assert (asked.scenarios, asked.queries, asked.size, asked.brief) == (("single-stream",), 130, "1mp", True)
        assert stage.results() == ["2026-11-26T073531"]
        assert "■ VALID" in text_of(app)


async def typed_own(app: RollcallApp, pilot: Pilot[Any], **own: str) -> None:
    """Open the form, type, take it, and wait until it has been looked at."""
    await pilot.press("i")
    form = app.screen
    assert isinstance(form, OwnInputsScreen)
    assert all(label in text_of(app) for label in ("Photos", "Model", "Rate"))
    for name, value in own.items():
        form.query_one(f"#own-{name}", Input).value = value
    await pilot.press("enter")
    await app.workers.wait_for_complete()
    await pilot.pause()


async def test_photos_and_a_rate_of_ones_own_are_what_is_measured(tmp_path: Path) -> None:
    Image.new("RGB", (300, 200)).save(tmp_path / "mine.jpg")
    async with opened(size=(80, 24)) as (app, pilot):
        screen = await enter(app, pilot)
        await typed_own(app, pilot, photos=str(tmp_path), rate="2.5")
        seen = text_of(app)
        assert "i Own photos, 2.5/s" in seen
        assert "as they are" in seen
        screen.action_measure()
        await heard(app, pilot, screen)
        (asked,) = stage_of(app).asked
        assert (asked.photos, asked.model, asked.rate) == (str(tmp_path), None, 2.5)


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ({"photos": "/no/such/folder"}, "/no/such/folder"),
        ({"model": "/no/such.onnx"}, "/no/such.toml"),
        ({"rate": "0"}, "rate 0: expected 0.01 to 10000 photos a second"),
    ],
)
async def test_what_cannot_be_measured_is_said_as_the_command_says_it_and_can_be_mended(
    own: dict[str, str], said: str
) -> None:
    options = [word for name, value in own.items() for word in (f"--{name}", value)]
    told = CliRunner().invoke(bench, ["--queries", "1", "--brief", *options])
    assert said in str(told.exception)
    async with opened(size=(80, 24)) as (app, pilot):
        screen = await enter(app, pilot)
        await typed_own(app, pilot, **own)
        assert [note.message for note in app._notifications] == [str(told.exception)]
        assert isinstance(app.screen, OwnInputsScreen)
        await pilot.press("escape")
        assert screen.query_one(OrderBar).own == Own()


async def test_while_it_is_measured_the_histogram_lives_and_stopping_keeps_what_was_measured() -> None:
    async with opened(size=(110, 30)) as (app, pilot):
        screen = await enter(app, pilot)
        half = measurements.scenario(ArrivalPattern.SERVER, 30, interrupted=True)
        stage_of(app).told = (
            *measurements.told_before(),
            {"kind": "begin", "part": "server"},
            {"kind": "progress", "scenario": "server", "wanted": 64, "latencies_ms": half["latencies_ms"][:20]},
            None,
            half,
            {"kind": "interrupted", "during": "server"},
        )
        screen.action_measure()
        await pilot.pause(0.1)
        screen._listen()
        await pilot.pause()
        seen = text_of(app)
        assert "● Measuring  server: 20 of 64 queries" in seen
        assert "Latency, server" in seen
        assert "p50" in seen
        assert "44 more" in seen
        screen.action_measure()
        await pilot.pause(0.1)
        await heard(app, pilot, screen)
        seen = text_of(app)
        assert "✕ INVALID  because interrupted, during server; let it run to its end" in seen
        kept = stage_of(app).read_result("2026-11-26T073531")
        assert kept["scenarios"][0]["latencies_ms"] == half["latencies_ms"]


async def test_a_measurement_that_ends_before_its_end_is_not_valid_and_says_why() -> None:
    async with opened(size=(110, 30)) as (app, pilot):
        screen = await enter(app, pilot)
        screen._meter = Meter(Breaks())
        await heard(app, pilot, screen)
        assert "✕ INVALID  because the camera fell down" in text_of(app)


async def test_whatever_else_is_done_meanwhile_takes_part_in_what_is_timed(monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(size=(160, 45)) as (app, pilot):
        screen = await enter(app, pilot)
        stage_of(app).told = (*measurements.told(), None)
        screen.action_measure()
        with monkeypatch.context() as patch:
            patch.setattr(RollcallApp, "works", "people are being counted")
            screen._listen()
        screen.action_measure()
        await heard(app, pilot, screen)
        assert "✕ INVALID  because something else went on meanwhile (people are being counted)" in text_of(app)


def test_scenarios_with_the_same_reason_are_told_together() -> None:
    few = "11 queries, 64 earn a p90; measure 64"
    told = _gather([f"single-stream: {few}", f"server: {few}", "interrupted, during server; let it run to its end"])
    assert [*told] == [f"single-stream, server: {few}", "interrupted, during server; let it run to its end"]


async def test_a_measurement_that_cannot_be_made_says_why_and_leaves_the_result_before_where_it_was() -> None:
    async with opened(size=(160, 45)) as (app, pilot):
        server = measurements.result(patterns=(ArrivalPattern.SERVER,))
        stage_of(app).keep_result(server)
        screen = await enter(app, pilot)
        screen._place("[/mine] offline.json", measurements.result(patterns=(ArrivalPattern.OFFLINE,)), before=True)
        await app.workers.wait_for_complete()

        def refuse(_: object) -> object:
            raise RollcallError("no pictures; bring some")

        stage_of(app).measure = refuse  # type: ignore[method-assign, assignment]
        screen.action_measure()
        screen.action_pick(1)
        await pilot.pause()
        assert [told.message for told in app._notifications] == ["no pictures; bring some"]
        seen = text_of(app)
        assert "Scenarios, 2026-11-26T073531" in seen
        assert "[/mine] offline.json" in seen
        assert "No scenario in common: measure both with the same one." in seen
        screen._place("half.json", {"card": {}, "scenarios": []}, before=True)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert [told.message for told in app._notifications][1:] == [
            "half.json and 2026-11-26T073531 cannot be compared: figures are missing in one; c picks another."
        ]


def test_a_rate_that_is_no_number_is_refused_in_words() -> None:
    with pytest.raises(RollcallError, match=r"^rate \.: expected a number of photos a second, such as 2\.5$"):
        OrderBar().with_own(Own(rate="."))


def with_scenario(name: str) -> str:
    result = measurements.result()
    result["scenarios"][0] |= {"scenario": name}
    return json.dumps(result)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        '{"schema_version": 1, "card": {}, "floor": {"share": 0.1}, "scenarios": []}',
        with_scenario("[bold]another"),
    ],
)
async def test_a_file_that_is_no_result_is_refused_in_one_line(text: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_text(text)
    async with opened() as (app, pilot):
        screen = await enter(app, pilot)
        screen._read(str(path), before=False)
        await app.workers.wait_for_complete()
        await pilot.pause()
        (told,) = app._notifications
        assert str(path) in told.message
        assert told.message.endswith("name a file that --out wrote")


def test_a_result_looks_the_same_from_its_records_and_from_its_file() -> None:
    bench = BenchRun()
    for record in measurements.told():
        bench.take(record)
    result = bench.close()
    assert bench.view() == read_view(json.loads(json.dumps(result)), "a file")


def test_every_percentile_that_is_shown_is_earned() -> None:
    bench = BenchRun()
    for record in measurements.told():
        bench.take(record)
        for run in bench.view().runs:
            for told in run.percentiles:
                assert (told.ms is None) == (len(run.latencies) < told.needed)


def test_the_sizes_to_choose_from_are_those_of_the_load_generator() -> None:
    assert tuple(SIZES) == tuple(Size)
    assert OrderBar().measurement.scenarios == tuple(ArrivalPattern)
