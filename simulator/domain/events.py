"""What can happen in a story, in the past tense. A story is nothing but a sequence of these.

Every kind is frozen, knows its day, and holds only values that JSON can carry, so that a log can be hashed, stored
and read back to the same events.
"""

from dataclasses import dataclass
from enum import StrEnum

from simulator.domain.analysis import Analysis
from simulator.domain.categories import DataCategory, Purpose
from simulator.domain.holding import Holding
from simulator.domain.people import Human, Pet
from simulator.domain.phone import Toggle, Trigger
from simulator.domain.photo import Photo, PhotoAccess
from simulator.domain.reading import Reading

RECENT = "recent"  # why a photo of the last days was chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    day: int

    @property
    def kind(self) -> str:
        return type(self).__name__


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryStarted(Event):
    """The inputs of the story: with the same inputs and the same stored analyses, the same events follow.

    Attributes:
        starts: the date of day 0, as ISO 8601.
        last_day: the last day that is played.
        reading: how far the terms' silences are trusted.
    """

    story: str
    title: str
    terms: str
    prompt: str
    app: str
    life: str
    seed: int
    starts: str
    last_day: int
    reading: Reading
    cast: tuple[Human, ...]
    pets: tuple[Pet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoTaken(Event):
    """A photo entered the camera roll; it carries the truth."""

    photo: Photo


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoAccessSet(Event):
    """The operating system's own permission changed; ``picks`` are the photos of limited access."""

    access: PhotoAccess
    picks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingSwitched(Event):
    """A toggle in the app changed, after so many taps from opening the app."""

    setting: Toggle
    on: bool
    taps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneWentOffline(Event):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneCameOnline(Event):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptShown(Event):
    prompt: str
    trigger: Trigger


class Manner(StrEnum):
    """How an answer came about, an Allow as well as a Don't. Only *informed* is what consent is meant to be.

    *informed*: read, and it is what the person wants; *reluctant*: read, not wanted, given in to; *mistaken*: not read,
    or misread, and not wanted; *slip*: the finger. *unread* is what is left: tapped without reading, and by luck what
    the person wants.
    """

    INFORMED = "informed"
    RELUCTANT = "reluctant"
    MISTAKEN = "mistaken"
    SLIP = "slip"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentGiven(Event):
    record: str
    manner: Manner
    taps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRefused(Event):
    record: str
    manner: Manner
    taps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentWithdrawn(Event):
    """The switch was turned off on the phone. The company learns of it when the phone is next online."""

    record: str
    taps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalReceived(Event):
    """The company learnt of the withdrawal; its clocks start here."""

    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoSelected(Event):
    """The phone chose a photo to send; ``because`` is `RECENT`, or the theme or place that reached past the window."""

    photo: str
    because: str

    @property
    def older(self) -> bool:
        """Whether it was taken before the window."""
        return self.because != RECENT


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDenied(Event):
    """The terms forbid or do not permit this use of this data; ``clauses`` decided, none means silence."""

    item: str
    category: DataCategory
    purpose: Purpose
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoUploaded(Event):
    photo: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoAnalysed(Event):
    photo: str
    analysis: Analysis


class InferenceKind(StrEnum):
    """What is concluded across photos. There is no kind for a sensitive trait, and never will be."""

    HOME = "home"
    WORK = "work"
    PERSON = "person"
    OCCASION = "occasion"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inference:
    """A conclusion drawn from several photos.

    Attributes:
        id: stable while it grows: ``home``, ``person-3``, ``occasion-2025-07-04-beach``.
        claim: the conclusion in words.
        photos: ids of the photos it rests on.
        latitude, longitude: where, for places, rounded to four decimals (about 11 m).
    """

    id: str
    kind: InferenceKind
    claim: str
    photos: tuple[str, ...]
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InferenceDrawn(Event):
    """A conclusion was drawn for the first time, or now rests on more photos (same id)."""

    inference: Inference


class IdeaKind(StrEnum):
    COLLAGE = "collage"
    RECAP = "recap"
    RESTYLE = "restyle"
    THEME_SET = "theme_set"


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    id: str
    kind: IdeaKind
    title: str
    photos: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaOffered(Event):
    idea: Idea


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaKept(Event):
    idea: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaShared(Event):
    idea: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaEdited(Event):
    idea: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaDismissed(Event):
    idea: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldingCreated(Event):
    holding: Holding


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldingScheduled(Event):
    """Deletion was promised.

    Attributes:
        clause: the clause that promises it.
        begins: the day on which deletion is said to begin.
        ends: the day by which it is said to be done, or None: not said.
    """

    item: str
    clause: str
    begins: int
    ends: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldingDeleted(Event):
    item: str
    clause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldingKept(Event):
    """The withdrawal reached this holding and changed nothing; ``clause`` None means the terms do not say."""

    item: str
    clause: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsChanged(Event):
    """From today other terms are in force. Nobody is asked again: the consent stands as it was given."""

    before: str
    after: str


class FaultKind(StrEnum):
    """What a story may declare to go otherwise than the terms, or the switch, would have it."""

    DELETE_LOST = "delete_lost"
    CACHE_LAG = "cache_lag"
    BACKUP_RESTORE = "backup_restore"
    REUPLOAD_AFTER_REINSTALL = "reupload_after_reinstall"
    ACCOUNT_DELETED = "account_deleted"
    OS_PERMISSION_WITHDRAWN = "os_permission_withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultOccurred(Event):
    """A fault that the story declares begins today.

    Attributes:
        fault: its name, by which later events say that it was the reason: ``backup_restore-50``.
        what: its kind.
    """

    fault: str
    what: FaultKind


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldingReturned(HoldingCreated):
    """Something that was deleted is held again, as a new holding, because of a declared fault."""

    fault: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletionMissed(Event):
    """A promised deletion was due and did not happen, because of a declared fault.

    Attributes:
        clause, begins, ends: the promise, as in `HoldingScheduled`.
        late: how many days later it will happen, or None: never.
    """

    item: str
    clause: str
    begins: int
    ends: int | None
    fault: str
    late: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryEnded(Event):
    pass
