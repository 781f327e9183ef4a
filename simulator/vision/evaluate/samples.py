"""Photos to learn from, independent of how anybody in a story lives: all themes, drawings, lights and looks alike."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from simulator.domain.categories import Theme
from simulator.domain.people import AgeGroup, Appearance, HairStyle, Human, Pet, PetKind, Relation
from simulator.domain.photo import Camera, Light, Photo, Place, PlaceKind, Weather

_AGES = (AgeGroup.CHILD, AgeGroup.TEEN, AgeGroup.ADULT, AgeGroup.ADULT, AgeGroup.ADULT, AgeGroup.ELDER)
_ORIENTATIONS = (1, 1, 3, 6, 8)
_ALWAYS_SOMEBODY = frozenset({Theme.SELFIE, Theme.PORTRAIT, Theme.CHILD, Theme.WEDDING, Theme.GRADUATION})
_ALWAYS_A_PET = frozenset({Theme.PET})
_MOST_PEOPLE = 4
_SOMETIMES = 0.25
_SOMEWHERE = Place(id="somewhere", name="Somewhere", kind=PlaceKind.TOWN, latitude=0.0, longitude=0.0)
_CAMERA = Camera(make="Rollcall", model="Darkroom")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Everybody who can be in the photos of one set; another seed gives other people."""

    people: tuple[Human, ...]
    pets: tuple[Pet, ...]


def make_pool(seed: int, people: int) -> Pool:
    """``people`` strangers and four pets of each kind."""
    luck = Random(f"pool/{seed}")
    humans = tuple(
        Human(id=f"h{number}", name=f"Person {number}", relation=Relation.FRIEND, look=_make_look(luck))
        for number in range(people)
    )
    pets = tuple(
        Pet(id=f"{kind}-{number}", name=f"Pet {number}", kind=kind, coat=luck.random())
        for kind in PetKind
        for number in range(4)
    )
    return Pool(people=humans, pets=pets)


def _make_look(luck: Random) -> Appearance:
    age = luck.choice(_AGES)
    grown = age in {AgeGroup.ADULT, AgeGroup.ELDER}
    styles = [style for style in HairStyle if grown or style is not HairStyle.BALD]
    return Appearance(
        age=age,
        skin=luck.random(),
        hair_color=luck.random(),
        hair_style=luck.choice(styles),
        face_width=luck.uniform(-1, 1),
        face_length=luck.uniform(-1, 1),
        jaw=luck.uniform(-1, 1),
        eye_spacing=luck.uniform(-1, 1),
        eye_size=luck.uniform(-1, 1),
        brow=luck.uniform(-1, 1),
        nose=luck.uniform(-1, 1),
        mouth=luck.uniform(-1, 1),
        iris=luck.random(),
        beard=luck.random() if grown and luck.random() < _SOMETIMES else 0.0,
        glasses=luck.random() < _SOMETIMES,
        freckles=luck.random() < _SOMETIMES,
        earrings=luck.random() < _SOMETIMES,
        outfit=luck.random(),
    )


def sample_photos(seed: int, pool: Pool, theme: Theme, drawings: int, count: int) -> Iterator[tuple[int, Photo]]:
    """``count`` photos of a theme, all its ``drawings`` in turn; each with the number of its drawing."""
    for number in range(count):
        luck = Random(f"{seed}/{theme}/{number}")
        drawing = number % drawings
        fewest = 1 if theme in _ALWAYS_SOMEBODY else 0
        people = luck.sample(pool.people, min(luck.randint(fewest, _MOST_PEOPLE), len(pool.people)))
        pets = luck.sample(pool.pets, luck.randint(1, 2) if theme in _ALWAYS_A_PET else 0)
        yield (
            drawing,
            Photo(
                id=f"{theme}-{number}",
                day=luck.randrange(365),
                minute=luck.randrange(24 * 60),
                utc_offset=0,
                theme=theme,
                variant=(drawing + 0.5) / drawings,
                key=luck.getrandbits(64),
                place=_SOMEWHERE,
                located=False,
                people=tuple(human.id for human in people),
                pets=tuple(pet.id for pet in pets),
                light=luck.choice(tuple(Light)),
                weather=luck.choice(tuple(Weather)),
                camera=_CAMERA,
                orientation=luck.choice(_ORIENTATIONS),
                occasion="practice",
                favourite=False,
            ),
        )
