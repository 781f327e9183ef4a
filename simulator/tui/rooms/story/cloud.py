"""The cloud's view: one photo as the company has it, what its analyzer saw, and what it has put together so far."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.message import Message

from simulator.domain.categories import DataCategory
from simulator.tui.held.fates import FATES
from simulator.tui.parts.charts.eighths import draw_bar
from simulator.tui.parts.columns import fit
from simulator.tui.parts.told import Told
from simulator.tui.rooms.story.seen_photo import SeenPhoto

if TYPE_CHECKING:
    from PIL.Image import Image
    from textual.app import ComposeResult

    from simulator.domain.analysis import Label
    from simulator.tui.pictures import Render
    from simulator.tui.rooms.story.seen import CloudView
    from simulator.tui.rooms.story.truth import Agreement, TruthView

_HEAD = 8  # cells before the words of a row: its name and the mark of a fate
_PERCENT = 5
_LONG_NAME = 24  # cells that nearly every name of a label goes into
_LEAST_NAME = 6
_LEAST_BAR, _MOST_BAR = 3, 20
_DIM = "$foreground 60%"
_WIDE = 64  # cells from which on what is known so far stands beside what was seen
_SHOWN = (DataCategory.LABELS, DataCategory.FACE_BOX, DataCategory.TIME, DataCategory.PLACE)


class Cloud(Container, can_focus=True):
    """Picture above, facts below; where it is wide, what is known so far stands beside what was seen."""

    DEFAULT_CSS = """
    Cloud { background: $surface; color: $foreground; layout: vertical; }
    Cloud #picture { height: 45%; min-height: 4; }
    Cloud #facts { height: 1fr; padding: 0 0 0 1; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    Cloud #seen, Cloud #known { height: auto; width: 1fr; }
    Cloud #facts.-beside { layout: horizontal; }
    Cloud #facts.-beside #known { margin: 0 0 0 2; }
    """
    BINDINGS: ClassVar[list[Any]] = [
        Binding("up", "lines(-1)", "Up", show=False),
        Binding("down", "lines(1)", "Down", show=False),
        Binding("enter", "open", "Open"),
    ]

    class Opened(Message):
        """The photo shall fill the screen."""

    def __init__(self, render: "Render", *, id: str | None = None) -> None:  # noqa: A002  (Textual's name for it)
        super().__init__(id=id)
        self._renderer = render
        self._shown: tuple[CloudView, TruthView | None] | None = None

    def compose(self) -> "ComposeResult":
        yield SeenPhoto(self._renderer, id="picture")
        with VerticalScroll(id="facts", can_focus=False):
            yield Told(id="seen")
            yield Told(id="known")

    def bring(self, view: "CloudView", truth: "TruthView | None", image: "Image | None") -> None:
        """Show this; the truth is None unless it was asked for."""
        self.query_one(SeenPhoto).bring(image, view, open_eyes=truth is not None)
        if (view, truth) == self._shown:
            return
        self._shown = (view, truth)
        self._write()

    def _write(self) -> None:
        if self._shown is None:
            return
        view, truth = self._shown
        width = self.query_one("#facts").scrollable_content_region.width
        width = width // 2 - 1 if self.query_one("#facts").has_class("-beside") else width
        how = "the newest" if view.newest else "picked; escape follows the story again"
        head = [Content.assemble((view.photo, "bold"), (f"  {how}", _DIM))] if view.photo else []
        self.query_one("#seen", Told).tell([*head, *tell_seen(view, truth, width)])
        self.query_one("#known", Told).tell(tell_known(view, truth))

    def on_resize(self) -> None:
        self.query_one("#facts").set_class(self.size.width >= _WIDE, "-beside")
        self.call_after_refresh(self._write)

    def action_lines(self, by: int) -> None:
        """Scroll the facts."""
        self.query_one("#facts").scroll_relative(y=by, animate=False)

    def action_open(self) -> None:
        """Let the photo fill the screen."""
        self.post_message(self.Opened())

    def on_click(self) -> None:
        self.focus()


def tell_seen(view: "CloudView", truth: "TruthView | None", width: int) -> Iterator[Content]:
    """What the analyzer saw in this photo, with what has become of each kind of it, in rows of this width."""
    if not view.photo:
        yield Content.styled("The company has nothing to look at.", _DIM)
        return
    if view.analysed:
        yield from _labels("theme", view.themes, view, width)
    if truth is not None:
        yield from _verdict(truth.theme)
    if view.analysed:
        yield from _labels("label", view.labels, view, width)
        yield _row("faces", _tell_faces(view), view, DataCategory.FACE_BOX)
    if truth is not None:
        yield from _verdict(truth.faces)
    if view.analysed:
        yield _row("taken", view.taken or "not in the file", view, DataCategory.TIME)
        yield _row("place", view.place or "not in the file", view, DataCategory.PLACE)
    if truth is not None:
        yield from _verdict(truth.place)
    others = [category for category in view.fates if category not in _SHOWN]
    yield from _others(view, others, width)
    if not view.analysed:
        yield Content.styled(f"The company knows nothing of it: {view.sight}.", _DIM)


def tell_known(view: "CloudView", truth: "TruthView | None") -> Iterator[Content]:
    """Who keeps appearing, and what was concluded."""
    if view.people:
        yield Content.styled("People so far", "bold underline")
    for person in sorted(view.people, key=lambda person: -len(person.inference.photos)):
        here = " ◂ here" if person.here else ""
        yield Content.assemble((f" {person.letter} ", "bold reverse"), f" {person.words}", (here, "bold $warning"))
        if truth is not None:
            yield from _verdict(truth.claims.get(person.inference.id))
    if view.conclusions:
        yield Content.styled("Concluded so far", "bold underline")
    for inference in view.conclusions:
        yield Content.assemble((f"{inference.kind} ", "bold $accent"), inference.claim)
        if truth is not None:
            yield from _verdict(truth.claims.get(inference.id))
    if not view.people and not view.conclusions:
        yield Content.styled("Nothing has been put together yet.", _DIM)


def _head(name: str, category: DataCategory | None, view: "CloudView") -> Iterator[tuple[str, str]]:
    """The name of a row and the mark of what has become of it."""
    state = None if category is None else view.fates.get(category)
    yield (f"{name:<6}", _DIM)
    yield (f"{FATES[state].mark} ", f"bold ${FATES[state].color}") if state is not None else ("  ", "")


def _row(name: str, words: str, view: "CloudView", category: DataCategory) -> Content:
    return Content.assemble(*_head(name, category, view), words)


def _tell_faces(view: "CloudView") -> str:
    """``2 found: A 97%, 2 88%``: a letter is somebody who keeps appearing."""
    found = ", ".join(f"{box.person or box.number} {box.face.score:.0%}" for box in view.faces)
    return f"{len(view.faces)} found: {found}" if found else "none found"


def _labels(name: str, labels: "Sequence[Label]", view: "CloudView", width: int) -> Iterator[Content]:
    if not labels:
        yield _row(name, "unknown", view, DataCategory.LABELS)
    both = width - _HEAD - 1 - _PERCENT
    bar = min(max(both // 3, both - _LONG_NAME, _LEAST_BAR), _MOST_BAR)
    room = max(min(both - bar, _LONG_NAME), _LEAST_NAME)
    for place, label in enumerate(labels):
        head = _head(name, DataCategory.LABELS, view) if place == 0 else [(" " * _HEAD, "")]
        words = fit(label.name.replace("_", " "), room)
        color = "$accent" if name == "theme" else "$primary"
        yield Content.assemble(*head, f"{words} ", (draw_bar(label.score, bar), color), f"{label.score:>{_PERCENT}.0%}")


def _others(view: "CloudView", categories: "Sequence[DataCategory]", width: int) -> Iterator[Content]:
    """What else was made of the photo, each with its mark; no name is broken in two."""
    rows: list[list[Content]] = [[]]
    for category in categories:
        sign = FATES[view.fates[category]]
        name = category.rpartition(".")[2].replace("_", " ")
        piece = Content.assemble((sign.mark, f"bold ${sign.color}"), f" {name}  ")
        if rows[-1] and _HEAD + sum(each.cell_length for each in rows[-1]) + piece.cell_length > width:
            rows.append([])
        rows[-1].append(piece)
    for place, row in enumerate(rows):
        if row:
            head = Content.assemble(*_head("held", None, view)) if place == 0 else Content(" " * _HEAD)
            yield Content("").join([head, *row]).rstrip()


def _verdict(verdict: "Agreement | None") -> Iterator[Content]:
    if verdict is None:
        return
    sign, color = {True: ("✓", "$success"), False: ("≠", "$error"), None: ("·", _DIM)}[verdict.hit]
    yield Content.assemble(("truth ", _DIM), (f"{sign} ", f"bold {color}"), (verdict.words, f"italic {color}"))
