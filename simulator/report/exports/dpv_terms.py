"""Our kinds of data and uses in the words of the W3C Data Privacy Vocabulary, version 2.3 (``dpv:``, ``pd:``, ``ai:``).

A kind has what it is, where there is a word for it, and how it came about. A use is a purpose, a processing, or both:
the vocabulary tells the two apart, and has no purpose for what is merely done, such as storing.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.domain.categories import DataCategory, Purpose

PREFIXES: Mapping[str, str] = {
    "dpv": "https://w3id.org/dpv#",
    "pd": "https://w3id.org/dpv/pd#",
    "ai": "https://w3id.org/dpv/ai#",
}

_COLLECTED = "dpv:CollectedPersonalData"
_OBSERVED = "dpv:ObservedPersonalData"
_DERIVED = "dpv:DerivedPersonalData"
_INFERRED = "dpv:InferredPersonalData"

CATEGORY_TERMS: Mapping[DataCategory, tuple[str, ...]] = {
    DataCategory.ORIGINAL: ("pd:Picture", _COLLECTED),
    DataCategory.THUMBNAIL: ("pd:Picture", _DERIVED),
    DataCategory.TIME: (_COLLECTED,),
    DataCategory.PLACE: ("pd:GPSCoordinate", _COLLECTED),
    DataCategory.DEVICE: ("pd:DeviceBased", _COLLECTED),
    DataCategory.EMBEDDING: (_DERIVED,),
    DataCategory.LABELS: (_INFERRED,),
    DataCategory.TEXT: (_DERIVED,),
    DataCategory.CAPTION: (_INFERRED,),
    DataCategory.FACE_BOX: (_DERIVED,),
    DataCategory.FACE_TEMPLATE: ("pd:FacialPrint", _DERIVED),
    DataCategory.PERSON_CLUSTER: ("pd:Social", _INFERRED),
    DataCategory.BYSTANDER: ("pd:Social", _INFERRED),
    DataCategory.HOME: ("pd:HomeLocation", _INFERRED),
    DataCategory.WORK: ("pd:WorkLocation", _INFERRED),
    DataCategory.OCCASION: ("pd:LifeHistory", _INFERRED),
    DataCategory.CHILD_PRESENT: ("pd:AgeRange", _INFERRED),
    # Derived, since generated data is, in that vocabulary, without relation to existing data.
    DataCategory.IDEA: ("pd:Picture", _DERIVED),
    DataCategory.SHARED_POST: ("pd:SocialMedia", _DERIVED),
    DataCategory.ROLL_METADATA: (_OBSERVED,),
    DataCategory.INTERACTION_LOG: ("pd:ServiceConsumptionBehaviour", _OBSERVED),
    DataCategory.CONSENT_RECORD: ("dpv:ConsentRecord",),
    DataCategory.SAFETY_SAMPLE: ("pd:Picture", _DERIVED),
    # Not called personal data: whether a model is, no set settles.
    DataCategory.RANKING_WEIGHTS: ("ai:TrainedModel",),
    DataCategory.GENERATIVE_WEIGHTS: ("ai:TrainedModel",),
    DataCategory.TRAINING_MEMBERSHIP: ("ai:TrainingData",),
    DataCategory.ADS_PROFILE: ("pd:Profile", _INFERRED),
    DataCategory.BACKUP: ("pd:Picture", _DERIVED),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DpvUse:
    """What a use is for and what is done; None where the vocabulary has no word for that side of it."""

    purpose: str | None
    processing: str | None


PURPOSE_TERMS: Mapping[Purpose, DpvUse] = {
    Purpose.SUGGEST: DpvUse(purpose="dpv:ProvidePersonalisedRecommendations", processing="dpv:Use"),
    Purpose.ANALYSE: DpvUse(purpose=None, processing="dpv:Analyse"),
    Purpose.STORE: DpvUse(purpose=None, processing="dpv:Store"),
    Purpose.INFER: DpvUse(purpose=None, processing="dpv:Infer"),
    Purpose.RANK: DpvUse(purpose="dpv:ImproveExistingProductsAndServices", processing="dpv:Use"),
    Purpose.TRAIN: DpvUse(purpose=None, processing="ai:ModelTraining"),
    Purpose.ADS: DpvUse(purpose="dpv:PersonalisedAdvertising", processing="dpv:Use"),
    # Near: it speaks of security, and these checks are of safety and integrity.
    Purpose.SAFETY: DpvUse(purpose="dpv:EnforceSecurity", processing="dpv:Analyse"),
    Purpose.PUBLISH: DpvUse(purpose=None, processing="dpv:Share"),
    Purpose.PROVE: DpvUse(purpose="dpv:RecordManagement", processing="dpv:Store"),
}
