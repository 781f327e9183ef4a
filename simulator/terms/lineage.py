"""What each kind of data is made from, and what it comes to be held for."""

from collections.abc import Iterator, Mapping

from simulator.domain.categories import DataCategory, Purpose

# INVARIANT: no kind is made from itself, however far one goes up.
MADE_FROM: Mapping[DataCategory, tuple[DataCategory, ...]] = {
    DataCategory.ORIGINAL: (),
    DataCategory.THUMBNAIL: (DataCategory.ORIGINAL,),
    DataCategory.TIME: (DataCategory.ORIGINAL,),
    DataCategory.PLACE: (DataCategory.ORIGINAL,),
    DataCategory.DEVICE: (DataCategory.ORIGINAL,),
    DataCategory.EMBEDDING: (DataCategory.ORIGINAL,),
    DataCategory.LABELS: (DataCategory.ORIGINAL,),
    DataCategory.TEXT: (DataCategory.ORIGINAL,),
    DataCategory.CAPTION: (DataCategory.ORIGINAL,),
    DataCategory.FACE_BOX: (DataCategory.ORIGINAL,),
    DataCategory.FACE_TEMPLATE: (DataCategory.ORIGINAL,),
    DataCategory.PERSON_CLUSTER: (DataCategory.FACE_TEMPLATE,),
    DataCategory.BYSTANDER: (DataCategory.ORIGINAL, DataCategory.FACE_TEMPLATE),
    DataCategory.HOME: (DataCategory.PLACE,),
    DataCategory.WORK: (DataCategory.PLACE,),
    DataCategory.OCCASION: (DataCategory.LABELS,),
    DataCategory.CHILD_PRESENT: (DataCategory.LABELS, DataCategory.FACE_TEMPLATE),
    DataCategory.IDEA: (DataCategory.ORIGINAL,),
    DataCategory.SHARED_POST: (DataCategory.IDEA,),
    DataCategory.ROLL_METADATA: (),
    DataCategory.INTERACTION_LOG: (),
    DataCategory.CONSENT_RECORD: (),
    DataCategory.SAFETY_SAMPLE: (DataCategory.ORIGINAL,),
    DataCategory.RANKING_WEIGHTS: (DataCategory.LABELS,),
    DataCategory.GENERATIVE_WEIGHTS: (DataCategory.TRAINING_MEMBERSHIP,),
    DataCategory.TRAINING_MEMBERSHIP: (DataCategory.ORIGINAL, DataCategory.IDEA),
    DataCategory.ADS_PROFILE: (
        DataCategory.HOME,
        DataCategory.WORK,
        DataCategory.PERSON_CLUSTER,
        DataCategory.OCCASION,
    ),
    DataCategory.BACKUP: (DataCategory.ORIGINAL,),
}

HELD_FOR: Mapping[DataCategory, Purpose] = {
    DataCategory.ORIGINAL: Purpose.STORE,
    DataCategory.THUMBNAIL: Purpose.STORE,
    DataCategory.TIME: Purpose.STORE,
    DataCategory.PLACE: Purpose.STORE,
    DataCategory.DEVICE: Purpose.STORE,
    DataCategory.EMBEDDING: Purpose.ANALYSE,
    DataCategory.LABELS: Purpose.ANALYSE,
    DataCategory.TEXT: Purpose.ANALYSE,
    DataCategory.CAPTION: Purpose.ANALYSE,
    DataCategory.FACE_BOX: Purpose.ANALYSE,
    DataCategory.FACE_TEMPLATE: Purpose.ANALYSE,
    DataCategory.PERSON_CLUSTER: Purpose.INFER,
    DataCategory.BYSTANDER: Purpose.INFER,
    DataCategory.HOME: Purpose.INFER,
    DataCategory.WORK: Purpose.INFER,
    DataCategory.OCCASION: Purpose.INFER,
    DataCategory.CHILD_PRESENT: Purpose.INFER,
    DataCategory.IDEA: Purpose.SUGGEST,
    DataCategory.SHARED_POST: Purpose.PUBLISH,
    DataCategory.ROLL_METADATA: Purpose.SUGGEST,
    DataCategory.INTERACTION_LOG: Purpose.SUGGEST,
    DataCategory.CONSENT_RECORD: Purpose.PROVE,
    DataCategory.SAFETY_SAMPLE: Purpose.SAFETY,
    DataCategory.RANKING_WEIGHTS: Purpose.RANK,
    DataCategory.GENERATIVE_WEIGHTS: Purpose.TRAIN,
    DataCategory.TRAINING_MEMBERSHIP: Purpose.TRAIN,
    DataCategory.ADS_PROFILE: Purpose.ADS,
    DataCategory.BACKUP: Purpose.STORE,
}


def ancestors(category: DataCategory) -> Iterator[DataCategory]:
    """Everything that it is made from, directly or not, nearest first, each once."""
    queue = list(dict.fromkeys(MADE_FROM[category]))
    for above in queue:
        yield above
        queue.extend(further for further in MADE_FROM[above] if further not in queue)


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
