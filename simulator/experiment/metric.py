"""What is counted for every person in every arm: whole numbers, so that sums are exact in any order."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Better(StrEnum):
    """Which way is better for the person who was asked; ``neither``: it depends on what they want."""

    MORE = "more"
    LESS = "less"
    NEITHER = "neither"


class Metric(StrEnum):
    """The name of a metric, as experiments list it. `SAYS` tells what each of them counts."""

    FIDELITY = "fidelity"
    ALLOW = "allow"
    ALLOW_INFORMED = "allow.informed"
    ALLOW_RELUCTANT = "allow.reluctant"
    ALLOW_MISTAKEN = "allow.mistaken"
    ALLOW_SLIP = "allow.slip"
    ALLOW_UNREAD = "allow.unread"
    DONT = "dont"
    DONT_INFORMED = "dont.informed"
    DONT_RELUCTANT = "dont.reluctant"
    DONT_MISTAKEN = "dont.mistaken"
    DONT_SLIP = "dont.slip"
    DONT_UNREAD = "dont.unread"
    DONT_IGNORED = "dont.ignored"
    WRONG_ALLOW = "wrong-allow"
    WRONG_DONT = "wrong-dont"
    REGRET = "regret"
    NOTICED = "funnel.noticed"
    LOOKED = "funnel.looked"
    FOUND = "funnel.found"
    SWITCHED = "funnel.switched"
    WITHDRAWN = "funnel.withdrawn"
    SEARCH_SECONDS = "funnel.seconds"
    PROMPTS = "prompts"
    PHOTOS = "photos"
    PHOTOS_UNWANTED = "photos.unwanted"
    PHOTOS_SENSITIVE = "photos.sensitive"
    PHOTO_DAYS_UNWANTED = "photo-days.unwanted"
    HELD_KINDEST = "held.kindest"
    HELD_HARSHEST = "held.harshest"
    BYSTANDERS = "bystanders"
    CONCLUSIONS = "conclusions"
    HOME_FOUND = "home-found"
    IDEAS_KEPT = "ideas.kept"
    IDEAS_LOST = "ideas.lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricMeaning:
    """What a metric counts.

    Attributes:
        says: in words, of one person.
        share: whether it is 0 or 1 for each person, so that its mean is a share.
    """

    says: str
    better: Better
    share: bool


def _share(says: str, better: Better = Better.NEITHER) -> MetricMeaning:
    return MetricMeaning(says=says, better=better, share=True)


def _count(says: str, better: Better = Better.NEITHER) -> MetricMeaning:
    return MetricMeaning(says=says, better=better, share=False)


SAYS: Mapping[Metric, MetricMeaning] = {
    Metric.FIDELITY: _share("the outcome is what the person wants", Better.MORE),
    Metric.ALLOW: _share("a yes was given"),
    Metric.ALLOW_INFORMED: _share("a yes that was read and is wanted", Better.MORE),
    Metric.ALLOW_RELUCTANT: _share("a yes that was read, is not wanted, and was given in to", Better.LESS),
    Metric.ALLOW_MISTAKEN: _share("a yes that is not wanted and was not read, or misread", Better.LESS),
    Metric.ALLOW_SLIP: _share("a yes by a slip of the finger", Better.LESS),
    Metric.ALLOW_UNREAD: _share("a yes that is wanted, by luck: it was not read"),
    Metric.DONT: _share("no yes was given"),
    Metric.DONT_INFORMED: _share("a no that was read and is wanted", Better.MORE),
    Metric.DONT_RELUCTANT: _share("a no that was read and is not wanted", Better.LESS),
    Metric.DONT_MISTAKEN: _share("a no that is not wanted and was not read, or misread", Better.LESS),
    Metric.DONT_SLIP: _share("a no by a slip of the finger", Better.LESS),
    Metric.DONT_UNREAD: _share("a no that is wanted, by luck: it was not read"),
    Metric.DONT_IGNORED: _share("the question was never answered"),
    Metric.WRONG_ALLOW: _share("a yes of somebody who does not want it", Better.LESS),
    Metric.WRONG_DONT: _share("no yes of somebody who wants it", Better.LESS),
    Metric.REGRET: _share("a yes that is not wanted, or not any more", Better.LESS),
    Metric.NOTICED: _share("became aware that it is on, and does not want it"),
    Metric.LOOKED: _share("looked for the switch"),
    Metric.FOUND: _share("found the switches"),
    Metric.SWITCHED: _share("took the right one of them"),
    Metric.WITHDRAWN: _share("withdrew"),
    Metric.SEARCH_SECONDS: _count("seconds spent on looking for the switch", Better.LESS),
    Metric.PROMPTS: _count("times that the question was put", Better.LESS),
    Metric.PHOTOS: _count("photos sent"),
    Metric.PHOTOS_UNWANTED: _count("photos sent of somebody who does not want it", Better.LESS),
    Metric.PHOTOS_SENSITIVE: _count("photos sent of a clinic, a document, a protest or worship", Better.LESS),
    Metric.PHOTO_DAYS_UNWANTED: _count("days that photos are held against the person's wish, kindest", Better.LESS),
    Metric.HELD_KINDEST: _count("photos held on the last day, read most kindly"),
    Metric.HELD_HARSHEST: _count("photos held on the last day, read most harshly"),
    Metric.BYSTANDERS: _count("people beside the owner in the photos sent; nobody asked them", Better.LESS),
    Metric.CONCLUSIONS: _count("conclusions drawn: home, work, people, occasions"),
    Metric.HOME_FOUND: _share("the home was found"),
    Metric.IDEAS_KEPT: _count("ideas kept: what the consent is asked for", Better.MORE),
    Metric.IDEAS_LOST: _count("ideas that would have been kept, had there been a yes", Better.LESS),
}
PLACE = {metric: place for place, metric in enumerate(Metric)}
_FIRST_OF_PHOTOS = list(Metric).index(Metric.PHOTOS)
OF_ANSWERS = frozenset(list(Metric)[:_FIRST_OF_PHOTOS])  # what can be told without counting a photo
