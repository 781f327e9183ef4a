"""Stories without a camera and without a model: an analyzer that believes the truth, fast and the same everywhere."""

from simulator.consent.ask import Respondent
from simulator.domain.events import Event
from simulator.journey.perfect import PerfectAnalyzer, never_develop
from simulator.journey.scenario import Scenario
from simulator.journey.simulate import simulate


def perform_truthfully(scenario: Scenario, respondent: Respondent | None = None) -> list[Event]:
    """Play a scenario to its end with an analyzer that believes the truth."""
    person = scenario.live()
    analyzer = PerfectAnalyzer(scenario.roll(person).photos, scenario.starts)
    return list(simulate(scenario, person, analyzer=analyzer, develop=never_develop, respondent=respondent))
