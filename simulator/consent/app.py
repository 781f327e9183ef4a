"""The app on the mock phone: its settings tree, its toggles, and what it selects once it may."""

from dataclasses import dataclass
from math import inf

from simulator.domain.categories import Theme
from simulator.domain.errors import ConsentError
from simulator.domain.phone import Toggle


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that can be tapped: a menu, or a switch if it has a ``toggle``; ``under`` is the menu it is in."""

    id: str
    label: str
    under: str | None = None
    toggle: Toggle | None = None
    default: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which photos the phone sends.

    Attributes:
        window: how many days back photos count as recent.
        older_themes: themes that reach further back.
        older_trips: whether photos of journeys reach further back.
        per_day: most photos sent in a day.
    """

    window: int
    older_themes: tuple[Theme, ...]
    older_trips: bool
    per_day: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """How fast the phone and the thumb are.

    Attributes:
        megabits: that the phone sends in a second.
        megabytes: of one photo as it is sent.
        seconds_per_tap: that one tap takes somebody who knows where to go.
    """

    megabits: float
    megabytes: float
    seconds_per_tap: float
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """A fictional app.

    Attributes:
        confirms: how often the app asks whether one is sure before the switch is off.
        ideas_every: days between two looks for new ideas.
        reviewed: share of uploaded photos that are looked at for safety and integrity.
        kept: probability that the owner keeps an offered idea when the story does not say; else it is dismissed.
    """

    id: str
    name: str
    about: str
    entries: tuple[Entry, ...]
    selection: Selection
    upload: Upload
    ideas_every: int
    reviewed: float
    reviewed_source: str
    kept: float
    kept_source: str
    confirms: int = 0
    source: str

    def switch(self, toggle: Toggle) -> Entry:
        return next(entry for entry in self.entries if entry.toggle is toggle)

    def path(self, toggle: Toggle) -> tuple[str, ...]:
        """What must be tapped, in order, from opening the app to the switch itself, by label."""
        by_id = {entry.id: entry for entry in self.entries}
        labels: list[str] = []
        entry: Entry | None = self.switch(toggle)
        while entry is not None:
            labels.append(entry.label)
            entry = by_id[entry.under] if entry.under else None
        return tuple(reversed(labels))

    def taps(self, toggle: Toggle) -> int:
        return len(self.path(toggle))


def check_app(app: App) -> None:
    """Refuse a settings tree in which a switch cannot be reached.

    Raises:
        ConsentError: an id is doubled, a menu is missing or contains itself, a toggle has not exactly one switch, or a
            number is out of its range.
    """
    by_id = {entry.id: entry for entry in app.entries}
    if len(by_id) != len(app.entries):
        raise ConsentError(f"app {app.id}: entries: an id appears twice")
    for entry in app.entries:
        seen: set[str] = set()
        above: Entry | None = entry
        while above is not None:
            if above.id in seen:
                raise ConsentError(f"app {app.id}: entries: menu '{above.id}' lies inside itself")
            seen.add(above.id)
            if above.under is not None and above.under not in by_id:
                raise ConsentError(f"app {app.id}: entries: '{above.id}' lies under '{above.under}', which is missing")
            above = by_id[above.under] if above.under else None
    for toggle in Toggle:
        if sum(entry.toggle is toggle for entry in app.entries) != 1:
            raise ConsentError(f"app {app.id}: entries: expected exactly one switch for '{toggle}'")
    _check_amounts(app)


def _check_amounts(app: App) -> None:
    if app.ideas_every < 1 or app.selection.window < 0 or app.selection.per_day < 0:
        raise ConsentError(f"app {app.id}: expected ideas_every >= 1 and selection.window, selection.per_day >= 0")
    if not all(0 < amount < inf for amount in (app.upload.megabits, app.upload.megabytes, app.upload.seconds_per_tap)):
        raise ConsentError(f"app {app.id}: upload: expected megabits, megabytes and seconds_per_tap above 0")
    if app.confirms < 0:
        raise ConsentError(f"app {app.id}: confirms: expected a number from 0 on")
    if not (0 <= app.kept <= 1 and 0 <= app.reviewed <= 1):
        raise ConsentError(f"app {app.id}: kept, reviewed: expected probabilities from 0 to 1")
