"""What data there is, what it is used for, and who holds it: dotted keys, after fideslang and the W3C DPV."""

from enum import StrEnum


class DataCategory(StrEnum):
    """A kind of data that exists because a photo was taken, sent or looked at."""

    ORIGINAL = "photo.original"
    THUMBNAIL = "photo.thumbnail"
    TIME = "photo.time"
    PLACE = "photo.place"
    DEVICE = "photo.device"
    EMBEDDING = "photo.embedding"
    LABELS = "photo.labels"
    TEXT = "photo.text"
    CAPTION = "photo.caption"
    FACE_BOX = "photo.face_box"
    FACE_TEMPLATE = "person.face_template"
    PERSON_CLUSTER = "person.cluster"
    BYSTANDER = "person.bystander"
    HOME = "inferred.home"
    WORK = "inferred.work"
    OCCASION = "inferred.occasion"
    CHILD_PRESENT = "inferred.child_present"
    IDEA = "idea.picture"
    SHARED_POST = "post.shared"
    ROLL_METADATA = "roll.metadata"
    INTERACTION_LOG = "log.interaction"
    CONSENT_RECORD = "log.consent"
    SAFETY_SAMPLE = "review.sample"
    RANKING_WEIGHTS = "model.ranking"
    GENERATIVE_WEIGHTS = "model.generative"
    TRAINING_MEMBERSHIP = "model.training_membership"
    ADS_PROFILE = "profile.ads"
    BACKUP = "copy.backup"


class Purpose(StrEnum):
    """What a piece of data is used for."""

    SUGGEST = "suggest"
    ANALYSE = "analyse"
    STORE = "store"
    INFER = "infer"
    RANK = "improve.suggestions"
    TRAIN = "train.generative"
    ADS = "advertise"
    SAFETY = "safety"
    PUBLISH = "publish"
    PROVE = "prove.consent"


class Fact(StrEnum):
    """A circumstance that a clause can require or exclude."""

    OPTED_IN = "opted_in"
    WITHDRAWN = "withdrawn"
    EDITED = "edited_with_ai"
    SHARED = "shared"


class Theme(StrEnum):
    """What a photo is of, as a photographer would file it: the truth that the analyzer tries to find."""

    BIRTHDAY = "birthday"
    BEACH = "beach"
    WEDDING = "wedding"
    GRADUATION = "graduation"
    PET = "pet"
    FOOD = "food"
    DOCUMENT = "document"
    RECEIPT = "receipt"
    CLINIC = "clinic"
    WORSHIP = "worship"
    PROTEST = "protest"
    CHILD = "child"
    SELFIE = "selfie"
    SCREENSHOT = "screenshot"
    LANDMARK = "landmark"
    NIGHT_OUT = "night_out"
    PORTRAIT = "portrait"
    STREET = "street"
    GARDEN = "garden"
    DESK = "desk"


# INVARIANT: what these photos suggest about a person is never inferred, only counted.
SENSITIVE_THEMES = frozenset({Theme.CLINIC, Theme.WORSHIP, Theme.PROTEST, Theme.DOCUMENT})
