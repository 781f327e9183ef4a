"""Days of a story, as numbers."""

from typing import Final

NEVER: Final = -1  # in a column of days: it does not happen
