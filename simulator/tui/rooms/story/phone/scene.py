"""What stands on the phone where the playhead is: from the world, the events of the moment, and the thumb on it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from simulator.consent.app import App
from simulator.consent.record import ConsentState
from simulator.consent.walk import Walk, entries_in
from simulator.domain.events import (
    ConsentWithdrawn,
    Event,
    FaultKind,
    FaultOccurred,
    IdeaDismissed,
    IdeaEdited,
    IdeaKept,
    IdeaOffered,
    IdeaShared,
    PhotoAccessSet,
    PromptShown,
    SettingSwitched,
)
from simulator.domain.phone import Toggle, Trigger
from simulator.domain.photo import PhotoAccess
from simulator.journey.wording import write_month, write_weekday
from simulator.tui.rooms.story.phone.feed import view_composer, view_feed, view_ideas
from simulator.tui.rooms.story.phone.glance import Glance, Hand, Look, Piece, Row, Tap, Touch
from simulator.tui.rooms.story.phone.prompt import view_prompt
from simulator.tui.rooms.story.phone.settings_view import ACCESS, view_doubt, view_menu
from simulator.tui.rooms.story.phone.wrapped import ends, paragraph

if TYPE_CHECKING:
    from simulator.tui.playing.show import Show

_SHORT = {PhotoAccess.NONE: "none", PhotoAccess.LIMITED: "picked", PhotoAccess.FULL: "all"}
_FATES: dict[type[Event], str] = {
    IdeaKept: "kept",
    IdeaShared: "shared",
    IdeaEdited: "edited",
    IdeaDismissed: "dismissed",
}


def is_asked(show: "Show") -> PromptShown | None:
    """The question that stands open where the playhead is."""
    if show.world.record.state is not ConsentState.ASKED:
        return None
    return next((event for event in reversed(show.happened()) if isinstance(event, PromptShown)), None)


def walk_shown(show: "Show", hand: Hand) -> Walk:
    """Where in the settings the phone is: where the thumb has gone, or where a switch has just been turned."""
    if hand.walk.at is not None or hand.home:
        return hand.walk
    for event in show.happened():
        if isinstance(event, ConsentWithdrawn | SettingSwitched) and event.taps:
            app = show.scenario.app
            toggle = event.setting if isinstance(event, SettingSwitched) else Toggle.CLOUD_PROCESSING
            return Walk(at=app.switch(toggle).under, taps=event.taps)
    return hand.walk


def has_menus(show: "Show") -> bool:
    """Whether there is anything to go to: an account that is deleted has nothing."""
    return not show.world.account_deleted


def view_phone(show: "Show", hand: Hand, width: int) -> Glance:
    """The phone, in rows of ``width`` cells."""
    started = show.playback.started
    app, world = show.scenario.app, show.world
    if started is None:
        return Glance(top=(ends("", "", Look.STATUS), _bar(app)), body=(Row(),))
    happened, asked, walk = show.happened(), is_asked(show), walk_shown(show, hand)
    on = date.fromisoformat(started.starts) + timedelta(days=max(show.day, 0))
    when = f"{write_weekday(on)[:3]} {on.day} {write_month(on)} {on.year}"
    if not has_menus(show):
        body = paragraph("This account has been deleted.", width - 2, Look.DIM, indent=1)
    elif walk.at is not None:
        body = list(view_menu(app, walk, world, width))
    elif asked is not None and asked.trigger is Trigger.STORY_CREATION:
        body = list(view_composer(world, show.day, width))
    elif not hand.home and any(isinstance(event, IdeaOffered) for event in happened):
        fates = {event.idea: word for event in happened if (word := _FATES.get(type(event)))}  # type: ignore[attr-defined]
        body = list(view_ideas(world, width, fates))
    else:
        body = list(view_feed(world, started, show.day, width))
    asking = show.scenario.prompt_on(show.day)
    sheet = view_prompt(asking, hand, width - 2) if asked is not None and hand.walk.at is None else None
    return Glance(
        top=(ends(f" {when}", "▂▄▆ " if world.online else "no network ", Look.STATUS), _bar(app)),
        body=tuple(body),
        note=tuple(row for text in (*_news(happened), *hand.note) for row in paragraph(text, width - 1, Look.NOTE)),
        bottom=(_bottom(app) if has_menus(show) else Row((Piece(""),), Look.BAR),),
        sheet=sheet or view_doubt(walk, width - 2),
        owner=f"{started.cast[0].name}'s phone",
        state=_state(show),
    )


def _state(show: "Show") -> str:
    world = show.world
    if world.account_deleted:
        # The switch stands where it stood, and there is nothing any more that it would let through.
        return "no account"
    cloud = "on" if world.settings.get(Toggle.CLOUD_PROCESSING) else "off"
    return f"photos {_SHORT[world.access]} · cloud {cloud}"


def _bar(app: App) -> Row:
    return ends(f" {app.name}", "", Look.BAR)


def _bottom(app: App) -> Row:
    ways = [Piece(f" ≡ {entry.label} ", Look.BAR, Tap(Touch.ENTRY, entry.id)) for entry in entries_in(app, None)]
    return Row((Piece(" ⌂ Home ", Look.BAR, Tap(Touch.HOME)), Piece(""), *ways), Look.BAR)


def _news(happened: Sequence[Event]) -> Iterator[str]:
    """What the phone itself tells its owner about the moment; nothing of uploads, nor of what befalls the company."""
    for event in happened:
        match event:
            case PhotoAccessSet(day=day, access=access) if day > 0:
                yield f"Phone: the app may read {ACCESS[access]} now."
            case FaultOccurred(what=FaultKind.REUPLOAD_AFTER_REINSTALL):
                yield "Phone: the app is installed anew."
            case _:
                pass


def settle(hand: Hand) -> Hand:
    """The thumb lifted off: no menu open, nothing half said; what was noted stays."""
    return replace(hand, walk=Walk(), layer=1, choice="", insists=0, turned=frozenset(), home=False)
