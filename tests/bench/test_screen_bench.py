"""How smoothly the screen goes on while the analyzer works, and what moving the playhead costs: `make bench`.

Nothing here asserts a number of seconds; what was measured is in ``extra_info``.
"""

import asyncio
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import quantiles

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from told_stories import tell

from simulator.api.ports import Wish
from simulator.api.stage import RealStage
from simulator.domain.events import Event
from simulator.journey.scenario import Scenario
from simulator.tui.app import RollcallApp
from simulator.tui.playing.show import Show
from simulator.tui.rooms.story.screen import StoryScreen

TICK = 0.010  # seconds between two looks at the clock
SIZE = (160, 45)


@contextmanager
def ticking() -> Iterator[list[float]]:
    """Milliseconds by which a ticker of the same loop comes late, one for each tick."""
    late: list[float] = []

    async def tick() -> None:
        while True:
            due = time.perf_counter() + TICK
            await asyncio.sleep(TICK)
            late.append((time.perf_counter() - due) * 1000)

    task = asyncio.create_task(tick())
    try:
        yield late
    finally:
        task.cancel()


def percentiles(late: list[float]) -> dict[str, float]:
    cuts = quantiles(late, n=100)
    return {"p50_ms": round(cuts[49], 2), "p99_ms": round(cuts[98], 2), "max_ms": round(max(late), 2)}


async def watch_the_analyzer_work(db: Path, *, hurry: bool) -> dict[str, float]:
    """The default story, played with the real camera and analyzer while the screen follows it.

    Args:
        db: where it is recorded.
        hurry: step on five times a second, instead of playing at the pace at which captions can be read.
    """
    with closing(RealStage(db)) as stage:
        return await follow(RollcallApp(stage, wish=Wish(story="accidental-allow"), autoplay=not hurry), hurry=hurry)


async def follow(app: RollcallApp, *, hurry: bool) -> dict[str, float]:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        while app.performer is None:
            await pilot.pause()
        with ticking() as late:
            while app.performer.busy:
                await asyncio.sleep(0.2)
                if hurry and app.show is not None:
                    app.show.step(1)
                    app.on_show_moved()
        assert app.show is not None
        assert app.show.playback.ended
    return percentiles(late)


async def move_the_playhead() -> dict[str, float]:
    """Milliseconds of work on the loop's thread for one move at the end of the default story, painting included."""
    scenario, events = tell("accidental-allow")
    with closing(RealStage(None)) as stage:
        return await step_back(RollcallApp(stage), scenario, events)


async def step_back(app: RollcallApp, scenario: Scenario, events: Sequence[Event]) -> dict[str, float]:
    """Forty moments back, one at a time."""
    async with app.run_test(size=SIZE) as pilot:
        app.show = Show(scenario=scenario)
        app.show.playback.extend(events)
        app.show.step(len(app.show.playback.moments))
        app.action_go("story")
        await pilot.pause()
        while app.thumbnails.busy:
            await pilot.pause(0.05)
        screen = app.screen
        assert isinstance(screen, StoryScreen)
        costs = []
        for _ in range(40):
            before = time.thread_time()
            screen.action_step(-1)
            await pilot.pause()
            await pilot.pause()
            costs.append((time.thread_time() - before) * 1000)
    return percentiles(costs)


@pytest.mark.parametrize("hurry", [False, True], ids=["as it plays", "five steps a second"])
def test_the_loop_goes_on_while_the_analyzer_works(benchmark: BenchmarkFixture, tmp_path: Path, hurry: bool) -> None:  # noqa: FBT001  (a case)
    late = benchmark.pedantic(
        lambda: asyncio.run(watch_the_analyzer_work(tmp_path / "bench.db", hurry=hurry)), rounds=1
    )
    benchmark.extra_info |= {"late": late, "size": SIZE}


def test_the_cost_of_moving_the_playhead(benchmark: BenchmarkFixture) -> None:
    costs = benchmark.pedantic(lambda: asyncio.run(move_the_playhead()), rounds=1)
    benchmark.extra_info |= {"cost": costs, "size": SIZE}
