"""What on the phone makes the app ask, and what can be switched there."""

from enum import StrEnum


class Trigger(StrEnum):
    """What the person was doing when the question came."""

    APP_LAUNCH = "app_launch"
    STORY_CREATION = "story_creation"


class Toggle(StrEnum):
    """The two switches that are easily taken for one another."""

    METADATA_SUGGESTIONS = "metadata_suggestions"
    CLOUD_PROCESSING = "cloud_processing"
