"""An experiment with everything that it names: what a worker needs to play any of its people."""

from dataclasses import dataclass, replace
from hashlib import sha256

from simulator.behaviour.parameters import Parameters
from simulator.consent.app import App, Entry
from simulator.consent.prompt import Prompt
from simulator.domain.phone import Toggle
from simulator.domain.profile import AnalyzerProfile
from simulator.experiment.design import Arm, Experiment
from simulator.experiment.rules_code import hash_rules
from simulator.population.kinds import LifeKind
from simulator.terms.clause import Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """One arm, ready to be played: its prompt and app are as the arm wants them."""

    arm: Arm
    prompt: Prompt
    terms: Terms
    app: App


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The inputs of a run. The same plan gives the same numbers, whoever counts them and in whatever portions."""

    experiment: Experiment
    people: int
    seed: int
    lives: tuple[LifeKind, ...]
    profile: AnalyzerProfile
    parameters: Parameters
    worlds: tuple[World, ...]

    @property
    def last_day(self) -> int:
        return self.experiment.days - 1

    @property
    def weights(self) -> tuple[float, ...]:
        """Of the kinds of lives, in the order of ``lives``."""
        return tuple(self.experiment.lives.values())


def build_world(arm: Arm, prompt: Prompt, terms: Terms, app: App) -> World:
    """An arm with what it names, changed as it says."""
    if arm.asks == 1:
        prompt = replace(prompt, again_after=None)
    elif arm.again_after is not None:
        prompt = replace(prompt, again_after=arm.again_after)
    return World(arm=arm, prompt=prompt, terms=terms, app=app if arm.taps is None else with_taps(app, arm.taps))


def with_taps(app: App, taps: int) -> App:
    """The same app with the switch of cloud processing so many taps deep.

    Menus are taken from the way to it from the inside, or more of them are put in just before it; the other switch
    stays beside it where both lie in the same menu.
    """
    switch = app.switch(Toggle.CLOUD_PROCESSING)
    by_id = {entry.id: entry for entry in app.entries}
    above = switch.under
    for _ in range(max(0, app.taps(Toggle.CLOUD_PROCESSING) - taps)):
        above = by_id[above].under if above else None
    more: list[Entry] = []
    for number in range(max(0, taps - app.taps(Toggle.CLOUD_PROCESSING))):
        more.append(Entry(id=f"more-{number + 1}", label="More", under=above))
        above = more[-1].id
    moved = [
        replace(entry, under=above) if entry.toggle is not None and entry.under == switch.under else entry
        for entry in app.entries
    ]
    return replace(app, entries=(*moved, *more))


def fingerprint(plan: Plan) -> str:
    """A hash of everything that decides the numbers, the code of the rules included."""
    return sha256(f"{hash_rules()} {plan!r}".encode()).hexdigest()
