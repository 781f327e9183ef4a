"""What is shipped, by what it is."""

from enum import StrEnum


class Shelf(StrEnum):
    """A folder of scenarios, and what one can choose from."""

    PROMPTS = "prompts"
    TERMS = "terms"
    PEOPLE = "people"
    STORIES = "stories"
    APPS = "apps"
    POLICY_TESTS = "policy-tests"
    ANALYZERS = "analyzers"
    BEHAVIOUR = "behaviour"
    EXPERIMENTS = "experiments"
