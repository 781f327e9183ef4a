"""What is believed of one photo, as rows."""

from typing import TYPE_CHECKING

from simulator.tui.table import Cell, FactTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.tui.rooms.story.seen import CloudView
    from simulator.tui.rooms.story.truth import TruthView


def tabulate_photo(view: "CloudView", truth: "TruthView | None", day: int) -> FactTable:
    """A row for each thing that was seen, is held or was concluded; the truth only where it is shown."""
    rows = [*_seen(view), *_known(view), *([] if truth is None else _really(truth))]
    return FactTable(title=f"{view.photo}-day-{day}", columns=("fact", "about", "value"), rows=rows)


def _seen(view: "CloudView") -> "Iterator[tuple[Cell, ...]]":
    yield "sight", None, view.sight.value
    yield from (("theme", each.name, each.score) for each in view.themes)
    yield from (("label", each.name, each.score) for each in view.labels)
    yield from (("face", box.person or None, box.face.score) for box in view.faces)
    yield "taken", None, view.taken or None
    yield "place", None, view.place or None
    yield from (("held", category.value, state.value) for category, state in view.fates.items())


def _known(view: "CloudView") -> "Iterator[tuple[Cell, ...]]":
    yield from (("here" if each.here else "elsewhere", each.letter, each.words) for each in view.people)
    yield from (("concluded", each.kind.value, each.claim) for each in view.conclusions)


def _really(truth: "TruthView") -> "Iterator[tuple[Cell, ...]]":
    for name, verdict in (("theme", truth.theme), ("faces", truth.faces), ("place", truth.place)):
        if verdict is not None:
            yield "really", name, verdict.words
