from pathlib import Path
from typing import Any

import pytest
from golden import check
from lent import opened, settled, text_of
from short import write_short
from textual.pilot import Pilot
from textual.widgets import Input

from simulator.api.ports import Wish
from simulator.tui.app import RollcallApp
from simulator.tui.rooms.people.listed import PeopleList
from simulator.tui.rooms.people.screen import PeopleScreen


async def enter(app: RollcallApp, pilot: Pilot[Any]) -> PeopleScreen:
    await at_rest(app, pilot)
    assert isinstance(app.screen, PeopleScreen)
    return app.screen


async def at_rest(app: RollcallApp, pilot: Pilot[Any]) -> None:
    """Wait until everybody is listed and drawn."""
    for _ in range(1000):
        await pilot.pause(0.02)
        if all(worker.is_finished for worker in app.workers) and not app.thumbnails.busy:
            break
    await pilot.pause()


async def ask(app: RollcallApp, pilot: Pilot[Any], screen: PeopleScreen, text: str) -> None:
    asked = screen.query_one("#asked", Input)
    asked.value = text
    await asked.action_submit()
    await pilot.pause()
    await at_rest(app, pilot)


@pytest.mark.parametrize("size", [(80, 24), (110, 30), (160, 45)])
async def test_people_look_as_they_should(size: tuple[int, int]) -> None:
    async with opened(room="people", size=size) as (app, pilot):
        await enter(app, pilot)
        check(f"people-{size[0]}x{size[1]}", text_of(app))


async def test_somebody_who_is_found_plays_the_story() -> None:
    async with opened(room="people", size=(80, 24)) as (app, pilot):
        screen = await enter(app, pilot)
        await pilot.press("f")
        await ask(app, pilot, screen, "dog and not partner and photos.clinic >= 2")
        assert "found among the" in text_of(app)
        first = screen._listed[0]
        assert screen._shown is not None
        assert screen._shown.record["id"] == first
        assert screen._shown.record["household"]["partner"] == 0
        assert screen._shown.record["themes"]["clinic"] >= 2
        await pilot.press("enter")
        await settled(app, pilot)
        assert app.show is not None
        assert (app.show.scenario.story.id, app.show.scenario.story.person) == ("accidental-allow", first)
        assert app.current_mode == "story"


async def test_one_can_go_to_a_row_page_on_and_come_back() -> None:
    async with opened(room="people", size=(110, 30)) as (app, pilot):
        screen = await enter(app, pilot)
        await pilot.press("g")
        await ask(app, pilot, screen, "11:483112")
        assert screen._listed[:2] == [483112, 483113]
        assert screen._shown is not None
        assert (screen._shown.record["seed"], screen._shown.record["id"]) == (11, 483112)
        screen.action_page(1)
        await at_rest(app, pilot)
        assert screen._listed[0] == 483112 + 30
        screen.action_page(-1)
        await at_rest(app, pilot)
        assert screen._listed[0] == 483112


async def test_a_question_that_cannot_be_understood_is_refused_and_can_be_left() -> None:
    async with opened(room="people", size=(80, 24)) as (app, pilot):
        screen = await enter(app, pilot)
        before = list(screen._listed)
        await pilot.press("f")
        await ask(app, pilot, screen, "childs >= 1")
        assert [told.message for told in app._notifications] == [
            "'childs' is no fact of a person; did you mean children?"
        ]
        await pilot.press("escape")
        assert isinstance(app.focused, PeopleList)
        assert screen._listed == before


async def test_a_row_with_more_digits_than_python_reads_is_refused_in_one_line() -> None:
    async with opened(room="people", size=(80, 24)) as (app, pilot):
        screen = await enter(app, pilot)
        await pilot.press("g")
        await ask(app, pilot, screen, "7" * 5000)
        (told,) = app._notifications
        assert told.message.endswith("expected numbers below 2**63")
        assert len(told.message) < 100


async def test_nobody_is_an_answer_too_and_escape_lists_everybody_again() -> None:
    async with opened(room="people", size=(80, 24)) as (app, pilot):
        screen = await enter(app, pilot)
        screen.action_find()
        await ask(app, pilot, screen, "children > 90")
        assert "0 found among the 100,000 searched" in text_of(app)
        assert screen._listed == []
        assert screen.table() is None, "nobody is shown who was not found"
        assert not screen.query_one("#person").display
        screen.action_page(1)
        await pilot.press("enter")
        assert app.current_mode == "people"
        screen._pages.append(60)
        screen.action_clear()
        assert screen._pages == [], "pages of those who were looked for lead nowhere among everybody"
        screen.action_page(1)
        await at_rest(app, pilot)
        assert [told.message for told in app._notifications] == [
            "Nobody more is found; escape shows everybody again.",
            "Still looking for people.",
        ]
        assert screen._listed[0] == 0


async def test_another_life_and_another_story_list_other_people() -> None:
    async with opened(room="people", size=(110, 30)) as (app, pilot):
        screen = await enter(app, pilot)
        screen.action_life()
        await at_rest(app, pilot)
        screen.action_life()
        await at_rest(app, pilot)
        assert screen._shown is not None
        assert screen._shown.record["life"] == "retired"
        screen.action_story()
        await at_rest(app, pilot)
        assert screen._shown.scenario.story.id != "accidental-allow"


async def test_the_person_of_the_story_that_is_on_comes_first_though_the_story_is_a_file(tmp_path: Path) -> None:
    async with opened(size=(80, 24), wish=Wish(story=write_short(tmp_path, seed=8))) as (app, pilot):
        app.action_go("people")
        await pilot.pause()
        screen = await enter(app, pilot)
        assert screen._listed[0] == 61
        assert screen._shown is not None
        assert (screen._shown.record["seed"], screen._shown.record["life"]) == (8, "parent-in-town")
        assert screen._shown.scenario.story.id == "accidental-allow"
