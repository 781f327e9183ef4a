"""What can stand on the phone, as rows of text and pictures; a widget only draws them."""

from dataclasses import dataclass, field
from enum import StrEnum

from simulator.consent.walk import Walk


class TextLook(StrEnum):
    """How a piece of text is drawn; each is a component class of the widget."""

    PLAIN = "plain"
    STRONG = "strong"
    DIM = "dim"
    STATUS = "status"
    BAR = "bar"
    LOUD = "loud"
    EVEN = "even"
    QUIET = "quiet"
    NOTE = "note"
    SHEET = "sheet"


PAPER = frozenset(TextLook) - {
    TextLook.PLAIN,
    TextLook.STRONG,
    TextLook.DIM,
    TextLook.QUIET,
}  # these have a background of their own


class Touch(StrEnum):
    """What a tap on a piece does."""

    ENTRY = "entry"
    BACK = "back"
    HOME = "home"
    CHOICE = "choice"
    LAYER = "layer"
    SURE = "sure"
    IGNORE = "ignore"
    BOX = "box"


@dataclass(frozen=True, slots=True)
class Tap:
    """Something that can be tapped: ``what`` is an entry's id, a choice or the number of a box."""

    touch: Touch
    what: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text in one look; an empty text pushes what follows to the right edge."""

    text: str
    look: TextLook = TextLook.PLAIN
    tap: Tap | None = None


@dataclass(frozen=True, slots=True)
class PhoneRow:
    """One line. ``photo`` instead of pieces is one line of a picture: whose, which line, of how many."""

    pieces: tuple[Piece, ...] = ()
    look: TextLook = TextLook.PLAIN
    photo: tuple[str, int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What lies over the lower part of the phone: text that can be scrolled, and buttons that always stand there."""

    text: tuple[PhoneRow, ...]
    buttons: tuple[PhoneRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """The phone at a glance.

    Attributes:
        top: the status bar and the app's own bar.
        body: what scrolls below it.
        note: lines above the bottom bar, about what has just happened.
        bottom: the bottom bar.
        state: photo access and the cloud switch, in a few words.
        owner: whose phone it is.
    """

    top: tuple[PhoneRow, ...]
    body: tuple[PhoneRow, ...]
    note: tuple[PhoneRow, ...] = ()
    bottom: tuple[PhoneRow, ...] = ()
    sheet: Sheet | None = None
    state: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """The thumb on the phone.

    Attributes:
        walk: its way through the settings.
        layer: the screen of the prompt that is open, from 1.
        choice: the button that was tapped, and
        insists: how many more taps it asks for.
        turned: the boxes of the prompt that are not as they were set already, counted from 0.
        home: whether what the story shows was closed, and the feed is wanted.
        note: what is said of its last deed.
    """

    walk: Walk = field(default_factory=Walk)
    layer: int = 1
    choice: str = ""
    insists: int = 0
    turned: frozenset[int] = frozenset()
    home: bool = False
    note: tuple[str, ...] = ()
