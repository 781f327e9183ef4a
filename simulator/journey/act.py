"""What the owner of the phone does: opens the app, answers, walks the settings, goes offline."""

from collections.abc import Iterator

from simulator.consent.app import App
from simulator.consent.ask import Respondent, ask
from simulator.consent.prompt import Prompt
from simulator.consent.record import ConsentState
from simulator.domain.events import (
    ConsentWithdrawn,
    Event,
    PhoneCameOnline,
    PhoneWentOffline,
    PhotoAccessSet,
    SettingSwitched,
    WithdrawalReceived,
)
from simulator.domain.phone import Toggle
from simulator.domain.photo import PhotoAccess
from simulator.journey.story import TRIGGERS, Deed, Step
from simulator.journey.world import World


def set_access(world: World, access: PhotoAccess, picks: int | None) -> Event:
    """The operating system's permission; for limited access the newest ``picks`` photos are chosen."""
    chosen = tuple(world.roll)[-picks:] if access is PhotoAccess.LIMITED and picks else ()
    return PhotoAccessSet(day=world.day, access=access, picks=chosen)


def act(world: World, step: Step, app: App, prompt: Prompt, respondent: Respondent) -> Iterator[Event]:
    """What comes of one step of the story; reactions to ideas are played where ideas are offered."""
    day = world.day
    match step.do:
        case Deed.OPEN_APP | Deed.COMPOSE_STORY:
            yield from ask(prompt, world.record, TRIGGERS[step.do], respondent, day)
        case Deed.REVOKE if world.record.state is ConsentState.GIVEN:
            taps = step.taps or app.taps(Toggle.CLOUD_PROCESSING)
            yield SettingSwitched(day=day, setting=Toggle.CLOUD_PROCESSING, on=False, taps=taps)
            yield ConsentWithdrawn(day=day, record=world.record.id, taps=taps)
        case Deed.SWITCH_METADATA:
            taps = step.taps or app.taps(Toggle.METADATA_SUGGESTIONS)
            yield SettingSwitched(day=day, setting=Toggle.METADATA_SUGGESTIONS, on=bool(step.on), taps=taps)
        case Deed.SET_ACCESS:
            yield set_access(world, step.access or PhotoAccess.NONE, step.picks)
        case Deed.GO_OFFLINE:
            yield PhoneWentOffline(day=day)
        case Deed.GO_ONLINE:
            yield PhoneCameOnline(day=day)
        case _:
            return


def tell_company(world: World) -> Iterator[Event]:
    """A withdrawal reaches the company as soon as the phone is online."""
    if world.is_withdrawal_pending and world.online:
        yield WithdrawalReceived(day=world.day, record=world.record.id)
