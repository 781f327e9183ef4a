"""The sentence of the moment, in large letters as far as a terminal has them."""

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Digits, Static

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from simulator.tui.rooms.story.captions import CaptionView


_FEW_ROWS = 2
_DIGIT = 3  # cells that a large digit takes
_NUMBER = 2 * _DIGIT  # cells, so that nothing moves as days come to have two digits
_GAP = 2


class Caption(Horizontal):
    """The day as large digits where there is room, its date, how the story is being played, and what happens.

    It is as high as what is said needs, within its style's bounds; what goes in nowhere ends with an ellipsis.
    """

    DEFAULT_CSS = """
    Caption {
        height: auto; min-height: 3; max-height: 5; background: $panel; color: $foreground; padding: 0 1;
    }
    Caption #number { width: auto; min-width: 6; margin: 0 2 0 0; color: $accent; text-style: bold; }
    Caption #told { width: 1fr; height: auto; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  (Textual's name for it)
        super().__init__(id=id)
        self._shown: tuple[CaptionView, str] | None = None
        self._rows = 0

    def compose(self) -> "ComposeResult":
        yield Digits("0", id="number")
        yield Static(id="told")

    def bring(self, view: "CaptionView", pace: str) -> None:
        """Show this.

        Args:
            view: what is said.
            pace: how the story is being played, in a few words.
        """
        if (view, pace) == self._shown:
            return
        if self._shown is None or self._shown[0].day != view.day:
            self.query_one("#number", Digits).update(str(view.day))
        self._shown = (view, pace)
        least, most = self._bounds()
        head = [(f" Day {view.day} ", "bold reverse"), (f" {pace} ", "dim")]
        if least > _FEW_ROWS:
            head.append((f"  {view.date}\n", "dim"))
        width = self._width(view.day)
        told = fit_sentences(head, view.sentences, width, most) if width > 0 else Content("")
        rows = min(told.get_height({}, width), most) if width > 0 else 0
        # To lay out the whole screen anew is dear: only where the words are of another height.
        self.query_one("#told", Static).update(told, layout=rows != self._rows)
        self._rows = rows

    def _bounds(self) -> tuple[int, int]:
        least, most = self.styles.min_height, self.styles.max_height
        assert least is not None
        assert most is not None
        return int(least.value), int(most.value)

    def _width(self, day: int) -> int:
        """Cells of a row, once the number that has just been set is laid out."""
        number = self.query_one("#number").display * (max(_DIGIT * len(str(day)), _NUMBER) + _GAP)
        return self.content_size.width - number

    def on_resize(self) -> None:
        if self._shown is not None:
            view, pace = self._shown
            self._shown = None
            self.bring(view, pace)


def fit_sentences(head: "Sequence[tuple[str, str]]", sentences: "Sequence[str]", width: int, rows: int) -> Content:
    """As many of the sentences as go into these rows, whole; of a first one that is too long, as many words."""

    def tell(said: str) -> Content:
        return Content.assemble(*head, (said, "bold"))

    def fits(said: str) -> bool:
        return tell(said).get_height({}, width) <= rows

    whole = " ".join(sentences)
    if fits(whole):
        return tell(whole)
    kept = [f"{' '.join(sentences[:count])} …" for count in range(len(sentences) - 1, 0, -1)]
    words = sentences[0].split() if sentences else []
    kept += [f"{' '.join(words[:count])}…" for count in range(len(words) - 1, 0, -1)]
    return tell(next((said for said in kept if fits(said)), "…"))
