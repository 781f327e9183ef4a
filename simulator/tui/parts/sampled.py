"""A few photos of a camera roll, of as many kinds as there are."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.domain.photo import Photo
    from simulator.journey.scenario import Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoSample:
    """Some photos, and whose they are: by name, and in words."""

    name: str
    title: str
    photos: "tuple[Photo, ...]"


def sample_roll(scenario: "Scenario", most: int) -> PhotoSample:
    """The newest photo of each theme before day 0, people first, ``most`` at most."""
    person = scenario.live()
    taken = scenario.roll(person).photos
    earlier = [photo for photo in taken if photo.day < 0]
    newest = {photo.theme: photo for photo in earlier}
    chosen = sorted(newest.values(), key=lambda photo: (-len(photo.people), photo.id))[:most]
    return PhotoSample(
        name=person.name,
        title=f"{person.name}'s camera roll, {len(earlier)} photos, {scenario.life.title.lower()}",
        photos=tuple(sorted(chosen, key=lambda photo: photo.id)),
    )
