"""The one table of kinds of data: a row says all that is known of one. A new kind is a new row, and no other table.

INVARIANT: no kind is made from itself, however far one goes up.
INVARIANT: no fides key lies under another of the table: a rule about one never reaches another by the taxonomy alone.
"""

from collections.abc import Mapping
from typing import NamedTuple

from simulator.domain.categories import DataCategory, Purpose
from simulator.domain.fides import FidesKey, own_key

_COLLECTED = "dpv:CollectedPersonalData"
_OBSERVED = "dpv:ObservedPersonalData"
_DERIVED = "dpv:DerivedPersonalData"
_INFERRED = "dpv:InferredPersonalData"


# Not a dataclass: this is loaded before the first paint, and a slotted dataclass is slow to make.
class DataKind(NamedTuple):
    """One kind of data.

    Attributes:
        name: what people call many of it.
        in_words: what one thing of it is.
        made_from: the kinds that it is made from directly.
        held_for: what it comes to be held for.
        fides: its key of fideslang.
        dpv: what it is in the W3C Data Privacy Vocabulary, where there is a word for it, and how it came about.
        shows_people: whether it shows somebody or comes from a face: in it are also people who were never asked.
    """

    name: str
    in_words: str
    made_from: tuple[DataCategory, ...]
    held_for: Purpose
    fides: FidesKey
    dpv: tuple[str, ...]
    shows_people: bool = False


DATA_KINDS: Mapping[DataCategory, DataKind] = {
    DataCategory.ORIGINAL: DataKind(
        name="original photos",
        in_words="the photo itself",
        made_from=(),
        held_for=Purpose.STORE,
        shows_people=True,
        fides=own_key(
            "user.content.private.photo",
            "private content is one key, and does not tell a photo from what is made of it",
        ),
        dpv=("pd:Picture", _COLLECTED),
    ),
    DataCategory.THUMBNAIL: DataKind(
        name="thumbnails",
        in_words="a small copy of the photo",
        made_from=(DataCategory.ORIGINAL,),
        held_for=Purpose.STORE,
        shows_people=True,
        fides=own_key("user.content.private.thumbnail", "there is no key for a smaller copy"),
        dpv=("pd:Picture", _DERIVED),
    ),
    DataCategory.TIME: DataKind(
        name="times of taking",
        in_words="when the photo was taken",
        made_from=(DataCategory.ORIGINAL,),
        held_for=Purpose.STORE,
        fides=own_key(
            "user.content.private.photo_time",
            "there is no key for when a photo was taken; telemetry is of running systems",
        ),
        dpv=(_COLLECTED,),
    ),
    DataCategory.PLACE: DataKind(
        name="places of taking",
        in_words="where the photo was taken",
        made_from=(DataCategory.ORIGINAL,),
        held_for=Purpose.STORE,
        fides=FidesKey("user.location.precise"),
        dpv=("pd:GPSCoordinate", _COLLECTED),
    ),
    DataCategory.DEVICE: DataKind(
        name="camera and phone details",
        in_words="which camera took the photo",
        made_from=(DataCategory.ORIGINAL,),
        held_for=Purpose.STORE,
        fides=FidesKey("user.device"),
        dpv=("pd:DeviceBased", _COLLECTED),
    ),
    DataCategory.EMBEDDING: DataKind(
        name="embeddings of photos",
        in_words="the photo as numbers a model understands",
        made_from=(DataCategory.ORIGINAL,),
        held_for=Purpose.ANALYSE,
        shows_people=True,
        fides=own_key("user.content.private.embedding", "there is no key for content turned into numbers"),
        dpv=(_DERIVED,),
    ),
    DataCategory.LABELS: DataKind(
        name="labels and themes",
        in_words="what was recognised in the photo",
        made_from=(DataCategory.ORIGINAL,),
        held_for=Purpose.ANALYSE,
        fides=own_key("user.content.private.labels", "there is no key for what is recognised in content"),
        dpv=(_INFERRED,),
    ),
    DataCategory.TEXT: DataKind(
        name="text read in photos",
        in_words="what is written in the photo",
        made_from=(DataCategory.ORIGINAL,),
        held_for=Purpose.ANALYSE,
        fides=own_key("user.content.private.text", "there is no key for what is read in a picture"),
        dpv=(_DERIVED,),
    ),
    DataCategory.CAPTION: DataKind(
        name="captions of photos",
        in_words="a sentence about what the photo shows",
        made_from=(DataCategory.ORIGINAL,),
        held_for=Purpose.ANALYSE,
        fides=own_key("user.content.private.caption", "there is no key for content put into a sentence"),
        dpv=(_INFERRED,),
    ),
    DataCategory.FACE_BOX: DataKind(
        name="places of faces in photos",
        in_words="where faces are in the photo",
        made_from=(DataCategory.ORIGINAL,),
        held_for=Purpose.ANALYSE,
        shows_people=True,
        fides=own_key("user.content.private.face_box", "where a face is tells nobody apart, so it is no biometric"),
        dpv=(_DERIVED,),
    ),
    DataCategory.FACE_TEMPLATE: DataKind(
        name="templates of faces",
        in_words="a face as numbers that tell it from others",
        made_from=(DataCategory.ORIGINAL,),
        held_for=Purpose.ANALYSE,
        shows_people=True,
        fides=own_key(
            "user.biometric.face_template",
            "the biometric keys are fingerprint, retinal, voice and health; none is a face",
        ),
        dpv=("pd:FacialPrint", _DERIVED),
    ),
    DataCategory.PERSON_CLUSTER: DataKind(
        name="recurring people",
        in_words="somebody who keeps appearing in photos",
        made_from=(DataCategory.FACE_TEMPLATE,),
        held_for=Purpose.INFER,
        shows_people=True,
        fides=own_key(
            "user.biometric.person_cluster", "there is no key for photos grouped by face, which tells people apart"
        ),
        dpv=("pd:Social", _INFERRED),
    ),
    DataCategory.BYSTANDER: DataKind(
        name="other people in photos",
        in_words="somebody in the photo who is not its owner",
        made_from=(DataCategory.ORIGINAL, DataCategory.FACE_TEMPLATE),
        held_for=Purpose.INFER,
        shows_people=True,
        fides=own_key("user.social.bystander", "there is no key for somebody who is in the content of somebody else"),
        dpv=("pd:Social", _INFERRED),
    ),
    DataCategory.HOME: DataKind(
        name="where home is",
        in_words="where the owner seems to live",
        made_from=(DataCategory.PLACE,),
        held_for=Purpose.INFER,
        fides=own_key(
            "user.contact.address.inferred_home", "the address keys do not tell what was given from what was concluded"
        ),
        dpv=("pd:HomeLocation", _INFERRED),
    ),
    DataCategory.WORK: DataKind(
        name="where work is",
        in_words="where the owner seems to work",
        made_from=(DataCategory.PLACE,),
        held_for=Purpose.INFER,
        fides=own_key(
            "user.workplace.inferred_work", "the workplace key does not tell what was given from what was concluded"
        ),
        dpv=("pd:WorkLocation", _INFERRED),
    ),
    DataCategory.OCCASION: DataKind(
        name="occasions",
        in_words="an occasion found across photos",
        made_from=(DataCategory.LABELS,),
        held_for=Purpose.INFER,
        fides=own_key("user.behavior.inferred_occasion", "there is no key for what was celebrated and when"),
        dpv=("pd:LifeHistory", _INFERRED),
    ),
    DataCategory.CHILD_PRESENT: DataKind(
        name="whether a child is there",
        in_words="whether a child seems to be in the photo",
        made_from=(DataCategory.LABELS, DataCategory.FACE_TEMPLATE),
        held_for=Purpose.INFER,
        shows_people=True,
        fides=own_key(
            "user.childrens.inferred_present",
            "the key of children does not tell what was given from what was concluded",
        ),
        dpv=("pd:AgeRange", _INFERRED),
    ),
    DataCategory.IDEA: DataKind(
        name="pictures made as ideas",
        in_words="a picture made from the photos",
        made_from=(DataCategory.ORIGINAL,),
        held_for=Purpose.SUGGEST,
        shows_people=True,
        fides=own_key("user.content.private.idea", "there is no key for content that a system generated"),
        # Derived, since generated data is, in that vocabulary, without relation to existing data.
        dpv=("pd:Picture", _DERIVED),
    ),
    DataCategory.SHARED_POST: DataKind(
        name="shared posts",
        in_words="a post that the owner shared",
        made_from=(DataCategory.IDEA,),
        held_for=Purpose.PUBLISH,
        shows_people=True,
        fides=FidesKey("user.content.public"),
        dpv=("pd:SocialMedia", _DERIVED),
    ),
    DataCategory.ROLL_METADATA: DataKind(
        name="facts about the camera roll",
        in_words="what the app noted about the camera roll without uploading it",
        made_from=(),
        held_for=Purpose.SUGGEST,
        fides=own_key(
            "user.content.private.roll_metadata", "there is no key for facts about content that was never uploaded"
        ),
        dpv=(_OBSERVED,),
    ),
    DataCategory.INTERACTION_LOG: DataKind(
        name="logs of taps",
        in_words="what was shown and tapped",
        made_from=(),
        held_for=Purpose.SUGGEST,
        fides=own_key(
            "user.behavior.interaction_log", "media consumption is about what was watched, not about what was tapped"
        ),
        dpv=("pd:ServiceConsumptionBehaviour", _OBSERVED),
    ),
    DataCategory.CONSENT_RECORD: DataKind(
        name="records of consent",
        in_words="the record of the answer to the question",
        made_from=(),
        held_for=Purpose.PROVE,
        fides=FidesKey("user.privacy_preferences"),
        dpv=("dpv:ConsentRecord",),
    ),
    DataCategory.SAFETY_SAMPLE: DataKind(
        name="photos reviewed for safety",
        in_words="a copy taken for a safety review",
        made_from=(DataCategory.ORIGINAL,),
        held_for=Purpose.SAFETY,
        shows_people=True,
        fides=own_key("user.content.private.safety_sample", "there is no key for a copy under review"),
        dpv=("pd:Picture", _DERIVED),
    ),
    DataCategory.RANKING_WEIGHTS: DataKind(
        name="traces in the ranking of ideas",
        in_words="what the ranking of suggestions learnt",
        made_from=(DataCategory.LABELS,),
        held_for=Purpose.RANK,
        fides=own_key(
            "system.operations.ranking_weights",
            "whether a model is data about a user is not settled, so it is put with none",
        ),
        # Not called personal data: whether a model is, no set settles.
        dpv=("ai:TrainedModel",),
    ),
    DataCategory.GENERATIVE_WEIGHTS: DataKind(
        name="traces in generative models",
        in_words="what a generative model learnt",
        made_from=(DataCategory.TRAINING_MEMBERSHIP,),
        held_for=Purpose.TRAIN,
        fides=own_key(
            "system.operations.generative_weights",
            "whether a model is data about a user is not settled, so it is put with none",
        ),
        dpv=("ai:TrainedModel",),
    ),
    DataCategory.TRAINING_MEMBERSHIP: DataKind(
        name="places in a training set",
        in_words="a place in a training set",
        made_from=(DataCategory.ORIGINAL, DataCategory.IDEA),
        held_for=Purpose.TRAIN,
        fides=own_key(
            "user.content.private.training_membership", "there is no key for content being in a training set"
        ),
        dpv=("ai:TrainingData",),
    ),
    DataCategory.ADS_PROFILE: DataKind(
        name="entries in an ads profile",
        in_words="an advertising profile",
        made_from=(DataCategory.HOME, DataCategory.WORK, DataCategory.PERSON_CLUSTER, DataCategory.OCCASION),
        held_for=Purpose.ADS,
        fides=own_key(
            "user.behavior.ads_profile", "a demographic profile is of who somebody is, this one of what to show them"
        ),
        dpv=("pd:Profile", _INFERRED),
    ),
    DataCategory.BACKUP: DataKind(
        name="backup copies",
        in_words="a backup copy",
        made_from=(DataCategory.ORIGINAL,),
        held_for=Purpose.STORE,
        shows_people=True,
        fides=own_key("user.content.private.backup", "there is no key for a backup copy"),
        dpv=("pd:Picture", _DERIVED),
    ),
}
