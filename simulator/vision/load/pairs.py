"""The pairs of things that are measured in turn; results name them by these values."""

from enum import StrEnum


class Pair(StrEnum):
    FLOATS_BY_ONE = "floats to int8, 1 at a time"
    FLOATS_BY_EIGHT = "floats to int8, 8 at a time"
    WORKERS = "one worker to two, 8 photos"
    WHOLE_WAY = "end to end to bare network"
    FRESH_PROCESS = "fresh process to first labelled photo, to bare imports"
