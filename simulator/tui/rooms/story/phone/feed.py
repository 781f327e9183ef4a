"""What the app shows when nobody asks and nobody looks for anything: a feed, a composer, ideas."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from simulator.domain.agree import write_count
from simulator.domain.events import StoryStarted
from simulator.domain.photo import Photo
from simulator.journey.wording import write_month
from simulator.journey.world import World
from simulator.tui.rooms.story.phone.glance import Look, Piece, Row, Tap, Touch
from simulator.tui.rooms.story.phone.wrapped import BLANK, FORTH, ends, paragraph

_PICTURE = 6  # rows
_LOOK_BACK = 30  # days; a memory is at least as old, where the roll reaches so far
_SAID = (
    "Rain all day. The tomatoes are happy, I am not.",
    "Does anybody have a drill to lend?",
    "Finished the book. What next?",
    "Two tickets left for Saturday.",
    "The bakery on the corner is open again.",
    "Found a blue glove by the bus stop.",
    "Soup weather, finally.",
)


def view_feed(world: World, started: StoryStarted, day: int, width: int) -> Iterator[Row]:
    """Two posts, and between them a photo of one's own."""
    names = [human.name for human in started.cast[1:]] or ["Plaza"]
    yield from _view_post(names[day % len(names)], f"{day % 5 + 1} h", _SAID[day % len(_SAID)], width)
    if (photo := _memory(world, day)) is not None:
        on = _written(photo.day, started)
        yield ends(" Your memory", f"{on} ", Look.STRONG)
        yield from _view_picture(photo.id, _PICTURE)
        yield Row((Piece(" ♥   ↗ Share", Look.DIM),))
        yield Row((Piece("─" * width, Look.DIM),))
    other = day + 1
    yield from _view_post(names[other % len(names)], f"{other % 7 + 3} h", _SAID[(day + 3) % len(_SAID)], width)


def view_composer(world: World, day: int, width: int) -> Iterator[Row]:
    """A story being made from the newest photo."""
    yield Row((Piece(" ✕ ", Look.STRONG, Tap(Touch.HOME)), Piece("New story", Look.STRONG)))
    newest = [photo for photo in world.roll.values() if photo.day <= day][-1:]
    for photo in newest:
        yield from _view_picture(photo.id, _PICTURE + 3)
    yield BLANK
    yield from paragraph("Say something ...", width - 2, Look.DIM, indent=1)
    yield BLANK
    yield ends(" Aa   ♥   ↗", f"Share {FORTH} ", Look.STRONG)


def view_ideas(world: World, width: int, fates: dict[str, str]) -> Iterator[Row]:
    """The ideas tray, newest first; ``fates`` are what was done with some of them, by id."""
    yield Row((Piece(" ✕ ", Look.STRONG, Tap(Touch.HOME)), Piece("Ideas made for you", Look.STRONG)))
    yield from paragraph("Only you see these.", width - 2, Look.DIM, indent=1)
    for number, idea in enumerate(reversed(tuple(world.ideas.values()))):
        if not number:
            yield from _view_picture(idea.photos[0], _PICTURE)
        yield from paragraph(idea.title, width - 2, Look.STRONG if not number else Look.PLAIN, indent=1)
        made = f"{idea.kind.replace('_', ' ')}, {write_count(len(idea.photos), 'photo')}"
        yield ends(f" {made}", f"{fates.get(idea.id, '')} ", Look.DIM)


def _view_post(name: str, when: str, text: str, width: int) -> Iterator[Row]:
    yield ends(f" {name}", f"{when} ", Look.STRONG)
    yield from paragraph(text, width - 2, indent=1)
    yield Row((Piece(" ♥   ↗ Share", Look.DIM),))
    yield Row((Piece("─" * width, Look.DIM),))


def _view_picture(photo: str, rows: int) -> Sequence[Row]:
    return [Row(photo=(photo, line, rows)) for line in range(rows)]


def _memory(world: World, day: int) -> Photo | None:
    """A photo of about a month ago; what it is of plays no part, since nobody but its owner knows."""
    found = None
    for photo in world.roll.values():
        if found is not None and photo.day > day - _LOOK_BACK:
            break
        found = photo
    return found


def _written(day: int, started: StoryStarted) -> str:
    from datetime import date

    on = date.fromisoformat(started.starts) + timedelta(days=day)
    return f"{on.day} {write_month(on)}"
