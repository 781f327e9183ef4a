"""Several things timed in turn, so that whatever disturbs the machine disturbs all of them alike."""

from collections.abc import Callable, Sequence

from simulator.vision.load.clock import SecondsClock


def take_turns(things: Sequence[Callable[[], object]], rounds: int, clock: SecondsClock) -> list[list[float]]:
    """Milliseconds of each thing, one a round; every round begins with another of them. The first round is not kept."""
    timings: list[list[float]] = [[] for _ in things]
    for turn in range(rounds + 1):
        for place in range(len(things)):
            which = (turn + place) % len(things)
            start = clock.now()
            things[which]()
            if turn:
                timings[which].append((clock.now() - start) * 1000)
    return timings
