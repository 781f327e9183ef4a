"""Faces and names, given by luck and kept for life."""

from functools import cache
from typing import TYPE_CHECKING

from simulator.domain.people import AgeGroup, Appearance, HairStyle, Human, Relation
from simulator.population.luck import Luck

if TYPE_CHECKING:
    from faker.providers.person.en_US import Provider


_LONG_HAIR = (HairStyle.LONG, HairStyle.BOB, HairStyle.CURLY, HairStyle.BUN, HairStyle.TIED, HairStyle.SHORT)
_SHORT_HAIR = (HairStyle.SHORT, HairStyle.CROPPED, HairStyle.CURLY, HairStyle.SHORT, HairStyle.BALD, HairStyle.CROPPED)
_FAIR_SKIN = 0.3
_AGE_OF = {
    Relation.CHILD: AgeGroup.CHILD,
    Relation.FRIENDS_CHILD: AgeGroup.CHILD,
    Relation.PARENT: AgeGroup.ELDER,
}


@cache
def _names() -> "Provider":
    from faker.generator import Generator
    from faker.providers.person.en_US import Provider

    return Provider(Generator())


def _name(luck: Luck, who: str, *, feminine: bool, taken: set[str]) -> str:
    names = _names()
    for attempt in range(1000):
        names.generator.seed_instance(luck.bits(f"name/{who}", attempt) & 0xFFFFFFFF)
        name = str(names.first_name_female() if feminine else names.first_name_male())
        if name not in taken:
            return name
    return who


def _look(luck: Luck, who: str, *, age: AgeGroup, feminine: bool, skin: float) -> Appearance:
    def offset(part: str) -> float:
        return round(2 * luck.uniform(f"look/{who}/{part}") - 1, 3)

    def share(part: str) -> float:
        return round(luck.uniform(f"look/{who}/{part}"), 3)

    # Light hair and light eyes go with light skin more often than luck alone would have it; assumed.
    palest = 1.0 if age is AgeGroup.ELDER else 1 - 0.8 * skin
    grown_man = not feminine and age in {AgeGroup.ADULT, AgeGroup.ELDER}
    style = luck.pick(_LONG_HAIR if feminine else _SHORT_HAIR, f"look/{who}/style")
    if age is AgeGroup.CHILD and style in {HairStyle.BALD, HairStyle.BUN}:
        style = HairStyle.SHORT
    return Appearance(
        age=age,
        skin=skin,
        hair_color=round(palest * share("hair"), 3),
        hair_style=style,
        face_width=offset("face_width"),
        face_length=offset("face_length"),
        jaw=offset("jaw"),
        eye_spacing=offset("eye_spacing"),
        eye_size=offset("eye_size"),
        brow=offset("brow"),
        nose=offset("nose"),
        mouth=offset("mouth"),
        iris=round((1 - 0.8 * skin) * share("iris"), 3),
        beard=round(luck.uniform(f"look/{who}/beard_length"), 3)
        if grown_man and luck.chance(0.4, f"look/{who}/beard")
        else 0.0,
        glasses=luck.chance(0.45 if age is AgeGroup.ELDER else 0.22, f"look/{who}/glasses"),
        freckles=luck.chance(0.3 if skin < _FAIR_SKIN else 0.05, f"look/{who}/freckles"),
        earrings=feminine and age is not AgeGroup.CHILD and luck.chance(0.5, f"look/{who}/earrings"),
        outfit=share("outfit"),
    )


def name_cast(luck: Luck, roles: tuple[tuple[str, Relation], ...]) -> tuple[Human, ...]:
    """Give everybody a face and a name of their own.

    Args:
        luck: the owner's luck; every role has a purpose of its own, so that one role more changes nobody else's face.
        roles: the id and the relation of each human; the owner comes first.
    """
    taken: set[str] = set()
    cast = []
    family_skin = luck.uniform("look/family/skin")
    for who, relation in roles:
        feminine = luck.chance(0.5, f"feminine/{who}")
        family = relation in {Relation.OWNER, Relation.CHILD, Relation.PARENT}
        own = luck.uniform(f"look/{who}/skin")
        skin = round(min(1.0, max(0.0, family_skin + 0.16 * (own - 0.5))) if family else own, 3)
        age = _AGE_OF.get(relation, AgeGroup.ADULT)
        name = _name(luck, who, feminine=feminine, taken=taken)
        taken.add(name)
        look = _look(luck, who, age=age, feminine=feminine, skin=skin)
        cast.append(Human(id=who, name=name, relation=relation, look=look))
    return tuple(cast)


def name_of(seed: int, person: int) -> str:
    """The first name of row ``person`` of the population of ``seed``: the owner's of the same camera roll."""
    return name_cast(Luck(seed, person), (("owner", Relation.OWNER),))[0].name
