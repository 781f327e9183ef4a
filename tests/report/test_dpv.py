"""The JSON-LD uses words that the vocabulary has, refers to nothing missing, and needs no network to be read."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from simulator.catalog.load import load_terms
from simulator.catalog.shelf import Kind, names
from simulator.domain.categories import DataCategory
from simulator.domain.data_kinds import DATA_KINDS
from simulator.domain.data_uses import DATA_USES
from simulator.report.exports.dpv import dpv_document
from simulator.terms.clause import Effect

SETS = names(Kind.TERMS)

# Compared with dpv.csv, pd.csv and ai.csv of release 2.3 (w3c/dpv at f01a55c, 28 February 2026).
PROPERTIES = {
    *("hasApplicability", "hasData", "hasDataController", "hasDuration", "hasJurisdiction", "hasName"),
    *("hasPermission", "hasPersonalData", "hasProcessing", "hasProhibition", "hasPurpose", "hasStorageCondition"),
}
CLASSES = {
    *("ai:ModelTraining", "ai:TrainedModel", "ai:TrainingData", "dpv:Analyse", "dpv:CollectedPersonalData"),
    *("dpv:ConsentRecord", "dpv:DataController", "dpv:DerivedPersonalData", "dpv:EnforceSecurity"),
    *("dpv:ImproveExistingProductsAndServices", "dpv:IndeterminateDuration", "dpv:Infer", "dpv:InferredPersonalData"),
    *("dpv:Jurisdiction", "dpv:ObservedPersonalData", "dpv:Permission", "dpv:PersonalisedAdvertising", "dpv:Process"),
    *("dpv:Prohibition", "dpv:ProvidePersonalisedRecommendations", "dpv:RecordManagement", "dpv:Share"),
    *("dpv:StorageDeletion", "dpv:StorageDuration", "dpv:Store", "dpv:TemporalDuration", "dpv:UnknownApplicability"),
    *("dpv:UntilEventDuration", "dpv:Use", "pd:DeviceBased", "pd:FacialPrint", "pd:GPSCoordinate", "pd:HomeLocation"),
    *("pd:LifeHistory", "pd:Picture", "pd:Profile", "pd:ServiceConsumptionBehaviour", "pd:Social", "pd:SocialMedia"),
    *("pd:AgeRange", "pd:WorkLocation"),
}


def document(name: str) -> dict[str, Any]:
    made = dpv_document(load_terms(name))
    assert json.loads(json.dumps(made)) == made
    return made


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object of the document but its context."""
    if isinstance(value, dict):
        yield value
        for key, part in value.items():
            if key != "@context":
                yield from nodes(part)
    elif isinstance(value, list):
        for part in value:
            yield from nodes(part)


def storage(name: str, category: str) -> list[dict[str, Any]]:
    found = next(each for each in nodes(document(name)) if each.get("@id") == f"data:{category}" and "@type" in each)
    return found["dpv:hasStorageCondition"]


@pytest.mark.parametrize("name", SETS)
def test_every_word_is_one_of_the_vocabulary(name: str) -> None:
    used = set(re.findall(r'"((?:dpv|pd|ai):\w+)"', json.dumps(document(name))))
    assert used <= CLASSES | {f"dpv:{each}" for each in PROPERTIES}


def test_the_tables_have_a_word_for_every_kind_and_every_use() -> None:
    words = [word for kind in DATA_KINDS.values() for word in kind.dpv]
    words += [word for use in DATA_USES.values() for word in (use.dpv_purpose, use.dpv_processing) if word]
    assert set(words) <= CLASSES
    assert all(kind.dpv for kind in DATA_KINDS.values())
    assert all(use.dpv_purpose or use.dpv_processing for use in DATA_USES.values())


@pytest.mark.parametrize("name", SETS)
def test_the_context_is_inline_and_knows_every_prefix(name: str) -> None:
    made = document(name)
    context = made["@context"]
    assert all(isinstance(iri, str) and iri.endswith(("#", "/")) for iri in context.values())
    for each in nodes(made):
        types = each.get("@type", [])
        for word in (*each, *([types] if isinstance(types, str) else types)):
            assert word.startswith("@") or word.partition(":")[0] in context


@pytest.mark.parametrize("name", SETS)
def test_what_is_referred_to_is_in_the_document(name: str) -> None:
    made = document(name)
    described = {each["@id"] for each in nodes(made) if "@type" in each and "@id" in each}
    meant = {each["@id"] for each in nodes(made) if "@id" in each}
    assert {each for each in meant if each.startswith(("data:", "clause:"))} <= described
    assert {f"data:{category}" for category in DataCategory} <= described


@pytest.mark.parametrize("name", SETS)
def test_each_clause_stands_once_as_what_it_is(name: str) -> None:
    made = document(name)
    for key, effect in (
        ("dpv:hasPermission", Effect.PERMIT),
        ("dpv:hasProhibition", Effect.FORBID),
        ("rollcall:hasSilence", None),
    ):
        wanted = [f"clause:{clause.id}" for clause in load_terms(name).clauses if clause.effect is effect]
        assert [each["@id"] for each in made[key]] == wanted
    assert all(
        each["dpv:hasApplicability"]["@id"] == "dpv:UnknownApplicability" for each in made["rollcall:hasSilence"]
    )


def test_a_begin_without_an_end_is_a_duration_until_an_event_and_an_indeterminate_one() -> None:
    stored, deleted = storage("meta-2025-06-test", "photo.original")
    assert stored["@type"] == "dpv:StorageDuration"
    assert stored["dpv:hasDuration"] == {
        "@type": "dpv:UntilEventDuration",
        "dct:description": "so many days after the withdrawal",
        "dpv:hasDuration": {"@type": "dpv:TemporalDuration", "rdf:value": {"@value": "P30D", "@type": "xsd:duration"}},
    }
    assert deleted["@type"] == "dpv:StorageDeletion"
    assert deleted["dpv:hasDuration"] == {"@type": "dpv:IndeterminateDuration"}
    assert stored["rollcall:clause"] == {"@id": "clause:photos.removal"}


def test_a_silence_is_an_indeterminate_duration() -> None:
    assert storage("meta-2025-06-test", "photo.embedding") == [
        {
            "@type": "dpv:StorageDuration",
            "dpv:hasDuration": {"@type": "dpv:IndeterminateDuration"},
            "dct:description": "not stated",
        }
    ]


def test_a_limit_from_collection_is_a_plain_duration_and_backups_have_their_own() -> None:
    kinds = [each["dpv:hasDuration"]["@type"] for each in storage("gdpr-strict", "photo.original")]
    assert "dpv:TemporalDuration" in kinds
    assert [each["dct:title"] for each in storage("meta-2025-06-test", "post.shared") if "dct:title" in each] == [
        "backups"
    ]


def test_a_law_is_nobodys_company() -> None:
    assert "dpv:hasDataController" not in document("gdpr-strict")
    assert document("meta-2025-06-test")["dpv:hasDataController"]["dpv:hasName"] == "Meta"
