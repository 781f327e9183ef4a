from told_stories import tell

from simulator.domain.events import ConsentWithdrawn, Event, FaultOccurred, IdeaOffered, PromptShown
from simulator.tui.playing.show import Show
from simulator.tui.rooms.story.phone.glance import Glance, Hand, Row
from simulator.tui.rooms.story.phone.scene import view_phone


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
