import csv
import io
import json
import unicodedata
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lent import LentStage, opened, pictured, seen, settled, shown, text_of
from textual.widgets import Digits, Input, OptionList

from simulator.api.ports import Wish
from simulator.domain.errors import ScenarioError
from simulator.tui.app import RollcallApp
from simulator.tui.dialogs.export import ExportScreen
from simulator.tui.dialogs.keys import KeysScreen
from simulator.tui.export import Format, free_path, write_table
from simulator.tui.parts.lines import Lines
from simulator.tui.parts.timeline import Timeline
from simulator.tui.pictures import render_tile
from simulator.tui.playing.tour import STOPS
from simulator.tui.session import Did, Mouse, Session, SessionRecorder
from simulator.tui.table import FactTable
from simulator.tui.themes import DARK, PROJECTOR


async def test_the_tour_stops_where_the_story_does_something_and_tells_its_numbers() -> None:
    async with opened(size=(110, 30)) as (app, pilot):
        app.begin_tour()
        await settled(app, pilot)
        days = []
        for number, stop in enumerate(STOPS, 1):
            await settled(app, pilot)
            assert app.current_mode == stop.room
            assert app.show is not None
            assert app.tour is not None
            assert not app.tour.waiting
            days.append(app.show.day)
            assert f"{number}/{len(STOPS)}" in text_of(app)
            assert stop.tell(app.show)
            app.action_tour(1)
        assert days == sorted(days)
        app.action_end_tour()
        await pilot.pause()
        assert "/7" not in text_of(app)


async def test_a_terminal_that_is_too_small_says_so_and_loses_nothing() -> None:
    async with opened(size=(100, 30), wish=Wish(story="never-noticed")) as (app, pilot):
        assert app.show is not None
        app.show.seek_day(20)
        app.on_show_moved()
        await pictured(app, pilot)
        before = text_of(app)
        await pilot.resize_terminal(20, 8)
        assert "Make this larger" in text_of(app)
        assert "Day" not in text_of(app)
        await pilot.resize_terminal(100, 30)
        await pictured(app, pilot)
        assert text_of(app) == before
        assert app.current_mode == "story"
        assert app.show.day == 20


async def test_every_key_that_does_something_can_be_searched_and_done() -> None:
    async with opened() as (app, pilot):
        await pilot.press("question_mark")
        assert isinstance(app.screen, KeysScreen)
        assert text_of(app).endswith(" ↓ To the list  ⏎ Do it  esc Leave it")
        app.screen.query_one(Input).value = "colours"
        await pilot.pause()
        assert app.screen.query_one(OptionList).option_count == 1
        before = app.theme
        await pilot.press("enter")
        await pilot.pause()
        assert app.theme != before


async def test_a_key_that_has_a_twin_is_listed_once() -> None:
    async with shown("story", day=20) as (app, pilot, _):
        await pilot.press("question_mark")
        await pilot.pause()
        listed = app.screen.query_one(OptionList)
        told = [str(listed.get_option_at_index(place).prompt) for place in range(listed.option_count)]
        assert len(told) == len(set(told))
        assert sum("Day on" in each for each in told) == 1


async def test_presenter_mode_shows_the_keys_that_are_pressed() -> None:
    async with opened() as (app, pilot):
        await pilot.press("p", "down")
        await pilot.pause()
        assert " ↓ " in text_of(app)


_BEGINS = '{"format": "rollcall-session-2", "size": [100, 30],'


async def test_a_session_is_written_down_and_does_the_same_when_it_is_replayed(tmp_path: Path) -> None:
    file = tmp_path / "session.jsonl"
    clock = iter(number / 1000 for number in range(1000))
    recorder = SessionRecorder(file, Wish(story="pop-up-declined"), (100, 30), lambda: next(clock))
    app = RollcallApp(LentStage(), render=render_tile, wish=Wish(story="pop-up-declined"), recorder=recorder)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(app, pilot)
        await pilot.press("t", "1", "down")
    session = Session(file)
    assert session.wish == Wish(story="pop-up-declined")
    again = RollcallApp(LentStage(), render=render_tile, wish=session.wish)
    async with again.run_test(size=(100, 30)) as pilot:
        await settled(again, pilot)
        await session.replay(pilot)
        assert (again.theme, again.current_mode) == (app.theme, "home")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "not a recorded session"),
        ('{"format": "other"}', "not a recorded session"),
        ("{", "line 1: not JSON"),
        (f'{_BEGINS} "wish": {{"story": "x", "moon": 1}}}}', "line 1: wish"),
        (f'{_BEGINS} "wish": {json.dumps({**asdict(Wish(story="x")), "story": 7})}}}', "line 1: wish"),
        (f'{_BEGINS} "wish": {json.dumps({**asdict(Wish(story="x")), "seed": "7"})}}}', "line 1: wish"),
        (f'{_BEGINS} "wish": [7]}}', "line 1: wish"),
        (f'{_BEGINS} "wish": {json.dumps({**asdict(Wish(story="x")), "thumb": []})}}}', "line 1: wish"),
        (f'{_BEGINS} "wish": {json.dumps({**asdict(Wish(story="x")), "seed": -1})}}}', "line 1: wish"),
        (f'{_BEGINS} "wish": {json.dumps({**asdict(Wish(story="x")), "person": True})}}}', "line 1: wish"),
        ('{"format": "rollcall-session-2", "wish": null}', "line 1: size"),
        (f'{_BEGINS} "wish": null}}\n{{"at": "soon"}}', "line 2: at: expected a number, found 'soon'"),
        (f'{_BEGINS} "wish": null}}\n{{"at": 1}}', "line 2: expected one of key, mouse and size"),
        (f'{_BEGINS} "wish": null}}\n{{"at": 1, "key": "t", "size": [80, 24]}}', "line 2: expected one of"),
        (f'{_BEGINS} "wish": null}}\n{{"at": 1, "mouse": ["dance", 1, 1, 1]}}', "line 2: mouse.*expected one of down"),
        (f'{_BEGINS} "wish": null}}\n[]', "line 2: expected a table, found a list"),
    ],
)
def test_a_file_that_is_no_session_is_one_line(tmp_path: Path, content: str, told: str) -> None:
    file = tmp_path / "session.jsonl"
    file.write_text(content)
    with pytest.raises(ScenarioError, match=told):
        Session(file)


@given(st.lists(st.tuples(st.text(), st.integers(), st.none() | st.floats(allow_nan=False)), max_size=5))
def test_what_is_exported_can_be_read_back(rows: list[tuple[str, int, float | None]]) -> None:
    table = FactTable(title="things", columns=("name", "number", "share"), rows=rows)
    read = json.loads(write_table(table, Format.JSON))["rows"]
    assert [(row["number"], row["share"]) for row in read] == [row[1:] for row in rows]
    for form in Format:
        assert {each for each in write_table(table, form) if unicodedata.category(each) == "Cc"} <= {"\n"}
    assert len(write_table(table, Format.TEXT).splitlines()) == len(rows) + 3
    noted = replace(table, notes=["of people who do not exist"])
    assert json.loads(write_table(noted, Format.JSON))["notes"] == noted.notes
    assert write_table(noted, Format.TEXT).splitlines()[1] == noted.notes[0]
    assert write_table(noted, Format.CSV) == write_table(table, Format.CSV)
    assert len(list(csv.reader(io.StringIO(write_table(table, Format.CSV))))) == len(rows) + 1


def test_a_spreadsheet_shows_what_was_exported_and_reckons_nothing() -> None:
    rows = [("=1+1", "-3.5"), ("@sum", "-"), ("+x", "+2")]
    table = FactTable(title="t", columns=("=name", "\x1b[2Jvalue"), rows=rows)
    lines = write_table(table, Format.CSV).splitlines()
    assert lines == ["'=name,?[2Jvalue", "'=1+1,-3.5", "'@sum,'-", "'+x,+2"]


@pytest.mark.parametrize("form", Format)
def test_no_control_character_is_exported_from_title_or_heads(form: Format) -> None:
    table = FactTable(title="a\x1b]0;b", columns=("c\x9bd",), rows=[("e\x07f",)])
    assert not {"\x1b", "\x9b", "\x07"} & set(write_table(table, form))


async def test_an_export_says_where_it_is_kept_and_takes_no_other_files_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DOWNLOAD_DIR", str(tmp_path / "new"))
    async with opened() as (app, pilot):
        for wanted in (1, 2):
            await pilot.press("e")
            assert text_of(app).endswith(" ⏎ Keep it  esc Leave it")
            await pilot.press("enter")
            while len(app._notifications) < wanted:
                await pilot.pause(0.01)
        assert sorted(path.name for path in (tmp_path / "new").iterdir()) == [
            "rollcall-home-2.csv",
            "rollcall-home.csv",
        ]
        assert [f"is kept as {tmp_path}/new/rollcall-home" in note.message for note in app._notifications] == [
            True,
            True,
        ]


async def test_a_worker_that_fails_ends_nothing_and_is_told() -> None:
    async with opened(room="terms") as (app, pilot):

        def fail() -> None:
            raise ZeroDivisionError("a slip of ours")

        for node in (app, app.screen):
            node.run_worker(fail, thread=True, exit_on_error=False)
        while len(app._notifications) < 2:
            await pilot.pause(0.01)
        said = "a fault of Rollcall's own, please report it: ZeroDivisionError: a slip of ours"
        assert [note.message for note in app._notifications] == [said, said]


async def test_an_export_that_cannot_be_kept_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_DOWNLOAD_DIR", str(tmp_path / "file"))
    async with opened() as (app, pilot):
        await pilot.press("e", "enter")
        while not app._notifications:
            await pilot.pause(0.01)
        (note,) = app._notifications
        assert note.severity == "error"
        assert "could not be kept" in note.message


def test_exports_of_different_people_are_named_apart(tmp_path: Path) -> None:
    names = {free_path(tmp_path, f"Ann, {row}, a student", Format.CSV).name for row in ("7:31", "73:1")}
    assert names == {"rollcall-ann-7-31-a-student.csv", "rollcall-ann-73-1-a-student.csv"}


def test_one_row_is_a_row() -> None:
    assert ExportScreen("things", 1)._title == "things: 1 row"


async def test_the_wheel_and_a_drag_along_the_line_are_played_back_too(tmp_path: Path) -> None:
    file = tmp_path / "session.jsonl"
    clock = iter(number / 1000 for number in range(1000))
    recorder = SessionRecorder(file, None, (100, 30), lambda: next(clock))
    app = RollcallApp(LentStage(), render=render_tile, wish=Wish(story="pop-up-declined"), recorder=recorder)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(app, pilot)
        line = app.screen.query_one(Timeline).region
        for did, x, button in (("down", 20, 1), ("move", 40, 1), ("up", 40, 1), ("scroll_down", 40, 0), ("move", 9, 0)):
            app.post_message(Mouse(did=Did(did), x=x, y=line.y, button=button).event())
            await pilot.pause()
        assert app.show is not None
        day = app.show.day
        assert day > 0
    session = Session(file)
    again = RollcallApp(LentStage(), render=render_tile, wish=Wish(story="pop-up-declined"))
    async with again.run_test(size=(100, 30)) as pilot:
        await settled(again, pilot)
        await session.replay(pilot)
        assert again.show is not None
        assert again.show.day == day
    assert '"move", 9' not in file.read_text()


def test_a_session_is_not_played_back_where_it_does_not_fit(tmp_path: Path) -> None:
    file = tmp_path / "session.jsonl"
    recorder = SessionRecorder(file, None, (100, 30), lambda: 0.0)
    recorder.note_size(120, 28)
    recorder.close()
    session = Session(file)
    session.check_size(120, 30)
    with pytest.raises(ScenarioError, match="recorded in 120 columns and 30 rows, here are 110 and 30"):
        session.check_size(110, 30)


async def test_on_a_projector_figures_are_large_and_marks_are_solid_even_in_the_smallest_terminal() -> None:
    async with shown("ledger", size=(80, 24), day=69) as (app, pilot, _):
        before = await seen(app, pilot)
        assert not [digits for digits in app.screen.query(Digits) if digits.display]
        app.theme = PROJECTOR.name
        await seen(app, pilot)
        things = app.screen.query_one("#things", Lines)
        assert [digits.size.height for digits in app.screen.query(Digits) if digits.display] == [3, 3, 3, 3]
        assert all(things.get_component_rich_style(f"lines--{fate}").reverse for fate in ("gone", "kept", "silent"))
        app.theme = DARK.name
        assert await seen(app, pilot) == before
        assert not things.get_component_rich_style("lines--gone").reverse
