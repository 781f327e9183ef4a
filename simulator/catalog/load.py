"""From an id, or a user's file, to a value of the domain that makes sense by itself."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol, TypeVar

from simulator.behaviour.parameters import Parameters, check_parameters
from simulator.catalog.reader import structure
from simulator.catalog.shelf import find, is_file_name, is_id
from simulator.catalog.toml import read_toml
from simulator.consent.app import App, check_app
from simulator.consent.prompt import Prompt, check_prompt
from simulator.domain.errors import RollcallError, ScenarioError
from simulator.domain.profile import AnalyzerProfile, check_profile
from simulator.domain.reading import Reading
from simulator.domain.shelf import Shelf
from simulator.experiment.design import Experiment, check_experiment
from simulator.journey.scenario import Scenario
from simulator.journey.story import Story, check_story
from simulator.population.kinds import LifeKind, check_kind
from simulator.strict.words import shown
from simulator.terms.check import check_terms
from simulator.terms.clause import Terms
from simulator.terms.policy_tests import PolicyTests, check_policy_tests

DEFAULT_BEHAVIOUR = "published"


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)


def load_terms(name: str) -> Terms:
    """Terms by id or file. Raises `ScenarioError`."""
    return _load(Shelf.TERMS, name, Terms, check_terms)


def load_policy_tests(name: str) -> PolicyTests:
    """Tests of terms by id or file, checked against the terms that they name. Raises `ScenarioError`.

    A file of terms that a user's tests name is looked for beside them.
    """
    path = find(Shelf.POLICY_TESTS, name)
    tests = _load(Shelf.POLICY_TESTS, name, PolicyTests, lambda _: None)
    tests = replace(tests, terms=_beside(path, tests.terms))
    terms = load_terms(tests.terms)
    _told(path, lambda: check_policy_tests(tests, terms))
    return tests


def load_prompt(name: str) -> Prompt:
    """A prompt by id or file. Raises `ScenarioError`."""
    return _load(Shelf.PROMPTS, name, Prompt, check_prompt)


def load_behaviour(name: str = DEFAULT_BEHAVIOUR) -> Parameters:
    """The behaviour model's parameters by id or file. Raises `ScenarioError`."""
    return _load(Shelf.BEHAVIOUR, name, Parameters, check_parameters)


def load_app(name: str) -> App:
    """An app by id or file. Raises `ScenarioError`."""
    return _load(Shelf.APPS, name, App, check_app)


def load_life_kind(name: str) -> LifeKind:
    """A kind of life by id or file. Raises `ScenarioError`."""
    return _load(Shelf.PEOPLE, name, LifeKind, check_kind)


def load_analyzer_profile(name: str) -> AnalyzerProfile:
    """An analyzer's profile by id or file. Raises `ScenarioError`."""
    return _load(Shelf.ANALYZERS, name, AnalyzerProfile, check_profile)


def load_experiment(name: str) -> Experiment:
    """An experiment by id or file; a file of the user's that it names is looked for beside it.

    Raises:
        ScenarioError: it cannot be read, or cannot be compared as it is planned.
    """
    path = find(Shelf.EXPERIMENTS, name)
    experiment = _load(Shelf.EXPERIMENTS, name, Experiment, check_experiment)
    arms = tuple(
        replace(arm, prompt=_beside(path, arm.prompt), terms=_beside(path, arm.terms)) for arm in experiment.arms
    )
    return replace(
        experiment,
        app=_beside(path, experiment.app),
        analyzer=_beside(path, experiment.analyzer),
        behaviour=_beside(path, experiment.behaviour),
        lives={_beside(path, life): weight for life, weight in experiment.lives.items()},
        arms=arms,
    )


def load_story(name: str) -> Story:
    """A story by id or file, checked against the prompt that it names.

    A file that a user's story names, such as ``terms = "mine.toml"``, is looked for beside that story.

    Raises:
        ScenarioError: the story or its prompt cannot be read, or the story cannot be played.
    """
    path = find(Shelf.STORIES, name)
    story = _load(Shelf.STORIES, name, Story, lambda _: None)
    story = replace(
        story,
        life=_beside(path, story.life),
        app=_beside(path, story.app),
        prompt=_beside(path, story.prompt),
        terms=_beside(path, story.terms),
    )
    prompt = load_prompt(story.prompt)
    _told(path, lambda: check_story(story, prompt))
    return story


def load_scenario(
    story: str,
    *,
    terms: str | None = None,
    prompt: str | None = None,
    life: str | None = None,
    person: int | None = None,
    seed: int | None = None,
    reading: Reading = Reading.KINDEST,
) -> Scenario:
    """A story with everything that it names; what is given here stands in for what the story says.

    The scenario's story names everything by id, files of the user's included.

    Raises:
        ScenarioError: one of the files cannot be read or makes no sense, or the story cannot be played.
    """
    told = load_story(story)
    lives, app = load_life_kind(life or told.life), load_app(told.app)
    own_prompt, own_terms = load_prompt(told.prompt), load_terms(told.terms)
    asked = own_prompt if prompt is None else load_prompt(prompt)
    _told(find(Shelf.STORIES, story), lambda: check_story(told, asked))
    return Scenario(
        story=replace(
            told,
            life=lives.id,
            app=app.id,
            prompt=own_prompt.id,
            terms=own_terms.id,
            person=told.person if person is None else person,
        ),
        life=lives,
        app=app,
        prompt=asked,
        terms=own_terms if terms is None else load_terms(terms),
        seed=told.seed if seed is None else seed,
        reading=reading,
    )


def _load(shelf: Shelf, name: str, of: type[N], check: Callable[[N], object]) -> N:
    path = find(shelf, name)
    value = structure(read_toml(path), of, path)
    if not is_id(value.id):
        raise ScenarioError(path, "id", f"expected lower-case letters, digits and hyphens, found {shown(value.id)}")
    if not is_file_name(name) and value.id != path.stem:
        raise ScenarioError(path, "id", f"expected {path.stem!r} as the file is called, found {shown(value.id)}")
    _told(path, lambda: check(value))
    return value


def _told(path: Path, check: Callable[[], object]) -> None:
    """Run a check of the domain, which knows keys but no files, and name the file."""
    try:
        check()
    except RollcallError as error:
        raise ScenarioError(path, "", str(error)) from error


def _beside(story: Path, name: str) -> str:
    return str(story.parent / name) if is_file_name(name) else name
