"""The stages of one photo's way through the analyzer, and a stopwatch for them."""

from enum import StrEnum
from time import perf_counter


class LapStage(StrEnum):
    """What is done with a photo, in this order; the analyzer itself stores nothing."""

    READ = "read"
    DECODE = "decode"
    RESIZE = "resize"
    NETWORK = "network"
    FACES = "faces"
    POST = "post-processing"
    STORE = "store"


def keep_no_laps(stage: LapStage) -> None:
    """For whoever does not want to know."""


class Stopwatch:
    """Adds nothing up: one list of laps for each stage.

    Attributes:
        milliseconds: by stage, one entry a photo, in the order of the photos.
    """

    def __init__(self) -> None:
        self.milliseconds: dict[LapStage, list[float]] = {}
        self._last = perf_counter()

    def start(self) -> None:
        """The first stage of a photo begins now."""
        self._last = perf_counter()

    def lap(self, stage: LapStage) -> None:
        """This stage ends now, and the next begins."""
        now = perf_counter()
        self.milliseconds.setdefault(stage, []).append((now - self._last) * 1000)
        self._last = perf_counter()
