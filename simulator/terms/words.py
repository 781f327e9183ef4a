"""Kinds of data in everyday words."""

from collections.abc import Mapping

from simulator.domain.categories import DataCategory

IN_WORDS: Mapping[DataCategory, str] = {
    DataCategory.ORIGINAL: "the photo itself",
    DataCategory.THUMBNAIL: "a small copy of the photo",
    DataCategory.TIME: "when the photo was taken",
    DataCategory.PLACE: "where the photo was taken",
    DataCategory.DEVICE: "which camera took the photo",
    DataCategory.EMBEDDING: "the photo as numbers a model understands",
    DataCategory.LABELS: "what was recognised in the photo",
    DataCategory.TEXT: "what is written in the photo",
    DataCategory.CAPTION: "a sentence about what the photo shows",
    DataCategory.FACE_BOX: "where faces are in the photo",
    DataCategory.FACE_TEMPLATE: "a face as numbers that tell it from others",
    DataCategory.PERSON_CLUSTER: "somebody who keeps appearing in photos",
    DataCategory.BYSTANDER: "somebody in the photo who is not its owner",
    DataCategory.HOME: "where the owner seems to live",
    DataCategory.WORK: "where the owner seems to work",
    DataCategory.OCCASION: "an occasion found across photos",
    DataCategory.CHILD_PRESENT: "whether a child seems to be in the photo",
    DataCategory.IDEA: "a picture made from the photos",
    DataCategory.SHARED_POST: "a post that the owner shared",
    DataCategory.ROLL_METADATA: "what the app noted about the camera roll without uploading it",
    DataCategory.INTERACTION_LOG: "what was shown and tapped",
    DataCategory.CONSENT_RECORD: "the record of the answer to the question",
    DataCategory.SAFETY_SAMPLE: "a copy taken for a safety review",
    DataCategory.RANKING_WEIGHTS: "what the ranking of suggestions learnt",
    DataCategory.GENERATIVE_WEIGHTS: "what a generative model learnt",
    DataCategory.TRAINING_MEMBERSHIP: "a place in a training set",
    DataCategory.ADS_PROFILE: "an advertising profile",
    DataCategory.BACKUP: "a backup copy",
}
