import re
from pathlib import Path

import pytest

from simulator.catalog.load import load_scenario
from simulator.catalog.plans import load_plan
from simulator.catalog.reader import structure
from simulator.catalog.toml import read_toml
from simulator.domain.analysis import Analysis
from simulator.domain.errors import ScenarioError
from simulator.experiment.run import run
from simulator.journey.ports import PictureFile
from simulator.journey.simulate import simulate
from simulator.journey.story import Story
from simulator.journey.summary import summarise

README = (Path(__file__).parents[2] / "scenarios" / "README.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"```toml\n# (my-[a-z]+\.toml)\n(.*?)```", README, flags=re.DOTALL))


class Blind:
    """Sees nothing in any picture, so that the example needs no model."""

    def analyze(self, picture: PictureFile) -> Analysis:
        assert picture.name
        return Analysis(labels=(), themes=(), faces=(), taken_at=None, place=None, model="0" * 12)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in EXAMPLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_every_toml_block_is_an_example_with_a_name() -> None:
    assert len(EXAMPLES) == README.count("```toml") == 6


def test_the_examples_are_one_scenario_that_plays_and_comes_out_as_expected(folder: Path) -> None:
    scenario = load_scenario(str(folder / "my-story.toml"))
    assert [part.id for part in (scenario.life, scenario.app, scenario.prompt, scenario.terms)] == [
        "my-life",
        "my-app",
        "my-prompt",
        "my-terms",
    ]
    events = simulate(scenario, scenario.live(), analyzer=Blind(), develop=lambda photo: photo.id.encode())
    assert summarise(list(events), scenario.story.expect, own_terms=True).failures == ()


def test_the_experiment_of_the_readme_runs(folder: Path) -> None:
    plan = load_plan(str(folder / "my-experiment.toml"), people=500)
    (done,) = run(plan)
    assert done.tally.people == 500
    assert [life.id for life in plan.lives] == ["my-life", "retired"]


def test_the_message_that_the_readme_shows_is_the_message(folder: Path) -> None:
    data = read_toml(folder / "my-story.toml")
    data["steps"][1]["maner"] = data["steps"][1].pop("manner")
    with pytest.raises(ScenarioError) as caught:
        structure(data, Story, "my-story.toml")
    assert str(caught.value) in README
