"""How far the silences of terms are trusted."""

from enum import StrEnum


class Reading(StrEnum):
    KINDEST = "kindest"
    HARSHEST = "harshest"
