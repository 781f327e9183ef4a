"""What the phone shows, and what its being shown says of whoever looks at it."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import Any

from textual.app import App
from textual.pilot import Pilot
from told_stories import tell

from simulator.domain.events import ConsentWithdrawn, Event, FaultOccurred, IdeaOffered, PromptShown
from simulator.tui.playing.show import Show
from simulator.tui.rooms.story.phone.glance import Glance, Hand, Row
from simulator.tui.rooms.story.phone.scene import view_phone
from simulator.tui.rooms.story.phone.view import PhoneView


def shown(story: str = "accidental-allow", after: type[Event] | None = None, *, day: int = 0) -> Show:
    scenario, events = tell(story)
    show = Show(scenario=scenario)
    show.playback.extend(events)
    if after is None:
        show.seek_day(day)
    else:
        show.seek_event(next(place for place, event in enumerate(events, 1) if isinstance(event, after)))
    return show


def text(rows: tuple[Row, ...]) -> str:
    return "\n".join("".join(piece.text for piece in row.pieces) for row in rows)


def everything(glance: Glance) -> str:
    rows = (*glance.top, *glance.body, *glance.note, *glance.bottom)
    return text(rows + ((*glance.sheet.text, *glance.sheet.buttons) if glance.sheet else ()))


def test_every_word_of_the_prompt_is_on_the_sheet() -> None:
    show = shown(after=PromptShown)
    prompt = show.scenario.prompt
    glance = view_phone(show, Hand(), 34)
    words = everything(glance).split()
    for part in (prompt.heading, *prompt.body, *prompt.fine_print):
        assert set(part.split()) <= set(words)
    assert glance.sheet is not None
    assert "Allow" in text(glance.sheet.buttons)


def test_the_sheet_is_gone_once_the_prompt_is_answered() -> None:
    assert view_phone(shown(day=0), Hand(), 34).sheet is None


def test_the_composer_is_open_when_the_question_comes_while_a_story_is_made() -> None:
    assert "New story" in everything(view_phone(shown("later-revoke", after=PromptShown), Hand(), 34))


def test_ideas_are_offered_in_a_tray_of_their_own() -> None:
    show = shown(after=IdeaOffered)
    assert next(iter(show.world.ideas.values())).title in everything(view_phone(show, Hand(), 34))


def test_when_the_story_turns_the_switch_the_phone_shows_where_it_lies_and_that_it_is_off() -> None:
    glance = view_phone(shown(after=ConsentWithdrawn), Hand(), 34)
    assert "Camera roll sharing suggestions" in everything(glance)
    assert "[●  off]" in everything(glance)
    assert glance.state == "photos all · cloud off"


def test_a_phone_without_a_network_says_so() -> None:
    show = shown("revoked-while-offline", after=ConsentWithdrawn)
    assert "no network" in everything(view_phone(show, Hand(), 34))


def test_an_account_that_is_gone_has_no_menus() -> None:
    glance = view_phone(shown("account-deleted", day=40), Hand(), 34)
    assert "has been deleted" in everything(glance)
    rows = (*glance.top, *glance.body, *glance.note, *glance.bottom)
    assert not [piece.text for row in rows for piece in row.pieces if piece.tap]
    assert glance.state == "no account"


def test_a_phone_says_nothing_of_what_befalls_the_company() -> None:
    said = {"delete-lost": "", "account-deleted": "", "reinstalled": "Phone: the app is installed anew."}
    for story, words in said.items():
        assert text(view_phone(shown(story, after=FaultOccurred), Hand(), 40).note).strip() == words


def test_nothing_that_the_phone_shows_is_wider_than_the_phone() -> None:
    for width in (32, 34, 40):
        for day in range(0, 75, 5):
            glance = view_phone(shown(day=day), Hand(), width)
            for row in (*glance.top, *glance.body, *glance.note, *glance.bottom):
                assert sum(len(piece.text) for piece in row.pieces) <= width


class OnePhone(App[None]):
    performer = None
    thumbnails = SimpleNamespace(find_cells=lambda *_: None)

    def compose(self) -> Iterator[PhoneView]:
        yield PhoneView(clock=lambda: 0.0)


@asynccontextmanager
async def asked(height: int) -> AsyncIterator[tuple[PhoneView, Pilot[Any]]]:
    """A phone so high, on which the question stands."""
    app = OnePhone()
    async with app.run_test(size=(40, height)) as pilot:
        await pilot.pause()
        phone = app.query_one(PhoneView)
        phone.bring(shown(after=PromptShown))
        phone.focus()
        await pilot.pause()
        yield phone, pilot


def hidden(phone: PhoneView) -> int:
    """How many lines of the question do not fit."""
    assert phone._layout is not None
    return phone._layout.text


async def test_a_text_that_fits_is_read_through_at_once() -> None:
    async with asked(38) as (phone, _):
        assert hidden(phone) == 0
        assert phone._finger._read_through


async def test_a_text_that_is_cut_off_is_read_through_with_the_scroll_that_reaches_its_end() -> None:
    async with asked(18) as (phone, pilot):
        await pilot.press(*["down"] * (hidden(phone) - 1))
        assert not phone._finger._read_through
        await pilot.press("down")
        assert phone._finger._read_through


async def test_the_wheel_reads_as_the_keys_do() -> None:
    async with asked(18) as (phone, _):
        for _ in range(hidden(phone) - 1):
            phone.on_mouse_scroll_down()
        assert not phone._finger._read_through
        phone.on_mouse_scroll_down()
        assert phone._finger._read_through


async def test_a_text_that_fits_once_the_window_is_larger_is_read_through_then() -> None:
    async with asked(18) as (phone, pilot):
        assert hidden(phone) > 0
        assert not phone._finger._read_through
        await pilot.resize_terminal(40, 38)
        await pilot.pause()
        assert hidden(phone) == 0
        assert phone._finger._read_through


async def test_painting_alone_is_no_evidence_of_reading() -> None:
    async with asked(18) as (phone, _):
        before = dict(vars(phone._finger))
        phone._text_from = hidden(phone)
        for height in (1, 18, 100):
            phone.paint(34, height)
        phone.refresh_pictures()
        phone.notify_style_update()
        assert vars(phone._finger) == before
