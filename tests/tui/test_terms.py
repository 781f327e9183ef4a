from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import golden
import pytest
from lent import opened, rested, seen, shown, text_of
from textual.pilot import Pilot
from textual.widgets import OptionList
from told_stories import tell

from simulator.api.ports import Thumb
from simulator.catalog.load import load_terms
from simulator.domain.categories import DataCategory
from simulator.domain.errors import RollcallError
from simulator.domain.events import Event
from simulator.journey.scenario import Amendment
from simulator.retention.meaning import Fared, Lot, Meaning
from simulator.terms.clause import Terms
from simulator.tui.app import RollcallApp
from simulator.tui.playing.playback import Playback
from simulator.tui.playing.show import Show
from simulator.tui.rooms.terms.detail import PairDetail
from simulator.tui.rooms.terms.pairs import ClausePairs
from simulator.tui.rooms.terms.screen import TermsScreen


def on(app: RollcallApp) -> TermsScreen:
    assert isinstance(app.screen, TermsScreen)
    return app.screen


async def read(app: RollcallApp, pilot: Pilot[Any]) -> str:
    await rested(app, pilot)
    return await seen(app, pilot)


@pytest.mark.parametrize("size", [(80, 24), (110, 30), (160, 45)])
async def test_two_sets_look_like_this(size: tuple[int, int]) -> None:
    async with shown("terms", size=size, day=30) as (app, pilot, _):
        screen = on(app)
        golden.check(f"terms-{size[0]}x{size[1]}", await seen(app, pilot))
        screen.action_next()
        screen.action_next()
        golden.check(f"terms-third-{size[0]}x{size[1]}", await seen(app, pilot))
        for view in ("uses", "afterwards", "today"):
            screen.action_view()
            golden.check(f"terms-{view}-{size[0]}x{size[1]}", await seen(app, pilot))


async def test_without_a_story_the_sets_can_be_read_all_the_same() -> None:
    async with opened(size=(110, 30), room="terms") as (app, pilot):
        await read(app, pilot)
        screen = on(app)
        text = await seen(app, pilot)
        assert "photos.upload" in text
        assert "No story is on." in text
        screen.action_play()
        screen.action_day(1)
        await pilot.press("r", "left", "escape")


async def test_a_set_is_picked_by_key_swapped_and_narrowed_to_what_differs() -> None:
    async with shown("terms", size=(110, 30), day=60) as (app, pilot, _show):
        screen = on(app)
        await pilot.press("b")
        picker = app.screen.query_one(OptionList)
        picker.highlighted = picker.get_option_index("meta-2025-10-launch")
        await pilot.press("enter")
        assert "b Meta, camera-roll launch of October 2025" in await read(app, pilot)
        pairs = screen.query_one(ClausePairs)
        everything = pairs.count
        screen.action_differences()
        assert pairs.count < everything
        assert all(pair.differs for pair in pairs.pairs)
        screen.action_swap()
        assert "a Meta, camera-roll launch of October 2025" in await read(app, pilot)
        assert screen.query_one(ClausePairs).pairs[0].after is not None


async def test_words_that_differ_are_underlined_on_both_sides() -> None:
    async with shown("terms", size=(110, 30), day=60) as (app, pilot, _show):
        screen = on(app)
        screen._put({"a": "meta-2025-06-test", "b": "meta-2026-05-us"})
        await read(app, pilot)
        pairs = screen.query_one(ClausePairs)
        lines = [pairs.render_line(line) for line in range(4)]
        lit = "".join(segment.text for line in lines for segment in line if segment.style and segment.style.underline)
        assert "chosen by time, place" in lit
        assert "recent" in lit
        assert "copied" not in lit


async def test_sets_of_the_users_own_are_shown_however_they_are_spaced_and_let_go_with_their_story() -> None:
    async with shown("terms", size=(110, 30), day=60) as (app, pilot, show):
        screen = on(app)
        terms = show.scenario.terms
        clause = replace(terms.clauses[0], says="kept\tfor \u00a0 as long\n as\t\tit takes")
        own = replace(terms, id="mine", clauses=(clause, *terms.clauses[1:]))
        app.show = Show(scenario=replace(show.scenario, terms=own), playback=show.playback)
        screen.refresh_show()
        assert "kept for as long as it takes" in " ".join((await read(app, pilot)).split())
        screen.action_swap()
        assert screen._chosen["b"] == "mine"
        app.show = Show(scenario=show.scenario, playback=show.playback)
        screen.refresh_show()
        assert "a Meta, camera-roll test of June 2025" in await read(app, pilot)
        assert not app._notifications


async def test_the_left_side_is_the_set_in_force_where_the_playhead_stands() -> None:
    async with shown("terms", size=(110, 30), day=60) as (app, pilot, show):
        assert "held about Candace, after the withdrawal of day 38" in await seen(app, pilot)
        amendment = Amendment(day=50, terms=load_terms("gdpr-strict"))
        app.show = Show(scenario=replace(show.scenario, amendments=(amendment,)), playback=show.playback)
        for day, left, right in (
            (49, "a Meta, camera-roll test of June 2025", "b GDPR, read strictly"),
            (50, "a GDPR, read strictly", "b Meta, camera-roll test of June 2025"),
        ):
            app.show.seek_day(day)
            on(app).refresh_show()
            heads = (await read(app, pilot)).splitlines()[1]
            assert left in heads
            assert right in heads


async def test_a_set_that_cannot_be_read_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    async with shown("terms", size=(110, 30), day=60) as (app, pilot, _):
        screen = on(app)

        def refuse(name: str) -> Terms:
            raise RollcallError(f"{name} is gone")

        monkeypatch.setattr(app.stage, "terms", refuse)
        screen._put({"a": "meta-2025-06-test", "b": "ftc-everalbum"})
        for _ in range(3):
            await read(app, pilot)
            screen.refresh_show()
        assert [told.message for told in app._notifications] == ["ftc-everalbum is gone"]


async def test_what_is_picked_again_after_something_else_is_read_again() -> None:
    async with shown("terms", size=(110, 30), day=60) as (app, pilot, _):
        screen = on(app)
        await read(app, pilot)
        screen.action_swap()
        screen.action_swap()
        await read(app, pilot)
        screen.action_swap()
        assert "b Meta, camera-roll test of June 2025" in await read(app, pilot)


async def test_the_detail_is_of_the_pair_under_the_cursor_after_the_list_has_changed() -> None:
    async with shown("terms", size=(160, 45), day=60) as (app, pilot, _):
        screen = on(app)
        screen.action_differences()
        await read(app, pilot)
        picked = screen.query_one(ClausePairs).picked
        assert picked is not None
        clause = picked.before or picked.after
        assert clause is not None
        detail = screen.query_one(PairDetail).region
        beside = "".join(line[detail.x : detail.right] for line in text_of(app).splitlines()[detail.y : detail.bottom])
        assert clause.id in beside


async def test_the_detail_gives_source_and_quotation_and_can_be_scrolled_by_key() -> None:
    async with shown("terms", size=(110, 30), day=60) as (app, pilot, _):
        screen = on(app)
        pairs = screen.query_one(ClausePairs)
        pairs.point(next(i for i, pair in enumerate(pairs.pairs) if pair.before and pair.before.id == "photos.removal"))
        picked = pairs.picked
        assert picked is not None
        assert picked.before is not None
        text = " ".join((await seen(app, pilot)).split())
        assert picked.before.source.quoted.split()[0] in text
        assert "Decides about 77 of the things held today." in text
        await pilot.press("enter")
        assert screen.focused is screen.query_one(PairDetail)


async def test_the_story_is_played_under_both_sets_once_and_a_failure_or_another_story_leaves_nothing_behind(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> Iterator[Event]:
        yield from show.playback.events[:1]
        raise RollcallError("the disk is full")

    async with shown("terms", size=(110, 30), day=60) as (app, pilot, show):
        screen = on(app)
        told = app._notifications
        with monkeypatch.context() as patched:
            patched.setattr(app.stage, "play", fail)
            screen._put({"a": "gdpr-strict", "b": "meta-2025-06-test"})
            await read(app, pilot)
            screen.action_play()
            assert screen._playing == "Playing under gdpr-strict: day 0. Escape stops it."
            assert "Playing under" not in await read(app, pilot)
            assert [each.message for each in told] == ["the disk is full"]
        screen.action_play()
        assert screen.check_action("play", ()) is False
        assert app.works == "a story is being played under other terms"
        assert (await read(app, pilot)).count("Played:") == 2
        assert app.works == ""
        screen.action_play()
        await pilot.pause()
        assert [each.message for each in told][1:] == [
            "Both sets are played already: what came of it stands at the foot."
        ]
        screen.post_message(TermsScreen.Progress(show, "gdpr-strict", 3))
        screen.post_message(TermsScreen.Progress(Show(scenario=show.scenario), "other", 3, Playback()))
        assert "Playing under" not in await seen(app, pilot)
        assert set(screen._played) == {"gdpr-strict", "meta-2025-06-test"}
        one = Fared(category=DataCategory.ORIGINAL, lot=Lot.NOT_SAID, clause=None)
        assert screen._today(show, Meaning(things={})).startswith("Day 60: nothing is held about ")
        assert screen._today(show, Meaning(things={one: 1})).startswith("Day 60: the 1 thing held about ")


def test_word_of_progress_gives_way_to_newer_word_but_the_whole_of_what_was_played_never_does() -> None:
    show = Show(scenario=tell("accidental-allow")[0])
    half = TermsScreen.Progress(show, "gdpr-strict", 3)
    whole = TermsScreen.Progress(show, "gdpr-strict", 90, Playback())
    assert half.can_replace(whole)
    assert not whole.can_replace(half)


async def test_every_row_is_in_the_export() -> None:
    async with shown("terms", size=(110, 30), day=60) as (app, _pilot, _show):
        screen = on(app)
        table = screen.table()
        assert table is not None
        assert len(table.rows) == screen.query_one(ClausePairs).count
        assert all(len(row) == len(table.columns) for row in table.rows)


async def test_a_story_that_was_answered_by_hand_is_not_offered_to_be_played_and_it_is_said_why() -> None:
    async with shown("terms", size=(80, 24), day=60) as (app, pilot, show):
        assert screen_offers(app, "play")
        show.thumb = Thumb.KEYBOARD
        app.on_show_moved()
        text = await seen(app, pilot)
        assert not screen_offers(app, "play")
        assert "r plays the story" not in text
        assert "Answered by hand: fork it with 2, f." in text


def screen_offers(app: RollcallApp, action: str) -> bool:
    return any(bound.binding.action == action for bound in app.screen.active_bindings.values())
