"""With what a story is played: terms, prompt, person, seed, and whose thumb it is."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.text import Text
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Select, Static

from simulator.tui.ports import Thumb, Wish

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

    from simulator.tui.ports import Title

_AS_TOLD = "as the story says"
_THUMBS = (
    ("the script's, as the story says", Thumb.SCRIPT),
    ("yours: you answer, you revoke", Thumb.KEYBOARD),
    ("the model's: how people decide", Thumb.MODEL),
)
_READINGS = (("the kindest reading", False), ("the harshest reading", True))
# Name of the field, the key that goes there, its label.
FIELDS = (
    ("terms", "m", "Terms"),
    ("prompt", "w", "Prompt"),
    ("life", "l", "Life"),
    ("person", "i", "Person"),
    ("seed", "s", "Seed"),
    ("reading", "h", "Unsaid"),
    ("thumb", "y", "Thumb"),
)
_LISTS, _NUMBERS = ("terms", "prompt", "life"), ("person", "seed")


class _Number(Input):
    """Takes digits; every other key does what it does elsewhere."""

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002  (Textual's signature)
        return character is not None and character.isdigit()

    def on_key(self, event: "events.Key") -> None:
        if event.is_printable and not self.check_consume_key(event.key, event.character):
            event.prevent_default()


class Wishes(Vertical):
    """A form of one line a field, each with the key that goes there; what is left alone is as the story says."""

    DEFAULT_CSS = """
    Wishes { height: auto; border: round $primary; margin: 0 1; padding: 0 1; }
    Wishes Horizontal { height: 1; }
    Wishes .name { width: 10; }
    Wishes Select, Wishes Input { width: 1fr; }
    Wishes SelectCurrent Static#label { color: $foreground 80%; text-wrap: nowrap; text-overflow: ellipsis; }
    Wishes SelectCurrent.-has-value Static#label { color: $foreground; }
    Wishes Input > .input--placeholder { color: $foreground 80%; }
    Wishes .-chosen .name { text-style: bold; color: $accent; }
    Wishes .-chosen SelectCurrent Static#label, Wishes .-chosen Input { text-style: bold; color: $accent; }
    Wishes Input:focus, Wishes Select:focus > SelectCurrent { background: $boost; text-style: bold; }
    """

    class Begun(Message):
        """Enter was pressed in a field."""

    class Changed(Message):
        """Something else is wished for."""

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, Wishes.Changed)

    def compose(self) -> "ComposeResult":
        self.border_title = "Played with"
        for name, key, label in FIELDS:
            with Horizontal(id=f"field-{name}"):
                yield Static(Content.assemble((key, "bold"), f" {label}"), classes="name")
                if name in _LISTS:
                    yield Select[str]([], prompt=_AS_TOLD, id=f"wish-{name}", compact=True)
                elif name in _NUMBERS:
                    yield _Number(
                        placeholder=_AS_TOLD, restrict="[0-9]*", id=f"wish-{name}", compact=True, max_length=18
                    )
                elif name == "reading":
                    yield Select[bool](_READINGS, value=False, allow_blank=False, id="wish-reading", compact=True)
                else:
                    yield Select[Thumb](_THUMBS, value=Thumb.SCRIPT, allow_blank=False, id="wish-thumb", compact=True)

    def on_mount(self) -> None:
        self._mark()

    def offer(self, terms: "Sequence[Title]", prompts: "Sequence[Title]", lives: "Sequence[Title]") -> None:
        """Fill the lists."""
        for name, titles in (("terms", terms), ("prompt", prompts), ("life", lives)):
            self.query_one(f"#wish-{name}", Select).set_options((Text(title.title), title.id) for title in titles)

    def tell(self, told: Mapping[str, str]) -> None:
        """What each field that is left alone stands for in the story."""
        for name in _LISTS:
            self.query_one(f"#wish-{name}", Select).prompt = told[name]
        for name in _NUMBERS:
            self.query_one(f"#wish-{name}", Input).placeholder = told[name]

    def open(self, name: str) -> None:
        """Go to a field; a list is opened."""
        field = self.query_one(f"#wish-{name}")
        field.focus()
        if isinstance(field, Select):
            field.action_show_overlay()

    def wish(self, story: str) -> Wish:
        """That story, with what was chosen."""
        return Wish(
            story=story,
            terms=self._chosen("terms"),
            prompt=self._chosen("prompt"),
            life=self._chosen("life"),
            person=self._number("person"),
            seed=self._number("seed"),
            harshest=bool(self.query_one("#wish-reading", Select).value),
            thumb=Thumb(str(self.query_one("#wish-thumb", Select).value)),
        )

    def _chosen(self, name: str) -> str | None:
        value = self.query_one(f"#wish-{name}", Select).selection
        return None if value is None else str(value)

    def _number(self, name: str) -> int | None:
        value = self.query_one(f"#wish-{name}", Input).value
        return int(value) if value.strip().isdigit() else None

    def _mark(self) -> None:
        """Set apart what was chosen from what the story says; the border counts it, since colour is no sign alone."""
        wish, plain = self.wish(""), Wish(story="")
        chosen = {name: getattr(wish, "harshest" if name == "reading" else name) for name, _, _ in FIELDS}
        untouched = {name: getattr(plain, "harshest" if name == "reading" else name) for name, _, _ in FIELDS}
        changed = [name for name in chosen if chosen[name] != untouched[name]]
        for name, _, _ in FIELDS:
            self.query_one(f"#field-{name}").set_class(name in changed, "-chosen")
        self.border_subtitle = f"{len(changed)} chosen here" if changed else _AS_TOLD

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Begun())

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._change()

    def on_select_changed(self, event: Select.Changed) -> None:
        event.stop()
        self._change()

    def _change(self) -> None:
        self._mark()
        self.post_message(self.Changed())
