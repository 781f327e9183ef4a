"""Our kinds of data and uses as keys of fideslang 3.1, and why, where that taxonomy has only a near one.

A key of our own is declared as a child of a key that exists, so that any tool that knows the parent understands it.
INVARIANT: no key lies under another of the table: a rule about one never reaches another by the taxonomy alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.domain.categories import DataCategory, Purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class FidesKey:
    """One key of the taxonomy.

    Attributes:
        key: dotted; the part before the last dot is the parent.
        own: whether fideslang has no such key, so that a manifest must declare it.
        reason: why this one, where no key says exactly what is meant; else empty.
    """

    key: str
    own: bool = False
    reason: str = ""

    @property
    def parent(self) -> str:
        return self.key.rpartition(".")[0]


def _own(key: str, reason: str) -> FidesKey:
    return FidesKey(key=key, own=True, reason=reason)


CATEGORY_KEYS: Mapping[DataCategory, FidesKey] = {
    DataCategory.ORIGINAL: _own(
        "user.content.private.photo", "private content is one key, and does not tell a photo from what is made of it"
    ),
    DataCategory.THUMBNAIL: _own("user.content.private.thumbnail", "there is no key for a smaller copy"),
    DataCategory.TIME: _own(
        "user.content.private.photo_time", "there is no key for when a photo was taken; telemetry is of running systems"
    ),
    DataCategory.PLACE: FidesKey(key="user.location.precise"),
    DataCategory.DEVICE: FidesKey(key="user.device"),
    DataCategory.EMBEDDING: _own("user.content.private.embedding", "there is no key for content turned into numbers"),
    DataCategory.LABELS: _own("user.content.private.labels", "there is no key for what is recognised in content"),
    DataCategory.TEXT: _own("user.content.private.text", "there is no key for what is read in a picture"),
    DataCategory.CAPTION: _own("user.content.private.caption", "there is no key for content put into a sentence"),
    DataCategory.FACE_BOX: _own(
        "user.content.private.face_box", "where a face is tells nobody apart, so it is no biometric"
    ),
    DataCategory.FACE_TEMPLATE: _own(
        "user.biometric.face_template", "the biometric keys are fingerprint, retinal, voice and health; none is a face"
    ),
    DataCategory.PERSON_CLUSTER: _own(
        "user.biometric.person_cluster", "there is no key for photos grouped by face, which tells people apart"
    ),
    DataCategory.BYSTANDER: _own(
        "user.social.bystander", "there is no key for somebody who is in the content of somebody else"
    ),
    DataCategory.HOME: _own(
        "user.contact.address.inferred_home", "the address keys do not tell what was given from what was concluded"
    ),
    DataCategory.WORK: _own(
        "user.workplace.inferred_work", "the workplace key does not tell what was given from what was concluded"
    ),
    DataCategory.OCCASION: _own("user.behavior.inferred_occasion", "there is no key for what was celebrated and when"),
    DataCategory.CHILD_PRESENT: _own(
        "user.childrens.inferred_present", "the key of children does not tell what was given from what was concluded"
    ),
    DataCategory.IDEA: _own("user.content.private.idea", "there is no key for content that a system generated"),
    DataCategory.SHARED_POST: FidesKey(key="user.content.public"),
    DataCategory.ROLL_METADATA: _own(
        "user.content.private.roll_metadata", "there is no key for facts about content that was never uploaded"
    ),
    DataCategory.INTERACTION_LOG: _own(
        "user.behavior.interaction_log", "media consumption is about what was watched, not about what was tapped"
    ),
    DataCategory.CONSENT_RECORD: FidesKey(key="user.privacy_preferences"),
    DataCategory.SAFETY_SAMPLE: _own("user.content.private.safety_sample", "there is no key for a copy under review"),
    DataCategory.RANKING_WEIGHTS: _own(
        "system.operations.ranking_weights",
        "whether a model is data about a user is not settled, so it is put with none",
    ),
    DataCategory.GENERATIVE_WEIGHTS: _own(
        "system.operations.generative_weights",
        "whether a model is data about a user is not settled, so it is put with none",
    ),
    DataCategory.TRAINING_MEMBERSHIP: _own(
        "user.content.private.training_membership", "there is no key for content being in a training set"
    ),
    DataCategory.ADS_PROFILE: _own(
        "user.behavior.ads_profile", "a demographic profile is of who somebody is, this one of what to show them"
    ),
    DataCategory.BACKUP: _own("user.content.private.backup", "there is no key for a backup copy"),
}

PURPOSE_KEYS: Mapping[Purpose, FidesKey] = {
    Purpose.SUGGEST: FidesKey(key="personalize.content"),
    Purpose.ANALYSE: _own("functional.service.analyse", "there is no key for looking at content in order to serve"),
    Purpose.STORE: FidesKey(
        key="functional.storage", reason="near: it speaks of storage on the device, and this is the company's"
    ),
    Purpose.INFER: FidesKey(
        key="personalize.profiling", reason="near: it creates profiles, and a conclusion is one entry of such"
    ),
    Purpose.RANK: FidesKey(key="functional.service.improve"),
    Purpose.TRAIN: FidesKey(key="train_ai_system"),
    Purpose.ADS: FidesKey(
        key="marketing.advertising", reason="broad on purpose: the sets do not tell first parties from third ones"
    ),
    Purpose.SAFETY: FidesKey(
        key="essential.service.security", reason="near: it speaks of the security of a service, not of its integrity"
    ),
    Purpose.PUBLISH: FidesKey(
        key="third_party_sharing", reason="near: it is the owner who shares, and the third parties are friends"
    ),
    Purpose.PROVE: FidesKey(
        key="essential.legal_obligation", reason="near: it names consent management; not every set calls it a duty"
    ),
}

# What shows somebody, or comes from a face: in it are also people who were never asked.
SHOWS_PEOPLE = frozenset(
    {
        DataCategory.ORIGINAL,
        DataCategory.THUMBNAIL,
        DataCategory.EMBEDDING,
        DataCategory.FACE_BOX,
        DataCategory.FACE_TEMPLATE,
        DataCategory.PERSON_CLUSTER,
        DataCategory.BYSTANDER,
        DataCategory.CHILD_PRESENT,
        DataCategory.IDEA,
        DataCategory.SHARED_POST,
        DataCategory.SAFETY_SAMPLE,
        DataCategory.BACKUP,
    }
)
