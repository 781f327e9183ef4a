"""How it ended for a person in one world, and the step at which two worlds part for them."""

from enum import IntEnum


class End(IntEnum):
    """Where a person stands on the last day."""

    NO = 0
    YES = 1
    WITHDRAWN = 2


class Why(IntEnum):
    """The step at which two worlds part for a person; up to 7 as `consent.behave.Cause` has it."""

    NONE = 0
    NOTICED = 1
    READ = 2
    GLANCED = 3
    PERSUADED = 4
    GAVE_IN = 5
    TRICKED = 6
    SLIPPED = 7
    ASKED_AGAIN = 8
    AWARE = 9
    LOOKED = 10
    FOUND = 11
    SWITCHED = 12
    HELD_ON = 13
    IN_TIME = 14
