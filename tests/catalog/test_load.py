import dataclasses
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.behaviour.parameters import Parameters
from simulator.catalog.load import (
    load_analyzer_profile,
    load_app,
    load_behaviour,
    load_experiment,
    load_life_kind,
    load_policy_tests,
    load_prompt,
    load_scenario,
    load_story,
    load_terms,
)
from simulator.catalog.reader import structure
from simulator.catalog.shelf import find, names
from simulator.catalog.toml import read_toml
from simulator.consent.app import App
from simulator.consent.prompt import Prompt
from simulator.domain.errors import ScenarioError
from simulator.domain.profile import AnalyzerProfile
from simulator.domain.shelf import Shelf
from simulator.experiment.design import Experiment
from simulator.journey.story import Story
from simulator.population.kinds import LifeKind
from simulator.terms.clause import Terms
from simulator.terms.policy_tests import PolicyTests

LOADERS: Mapping[Shelf, tuple[type, Callable[[str], Any]]] = {
    Shelf.ANALYZERS: (AnalyzerProfile, load_analyzer_profile),
    Shelf.APPS: (App, load_app),
    Shelf.BEHAVIOUR: (Parameters, load_behaviour),
    Shelf.EXPERIMENTS: (Experiment, load_experiment),
    Shelf.PEOPLE: (LifeKind, load_life_kind),
    Shelf.PROMPTS: (Prompt, load_prompt),
    Shelf.STORIES: (Story, load_story),
    Shelf.TERMS: (Terms, load_terms),
    Shelf.POLICY_TESTS: (PolicyTests, load_policy_tests),
}
SHIPPED = [(kind, name) for kind in Shelf for name in names(kind)]
CONTENT = {(kind, name): read_toml(find(kind, name)) for kind, name in SHIPPED}


@pytest.mark.parametrize(("kind", "name"), SHIPPED)
def test_every_shipped_scenario_loads_and_is_called_like_its_file(kind: Shelf, name: str) -> None:
    assert LOADERS[kind][1](name).id == name


@pytest.mark.parametrize("name", names(Shelf.STORIES))
def test_every_story_loads_with_everything_that_it_names(name: str) -> None:
    scenario = load_scenario(name)
    story = scenario.story
    assert (scenario.terms.id, scenario.prompt.id) == (story.terms, story.prompt)
    assert (scenario.app.id, scenario.life.id) == (story.app, story.life)
    assert scenario.seed == story.seed


def test_terms_prompt_and_seed_can_be_exchanged() -> None:
    story = names(Shelf.STORIES)[0]
    for terms in names(Shelf.TERMS):
        assert load_scenario(story, terms=terms, seed=0).terms.id == terms
    assert load_scenario(story, seed=0).seed == 0


def tables(data: Any, kind: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every table of a scenario that a dataclass describes, with its place."""
    inner = [part for part in get_args(kind) if part not in {Ellipsis, type(None)}]
    if dataclasses.is_dataclass(kind):
        yield path, kind
        hints = get_type_hints(kind)
        for key, value in data.items():
            yield from tables(value, hints[key], (*path, key))
    elif isinstance(data, list):
        for place, value in enumerate(data):
            yield from tables(value, inner[0], (*path, place))
    elif get_origin(kind) in {dict, Mapping}:
        for key, value in data.items():
            yield from tables(value, inner[1], (*path, key))
    elif inner and isinstance(data, dict):
        yield from tables(data, inner[0], path)


@st.composite
def misspellings(draw: st.DrawFn) -> tuple[Shelf, str, dict[str, Any], str, str]:
    kind, name = draw(st.sampled_from(SHIPPED))
    data = deepcopy(CONTENT[kind, name])
    path, of = draw(st.sampled_from(list(tables(data, LOADERS[kind][0]))))
    table = data
    for step in path:
        table = table[step]
    key = draw(st.sampled_from(sorted(table)))
    at = draw(st.integers(0, len(key) - 1))
    letter = draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz_-"))
    wrong = draw(
        st.sampled_from(
            [
                key[:at] + key[at + 1 :],
                key[:at] + letter + key[at:],
                key[:at] + letter + key[at + 1 :],
                key[:at] + key[at : at + 2][::-1] + key[at + 2 :],
            ]
        ).filter(lambda wrong: wrong and wrong not in {field.name for field in dataclasses.fields(of)})
    )
    table[wrong] = table.pop(key)
    return kind, name, data, wrong, key


@settings(deadline=None)
@given(case=misspellings())
def test_a_single_misspelt_key_anywhere_is_one_line_that_names_file_and_key(
    case: tuple[Shelf, str, dict[str, Any], str, str],
) -> None:
    kind, name, data, wrong, _ = case
    with pytest.raises(ScenarioError) as caught:
        structure(data, LOADERS[kind][0], f"{name}.toml")
    line = str(caught.value)
    assert re.match(rf"{name}\.toml: ([\w.\[\]-]+\.)?{re.escape(wrong)}: unknown key '{re.escape(wrong)}'; ", line)
    assert "\n" not in line


def own_story(folder: Path, change: Callable[[str], str]) -> str:
    text = find(Shelf.STORIES, "accidental-allow").read_text()
    path = folder / "mine.toml"
    path.write_text(change(text))
    return str(path)


def test_a_users_own_story_may_have_any_id_and_name_files_that_lie_beside_it(tmp_path: Path) -> None:
    shutil.copy(find(Shelf.APPS, "plaza"), tmp_path / "app.toml")
    name = own_story(
        tmp_path,
        lambda text: text.replace('"accidental-allow"', '"my-own"').replace('app = "plaza"', 'app = "app.toml"'),
    )
    scenario = load_scenario(name)
    assert scenario.story.id == "my-own"
    assert load_story(name).app == str(tmp_path / "app.toml")
    assert (scenario.app.id, scenario.story.app) == ("plaza", "plaza")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('[[steps]]\nday = 0\ndo = "open_app"\n', "", "nothing was asked that day"),
        ('manner = "slip"', "", "it needs 'manner'"),
        ("last_day = 75", "last_day = 7", "expected a day from 0 to last_day 7"),
        ('terms = "', 'term = "', "term: unknown key 'term'; did you mean 'terms'?"),
        ('prompt = "creative-ideas-2025-06"', 'prompt = "creative-idea"', "prompts: none is called 'creative-idea'"),
        ('id = "accidental-allow"', 'id = "../x"', "id: expected lower-case letters, digits and hyphens, found '../x'"),
    ],
)
def test_a_story_that_cannot_be_played_is_refused_before_anything_happens(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    name = own_story(tmp_path, lambda text: text.replace(old, new))
    with pytest.raises(ScenarioError) as caught:
        load_scenario(name)
    assert expected in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_unknown_terms_id_is_refused() -> None:
    with pytest.raises(ScenarioError, match="terms: none is called 'gdpr-strct'"):
        load_scenario("accidental-allow", terms="gdpr-strct")
