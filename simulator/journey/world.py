"""The state of a story is nothing but the fold of its events.

So replaying a log is the run, and looking at day 17 is the same fold stopped earlier.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import reduce

from simulator.consent.record import ConsentRecord, ConsentState, advance
from simulator.domain.analysis import Analysis
from simulator.domain.categories import Fact
from simulator.domain.events import (
    ConsentGiven,
    Event,
    FaultKind,
    FaultOccurred,
    Idea,
    IdeaOffered,
    Inference,
    InferenceDrawn,
    PhoneCameOnline,
    PhoneWentOffline,
    PhotoAccessSet,
    PhotoAnalysed,
    PhotoTaken,
    PhotoUploaded,
    RequestDenied,
    SettingSwitched,
    TermsChanged,
    WithdrawalReceived,
)
from simulator.domain.phone import Toggle
from simulator.domain.photo import Photo, PhotoAccess
from simulator.retention.ledger import EMPTY, Ledger
from simulator.retention.ledger import apply as apply_to_ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Everything that is the case after some events. Mappings are never changed in place.

    Attributes:
        roll: the photos on the phone so far, by id.
        record: the consent as the phone knows it.
        company_believes: whether the company still takes the consent as given; it learns of a withdrawal late.
        denied: ids of the holdings that the terms did not let come into being.
        uploads: ids of the photos sent, in that order.
        sent: those of them that the phone has sent since the last Allow; it sends none of these twice.
        sent_again: photos that the phone forgot to have sent, each with the fault that made it forget.
    """

    day: int = 0
    roll: Mapping[str, Photo] = field(default_factory=dict)
    access: PhotoAccess = PhotoAccess.NONE
    picks: tuple[str, ...] = ()
    settings: Mapping[Toggle, bool] = field(default_factory=dict)
    online: bool = True
    record: ConsentRecord = field(default_factory=ConsentRecord)
    company_believes: bool = False
    withdrawal_received: bool = False
    denied: frozenset[str] = frozenset()
    uploads: tuple[str, ...] = ()
    sent: frozenset[str] = frozenset()
    sent_again: Mapping[str, str] = field(default_factory=dict)
    account_deleted: bool = False
    analyses: Mapping[str, Analysis] = field(default_factory=dict)
    inferences: Mapping[str, Inference] = field(default_factory=dict)
    ideas: Mapping[str, Idea] = field(default_factory=dict)
    ledger: Ledger = EMPTY

    @property
    def may_upload(self) -> bool:
        # INVARIANT: no photo leaves the phone before a ConsentGiven, nor after a ConsentWithdrawn.
        stands = self.record.state is ConsentState.GIVEN and not self.account_deleted
        return stands and self.online and self.access is not PhotoAccess.NONE

    @property
    def is_withdrawal_pending(self) -> bool:
        """Whether the switch is off on the phone and the company does not know it yet."""
        return self.record.state is ConsentState.WITHDRAWN and self.company_believes

    @property
    def facts(self) -> frozenset[Fact]:
        """What the company knows that clauses ask about."""
        known = set()
        if self.company_believes:
            known.add(Fact.OPTED_IN)
        if self.withdrawal_received:
            known.add(Fact.WITHDRAWN)
        return frozenset(known)


def _apply_to_phone(world: World, event: Event) -> World:
    match event:
        case PhotoTaken(photo=photo):
            return replace(world, roll={**world.roll, photo.id: photo})
        case PhotoAccessSet(access=access, picks=picks):
            return replace(world, access=access, picks=picks)
        case SettingSwitched(setting=setting, on=on):
            return replace(world, settings={**world.settings, setting: on})
        case PhoneWentOffline():
            return replace(world, online=False)
        case PhoneCameOnline():
            return replace(world, online=True)
        case ConsentGiven():
            return replace(world, settings={**world.settings, Toggle.CLOUD_PROCESSING: True})
        case _:
            return world


def _apply_to_cloud(world: World, event: Event) -> World:
    match event:
        case ConsentGiven():
            return replace(world, company_believes=True, withdrawal_received=False, sent=frozenset(), sent_again={})
        case RequestDenied(item=item):
            return replace(world, denied=world.denied | {item})
        case WithdrawalReceived():
            return replace(world, company_believes=False, withdrawal_received=True)
        case PhotoUploaded(photo=photo):
            return replace(world, uploads=(*world.uploads, photo), sent=world.sent | {photo})
        case PhotoAnalysed(photo=photo, analysis=analysis):
            return replace(world, analyses={**world.analyses, photo: analysis})
        case InferenceDrawn(inference=inference):
            return replace(world, inferences={**world.inferences, inference.id: inference})
        case IdeaOffered(idea=idea):
            return replace(world, ideas={**world.ideas, idea.id: idea})
        case _:
            return world


def _apply_from_outside(world: World, event: Event) -> World:
    match event:
        case FaultOccurred(fault=fault, what=FaultKind.REUPLOAD_AFTER_REINSTALL):
            return replace(world, sent=frozenset(), sent_again={**world.sent_again, **dict.fromkeys(world.sent, fault)})
        case FaultOccurred(what=FaultKind.ACCOUNT_DELETED):
            return replace(world, account_deleted=True, company_believes=False)
        case TermsChanged():
            # What one document forbade, another is asked about anew.
            return replace(world, denied=frozenset())
        case _:
            return world


def apply(world: World, event: Event) -> World:
    """The world after one more event.

    Raises:
        ConsentError: the event breaks the order of asking, giving and withdrawing.
        LedgerError: the event contradicts what is held.
    """
    record = advance(world.record, event)
    ledger = apply_to_ledger(world.ledger, event)
    world = replace(world, day=event.day, record=record, ledger=ledger)
    return _apply_from_outside(_apply_to_cloud(_apply_to_phone(world, event), event), event)


def fold(events: list[Event]) -> World:
    """The world after all of these events."""
    return reduce(apply, events, World())
