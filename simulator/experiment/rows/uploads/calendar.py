"""Where every photo of a cohort stands: counted by person, day, and whether the phone would reach back for it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.consent.app import Selection
from simulator.population.cohort import Cohort
from simulator.population.occasions import HabitPiece, draw_occasions


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A piece, with what the phone makes of it.

    Attributes:
        reaches: whether the phone chooses the photos however old they are, shape ``(k,)``, or one answer for all.
    """

    piece: HabitPiece
    reaches: NDArray[np.bool_] | bool

    def reach_at(self, places: NDArray[np.intp]) -> NDArray[np.bool_]:
        """`reaches` of some of the occasions."""
        if isinstance(self.reaches, bool):
            return np.full(len(places), self.reaches)
        return self.reaches[places]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The photos of many people.

    Attributes:
        plain, reaching: photos of each day and person, ``int16``, shape ``(days, n)``; ``reaching`` are those that
            the phone chooses however old they are.
    """

    cohort: Cohort
    selection: Selection
    filed: tuple[Filed, ...]
    plain: NDArray[np.int16]
    reaching: NDArray[np.int16]


def file_photos(cohort: Cohort, selection: Selection) -> Calendar:
    """Draw every occasion of these lives and count its photos where they stand."""
    people, days = len(cohort.persons), cohort.days
    cells = np.zeros(2 * people * days, np.int16)
    reach = people * days
    filed = []
    older = [habit.theme in selection.older_themes for habit in cohort.kind.habits]
    begins = np.zeros(0, np.intp)
    for piece in draw_occasions(cohort):
        # The people of a piece are the first of those of the piece before, unless numbers are mixed.
        if isinstance(piece.number, np.ndarray) or not piece.number:
            begins = piece.rows * days
        place = begins[: len(piece.rows)] + piece.days
        reaches: NDArray[np.bool_] | bool = older[piece.habit]
        if reaches:
            place += reach
        elif selection.older_trips and piece.away is not None:
            reaches = piece.away
            place += piece.away * reach
        np.add.at(cells, place, piece.photos)
        filed.append(Filed(piece=piece, reaches=reaches))
    plain, reaching = (np.ascontiguousarray(half.reshape(people, days).T) for half in (cells[:reach], cells[reach:]))
    return Calendar(cohort=cohort, selection=selection, filed=tuple(filed), plain=plain, reaching=reaching)
