"""What a story needs from the world outside: somebody who answers, and something that looks at pictures."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from simulator.domain.analysis import Analysis


@dataclass(frozen=True, slots=True)
class PictureFile:
    """What leaves the phone: a name and, if anybody asks for them, the bytes of a picture.

    INVARIANT: it carries no truth about the photo; an analyzer has nothing else to go by.
    """

    name: str
    read: Callable[[], bytes]


class Analyzer(Protocol):
    """Something that looks at one picture file at a time."""

    def analyze(self, picture: PictureFile) -> Analysis:
        """What it believes to see.

        Raises:
            AnalyzerError: the file is not a picture, is damaged, or is larger than the bounds allow.
        """
        ...
