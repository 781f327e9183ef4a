"""The bottom row: the keys that do something here."""

from pathlib import Path
from typing import Any, ClassVar

from lent import opened
from short import write_short
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.geometry import Offset

from simulator.api.ports import Wish
from simulator.tui.parts.key_line import KeyLine

_TURN = Binding.Group("Turn", compact=True)


class ManyKeys(App[None]):
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[Any]] = [
        Binding("o", "count('open')", "Open"),
        Binding("left", "count('left')", "Turn back", group=_TURN, key_display="←"),
        Binding("right", "count('right')", "Turn on", group=_TURN, key_display="→"),
        Binding("s,f5", "count('save')", "Save"),
        Binding("h", "count('hidden')", "Hidden", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.saves = True

    def compose(self) -> ComposeResult:
        yield KeyLine()

    def action_keys(self) -> None:
        self.done.append("keys")

    def action_count(self, what: str) -> None:
        self.done.append(what)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return None if (action, parameters) == ("count", ("save",)) and not self.saves else True

    def written(self) -> str:
        return self.query_one(KeyLine).render_line(0).text.rstrip()


async def test_each_key_is_written_with_its_word_and_a_group_with_one() -> None:
    app = ManyKeys()
    async with app.run_test(size=(40, 2)) as pilot:
        await pilot.pause()
        assert app.written() == " o Open  ←→ Turn  s Save"


async def test_where_not_all_fit_the_row_says_where_the_rest_is() -> None:
    app = ManyKeys()
    async with app.run_test(size=(23, 2)) as pilot:
        await pilot.pause()
        assert app.written() == " o Open ←→ Turn s Save"
        await pilot.resize_terminal(20, 2)
        await pilot.pause()
        assert app.written() == " o Open ←→ Turn … ?"
        await pilot.click(KeyLine, offset=Offset(17, 0))
        assert app.done == ["keys"]


async def test_a_click_does_what_the_key_under_it_does() -> None:
    app = ManyKeys()
    async with app.run_test(size=(40, 2)) as pilot:
        await pilot.pause()
        row = app.written()
        for what in ("Open", "→", "Save", "Turn"):
            await pilot.click(KeyLine, offset=Offset(row.index(what), 0))
        # A word for several keys stands for none of them.
        assert app.done == ["open", "right", "save"]


async def test_a_key_that_does_nothing_now_is_dimmed_and_comes_back() -> None:
    app = ManyKeys()
    async with app.run_test(size=(40, 2)) as pilot:
        await pilot.pause()
        line = app.query_one(KeyLine)
        assert [key.enabled for entry in line.entries for key in entry.keys] == [True, True, True, True]
        app.saves = False
        app.refresh_bindings()
        await pilot.pause()
        assert [key.enabled for entry in line.entries for key in entry.keys] == [True, True, True, False]


async def test_another_part_of_the_screen_has_other_keys(tmp_path: Path) -> None:
    async with opened(size=(80, 24), wish=Wish(story=write_short(tmp_path))) as (app, pilot):
        app.screen.query_one("#cloud").focus()
        await pilot.pause()
        words = {entry.words for entry in app.screen.query_one(KeyLine).entries}
        app.screen.query_one("#phone").focus()
        await pilot.pause()
        assert {entry.words for entry in app.screen.query_one(KeyLine).entries} - words == {"Up/down", "Tap", "Menu"}
