"""What was held on a day of a story as it was played under a set of terms."""

from dataclasses import dataclass

from simulator.tui.held.holdings import count_figures
from simulator.tui.held.in_force import InForce
from simulator.tui.playing.playback import Playback


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBand:
    """Read most kindly, and most harshly, of all that was ever held."""

    created: int
    kindest: int
    harshest: int

    def tell(self) -> str:
        """``12 to 118 still held of 660 ever held``; one number where both readings come to the same."""
        band = f"{self.kindest}" if self.kindest == self.harshest else f"{self.kindest} to {self.harshest}"
        return f"{band} still held of {self.created} ever held"


def end_of(playback: Playback, rules: InForce, day: int) -> HeldBand:
    """The figures of that day in that world."""
    ledger = playback.world(playback.moments[playback.moment_on(day)].at).ledger
    figures = count_figures(ledger, rules, day)
    return HeldBand(created=figures.created, kindest=figures.kindest, harshest=figures.harshest)
