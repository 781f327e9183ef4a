"""Two worlds of the same life side by side, at the same day; what is the same stands quietly, what differs is lit."""

from typing import TYPE_CHECKING

from rich.style import Style
from rich.text import Text
from textual.content import Content
from textual.widget import Widget

from simulator.report.apart import say_forked
from simulator.tui.parts.columns import fit
from simulator.tui.rooms.fork.view import (
    Line,
    abridge,
    bars,
    compare,
    compare_both_days,
    only_concluded,
    say_missing,
    worlds_on,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from simulator.tui.playing.show import Show

_NAME = 18  # cells for the name of a line, its mark included
_TIGHT = 6  # rows that are too few for days and conclusions
_TIME = 4  # rows for when each sends photos


class TwoWorlds(Widget, can_focus=True):
    """Numbers of both worlds, what happens in each and when, what only one of them concludes, and what is sent."""

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

    def bring(self, before: "Show", after: "Show", day: int, *, waits: bool) -> None:
        """Show both on that day; the fork may wait for an answer."""
        self._both, self._day = (before, after), day
        self.border_title = f"Day {day} of {before.last_day}"
        self.border_subtitle = Content(say_missing(before, after, waits=waits))
        self.refresh()

    @property
    def whole(self) -> bool:
        """Whether both are there to their end."""
        return self._both is not None and all(show.playback.ended for show in self._both)

    def render(self) -> "RenderableType":
        if self._both is None:
            return ""
        before, after = self._both
        assert after.forked is not None
        width = max((self.content_size.width - _NAME - 2) // 2, 8)
        worlds, head = worlds_on(before, after, self._day), self._look("head")
        whence = say_forked(after.forked)
        text = Text(no_wrap=True, overflow="crop")
        text.append(f"{fit(f'{whence[:1].upper()}{whence[1:]}', self.content_size.width)}\n")
        text.append(f"{'':{_NAME}}{fit('as it was', width)}  {fit(after.forked.change, width)}\n", head)
        lines = compare(*worlds)
        self._append_lines(text, lines, width)
        room, claims = self.content_size.height - len(lines) - 2 - _TIME, only_concluded(*worlds)
        own = max(len(side) for side in claims) + 1
        reserved = min(own, room // 2) if own > 1 and room > _TIGHT else 0
        days = abridge(compare_both_days(before, after, self._day), room - 1 - reserved)
        if days:
            text.append("\n")
            self._append_lines(text, days, width)
        self._append_claims(text, claims, width, room - len(days) - 3)
        text.append("\n" * max(self.content_size.height - text.plain.count("\n") - _TIME, 0))
        self._append_time(text, before, after)
        return text

    def _append_lines(self, text: Text, lines: "Sequence[Line]", width: int) -> None:
        lit, same = self._look("lit"), self._look("same")
        for line in lines:
            # A mark beside the colour: what differs is seen without it.
            mark = "≠" if line.differs else " "
            row = f"{line.name:{_NAME - 2}}{mark} {fit(line.before, width)}  {fit(line.after, width)}\n"
            text.append(row, lit if line.differs else same)

    def _append_claims(self, text: Text, claims: "tuple[list[str], list[str]]", width: int, most: int) -> None:
        rows = max(len(side) for side in claims)
        if not rows or most < 1:
            return
        text.append(f"\n{'concluded':{_NAME - 2}}≠ ", self._look("lit"))
        shown = rows if rows <= most else most - 1
        for number in range(shown):
            left, right = (side[number] if number < len(side) else "" for side in claims)
            text.append(
                f"{'' if not number else ' ' * _NAME}{fit(left, width)}  {fit(right, width)}\n", self._look("lit")
            )
        if shown < rows:
            more = [f"and {len(side) - shown} more" if len(side) > shown else "" for side in claims]
            text.append(
                f"{' ' * _NAME if shown else ''}{fit(more[0], width)}  {fit(more[1], width)}\n", self._look("lit")
            )

    def _append_time(self, text: Text, before: "Show", after: "Show") -> None:
        room = max(self.content_size.width - _NAME, 8)
        drawn = [bars(show, min(self._day, show.playback.last_day), room) for show in (before, after)]
        differ = [one != other for one, other in zip(*drawn, strict=True)]
        for name, line in zip(("sent, as it was", "sent, forked"), drawn, strict=True):
            text.append(f"{name:{_NAME}}", self._look("same"))
            for cell, differs in zip(line, differ, strict=True):
                text.append(cell, self._look("lit" if differs else "same"))
            text.append("\n")
        text.append(f"{'':{_NAME}}{''.join('≠' if each else ' ' for each in differ)}\n", self._look("lit"))
        place = min(self._day * room // (before.last_day + 1), room - 1)
        text.append(f"{'':{_NAME + place}}▲", self._look("head"))

    def _look(self, name: str) -> Style:
        style = self.get_component_rich_style(f"worlds--{name}")
        return Style(color=style.color, bold=style.bold)
