"""Some people in every world of a plan: the same people, with the same luck."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from simulator.behaviour.traits import traits
from simulator.domain.categories import DataCategory, Theme
from simulator.domain.phone import Toggle
from simulator.domain.reading import Reading
from simulator.experiment.metric import PLACE, Metric
from simulator.experiment.plan import Plan, World
from simulator.experiment.rows.answers import count_answers
from simulator.experiment.rows.conclusions import conclude
from simulator.experiment.rows.course import NEVER, Course, follow
from simulator.experiment.rows.ideas import offer
from simulator.experiment.rows.retained import OF_ACCOUNT, Rules, held_at, photo_days, photos_alive, things_made
from simulator.experiment.rows.uploads.calendar import Calendar, file_photos
from simulator.experiment.rows.uploads.send import Sent, send
from simulator.population.cohort import pick_lives, synthesize_cohort
from simulator.population.kinds import LifeKind
from simulator.terms.clause import Terms

Persons = NDArray[np.uint64]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Some people in one world; none of it can be written to.

    Attributes:
        metrics: by `metric.PLACE`, ``int32``, shape ``(metrics, n)``.
        themes: photos sent, by the order of `Theme`, ``int16``, shape ``(themes, n)``.
        offered: ideas offered, ``int32``, shape ``(n,)``.
        held: things held on the last day by category and reading, of all these people, shape ``(categories, 2)``.
    """

    course: Course
    metrics: NDArray[np.int32]
    themes: NDArray[np.int16]
    offered: NDArray[np.int32]
    held: Numbers

    def of(self, metric: Metric) -> NDArray[np.int32]:
        column: NDArray[np.int32] = self.metrics[PLACE[metric]]
        return column


@dataclass(slots=True, kw_only=True)
class _Columns:
    """`Rows` while they are counted, one kind of life after another."""

    course: Course
    metrics: NDArray[np.int32]
    themes: NDArray[np.int16]
    offered: NDArray[np.int32]
    held: Numbers

    def close(self) -> Rows:
        for column in (self.metrics, self.themes, self.offered, self.held):
            column.flags.writeable = False
        return Rows(course=self.course, metrics=self.metrics, themes=self.themes, offered=self.offered, held=self.held)


CATEGORY = {category: place for place, category in enumerate(DataCategory)}
_THEME = {theme: place for place, theme in enumerate(Theme)}


def play(plan: Plan, persons: Persons, *, photos: bool = True) -> tuple[Rows, ...]:
    """These people in every world, in the order of the plan's worlds.

    Args:
        plan: the worlds, and all that they share.
        persons: rows of the population, shape ``(n,)``.
        photos: whether to go on from the answers to photos; if not, only `metric.OF_ANSWERS` are counted.

    INVARIANT: nobody's row depends on who else is played, nor on which other worlds there are.
    """
    who = traits(plan.seed, persons, plan.parameters)
    columns = []
    for world in plan.worlds:
        course = follow(world, who, plan.parameters, seed=plan.seed, persons=persons, days=plan.experiment.days)
        metrics = np.zeros((len(Metric), len(persons)), np.int32)
        count_answers(course, metrics)
        themes = np.zeros((len(Theme), len(persons)), np.int16)
        offered = np.zeros(len(persons), np.int32)
        held = _accounts(plan, world, course)
        columns.append(_Columns(course=course, metrics=metrics, themes=themes, offered=offered, held=held))
    for kind, here in _by_life(plan, persons) if photos else ():
        _count_ideas(plan, kind, persons, here, columns)
        _count_photos(plan, kind, persons, here, columns)
    return tuple(each.close() for each in columns)


@lru_cache(maxsize=64)
def _rules(terms: Terms) -> Rules:
    return Rules(terms)


def _by_life(plan: Plan, persons: Persons) -> Iterator[tuple[LifeKind, NDArray[np.intp]]]:
    if len(plan.lives) == 1:
        yield plan.lives[0], np.arange(len(persons))
        return
    lives = pick_lives(plan.weights, plan.seed, persons)
    for number, kind in enumerate(plan.lives):
        yield kind, np.flatnonzero(lives == number)


def _accounts(plan: Plan, world: World, course: Course) -> Numbers:
    """Things held about accounts on the last day: records of the answers, and the metadata of the roll."""
    rules, held = _rules(world.terms), np.zeros((len(DataCategory), len(Reading)), np.int64)
    yes = (course.given != NEVER).astype(np.int64)
    records = ((yes, True), (course.replies - yes, False))
    things: dict[DataCategory, tuple[tuple[Numbers, bool], ...]] = dict.fromkeys(OF_ACCOUNT, records)
    if world.app.switch(Toggle.METADATA_SUGGESTIONS).default:
        things[DataCategory.ROLL_METADATA] = ((np.ones_like(yes), False),)
    for category, made in things.items():
        for count, opted_in in made:
            if rules.allows(category, opted_in=opted_in):
                held[CATEGORY[category]] += rules.records_alive(
                    category, count, course.given, course.funnel.withdrawn, plan.last_day
                )
    return held


def _count_ideas(plan: Plan, kind: LifeKind, persons: Persons, here: NDArray[np.intp], columns: list[_Columns]) -> None:
    people = persons[here]
    last = np.full(len(here), plan.last_day, np.int32)
    for world, played in zip(plan.worlds, columns, strict=True):
        if not _rules(world.terms).allows(DataCategory.IDEA):
            continue
        given = played.course.given[here]
        stood = given != NEVER
        until = np.where(stood, played.course.until[here], last)
        ideas = offer(kind, world.app, plan.seed, people, given=np.where(stood, given, 0), until=until)
        played.metrics[PLACE[Metric.IDEAS_KEPT], here] = ideas.kept * stood
        played.metrics[PLACE[Metric.IDEAS_LOST], here] = ideas.kept * ~stood
        played.offered[here] = ideas.offered * stood


def _count_photos(
    plan: Plan, kind: LifeKind, persons: Persons, here: NDArray[np.intp], columns: list[_Columns]
) -> None:
    sending = [
        (played.course.until[here] >= played.course.given[here]) & _rules(world.terms).allows(DataCategory.ORIGINAL)
        for world, played in zip(plan.worlds, columns, strict=True)
    ]
    senders = here[np.logical_or.reduce(sending)]
    if not len(senders):
        return
    experiment = plan.experiment
    cohort = synthesize_cohort(
        kind,
        plan.seed,
        persons[senders],
        first_day=-experiment.earlier,
        last_day=plan.last_day,
        weekday_of_day_0=experiment.starts.weekday(),
    )
    calendar: Calendar | None = None
    for world, played in zip(plan.worlds, columns, strict=True):
        if not _rules(world.terms).allows(DataCategory.ORIGINAL):
            continue
        course, selection = played.course, world.app.selection
        if calendar is None or calendar.selection != selection:
            calendar = file_photos(cohort, selection)
        given = np.maximum(course.given[senders], 0)
        sent = send(calendar, given, np.where(course.given[senders] == NEVER, NEVER, course.until[senders]))
        _measure(plan, world, played, calendar=calendar, senders=senders, sent=sent)


def _measure(
    plan: Plan, world: World, played: _Columns, *, calendar: Calendar, senders: NDArray[np.intp], sent: Sent
) -> None:
    rules, course = _rules(world.terms), played.course
    withdrawn, unwanted = course.funnel.withdrawn[senders], ~course.answers.wanted[senders]
    found = conclude(calendar.cohort, sent.by_habit, plan.profile)
    photos = sent.by_day[-1]
    kindest, harshest = (rules.fates[reading][DataCategory.ORIGINAL] for reading in Reading)
    for metric, column in {
        Metric.PHOTOS: photos,
        Metric.PHOTOS_UNWANTED: photos * unwanted,
        Metric.PHOTOS_SENSITIVE: found.sensitive,
        Metric.PHOTO_DAYS_UNWANTED: photo_days(kindest, sent.by_day, withdrawn) * unwanted,
        Metric.HELD_KINDEST: photos_alive(kindest, sent.by_day, withdrawn, plan.last_day),
        Metric.HELD_HARSHEST: photos_alive(harshest, sent.by_day, withdrawn, plan.last_day),
        Metric.BYSTANDERS: found.bystanders,
        Metric.CONCLUSIONS: found.all,
        Metric.HOME_FOUND: found.home,
    }.items():
        played.metrics[PLACE[metric], senders] = column
    for habit, column in zip(calendar.cohort.kind.habits, sent.by_habit, strict=True):
        played.themes[_THEME[habit.theme], senders] += column
    made = things_made(photos, calendar.cohort.located, found, played.offered[senders])
    for category, band in held_at(rules, made, sent.by_day, withdrawn).items():
        played.held[CATEGORY[category]] += band
