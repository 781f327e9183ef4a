"""With what a story is played: terms, prompt, person, seed, and whose thumb it is."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip

from simulator.api.ports import Thumb, Wish
from simulator.tui.parts.painted import Painted

if TYPE_CHECKING:
    from rich.style import Style
    from textual import events

    from simulator.api.ports import Title

_AS_TOLD = "as the story says"
_THUMBS = {
    Thumb.SCRIPT: "the script's, as the story says",
    Thumb.KEYBOARD: "yours: you answer, you revoke",
    Thumb.MODEL: "the model's: how people decide",
}
_READINGS = {False: "the kindest reading", True: "the harshest reading"}
# Name of the field, the key that goes there, its label.
FIELDS = (
    ("terms", "m", "Terms"),
    ("prompt", "w", "Prompt"),
    ("life", "l", "Life"),
    ("person", "i", "Person"),
    ("seed", "s", "Seed"),
    ("harshest", "h", "Silence"),
    ("thumb", "y", "Thumb"),
)
_LISTS = ("terms", "prompt", "life")
# What each number can be at most; more of either would be of no use, and harder to read out.
_NUMBERS = {"person": 999_999_999, "seed": 999_999_999}
_PLAIN = Wish(story="")
_LABEL = 11  # cells, for key and label


class Wishes(Painted, can_focus=True):
    """A form of one line a field, each with the key that goes there; what is left alone is as the story says.

    It says what it asks for, and whoever mounts it lets somebody choose: a drop-down for each field would be two thirds
    of all widgets that the first paint waits for.
    """

    DEFAULT_CSS = """
    Wishes { height: 9; border: round $primary; margin: 0 1; padding: 0 1; }
    Wishes:focus { border: round $accent; }
    Wishes > .wishes--key { text-style: bold; }
    Wishes > .wishes--value { color: $foreground 80%; }
    Wishes > .wishes--chosen { color: $accent; text-style: bold; }
    Wishes > .wishes--here { background: $boost; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"wishes--key", "wishes--value", "wishes--chosen", "wishes--here"}
    BINDINGS: ClassVar[list[Any]] = [
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down", "move(1)", "Field", key_display="↑↓"),
        Binding("enter", "choose", "Choose"),
        Binding("backspace,delete", "reset", "As the story says", key_display="⌫"),
    ]

    class Asked(Message):
        """Somebody shall choose for a field; `choices` or `most` says from what, and `take` takes the answer."""

        def __init__(self, name: str, label: str) -> None:
            super().__init__()
            self.name, self.label = name, label

    class Changed(Message):
        """Something else is wished for."""

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, Wishes.Changed)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name for it)
        super().__init__(id=id)
        self._chosen: dict[str, Any] = {}
        self._offered: dict[str, Sequence[Title]] = dict.fromkeys(_LISTS, ())
        self._told: Mapping[str, str] = {}
        self._here = 0
        self.border_title, self.border_subtitle = "Played with", _AS_TOLD

    def offer(self, terms: "Sequence[Title]", prompts: "Sequence[Title]", lives: "Sequence[Title]") -> None:
        """What there is to choose from."""
        self._offered = dict(zip(_LISTS, (terms, prompts, lives), strict=True))
        self.repaint()

    def tell(self, told: Mapping[str, str]) -> None:
        """What each field that is left alone stands for in the story."""
        self._told = told
        self.repaint()

    def wish(self, story: str) -> Wish:
        """That story, with what was chosen."""
        return Wish(story=story, **self._chosen)

    def choose(self, name: str, value: Any) -> None:
        """Wish for this; None is what the story says."""
        if value is None or value == getattr(_PLAIN, name):
            self._chosen.pop(name, None)
        else:
            self._chosen[name] = value
        # The border counts what was chosen, since colour is no sign alone.
        self.border_subtitle = f"{len(self._chosen)} chosen here" if self._chosen else _AS_TOLD
        self.repaint()
        self.post_message(self.Changed())

    def most(self, name: str) -> int | None:
        """The greatest number that a field takes; None for one that takes none."""
        return _NUMBERS.get(name)

    def choices(self, name: str) -> list[tuple[str, str]]:
        """What a field can be, an id and its words each; an empty id is what the story says."""
        if name == "thumb":
            return [(thumb.value, words) for thumb, words in _THUMBS.items()]
        return [("", self._as_told(name)), *((title.id, title.title) for title in self._offered[name])]

    def chosen(self, name: str) -> str:
        """The id of what a field is."""
        return str(self._chosen.get(name) or (Thumb.SCRIPT if name == "thumb" else ""))

    def take(self, name: str, answer: str | int | None) -> None:
        """What somebody chose: an id of `choices`, a number, or None for nothing at all."""
        if answer is not None:
            self.choose(name, Thumb(str(answer)) if name == "thumb" else None if answer == "" else answer)

    def placeholder(self, name: str) -> str:
        """What a number is while nothing is chosen."""
        return self._told.get(name, _AS_TOLD)

    def open(self, name: str) -> None:
        """Go to a field, and choose for it."""
        self._here = [field for field, _, _ in FIELDS].index(name)
        self.focus()
        self.action_choose()

    def action_move(self, by: int) -> None:
        """To the next field, or the one before."""
        self._here = (self._here + by) % len(FIELDS)
        self.repaint()

    def action_reset(self) -> None:
        """Leave this field to the story again."""
        self.choose(FIELDS[self._here][0], None)

    def action_choose(self) -> None:
        """Choose for this field."""
        name, _, label = FIELDS[self._here]
        self.repaint()
        if name == "harshest":
            self.choose(name, not self._chosen.get(name, False))
        else:
            self.post_message(self.Asked(name, label))

    def _as_told(self, name: str) -> str:
        told = self._told.get(name)
        return _AS_TOLD if told is None else f"{_AS_TOLD}: {told}"

    def _value(self, name: str) -> str:
        """What a field says: what was chosen, or what the story says."""
        value = self._chosen.get(name, getattr(_PLAIN, name))
        match name:
            case "thumb":
                return _THUMBS[value]
            case "harshest":
                return _READINGS[value]
            case _ if value is None:
                return self._told.get(name, _AS_TOLD)
            case _ if name in _LISTS:
                return next((title.title for title in self._offered[name] if title.id == value), value)
            case _:
                return str(value)

    def paint(self, width: int, height: int) -> Sequence[Strip]:
        return [self._row(place, width) for place in range(min(height, len(FIELDS)))]

    def _row(self, place: int, width: int) -> Strip:
        name, key, label = FIELDS[place]
        chosen = name in self._chosen
        base = self.rich_style
        if self.has_focus and place == self._here:
            base += self._style("here")
        said = f"{'• ' if chosen else ''}{self._value(name)}"
        opens = " ▾" if name in (*_LISTS, "thumb") else "  "
        room = max(width - _LABEL - len(opens), 0)
        if cell_len(said) > room:
            said = set_cell_size(said, max(room - 1, 0)) + "…"
        value = base + self._style("chosen" if chosen else "value")
        segments = [
            Segment(f"{'▸' if self.has_focus and place == self._here else ' '}", base),
            Segment(f"{key} ", base + self._style("key")),
            Segment(f"{label:<{_LABEL - 3}}", base),
            Segment(set_cell_size(said, room), value),
            Segment(opens, base),
        ]
        return Strip(segments).adjust_cell_length(width, base)

    def _style(self, name: str) -> "Style":
        return self.get_component_rich_style(f"wishes--{name}", partial=True)

    def on_focus(self) -> None:
        self.repaint()

    def on_blur(self) -> None:
        self.repaint()

    def on_click(self, event: "events.Click") -> None:
        at = event.get_content_offset(self)
        if at is not None and at.y < len(FIELDS):
            self.open(FIELDS[at.y][0])
