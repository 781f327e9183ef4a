"""The one table of purposes: a row says all that is known of one use of data."""

from collections.abc import Mapping
from typing import NamedTuple

from simulator.domain.categories import Purpose
from simulator.domain.fides import FidesKey, own_key


class DataUse(NamedTuple):
    """One use of data.

    The W3C Data Privacy Vocabulary tells purpose and processing apart, and has no purpose for what is merely done,
    such as storing.

    Attributes:
        name: what people call it.
        fides: its key of fideslang.
        dpv_purpose: what it is for, or None: that vocabulary has no word for this side of it.
        dpv_processing: what is done, or None likewise.
    """

    name: str
    fides: FidesKey
    dpv_purpose: str | None
    dpv_processing: str | None


DATA_USES: Mapping[Purpose, DataUse] = {
    Purpose.SUGGEST: DataUse(
        name="making ideas",
        fides=FidesKey("personalize.content"),
        dpv_purpose="dpv:ProvidePersonalisedRecommendations",
        dpv_processing="dpv:Use",
    ),
    Purpose.ANALYSE: DataUse(
        name="analysing",
        fides=own_key("functional.service.analyse", "there is no key for looking at content in order to serve"),
        dpv_purpose=None,
        dpv_processing="dpv:Analyse",
    ),
    Purpose.STORE: DataUse(
        name="storing",
        fides=FidesKey(
            "functional.storage", reason="near: it speaks of storage on the device, and this is the company's"
        ),
        dpv_purpose=None,
        dpv_processing="dpv:Store",
    ),
    Purpose.INFER: DataUse(
        name="drawing conclusions",
        fides=FidesKey(
            "personalize.profiling", reason="near: it creates profiles, and a conclusion is one entry of such"
        ),
        dpv_purpose=None,
        dpv_processing="dpv:Infer",
    ),
    Purpose.RANK: DataUse(
        name="improving suggestions",
        fides=FidesKey("functional.service.improve"),
        dpv_purpose="dpv:ImproveExistingProductsAndServices",
        dpv_processing="dpv:Use",
    ),
    Purpose.TRAIN: DataUse(
        name="training generative models",
        fides=FidesKey("train_ai_system"),
        dpv_purpose=None,
        dpv_processing="ai:ModelTraining",
    ),
    Purpose.ADS: DataUse(
        name="advertising",
        fides=FidesKey(
            "marketing.advertising", reason="broad on purpose: the sets do not tell first parties from third ones"
        ),
        dpv_purpose="dpv:PersonalisedAdvertising",
        dpv_processing="dpv:Use",
    ),
    Purpose.SAFETY: DataUse(
        name="checking for safety",
        fides=FidesKey(
            "essential.service.security", reason="near: it speaks of the security of a service, not of its integrity"
        ),
        # Near: it speaks of security, and these checks are of safety and integrity.
        dpv_purpose="dpv:EnforceSecurity",
        dpv_processing="dpv:Analyse",
    ),
    Purpose.PUBLISH: DataUse(
        name="publishing",
        fides=FidesKey(
            "third_party_sharing", reason="near: it is the owner who shares, and the third parties are friends"
        ),
        dpv_purpose=None,
        dpv_processing="dpv:Share",
    ),
    Purpose.PROVE: DataUse(
        name="proving the consent",
        fides=FidesKey(
            "essential.legal_obligation", reason="near: it names consent management; not every set calls it a duty"
        ),
        dpv_purpose="dpv:RecordManagement",
        dpv_processing="dpv:Store",
    ),
}
