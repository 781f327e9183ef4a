"""The company looks at what was sent."""

from collections.abc import Callable, Iterator

from simulator.domain.categories import DataCategory, Purpose
from simulator.domain.events import Event, PhotoAnalysed
from simulator.domain.photo import Photo
from simulator.journey.hold import hold, item_id
from simulator.journey.ports import Analyzer, PictureFile
from simulator.journey.world import World
from simulator.terms.decide import DecisionTable


def analyse(
    world: World, table: DecisionTable, photo: Photo, analyzer: Analyzer, develop: Callable[[Photo], bytes]
) -> Iterator[Event]:
    """What the analyzer believes about one uploaded photo, and what is held because of it.

    Args:
        world: the state after the upload.
        table: the terms.
        photo: the photo; the analyzer is handed its file and never its truth.
        analyzer: whatever looks at the file.
        develop: makes the file, when it is asked for.
    """
    analysis = analyzer.analyze(PictureFile(name=photo.id, read=lambda: develop(photo)))
    yield PhotoAnalysed(day=world.day, photo=photo.id, analysis=analysis)
    original = item_id(world, photo.id, DataCategory.ORIGINAL)
    made = [DataCategory.EMBEDDING, DataCategory.LABELS]
    if analysis.faces:
        made += [DataCategory.FACE_BOX, DataCategory.FACE_TEMPLATE]
    for category in made:
        yield from hold(world, table, photo.id, category, Purpose.ANALYSE, parents=(original,), photos=(photo.id,))
