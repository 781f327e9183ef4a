"""What a check of a prompt finds."""

from dataclasses import dataclass
from enum import StrEnum


class Weight(StrEnum):
    """An error makes one answer easier than the other. A warning is what cannot be even, or is not said."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asymmetry:
    """One thing that a check found, in one sentence."""

    check: str
    weight: Weight
    says: str

    @property
    def page(self) -> str:
        """The page that explains the check."""
        return f"docs/checks/prompts/{self.check}.md"
