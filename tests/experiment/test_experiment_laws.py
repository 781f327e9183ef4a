"""What must be true of every experiment, whatever it compares."""

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small import PLAN, people, small_plan, total, twins

from simulator.behaviour.behave import Decisions, decide
from simulator.catalog.load import load_prompt
from simulator.experiment.count import _standing, tally
from simulator.experiment.metric import PLACE, SAYS, Metric
from simulator.experiment.plan import Plan
from simulator.experiment.results import conclude
from simulator.experiment.rows.ends import why
from simulator.experiment.rows.play import CATEGORY, play
from simulator.experiment.rows.retained import OF_ACCOUNT
from simulator.experiment.tally import Tally, read_tally, same

if TYPE_CHECKING:
    from numpy.typing import NDArray

SEEDS = st.integers(0, 2**40)


@settings(max_examples=5, deadline=None)
@given(size=st.integers(25, 121), seed=SEEDS)
def test_the_size_of_batches_changes_no_bit(size: int, seed: int) -> None:
    plan = small_plan(people=120, field=90, seed=seed)
    assert same(total(plan, 120), total(plan, size))


@settings(max_examples=4, deadline=None)
@given(seed=SEEDS, order=st.permutations(range(4)))
def test_tallies_add_up_in_any_order(seed: int, order: list[int]) -> None:
    plan = small_plan(people=80, field=60, seed=seed)
    tallies = [count_from(plan, first) for first in range(0, 80, 20)]
    a, b, c, d = (tallies[place] for place in order)
    assert same((a + b) + (c + d), tallies[0] + (tallies[1] + (tallies[2] + tallies[3])))


def count_from(plan: Plan, first: int) -> Tally:
    persons = np.arange(first, first + 20, dtype=np.uint64)
    return tally(plan, persons, play(plan, persons))


def test_a_tally_survives_being_written_down() -> None:
    counted = total(small_plan(people=60), 60)
    assert same(counted, read_tally(counted.as_record()))


@settings(max_examples=6, deadline=None)
@given(seed=SEEDS)
def test_a_null_change_flips_nobody(seed: int) -> None:
    plan = twins(small_plan(people=150, seed=seed))
    (contrast,) = conclude(plan, total(plan, 150)).contrasts
    assert contrast.flipped == 0
    assert contrast.named == ()
    assert all(gap.paired.value == gap.paired.error == 0 for gap in contrast.gaps.values())


def test_two_worlds_that_differ_in_terms_alone_have_the_same_answers() -> None:
    plan = small_plan()
    first = plan.worlds[0]
    others = replace(first, terms=replace(first.terms, id="silent", clauses=()), arm=replace(first.arm, id="silent"))
    rows = play(replace(plan, worlds=(first, others)), np.arange(200, dtype=np.uint64))
    assert not why(rows[0].course, rows[1].course).any()
    assert (rows[0].of(Metric.PHOTOS) == rows[1].of(Metric.PHOTOS)).all()
    assert (rows[0].of(Metric.HELD_HARSHEST) <= rows[1].of(Metric.HELD_HARSHEST)).all()


def test_removing_person_7_changes_nobody() -> None:
    everybody = np.arange(60, dtype=np.uint64)
    others = np.delete(everybody, 7)
    for whole, part in zip(play(PLAN, everybody), play(PLAN, others), strict=True):
        assert (np.delete(whole.metrics, 7, axis=1) == part.metrics).all()
        assert (np.delete(whole.themes, 7, axis=1) == part.themes).all()


def test_another_world_beside_changes_nothing_in_this_one() -> None:
    persons = np.arange(80, dtype=np.uint64)
    both, alone = play(PLAN, persons), play(replace(PLAN, worlds=PLAN.worlds[1:]), persons)
    assert (both[1].metrics == alone[0].metrics).all()
    assert (both[1].held == alone[0].held).all()


def test_an_answer_that_was_given_is_not_written_over_by_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    noted: list[tuple[Decisions, dict[str, NDArray[Any]]]] = []

    def note(*args: Any, **more: Any) -> Decisions:
        answers = decide(*args, **more)
        noted.append((answers, {field.name: getattr(answers, field.name).copy() for field in fields(Decisions)}))
        return answers

    monkeypatch.setattr("simulator.experiment.rows.course.decide", note)
    play(PLAN, np.arange(200, dtype=np.uint64))
    assert len(noted) > len(PLAN.worlds), "somebody is asked again"
    for answers, as_given in noted:
        assert all((getattr(answers, name) == column).all() for name, column in as_given.items())


def test_rows_cannot_be_written_to() -> None:
    for row in play(PLAN, np.arange(20, dtype=np.uint64)):
        for column in (row.metrics, row.themes, row.offered, row.held):
            with pytest.raises(ValueError, match="read-only"):
                column[:] = 0


def test_other_seeds_are_other_people() -> None:
    one, other = (total(small_plan(seed=seed), 400) for seed in (1, 2))
    assert not same(one, other)


def test_the_kinds_of_yes_and_of_no_add_up() -> None:
    for row in play(PLAN, np.arange(500, dtype=np.uint64)):
        for whole in (Metric.ALLOW, Metric.DONT):
            kinds = [metric for metric in Metric if metric.startswith(f"{whole}.")]
            assert (sum(row.of(kind) for kind in kinds) == row.of(whole)).all()
        assert (row.of(Metric.ALLOW) + row.of(Metric.DONT) == 1).all()
        assert (row.of(Metric.FIDELITY) + row.of(Metric.WRONG_ALLOW) + row.of(Metric.WRONG_DONT) == 1).all()


def test_the_funnel_only_narrows() -> None:
    stages = (Metric.NOTICED, Metric.LOOKED, Metric.FOUND, Metric.SWITCHED, Metric.WITHDRAWN)
    for row in play(PLAN, np.arange(2000, dtype=np.uint64)):
        counts = [int(row.of(stage).sum()) for stage in stages]
        assert counts == sorted(counts, reverse=True)
        assert counts[-1] > 0


def test_who_refuses_loses_what_the_same_person_keeps_who_allows() -> None:
    plain = PLAN.worlds[0]
    dark = replace(plain, prompt=replace(load_prompt("obstruction"), again_after=None))
    rows = play(replace(PLAN, worlds=(dark, plain)), np.arange(3000, dtype=np.uint64))
    flipped = (rows[0].course.given == 0) & (rows[1].course.given < 0) & (rows[0].course.funnel.withdrawn < 0)
    kept, lost = rows[0].of(Metric.IDEAS_KEPT), rows[1].of(Metric.IDEAS_LOST)
    assert flipped.sum() > 100
    assert kept[flipped].sum() > 100
    assert (kept[flipped] == lost[flipped]).all()


def test_every_metric_has_a_meaning_and_shares_are_shares() -> None:
    assert set(SAYS) == set(Metric)
    for row in play(PLAN, people(*range(300))):
        for metric in Metric:
            assert not SAYS[metric].share or row.metrics[PLACE[metric]].max() <= 1


def test_a_consent_stands_at_night_from_its_yes_until_the_day_before_its_withdrawal() -> None:
    row = play(PLAN, people(*range(4)))[0]
    # A yes on day 0 withdrawn on day 1, one on day 0, one on day 2 withdrawn on day 4, and a no.
    funnel = replace(row.course.funnel, withdrawn=np.array([1, -1, 4, -1], np.int32))
    course = replace(row.course, given=np.array([0, 0, 2, -1], np.int32), funnel=funnel)
    assert _standing(replace(row, course=course), 6).tolist() == [2, 1, 2, 2, 1, 1]


def test_the_consents_that_stand_are_those_under_which_photos_could_still_be_sent() -> None:
    plan = small_plan(days=20)
    for row in play(plan, np.arange(400, dtype=np.uint64)):
        given, until = row.course.given, row.course.until
        by_hand = [int(((given >= 0) & (given <= day) & (until >= day)).sum()) for day in range(20)]
        assert _standing(row, 20).tolist() == by_hand
        assert (row.course.funnel.withdrawn > 0).any()


def test_the_company_keeps_a_record_of_every_answer_the_refusals_too() -> None:
    plan = small_plan(days=40)
    keeps_all = replace(plan.worlds[-1].terms, id="silent", clauses=())
    plan = replace(plan, worlds=tuple(replace(world, terms=keeps_all) for world in plan.worlds))
    refuse = np.flatnonzero(play(plan, np.arange(200, dtype=np.uint64))[-1].course.given < 0).astype(np.uint64)[:5]
    once, often = play(plan, refuse)
    # The prompt blocks, so each question has an answer: five people asked once, and five asked on days 0, 14 and 28.
    for row, records in ((once, 5), (often, 15)):
        for category in OF_ACCOUNT:
            assert row.held[CATEGORY[category], 1] == records
