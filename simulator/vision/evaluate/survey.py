"""One evaluation from its inputs to its result, step by step, so that it can be watched and stopped."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from simulator.accuracy.conclusions import first_given_away
from simulator.accuracy.evaluation import Evaluation, Inputs, LeftOutAccuracy, evaluate
from simulator.accuracy.faces import Found
from simulator.accuracy.observed import Observation, ObservedRoll
from simulator.population.kinds import LifeKind
from simulator.vision.evaluate.leave_out import count_samples, draw_samples, measure_left_out
from simulator.vision.evaluate.observer import Observer, close_roll, count_photos_of, meet
from simulator.vision.evaluate.poses import measure_turns
from simulator.vision.evaluate.rounding import Rounding


@dataclass
class Survey:
    """Observes people, and keeps what it saw so far.

    INVARIANT: `result` may be asked for at any time, in the middle of `run` too.

    Args:
        kind: the life that all of them lead.
        inputs: see `Inputs`.
        rounding: compares with the float network, if given.
        leave_out: whether drawings that the head never saw are measured too.
    """

    kind: LifeKind
    inputs: Inputs
    rounding: Rounding | None = None
    leave_out: bool = False
    _rolls: list[ObservedRoll] = field(default_factory=list)
    _loose: list[Observation] = field(default_factory=list)
    _turns: list[Found] = field(default_factory=list)
    _left_out: LeftOutAccuracy | None = None
    _complete: bool = False

    def run(self) -> Iterator[str]:
        """Measure everything, saying before each step what comes.

        Raises:
            AnalyzerError: a model file is missing or is not the recorded one.
        """
        yield from self._observe_people()
        yield "faces drawn one by one"
        self._turns.extend(measure_turns(self.inputs.seed))
        if self.leave_out:
            yield from self._leave_out()
        self._complete = True

    def _observe_people(self) -> Iterator[str]:
        observer = Observer(self.rounding)
        days = self.inputs.days
        people = [meet(self.kind, self.inputs.seed, number, days) for number in range(self.inputs.people)]
        total, done = sum(count_photos_of(person, days) for person in people), 0
        for person in people:
            yield f"photo {done} of {total}"
            for seen in observer.observe_roll(person, days):
                self._loose.append(seen)
                done += 1
                yield f"photo {done} of {total}"
            roll = close_roll(person, tuple(self._loose))
            first_given_away(roll)  # takes seconds: done now, whoever stops the survey need not wait for it
            self._rolls.append(roll)
            self._loose.clear()

    def _leave_out(self) -> Iterator[str]:
        samples, total = [], count_samples()
        for sample in draw_samples(self.inputs.seed):
            samples.append(sample)
            yield f"drawing {len(samples)} of {total}"
        self._left_out = measure_left_out(samples)

    def result(self) -> Evaluation:
        """What was measured so far, marked incomplete unless `run` came to its end."""
        return evaluate(
            self.inputs,
            self._rolls,
            self._loose,
            by_turn=self._turns,
            left_out=self._left_out,
            rounding=None if self.rounding is None else self.rounding.result(),
            complete=self._complete,
        )
