"""Styles are parsed once, and are what Textual makes of them, whatever the colours."""

from collections import Counter
from typing import Any

import pytest
from lent import opened
from textual.css import stylesheet
from textual.css.stylesheet import Stylesheet

from simulator.tui import stylesheet as ours
from simulator.tui.themes import CYCLE


async def test_every_source_is_parsed_once_whatever_rooms_are_entered(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = Counter[Any]()
    parse = stylesheet.parse

    def counting(scope: str, css: str, read_from: Any, *, tie_breaker: int, **kwargs: Any) -> Any:
        parsed[scope, css, read_from, tie_breaker] += 1
        return parse(scope, css, read_from, tie_breaker=tie_breaker, **kwargs)

    monkeypatch.setattr(ours, "_PARSED", {})
    monkeypatch.setattr(stylesheet, "parse", counting)
    async with opened() as (app, pilot):
        for room in ("people", "bench", "home"):
            app.action_go(room)
            await pilot.pause()
    assert parsed
    assert set(parsed.values()) == {1}


@pytest.mark.parametrize("room", ["home", "story", "ledger", "terms", "bench", "people", "lab"])
async def test_every_room_can_be_in_every_set_of_colours(room: str) -> None:
    async with opened(room=room) as (app, pilot):
        for theme in app.available_themes if room == "ledger" else CYCLE:
            app.theme = theme
            await pilot.pause()
            plain = Stylesheet(variables=app.get_css_variables())
            plain.source = dict(app.stylesheet.source)
            plain.parse()
            assert [*map(repr, app.stylesheet.rules)] == [*map(repr, plain.rules)], theme
            assert app.has_class(f"-theme-{theme}")
