"""The story, from its first photo to its last day, as a stream of events. It does not know who watches."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby

from simulator.consent.ask import Respondent
from simulator.domain.events import Event, PhotoTaken, SettingSwitched, StoryEnded, StoryStarted, TermsChanged
from simulator.domain.phone import Toggle
from simulator.domain.photo import Photo
from simulator.journey.act import set_access
from simulator.journey.day import Stage, Telling, play_day, tell
from simulator.journey.ports import Analyzer
from simulator.journey.scenario import Scenario
from simulator.journey.story import ScriptedRespondent, check_story
from simulator.journey.world import World
from simulator.population.person import Person
from simulator.terms.clause import Terms


def _begin(world: World, scenario: Scenario, person: Person, earlier: list[Photo]) -> Telling:
    story = scenario.story
    started = StoryStarted(
        day=story.roll_from,
        story=story.id,
        title=story.title,
        terms=scenario.terms.id,
        prompt=scenario.prompt.id,
        app=scenario.app.id,
        life=scenario.life.id,
        seed=scenario.seed,
        starts=story.starts.isoformat(),
        last_day=story.last_day,
        reading=scenario.reading,
        cast=person.cast,
        pets=person.pets,
    )
    world = yield from tell(world, [started])
    world = yield from tell(world, (PhotoTaken(day=photo.day, photo=photo) for photo in earlier))
    world = replace(world, day=0)
    switches = (
        SettingSwitched(day=0, setting=toggle, on=scenario.app.switch(toggle).default, taps=0) for toggle in Toggle
    )
    world = yield from tell(world, switches)
    return (yield from tell(world, [set_access(world, story.access, story.picks)]))


def _play(stage: Stage, person: Person) -> Telling:
    scenario = stage.scenario
    roll = scenario.roll(person).photos
    taken = {day: list(photos) for day, photos in groupby(roll, key=lambda photo: photo.day)}
    earlier = [photo for photo in roll if photo.day < 0]
    world = yield from _begin(World(), scenario, person, earlier)
    for day in range(scenario.story.last_day + 1):
        for amendment in scenario.amendments:
            if amendment.day == day:
                before, stage = stage.scenario.terms, _amend(stage, amendment.terms)
                world = yield from tell(world, [TermsChanged(day=day, before=before.id, after=amendment.terms.id)])
        world = yield from play_day(replace(world, day=day), stage, taken.get(day, ()))
    return (yield from tell(world, [StoryEnded(day=scenario.story.last_day)]))


def _amend(stage: Stage, terms: Terms) -> Stage:
    return replace(stage, scenario=replace(stage.scenario, terms=terms))


def simulate(
    scenario: Scenario,
    person: Person,
    *,
    analyzer: Analyzer,
    develop: Callable[[Photo], bytes],
    respondent: Respondent | None = None,
) -> Iterator[Event]:
    """Play a scenario; events come as they happen, and nothing happens until they are asked for.

    Args:
        scenario: the inputs.
        person: whose life it is, ``scenario.live()``.
        analyzer: whatever looks at the uploaded files.
        develop: makes a photo's file, a JPEG; called only when the analyzer reads it.
        respondent: who answers the prompts; the story's own script by default.

    Raises:
        ConsentError: the story cannot be played; raised before the first event.
    """
    check_story(scenario.story, scenario.prompt, scenario.rewordings)
    stage = Stage(
        scenario=scenario,
        luck=person.luck,
        analyzer=analyzer,
        develop=develop,
        respondent=respondent or ScriptedRespondent(scenario.story),
    )
    return _play(stage, person)
