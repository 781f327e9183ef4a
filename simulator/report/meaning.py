"""What two sets of terms would mean today for what one person has at the company, kind by kind; aloud and as JSON."""

from collections.abc import Iterator, Mapping
from typing import Any

from simulator.domain.agree import agree
from simulator.domain.categories import DataCategory
from simulator.domain.data_kinds import DATA_KINDS
from simulator.domain.log import to_json
from simulator.report.lines import paragraph
from simulator.retention.meaning import Fared, Lot, Meaning, Standing
from simulator.terms.clause import Clock, Terms


def tell_fared(fared: Fared, number: int = 1) -> str:
    """``goes from day 80, no end said (photos.removal)``; ``go`` of several things."""
    match fared.lot:
        case Lot.NEVER:
            said = "never held"
        case Lot.STAYS:
            said = agree(number, "stays", "stay")
        case Lot.NOT_SAID:
            return "not said"
        case Lot.GOES:
            ends = "no end said" if fared.ends is None else f"gone by day {fared.ends}"
            said = f"{agree(number, 'goes', 'go')} from day {fared.begins}, {ends}"
    return f"{said} ({fared.clause})"


def tell_kind(meaning: Meaning, category: DataCategory) -> str:
    """How the things of one kind fare; counted only where they do not fare alike."""
    fared = meaning.of(category)
    if len(fared) == 1:
        return tell_fared(next(iter(fared)))
    return "; ".join(f"{number} {tell_fared(each, number)}" for each, number in _alike(fared))


def _alike(fared: Mapping[Fared, int]) -> Iterator[tuple[Fared, int]]:
    """One of each that are told in the same words, and how many there are of these."""
    for words, each in {tell_fared(each): each for each in fared}.items():
        yield each, sum(number for other, number in fared.items() if tell_fared(other) == words)


def group_kinds(meanings: tuple[Meaning, Meaning]) -> Mapping[tuple[str, str], str]:
    """What becomes of it under either set, in words, and the kinds of which that is so, each with its number."""
    grouped: dict[tuple[str, str], list[str]] = {}
    for category in DataCategory:
        if number := sum(meanings[0].of(category).values()):
            said = tell_kind(meanings[0], category), tell_kind(meanings[1], category)
            grouped.setdefault(said, []).append(f"{DATA_KINDS[category].name} {number}")
    return {said: ", ".join(kinds) for said, kinds in grouped.items()}


def tell_standing(standing: Standing, today: str = "today") -> str:
    """By which withdrawal things are settled, as the end of a sentence: ``after the withdrawal of day 38``."""
    if not standing.consented:
        return f"without a yes, settled as if one were withdrawn {today}"
    if standing.on_its_way:
        return f"if the withdrawal that is on its way came {today}"
    if standing.stands:
        return f"if {'another' if standing.came else 'a'} withdrawal came {today}"
    day, clock = standing.came[-1]
    return f"after the {'end of the account on' if clock is Clock.ACCOUNT_DELETED else 'withdrawal of'} day {day}"


def tell_meanings(
    terms: tuple[Terms, Terms], meanings: tuple[Meaning, Meaning], day: int, standing: Standing
) -> Iterator[str]:
    """Kind by kind under either set; kinds that fare alike stand together."""
    yield paragraph(f"What is held on day {day}, {tell_standing(standing, 'that day')}:")
    grouped = group_kinds(meanings)
    for said, kinds in grouped.items():
        yield paragraph(f"{kinds}:", indent=2)
        for each, words in zip(terms, said, strict=True):
            yield paragraph(f"{each.id}: {words}.", indent=4)
    if not grouped:
        yield "  Nothing is held."


def meaning_as_record(meaning: Meaning) -> list[dict[str, Any]]:
    """The same of one set, as one array."""
    return [
        {**to_json(fared), "count": number}
        for category in DataCategory
        for fared, number in meaning.of(category).items()
    ]
