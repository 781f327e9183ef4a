"""How people answer: luck that is shared, causes that can be named, and a loss on both sides."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.behaviour.behave import MANNERS, Cause, Decisions, _manner, decide, part
from simulator.behaviour.features import Features, features
from simulator.behaviour.lean import lean
from simulator.behaviour.traits import traits
from simulator.catalog.load import load_behaviour, load_prompt
from simulator.domain.events import Manner

PARAMETERS = load_behaviour()
PROMPT = features(load_prompt("creative-ideas-2025-06"))
PERSONS = np.arange(20_000, dtype=np.uint64)
TRAITS = traits(7, PERSONS, PARAMETERS)


def answers(shown: Features, exposure: int = 0, *, rested: bool = True) -> Decisions:
    return decide(shown, TRAITS, PARAMETERS, 7, PERSONS, exposure=exposure, rested=rested)


def kinds(decisions: Decisions, *, allowed: bool) -> set[Manner]:
    rows = decisions.answered & (decisions.allowed == allowed)
    return {MANNERS[code] for code in np.unique(decisions.manner[rows])}


def test_the_same_prompt_flips_nobody() -> None:
    assert not part(answers(PROMPT), answers(PROMPT)).any()


@pytest.mark.parametrize("batch", [1, 7, 4096])
def test_nobodys_answer_depends_on_who_else_is_asked(batch: int) -> None:
    whole = answers(PROMPT)
    some = PERSONS[300 : 300 + batch]
    alone = decide(PROMPT, traits(7, some, PARAMETERS), PARAMETERS, 7, some)
    assert (alone.allowed == whole.allowed[300 : 300 + batch]).all()
    assert (alone.manner == whole.manner[300 : 300 + batch]).all()


def test_a_louder_button_moves_only_those_who_do_not_read_and_only_one_way() -> None:
    quiet, loud = answers(PROMPT), answers(replace(PROMPT, salience_gap=0.8))
    cause = part(quiet, loud)
    assert set(np.unique(cause)) == {Cause.NONE, Cause.GLANCED}
    flipped = cause > 0
    assert not (quiet.attended & flipped).any()
    assert (loud.meant | ~quiet.meant).all()


def test_a_hidden_refusal_makes_readers_give_in() -> None:
    cause = part(answers(PROMPT), answers(replace(PROMPT, refusal_hidden=1.0)))
    assert {Cause.GAVE_IN, Cause.GLANCED} == set(np.unique(cause[cause > 0]))


def test_a_text_that_makes_people_read_is_named_as_such() -> None:
    cause = part(answers(PROMPT), answers(replace(PROMPT, consequences=1.0)))
    assert {Cause.READ, Cause.PERSUADED} == set(np.unique(cause[cause > 0]))


def test_dark_prompts_yield_all_kinds_of_allow() -> None:
    dark = replace(PROMPT, refusal_hidden=1.0, extra_steps=2.0, concealed=1.0)
    assert kinds(answers(dark), allowed=True) == set(Manner)


def test_a_dont_has_kinds_too_and_a_wrong_one_is_a_loss() -> None:
    alarming = answers(replace(PROMPT, consequences=1.0))
    assert {Manner.INFORMED, Manner.MISTAKEN, Manner.SLIP, Manner.UNREAD} <= kinds(alarming, allowed=False)
    lost = ~alarming.allowed & alarming.wanted
    assert lost.mean() > 0.05
    assert not alarming.matches[lost].any()


def test_what_is_ignored_means_what_doing_nothing_means() -> None:
    bar = replace(PROMPT, blocking=0.0, prominence=0.0)
    ignored = answers(bar)
    assert not ignored.allowed[~ignored.answered].any()
    assert (ignored.manner[~ignored.answered] == -1).all()
    preset = answers(replace(bar, default_on=1.0))
    assert preset.allowed[~preset.answered].all()


def test_readers_become_fewer_each_time_on_the_same_day() -> None:
    shares = [answers(PROMPT, times, rested=False).attended.mean() for times in (0, 1, 8, 64)]
    assert shares == sorted(shares, reverse=True)


def test_who_reads_an_even_handed_prompt_and_does_not_slip_gets_what_they_believe() -> None:
    plain = answers(Features())
    read = plain.attended & ~plain.slipped
    assert (plain.allowed == plain.believed)[read].all()


factor = st.sampled_from(
    ["refusal_hidden", "salience_gap", "default_on", "purpose", "concealed", "shame", "social", "forced", "extra_steps"]
)


@settings(deadline=None, max_examples=30)
@given(factor, st.integers(0, 2**63 - 1))
def test_whatever_pushes_towards_yes_never_makes_a_reader_mean_no(name: str, seed: int) -> None:
    persons = np.arange(500, dtype=np.uint64)
    who = traits(seed, persons, PARAMETERS)
    before = decide(Features(), who, PARAMETERS, seed, persons)
    after = decide(replace(Features(), **{name: 1.0}), who, PARAMETERS, seed, persons)
    assert (after.meant | ~before.meant).all()


def test_who_is_asked_again_mostly_does_what_they_did_first() -> None:
    def ever(again: float) -> float:
        own = PARAMETERS.having({"attend.repeat": again})
        times = [decide(PROMPT, TRAITS, own, 7, PERSONS, exposure=time).allowed for time in range(5)]
        return float(np.any(times, axis=0).mean())

    assert ever(0.0) > ever(PARAMETERS.attend.repeat.value) > ever(1.0)


def test_being_asked_five_times_presses_less_than_nagging_and_obstruction_did_in_a_study() -> None:
    times = [answers(PROMPT, exposure).allowed for exposure in range(5)]
    once, ever = (float(share) for share in (times[0].mean(), np.any(times, axis=0).mean()))
    # Luguri & Strahilevitz 2021, study 1: both together, +1.7.
    assert 0 < np.log(ever / (1 - ever)) - np.log(once / (1 - once)) < 1.7


NO, YES = False, True


@pytest.mark.parametrize(
    ("believed", "taken", "right", "manner"),
    [
        # Read, believed what it tells, did so, and would not have, knowing everything.
        (YES, YES, NO, Manner.MISTAKEN),
        (NO, NO, NO, Manner.MISTAKEN),
        # Read, believed otherwise, and did it all the same.
        (NO, YES, NO, Manner.RELUCTANT),
        (YES, NO, NO, Manner.RELUCTANT),
        # What one wants, however one came to it.
        (YES, YES, YES, Manner.INFORMED),
        (NO, YES, YES, Manner.INFORMED),
    ],
)
@pytest.mark.parametrize("slipped", [NO, YES])
def test_a_reader_who_does_what_they_believe_is_mistaken_and_who_does_otherwise_is_reluctant(
    *, believed: bool, taken: bool, right: bool, manner: Manner, slipped: bool
) -> None:
    one = {"answered": YES, "attended": YES, "believed": believed, "taken": taken, "slipped": slipped, "right": right}
    (code,) = _manner(**{step: np.array([passed]) for step, passed in one.items()})
    assert MANNERS[code] is (Manner.SLIP if slipped else manner)


def test_who_does_as_they_did_the_first_time_still_slips_by_a_luck_of_today() -> None:
    own = PARAMETERS.having({"attend.repeat": 1.0})
    first, again = (decide(PROMPT, TRAITS, own, 7, PERSONS, exposure=time, rested=False) for time in (0, 1))
    # About one in fifty slips at this size of button, and so by chance 20,000 / 50 / 50 = 8 slip both times.
    assert 350 < first.slipped.sum() < 450
    assert 1 <= (first.slipped & again.slipped).sum() <= 20
    # Nothing else is drawn anew: being asked again makes some read no more, and at a glance it only presses.
    assert not (again.attended & ~first.attended).any()
    unread = ~first.attended & ~again.attended
    assert (again.meant | ~first.meant)[unread].all()


@pytest.mark.parametrize("missing", [0.0, 1.0, 4.0])
def test_each_millimetre_that_a_button_lacks_multiplies_the_odds_of_a_slip(missing: float) -> None:
    finger = PARAMETERS.finger
    small = lean(replace(PROMPT, millimetres=finger.enough.value - missing), TRAITS, PARAMETERS)
    large = lean(replace(PROMPT, millimetres=finger.enough.value + missing), TRAITS, PARAMETERS)
    assert large.slip == pytest.approx(finger.slip.value)
    odds = small.slip / (1 - small.slip) / (finger.slip.value / (1 - finger.slip.value))
    assert odds == pytest.approx(np.exp(finger.small.value * missing))
    assert odds >= 1 + missing * 0.1


def test_a_slip_ticks_one_box_and_never_all_of_them() -> None:
    assert lean(replace(PROMPT, boxes=1.0, millimetres=4.0), TRAITS, PARAMETERS).slip == 0
