"""What of the user's own shall be measured."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """As it was typed; what is empty is as shipped."""

    photos: str = ""
    model: str = ""
    rate: str = ""

    @property
    def words(self) -> str:
        """Which of them are there, and the rate: ``photos, model, 3/s``, or ``none``."""
        named = [name for name, text in (("photos", self.photos), ("model", self.model)) if text]
        return ", ".join([*named, *([f"{self.rate}/s"] if self.rate else [])]) or "none"
