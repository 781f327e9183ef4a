from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from golden import check
from lent import opened, pictured, seen, settled, shown, text_of
from PIL import Image
from textual.pilot import Pilot
from textual.widgets import Input

from simulator.api.ports import Thumb, Wish
from simulator.consent.ask import Answer
from simulator.consent.prompt import Choice
from simulator.domain.events import ConsentWithdrawn, Manner
from simulator.tui.app import RollcallApp
from simulator.tui.parts.timeline import Timeline
from simulator.tui.playing.show import Show
from simulator.tui.playing.timeline import Mark, view_timeline
from simulator.tui.rooms.story.caption import Caption, fit_sentences
from simulator.tui.rooms.story.lightbox import LightboxScreen
from simulator.tui.rooms.story.phone.view import PhoneView
from simulator.tui.rooms.story.roll import Roll
from simulator.tui.rooms.story.screen import StoryScreen

SIZES = [(80, 24), (110, 30), (160, 45)]


@asynccontextmanager
async def watching(
    story: str = "accidental-allow", *, day: int = 0, size: tuple[int, int] = (110, 30)
) -> AsyncIterator[tuple[RollcallApp, Pilot[None]]]:
    """A story that was played before, with the playhead at the end of a day."""
    async with shown("story", story=story, day=day, size=size) as (app, pilot, _):
        yield app, pilot


def listen(app: RollcallApp) -> list[str]:
    """What the application says from now on, as it says it."""
    said: list[str] = []
    app.notify = lambda message, **_: said.append(message)  # type: ignore[method-assign]
    return said


async def lightbox(app: RollcallApp, pilot: Pilot[None]) -> LightboxScreen:
    app.screen.query_one(Roll).action_open()
    while not isinstance(app.screen, LightboxScreen):
        await pilot.pause()
    await pilot.pause()
    return app.screen


def beside_the_phone(app: RollcallApp) -> str:
    """The screen without its top row, its keys and the phone, which have tests of their own."""
    scene = app.screen.query_one("#scene").region
    left = app.screen.query_one("#panes").region.x
    lines = text_of(app).splitlines()[1:-1]
    return "\n".join(line[left:] if scene.y <= y < scene.bottom else line for y, line in enumerate(lines, start=1))


def screen(app: RollcallApp) -> StoryScreen:
    assert isinstance(app.screen, StoryScreen)
    return app.screen


def show(app: RollcallApp) -> Show:
    assert app.show is not None
    return app.show


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_story_looks_as_it_did(size: tuple[int, int]) -> None:
    async with watching(day=24, size=size) as (app, pilot):
        await pictured(app, pilot)
        check(f"story-{size[0]}x{size[1]}", beside_the_phone(app))


async def test_each_part_of_a_narrow_screen_is_one_tab_away() -> None:
    async with watching(day=70, size=(80, 24)) as (app, pilot):
        parts = (("roll", "[Camera roll]"), ("ledger", "[Ledger]"), ("phone", "[Ledger]"), ("cloud", "[Cloud]"))
        for name, shown in parts:
            screen(app).action_pane(1)
            await pictured(app, pilot)
            assert app.screen.query_one(f"#{name}").has_focus_within
            assert shown in text_of(app)
            if name in {"roll", "ledger"}:
                check(f"story-{name}-80x24", beside_the_phone(app))


async def test_tabs_that_come_faster_than_the_screen_are_all_counted() -> None:
    async with watching(size=(80, 24)) as (app, pilot):
        for _ in range(3):
            screen(app).action_pane(1)
        await pilot.pause()
        assert app.screen.query_one("#phone").has_focus_within


async def test_stepping_back_is_stepping_on_undone() -> None:
    async with watching() as (app, pilot):
        seen = []
        for _ in range(4):
            await pictured(app, pilot)
            seen.append(beside_the_phone(app))
            screen(app).action_step(1)
        for before in reversed(seen):
            screen(app).action_step(-1)
            await pictured(app, pilot)
            assert beside_the_phone(app) == before


async def test_every_key_of_the_line_goes_where_it_says() -> None:
    async with watching() as (app, pilot):
        for key, day in (("w", 38), ("d", 68), ("a", 0), ("end", 75), ("left_square_bracket", 74), ("home", 0)):
            await pilot.press(key)
            assert show(app).day == day, key
        await pilot.press("g")
        app.screen.query_one(Input).value = "51"
        await pilot.press("enter")
        assert show(app).day == 51


async def test_marks_are_gone_to_one_after_another_and_back() -> None:
    async with watching() as (app, _):
        show(app).step(-show(app).position)
        places = []
        for _ in range(6):
            places.append(show(app).at)
            screen(app).action_mark(1)
        assert places == sorted(set(places))
        for place in reversed(places[1:]):
            screen(app).action_mark(-1)
            assert show(app).at == place


async def test_a_day_that_is_not_in_the_story_is_not_gone_to() -> None:
    async with watching() as (app, pilot):
        said = listen(app)
        await pilot.press("g")
        app.screen.query_one(Input).value = "999"
        await pilot.press("enter")
        assert show(app).day == 0
        assert said == ["A whole number from 0 to 75."]
        await pilot.press("escape")
        assert isinstance(app.screen, StoryScreen)


async def test_a_key_that_can_do_nothing_says_why() -> None:
    async with watching("never-noticed") as (app, _):
        said = listen(app)

        async def why(act: str) -> str:
            said.clear()
            await app.screen.run_action(act)
            return " ".join(said)

        show(app).step(-show(app).position)
        assert await why("step(-1)") == "This is where it begins."
        assert await why("day(-1)") == "This is day 0."
        assert await why("end(0)") == "This is where it begins."
        assert await why("mark(-1)") == "Nothing is marked before this."
        assert await why("jump('w')") == "Nothing has been revoked."
        assert await why("jump('d')") == "Nothing has been revoked."
        show(app).step(1000)
        for act in ("step(1)", "day(1)", "end(1)"):
            assert await why(act) == "This is the end.", act
        assert await why("mark(1)") == "Nothing is marked after this."
        changed = [await why("speed(1)") for _ in range(10)]
        assert changed == sorted(changed)
        assert changed[-1] == "It cannot be played any faster."
        changed = [await why("speed(-1)") for _ in range(10)]
        assert changed[-1] == "It cannot be played any slower."


async def test_while_a_story_is_still_played_what_has_not_happened_may_yet() -> None:
    async with watching() as (app, _):
        said, early = listen(app), Show(scenario=show(app).scenario)
        early.playback.extend(event for event in show(app).playback.events if event.day < 0)
        app.show = early
        for act in ("jump('a')", "jump('w')", "mark(1)"):
            await app.screen.run_action(act)
        assert said == [
            "Nobody has answered yet.",
            "Nothing has been revoked yet.",
            "Nothing is marked after this yet.",
        ]


async def test_thirty_days_after_a_late_revoke_lie_beyond_the_story() -> None:
    async with watching(day=75) as (app, _):
        said, late = listen(app), Show(scenario=show(app).scenario)
        late.playback.extend(event for event in show(app).playback.events if event.day < 38)
        late.playback.extend([ConsentWithdrawn(day=60, record="consent-1", taps=4)])
        app.show = late
        await app.screen.run_action("jump('d')")
        assert said == ["That is day 90, and the story ends on day 75."]


async def test_a_phone_whose_account_is_deleted_offers_no_key_that_does_nothing() -> None:
    async with watching("account-deleted", day=40) as (app, pilot):
        phone = app.screen.query_one(PhoneView)
        phone.focus()
        await pilot.pause()
        assert not [key for key, bound in app.screen.active_bindings.items() if bound.node is phone]


async def test_the_line_takes_one_to_where_it_is_clicked() -> None:
    async with watching() as (app, pilot):
        line = app.screen.query_one(Timeline)
        await pilot.click(line, offset=(line.size.width, 1))
        assert show(app).day == 75
        await pilot.click(line, offset=(6, 1))
        assert show(app).day == 0


async def test_a_story_plays_by_itself_moment_after_moment_until_its_end() -> None:
    async with watching("pop-up-declined") as (app, _):
        story = screen(app)
        show(app).step(-show(app).position)
        story.action_play()
        assert "playing" in story.tell_pace(show(app))
        days = []
        while not show(app).at_end:
            days.append(show(app).day)
            story.beat()
        story.refresh_show()
        assert days == sorted(days)
        assert story.tell_pace(show(app)) == "■ the end"
        story.action_play()
        assert show(app).position == 0


async def test_moving_by_hand_pauses() -> None:
    async with watching() as (app, _):
        screen(app).action_play()
        screen(app).action_step(1)
        assert "paused" in screen(app).tell_pace(show(app))


async def test_playing_waits_where_a_prompt_waits_and_goes_on_after_the_answer() -> None:
    async with opened(size=(110, 30)) as (app, pilot):
        app.put_on(Wish(story="pop-up-declined", thumb=Thumb.KEYBOARD))
        await settled(app, pilot)
        story = screen(app)
        story.action_play()
        while not show(app).at_end:
            story.beat()
        story.refresh_show()
        await pilot.pause()
        assert story.tell_pace(show(app)) == "? waits for your answer"
        assert app.screen.query_one("#phone").has_focus_within
        said = listen(app)
        await pilot.press("space")
        assert said == ["It waits for your answer on the phone."]
        assert story.tell_pace(show(app)) == "? waits for your answer"
        assert app.performer is not None
        assert app.performer.respondent is not None
        app.performer.respondent.give(Answer(choice=Choice.REFUSE, manner=Manner.INFORMED))
        await settled(app, pilot)
        assert "playing" in story.tell_pace(show(app))


@pytest.mark.parametrize("taps", [1, 2])
async def test_playing_goes_on_after_an_answer_that_was_given_on_the_phone(taps: int) -> None:
    async with opened(size=(110, 30)) as (app, pilot):
        app.put_on(Wish(story="pop-up-declined", thumb=Thumb.KEYBOARD))
        await settled(app, pilot)
        story = screen(app)
        story.action_play()
        while not show(app).at_end:
            story.beat()
        story.refresh_show()
        await pilot.press("right")
        phone = app.screen.query_one(PhoneView)
        cursor = phone._cursor
        assert cursor is not None
        for _ in range(taps):
            phone._do(cursor)
        await settled(app, pilot)
        assert "playing" in story.tell_pace(show(app))


async def test_without_a_story_the_room_says_how_to_begin_one() -> None:
    async with opened(room="story") as (app, pilot):
        assert "No story is on." in text_of(app)
        for binding in StoryScreen.BINDINGS:
            await app.screen.run_action(binding.action)
        await pilot.pause()
        assert isinstance(app.screen, StoryScreen)
        assert app.screen.table() is None


async def test_the_truth_stands_beside_the_belief_only_while_it_is_asked_for() -> None:
    async with watching(day=10) as (app, pilot):
        for asked in (False, True, False):
            await pilot.pause()
            assert ("truth ✓" in text_of(app)) is asked
            screen(app).action_truth()


async def pick(pilot: Pilot[None], app: RollcallApp, *steps: tuple[int, int]) -> str | None:
    roll = app.screen.query_one(Roll)
    for across, down in steps:
        before = screen(app)._picked
        roll.action_pick(across, down)
        while screen(app)._picked == before:
            await pilot.pause()
    return screen(app)._picked


async def test_a_photo_that_is_picked_is_what_the_cloud_shows_until_the_story_is_followed_again() -> None:
    async with watching(day=75) as (app, pilot):
        newest = [*show(app).world.roll][-1]
        assert await pick(pilot, app, (1, 0)) == newest
        await pilot.pause()
        assert "never left the phone" in text_of(app)
        assert await pick(pilot, app, (1, 0), (0, 1)) != newest
        screen(app).action_follow()
        await pilot.pause()
        assert screen(app)._picked is None
        assert "the newest" in text_of(app)


async def test_a_photo_is_picked_by_one_click_and_opened_by_another() -> None:
    async with watching(day=75) as (app, pilot):
        roll = app.screen.query_one(Roll)
        await pilot.click(roll, offset=(4, 4))
        await pilot.pause()
        picked = screen(app)._picked
        assert picked == [*show(app).world.roll][-1]
        await pilot.click(roll, offset=(4, 4))
        await pilot.pause()
        assert isinstance(app.screen, LightboxScreen)


@pytest.mark.parametrize("size", [(80, 24), (110, 30)], ids=str)
async def test_the_lightbox_looks_as_it_did(size: tuple[int, int]) -> None:
    async with watching(day=20, size=size) as (app, pilot):
        app.push_screen(LightboxScreen(show(app), "p0066"))
        await pictured(app, pilot)
        check(f"lightbox-{size[0]}x{size[1]}", "\n".join(text_of(app).splitlines()[:-1]))


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_caption_is_whole_whatever_was_said_before_it(size: tuple[int, int]) -> None:
    async with watching(day=39, size=size) as (app, pilot):
        await seen(app, pilot)
        for day in (38, 39, 38):
            show(app).seek_day(day)
            screen(app).refresh_show()
            text = " ".join((await seen(app, pilot)).split())
        assert "what becomes of them." in text


@pytest.mark.parametrize("covered", [False, True], ids=["on top", "under the key panel"])
async def test_the_lightbox_shows_a_photo_once_it_is_drawn(monkeypatch: pytest.MonkeyPatch, *, covered: bool) -> None:
    async with watching(day=20) as (app, pilot):
        drawn = []
        monkeypatch.setattr(app.thumbnails, "find", lambda *_: drawn[0] if drawn else None)
        await app.push_screen(LightboxScreen(show(app), "p0066"))
        assert "p0066 is being drawn" in await seen(app, pilot)
        if covered:
            await pilot.press("f1")
        drawn.append(Image.new("RGB", (64, 48), "teal"))
        app.on_photos_drawn()
        if covered:
            await pilot.press("escape")
        await pilot.pause()
        assert "is being drawn" not in text_of(app)


async def test_the_lightbox_turns_photos_and_comes_back_to_the_one_it_was_closed_on() -> None:
    async with watching(day=20) as (app, pilot):
        large, said = await lightbox(app, pilot), listen(app)
        assert "photo 1 of" in text_of(app)
        large.action_turn(-1)
        assert said == ["This is the newest photo."]
        large.action_turn(1)
        large.action_turn(1)
        large.action_truth()
        await pilot.pause()
        assert "photo 3 of" in text_of(app)
        assert "truth ✓" in text_of(app)
        large.action_close()
        await pilot.pause()
        await pilot.pause()
        assert screen(app)._picked == [*show(app).world.roll][-3]


async def test_a_look_at_one_photo_in_the_lightbox_picks_none() -> None:
    async with watching(day=20) as (app, pilot):
        large = await lightbox(app, pilot)
        large.action_close()
        await pilot.pause()
        await pilot.pause()
        assert screen(app)._picked is None


@pytest.mark.parametrize(
    ("installed", "words"), [(False, "pip install 'camera-rollcall[pixels]'"), (True, "cannot be left")]
)
async def test_pixels_are_refused_in_one_line_where_there_are_none(
    monkeypatch: pytest.MonkeyPatch, *, installed: bool, words: str
) -> None:
    monkeypatch.setattr("simulator.tui.rooms.story.pixels.find_spec", lambda _: installed or None)
    async with watching(day=20) as (app, pilot):
        large, said = await lightbox(app, pilot), listen(app)
        large.action_pixels()
        await app.workers.wait_for_complete()
        assert [words in each for each in said] == [True]


async def test_resizing_keeps_the_playhead_and_what_is_picked() -> None:
    async with watching(day=30, size=(160, 45)) as (app, pilot):
        picked = await pick(pilot, app, (1, 0), (1, 0))
        for size in ((80, 24), (20, 10), (110, 30)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert show(app).day == 30
        assert screen(app)._picked == picked
        assert f"{picked}  picked" in text_of(app)


async def test_what_is_exported_is_the_part_that_has_the_focus() -> None:
    async with shown("story", size=(160, 45), day=38) as (app, pilot, show):
        screen = app.screen
        assert isinstance(screen, StoryScreen)
        heads = {}
        for name in ("phone", "cloud", "roll", "ledger"):
            screen.set_focus(screen.query_one(f"#{name}"))
            table = screen.table()
            assert table is not None
            heads[name] = (table.columns[0], len(table.rows))
        assert {name: head for name, (head, _) in heads.items()} == {
            "phone": "day",
            "cloud": "fact",
            "roll": "photo",
            "ledger": "category",
        }
        assert heads["roll"][1] == len(show.world.roll)
        await pilot.press("e")
        assert "accidental-allow.7, day 38, held" in await seen(app, pilot)


@pytest.mark.parametrize("size", [(110, 30), (160, 45)])
async def test_a_caption_is_shown_to_its_end(size: tuple[int, int]) -> None:
    async with shown("story", size=size, day=14, story="account-deleted") as (app, pilot, _):
        assert " and 6 more. " in " ".join((await seen(app, pilot)).split())


async def test_a_caption_for_which_there_is_no_room_keeps_whole_sentences_and_says_that_it_goes_on() -> None:
    async with shown("story", size=(80, 24), day=14, story="cache-lagged") as (app, pilot, _):
        text = " ".join((await seen(app, pilot)).split())
        assert "places of faces in photos 22 and 3 more. … sent" in text


def test_of_a_sentence_that_is_too_long_as_many_words_are_kept_as_go_in() -> None:
    told = fit_sentences([("Day 1 ", "")], ["A sentence of so many words that nobody hears its end."], 20, 2)
    assert told.plain == "Day 1 A sentence of so many words that…"


async def test_a_caption_takes_more_rows_only_while_it_needs_them() -> None:
    async with shown("story", size=(110, 30), day=13, story="delete-lost") as (app, pilot, show):
        caption = app.screen.query_one(Caption)
        assert caption.size.height == 3
        await pilot.press("right_square_bracket")
        await pilot.pause()
        assert (show.day, caption.size.height) == (14, 5)
        await pilot.press("left_square_bracket")
        await pilot.pause()
        assert (show.day, caption.size.height) == (13, 3)


@pytest.mark.parametrize("keys", [("", ""), ("", "w"), ("a", "w")])
async def test_of_two_marks_on_one_cell_the_line_and_the_names_show_the_same(keys: tuple[str, str]) -> None:
    async with shown("story", size=(110, 30), day=75) as (app, pilot, show):
        marks = (
            Mark(day=38, at=1, sign="!", label="it happens", key=keys[0]),
            Mark(day=38, at=2, sign="◆", label="it is told", key=keys[1]),
        )
        app.screen.query_one(Timeline).bring(replace(view_timeline(show), marks=marks))
        text = await seen(app, pilot)
        assert ("it happens" in text) != ("it is told" in text)
        assert ("━!━" in text, "━◆━" in text) == ("it happens" in text, "it is told" in text)


async def test_boxes_of_a_prompt_are_turned_by_key_and_by_mouse() -> None:
    async with opened(size=(110, 30)) as (app, pilot):
        app.put_on(Wish(story="pop-up-declined", prompt="preselected", thumb=Thumb.KEYBOARD))
        await settled(app, pilot)
        await pilot.press("end")
        phone = app.screen.query_one(PhoneView)
        assert phone.has_focus
        assert (await seen(app, pilot)).count("☑") == 3
        await pilot.press("right", "enter", "right", "enter")
        text = await seen(app, pilot)
        assert ("☐ Photos of people." in text, "☐ Photos of places." in text) == (True, True)
        assert "☑ Everything else." in text
        rows = [phone.render_line(y).text for y in range(phone.size.height)]
        last = next(y for y, row in enumerate(rows) if "Everything else." in row)
        await pilot.click(phone, offset=(8, last + 1))
        assert (await seen(app, pilot)).count("☐") == 3


async def test_words_of_the_lightbox_that_do_not_fit_are_scrolled_by_keys_and_no_others_are_offered_it() -> None:
    async with shown("story", size=(80, 24), day=60) as (app, pilot, _):
        await pilot.press("enter")
        text = await seen(app, pilot)
        assert "↑↓ Scroll" in text
        words = app.screen.query_one("#words")
        await pilot.press("down", "down", "up")
        assert words.scroll_y == 1
        await pilot.press("pagedown")
        assert words.scroll_y > words.size.height // 2
        await pilot.press("pageup")
        assert words.scroll_y == 1
        await pilot.resize_terminal(160, 90)
        assert "↑↓ Scroll" not in await seen(app, pilot)
