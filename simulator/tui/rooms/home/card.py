"""What a story is played with, and the question it asks, before it is played."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.domain.agree import write_count
from simulator.journey.story import TRIGGERS
from simulator.journey.wording import write_day

if TYPE_CHECKING:
    from simulator.consent.prompt import Prompt
    from simulator.journey.scenario import Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryCard:
    """A story that could be played.

    Attributes:
        name: of the person whose phone it is.
        facts: what it is played with, each with what that is called.
        told: for each field of the form on Home, what it is played with.
    """

    name: str
    app: str
    prompt: "Prompt"
    facts: tuple[tuple[str, str], ...]
    told: dict[str, str]


def view_story(scenario: "Scenario", name: str) -> StoryCard:
    """That scenario, played by somebody of that name."""
    story, prompt = scenario.story, scenario.prompt_on(0)
    return StoryCard(
        name=name,
        app=scenario.app.name,
        prompt=prompt,
        facts=(
            ("Who", f"{name}, {scenario.life.title.lower()}"),
            ("When", f"from {write_day(story.starts)} on, for {write_count(story.last_day, 'day')}"),
            ("Asked", _asked(scenario)),
        ),
        told={
            "terms": scenario.terms_on(0).title,
            "prompt": prompt.title,
            "life": scenario.life.title,
            "person": f"{story.person}, {name}",
            "seed": str(scenario.seed),
        },
    )


def _asked(scenario: "Scenario") -> str:
    """On which days the question can come: a prompt that is shown again wants something that makes it appear."""
    story, prompt = scenario.story, scenario.prompt_on(0)
    days = sorted({step.day for step in story.steps if step.do in TRIGGERS and TRIGGERS[step.do] in prompt.triggers})
    if not days:
        return "never: nothing in this story makes it appear"
    if len(days) == 1 or prompt.again_after is None:
        return f"on day {days[0]} only"
    return f"on days {days[0]} to {days[-1]}, {write_count(len(days), 'time')} at most"
