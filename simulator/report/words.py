"""The names that people have for kinds of data, uses and circumstances."""

from simulator.domain.categories import DataCategory, Fact, Purpose
from simulator.domain.events import FaultKind

NAMES = {
    DataCategory.ORIGINAL: "original photos",
    DataCategory.THUMBNAIL: "thumbnails",
    DataCategory.TIME: "times of taking",
    DataCategory.PLACE: "places of taking",
    DataCategory.DEVICE: "camera and phone details",
    DataCategory.EMBEDDING: "embeddings of photos",
    DataCategory.LABELS: "labels and themes",
    DataCategory.TEXT: "text read in photos",
    DataCategory.CAPTION: "captions of photos",
    DataCategory.FACE_BOX: "places of faces in photos",
    DataCategory.FACE_TEMPLATE: "templates of faces",
    DataCategory.PERSON_CLUSTER: "recurring people",
    DataCategory.BYSTANDER: "other people in photos",
    DataCategory.HOME: "where home is",
    DataCategory.WORK: "where work is",
    DataCategory.OCCASION: "occasions",
    DataCategory.CHILD_PRESENT: "whether a child is there",
    DataCategory.IDEA: "pictures made as ideas",
    DataCategory.SHARED_POST: "shared posts",
    DataCategory.ROLL_METADATA: "facts about the camera roll",
    DataCategory.INTERACTION_LOG: "logs of taps",
    DataCategory.CONSENT_RECORD: "records of consent",
    DataCategory.SAFETY_SAMPLE: "photos reviewed for safety",
    DataCategory.RANKING_WEIGHTS: "traces in the ranking of ideas",
    DataCategory.GENERATIVE_WEIGHTS: "traces in generative models",
    DataCategory.TRAINING_MEMBERSHIP: "places in a training set",
    DataCategory.ADS_PROFILE: "entries in an ads profile",
    DataCategory.BACKUP: "backup copies",
}

PURPOSES = {
    Purpose.SUGGEST: "making ideas",
    Purpose.ANALYSE: "analysing",
    Purpose.STORE: "storing",
    Purpose.INFER: "drawing conclusions",
    Purpose.RANK: "improving suggestions",
    Purpose.TRAIN: "training generative models",
    Purpose.ADS: "advertising",
    Purpose.SAFETY: "checking for safety",
    Purpose.PUBLISH: "publishing",
    Purpose.PROVE: "proving the consent",
}

FACTS = {
    Fact.OPTED_IN: "opted in",
    Fact.WITHDRAWN: "withdrawn",
    Fact.EDITED: "edited with AI",
    Fact.SHARED: "shared",
}

HAPPENINGS = {
    FaultKind.DELETE_LOST: "deletions get lost",
    FaultKind.CACHE_LAG: "caches lag behind",
    FaultKind.BACKUP_RESTORE: "backup put back",
    FaultKind.REUPLOAD_AFTER_REINSTALL: "app reinstalled",
    FaultKind.ACCOUNT_DELETED: "account deleted",
    FaultKind.OS_PERMISSION_WITHDRAWN: "permission taken away",
}

FAULTS = {
    FaultKind.DELETE_LOST: "from now on, deletions of some data are lost and never happen.",
    FaultKind.CACHE_LAG: "from now on, copies of what was made from the photos live on in a cache after deletion.",
    FaultKind.BACKUP_RESTORE: "a backup is put back, and what was deleted since is there again.",
    FaultKind.REUPLOAD_AFTER_REINSTALL: "the app is reinstalled and has forgotten which photos it sent.",
    FaultKind.ACCOUNT_DELETED: "the account is deleted. Nothing more is sent.",
    FaultKind.OS_PERMISSION_WITHDRAWN: (
        "the phone's own permission is taken away, not the app's switch turned off. The yes still stands, and nobody "
        "tells the company."
    ),
}
