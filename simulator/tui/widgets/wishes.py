"""With what a story is played: terms, prompt, person, seed, and whose thumb it is."""

from typing import TYPE_CHECKING

from rich.text import Text
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Label, Select

from simulator.tui.ports import Thumb, Wish

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from simulator.tui.ports import Title

_AS_TOLD = "as the story says"
_THUMBS = (
    ("the script's, as the story says", Thumb.SCRIPT),
    ("yours: you answer, you revoke", Thumb.KEYBOARD),
    ("the model's: how people decide", Thumb.MODEL),
)
_READINGS = (("kindest", False), ("harshest", True))


class Wishes(Vertical):
    """A form of one line a field; what is left alone is as the story says."""

    DEFAULT_CSS = """
    Wishes { height: auto; border: round $primary; margin: 0 1; padding: 0 1; }
    Wishes Horizontal { height: 1; }
    Wishes Label { width: 9; color: $text-muted; }
    Wishes Select { width: 1fr; }
    Wishes Input { width: 1fr; }
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
        for name, label in (("terms", "Terms"), ("prompt", "Prompt"), ("life", "Life")):
            with Horizontal():
                yield Label(label)
                yield Select[str]([], prompt=_AS_TOLD, id=f"wish-{name}", compact=True)
        for name, label in (("person", "Person"), ("seed", "Seed")):
            with Horizontal():
                yield Label(label)
                yield Input(placeholder=_AS_TOLD, restrict="[0-9]*", id=f"wish-{name}", compact=True, max_length=18)
        with Horizontal():
            yield Label("Silences")
            yield Select[bool](_READINGS, value=False, allow_blank=False, id="wish-reading", compact=True)
        with Horizontal():
            yield Label("Thumb")
            yield Select[Thumb](_THUMBS, value=Thumb.SCRIPT, allow_blank=False, id="wish-thumb", compact=True)

    def offer(self, terms: "Sequence[Title]", prompts: "Sequence[Title]", lives: "Sequence[Title]") -> None:
        """Fill the lists."""
        for name, titles in (("terms", terms), ("prompt", prompts), ("life", lives)):
            self.query_one(f"#wish-{name}", Select).set_options((Text(title.title), title.id) for title in titles)

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

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Begun())

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed())

    def on_select_changed(self, event: Select.Changed) -> None:
        event.stop()
        self.post_message(self.Changed())
