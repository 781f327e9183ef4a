"""Two worlds of the same life side by side, at the same day; what is the same stands quietly, what differs is lit."""

from typing import TYPE_CHECKING

from rich.style import Style
from rich.text import Text
from textual.widget import Widget

from simulator.tui.views.fork import bars, compare, only_concluded, worlds_on

if TYPE_CHECKING:
    from rich.console import RenderableType

    from simulator.tui.show import Show

_NAME = 18  # cells for the name of a line


class TwoWorlds(Widget, can_focus=True):
    """Numbers of both worlds, what only one of them concludes, and when each sends photos."""

    DEFAULT_CSS = """
    TwoWorlds { border: round $accent; padding: 0 1; background: $surface; border-title-align: center; }
    TwoWorlds > .worlds--lit { color: $accent; text-style: bold; }
    TwoWorlds > .worlds--same { color: $foreground 60%; }
    TwoWorlds > .worlds--head { color: $foreground; text-style: bold; }
    """
    COMPONENT_CLASSES = {"worlds--lit", "worlds--same", "worlds--head"}  # noqa: RUF012  (the base class declares it so)

    def __init__(self) -> None:
        super().__init__()
        self._both: tuple[Show, Show] | None = None
        self._day = 0

    def bring(self, before: "Show", after: "Show", day: int) -> None:
        """Show both on that day."""
        self._both, self._day = (before, after), day
        self.border_title = f"Day {day} of {before.last_day}"
        played = "" if after.playback.ended else f"the fork has come to day {after.playback.last_day}"
        self.border_subtitle = after.failed or played
        self.refresh()

    def render(self) -> "RenderableType":
        if self._both is None:
            return ""
        before, after = self._both
        width = max((self.content_size.width - _NAME - 2) // 2, 8)
        worlds = worlds_on(before, after, self._day)
        lit, same, head = (self._look(name) for name in ("lit", "same", "head"))
        text = Text(no_wrap=True, overflow="crop")
        text.append(f"{'':{_NAME}}{_fit('as it was', width)}  {_fit(after.change, width)}\n\n", head)
        for line in compare(*worlds):
            # A mark beside the colour: what differs is seen without it.
            mark = "≠" if line.differs else " "
            row = f"{line.name:{_NAME - 2}}{mark} {_fit(line.before, width)}  {_fit(line.after, width)}\n"
            text.append(row, lit if line.differs else same)
        text.append("\n")
        self._append_claims(text, only_concluded(*worlds), width, lit)
        room = self.content_size.height - text.plain.count("\n") - 3
        text.append("\n" * max(room, 0))
        self._append_time(text, before, after, head, same)
        return text

    def _append_claims(self, text: Text, claims: "tuple[list[str], list[str]]", width: int, lit: Style) -> None:
        most = max(self.content_size.height - text.plain.count("\n") - 5, 0)
        rows = max(len(side) for side in claims)
        if not rows or not most:
            return
        # One side alone may use the room of both.
        before, after = (2 * width + 2 if not other else width for other in reversed(claims))
        whose = "" if all(claims) else ", as it was" if claims[0] else ", in the fork"
        text.append(f"concluded only here{whose}\n", "bold")
        for number in range(min(rows, most)):
            left, right = (side[number] if number < len(side) else "" for side in claims)
            cells = [_fit(words, room) for words, room, side in ((left, before, 0), (right, after, 1)) if claims[side]]
            text.append(f"{'':{_NAME}}{'  '.join(cells)}\n", lit)

    def _append_time(self, text: Text, before: "Show", after: "Show", head: Style, same: Style) -> None:
        room = max(self.content_size.width - _NAME, 8)
        for name, show, look in (("sent: as it was", before, same), ("sent: forked", after, head)):
            known = min(self._day, show.playback.last_day)
            text.append(f"{name:{_NAME}}{bars(show, known, room)}\n", look)
        place = min(self._day * room // (before.last_day + 1), room - 1)
        text.append(f"{'':{_NAME + place}}▲", head)

    def _look(self, name: str) -> Style:
        style = self.get_component_rich_style(f"worlds--{name}")
        return Style(color=style.color, bold=style.bold)


def _fit(words: str, width: int) -> str:
    return f"{words if len(words) <= width else words[: width - 1] + '…':<{width}}"
