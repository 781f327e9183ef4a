"""What each part of the Story screen shows, as rows."""

from typing import TYPE_CHECKING

from simulator.tui.held.fates import FATES
from simulator.tui.table import FactTable

if TYPE_CHECKING:
    from simulator.tui.playing.show import Show
    from simulator.tui.rooms.story.captions import CaptionView
    from simulator.tui.rooms.story.day import DayLedgerView
    from simulator.tui.rooms.story.tiles import RollView


def tabulate_ledger(show: "Show", view: "DayLedgerView") -> FactTable:
    """How much of each kind of data is in which state, at the end of the playhead's day."""
    rows = [(category.value, *(getattr(count, state.value) for state in FATES)) for category, count in view.categories]
    columns = ("category", *(sign.word.lower() for sign in FATES.values()))
    return FactTable(title=_title(show, "held"), columns=columns, rows=rows)


def tabulate_roll(show: "Show", view: "RollView") -> FactTable:
    """Every photo taken so far, the newest first: when, of what, whether it left, and what became of the original."""
    rows = [
        (
            tile.photo.id,
            tile.photo.day,
            tile.photo.occasion,
            tile.sign != "",
            None if tile.original is None else tile.original.value,
        )
        for tile in view.tiles
    ]
    return FactTable(
        title=_title(show, "camera roll"), columns=("photo", "day", "occasion", "sent", "original"), rows=rows
    )


def tabulate_caption(show: "Show", view: "CaptionView") -> FactTable:
    """What is told where the playhead stands."""
    rows = [(view.day, view.date, sentence) for sentence in view.sentences]
    return FactTable(title=_title(show, "told"), columns=("day", "date", "sentence"), rows=rows)


def _title(show: "Show", what: str) -> str:
    scenario = show.scenario
    return f"{scenario.story.id}.{scenario.seed}, day {show.day}, {what}"
