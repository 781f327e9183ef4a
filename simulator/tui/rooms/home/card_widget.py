"""What a story is played with, and the pop-up as it will ask."""

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from simulator.tui.rooms.story.phone.prompt import TICKED, UNTICKED

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from simulator.tui.rooms.home.card import StoryCard

_LOUD = 0.5  # a button that draws the eye more than this


class StoryPreview(VerticalScroll, can_focus=False):
    """Facts in two columns, and under them the sheet that will come up in the phone."""

    DEFAULT_CSS = """
    StoryPreview { border: round $primary; padding: 0 1; scrollbar-size-vertical: 1; }
    StoryPreview #facts { height: auto; }
    StoryPreview #sheet { height: auto; margin: 1 2 0 2; padding: 0 1; background: $panel; border: outer $accent;
                          border-title-style: bold; }
    StoryPreview #sheet.-none { display: none; }
    """

    def compose(self) -> "ComposeResult":
        self.border_title = "Who is asked, and what"
        yield Static(id="facts")
        yield Static(id="sheet", classes="-none")

    def bring(self, card: "StoryCard") -> None:
        """Show another story."""
        rows = [Content.assemble((f"{name:<6}", "$text-muted"), (words, "bold")) for name, words in card.facts]
        self.query_one("#facts", Static).update(Content("\n").join(rows))
        prompt = card.prompt
        buttons = Content("   ").join(
            Content.styled(f"[ {button.text} ]", "bold reverse" if button.salience > _LOUD else "")
            for button in prompt.buttons
            if button.layer == 1
        )
        plain, boxes = prompt.parted
        mark = TICKED if prompt.design.default_on else UNTICKED
        body = Content("\n").join(
            [
                *map(Content, (*plain, *(f"{mark} {words}" for words in boxes))),
                *(Content.styled(line, "dim") for line in prompt.fine_print),
            ]
        )
        sheet = self.query_one("#sheet", Static)
        sheet.border_title = Content(f"{card.app} will ask")
        sheet.update(Content("\n\n").join([Content.styled(prompt.heading, "bold"), body, buttons]))
        sheet.remove_class("-none")
