"""The numbers of the behaviour model: each with its range, how well it is known, and where it comes from.

All effects are in log-odds unless their name says otherwise. They live in one file, `scenarios/behaviour/*.toml`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from enum import StrEnum

from simulator.domain.errors import ConsentError


class Grade(StrEnum):
    """How well a number is known: read off a study, fitted or worked out from several, or made up."""

    MEASURED = "measured"
    DERIVED = "derived"
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One number of the model.

    Attributes:
        value: what the model uses.
        start: what it was before it was fitted; the fit is drawn back to it.
        range: the least and the most that would still agree with what was published; two standard errors.
        fitted: whether `rollcall calibrate` may move it.
    """

    value: float
    start: float
    range: tuple[float, float]
    fitted: bool = False
    grade: Grade
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Want:
    """What a person wants, before any prompt.

    Attributes:
        value: log-odds that a person of average taste, knowing everything, wants what is asked.
        benefit, trust, concern: what one standard deviation of each trait adds, or takes.
        knowledge: share of the effect of a text on consequences that is knowledge rather than fright.
    """

    value: Parameter
    benefit: Parameter
    trust: Parameter
    concern: Parameter
    knowledge: Parameter


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Whether a prompt that can be ignored is answered at all: ``base`` for a bar at the top of a desktop's screen.

    ``salience`` is for a yes that draws the eye wholly against a no that does not at all.
    """

    base: Parameter
    prominence: Parameter
    mobile: Parameter
    large: Parameter
    salience: Parameter


@dataclass(frozen=True, slots=True, kw_only=True)
class Attend:
    """Whether it is read before it is answered.

    Attributes:
        concern, haste: per standard deviation of the trait.
        habituation: taken off for every doubling of the number of times it was seen.
        rest: added again when the last time was not the same day.
        attractor: added by a text that alarms, or a pause built to be read.
        urgency: taken off in the middle of something else.
        repeat: share of the meetings after the first that go as the first one did, 0 to 1.
    """

    base: Parameter
    concern: Parameter
    haste: Parameter
    habituation: Parameter
    rest: Parameter
    attractor: Parameter
    urgency: Parameter
    repeat: Parameter


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadTaps:
    """What somebody taps who does not read.

    Attributes:
        gist: how much of what they want comes through, 0 to 1.
        habit: pull of whatever makes it go away by going on.
        salience: for a yes that draws the eye wholly against a no that does not at all.
        order: for a yes that stands where dialogs have what goes on.
    """

    gist: Parameter
    habit: Parameter
    salience: Parameter
    order: Parameter


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """What weighs on everybody who would refuse: ``hidden`` if the first screen has no way to, ``step`` for each more.

    ``again`` is for each time that a no was not taken, ``forced`` if something else is lost by it, ``shame`` for
    readers.
    """

    hidden: Parameter
    step: Parameter
    shame: Parameter
    again: Parameter
    forced: Parameter


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What the text does to those who read it, and what is set already does to all.

    Attributes:
        consequences: a text that stresses what follows.
        purpose: a text that says what for.
        concealed: price or risk where nobody looks.
        social, scarcity: others said yes; time is short.
        trick: share of those who mean no and say yes, because the wording is turned round; not log-odds.
        default: a yes that is set already, for those who choose.
        inertia: share of those who do not read that leave as it is what is set already; not log-odds.
        boxes: several kinds of consent side by side.
        tick: a yes to everything that has to be ticked box by box.
    """

    consequences: Parameter
    purpose: Parameter
    concealed: Parameter
    social: Parameter
    scarcity: Parameter
    trick: Parameter
    default: Parameter
    inertia: Parameter
    boxes: Parameter
    tick: Parameter


@dataclass(frozen=True, slots=True, kw_only=True)
class MisTaps:
    """Mis-taps: the share on buttons of ``enough`` millimetres or more, and the log-odds for each one less."""

    slip: Parameter
    small: Parameter
    enough: Parameter


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """Seconds to the first glance, and medians of an answer without and with reading; ``spread`` of their logarithm."""

    glance: Parameter
    unread: Parameter
    read: Parameter
    spread: Parameter


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """Finding out, looking for the switch, and finding it; all shares.

    Attributes:
        notice: chance in a day that somebody who does not want it becomes aware that it is on.
        change: chance in a day that somebody who wanted it wants it no more.
        look: chance that somebody who became aware looks for the switch.
        menu: chance to take the right entry of a menu without help.
        toggle: chance to take the right one of two switches that are easily mixed up.
        confirm: chance to hold on when asked whether one is sure.
        wrong: seconds that a search costs beyond the taps of somebody who knows the way, per menu.
    """

    notice: Parameter
    change: Parameter
    look: Parameter
    menu: Parameter
    toggle: Parameter
    confirm: Parameter
    wrong: Parameter


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """The registry. Groups follow the order in which a person meets a question."""

    id: str
    title: str
    about: str
    want: Want
    notice: Notice
    attend: Attend
    glance: UnreadTaps
    press: Press
    words: Words
    finger: MisTaps
    time: Time
    leave: Leave

    def named(self) -> Iterator[tuple[str, Parameter]]:
        """Every parameter with its dotted name, in the order of the file."""
        for group in fields(self):
            held = getattr(self, group.name)
            if not isinstance(held, str):
                for field in fields(held):
                    yield f"{group.name}.{field.name}", getattr(held, field.name)

    def get(self, name: str) -> Parameter:
        """The parameter of that dotted name, such as ``attend.base``."""
        for known, parameter in self.named():
            if known == name:
                return parameter
        raise ConsentError(f"behaviour {self.id}: no parameter is called {name!r}")

    def having(self, values: dict[str, float]) -> "Parameters":
        """The same with other values; keys are dotted names."""
        changed = self
        for name, value in values.items():
            self.get(name)
            group, _, key = name.partition(".")
            held = getattr(changed, group)
            changed = replace(changed, **{group: replace(held, **{key: replace(getattr(held, key), value=value)})})
        return changed


# Parameters that are shares, or seconds and millimetres, and not log-odds: the least and the most that make sense.
_SHARES = ("want.knowledge", "glance.gist", "words.trick", "words.inertia")
_CHANCES = ("leave.notice", "leave.change", "leave.look", "leave.menu", "leave.toggle", "leave.confirm")
_AMOUNTS = ("time.glance", "time.unread", "time.read", "time.spread", "finger.enough", "leave.wrong")
_BOUNDS = dict.fromkeys(_SHARES + _CHANCES, (0.0, 1.0)) | dict.fromkeys(_AMOUNTS, (0.0, 600.0))
_BOUNDS["finger.slip"] = (0.0, 0.5)
_LARGEST = 12.0  # log-odds; beyond it nothing is left to chance


def check_parameters(parameters: Parameters) -> None:
    """Refuse numbers that cannot be what they are called.

    Raises:
        ConsentError: names the parameter and what was expected.
    """
    for name, parameter in parameters.named():
        low, high = parameter.range
        least, most = _BOUNDS.get(name, (-_LARGEST, _LARGEST))
        where = f"behaviour {parameters.id}: {name}"
        if not low <= high:
            raise ConsentError(f"{where}: range: expected the least before the most")
        if not all(least <= number <= most for number in (parameter.value, parameter.start, low, high)):
            raise ConsentError(f"{where}: expected value, start and range from {least:g} to {most:g}")
        if not low <= parameter.value <= high:
            raise ConsentError(f"{where}: value: expected it within its range")
        if not parameter.source.strip():
            raise ConsentError(f"{where}: source: say where it comes from, or that it is assumed")
