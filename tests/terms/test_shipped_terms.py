"""The sets that are shipped: what they say, and that every kind of data is spoken of or searched for."""

import pytest

from simulator.catalog.load import load_terms
from simulator.catalog.shelf import names
from simulator.domain.categories import DataCategory, Fact, Purpose
from simulator.domain.shelf import Shelf
from simulator.terms.clause import Clock, Status, find_clause
from simulator.terms.decide import Request, Verdict, decide_by_clauses
from simulator.terms.rules import rule_for

META, STRICT = "meta-2025-06-test", "gdpr-strict"
OPTED_IN, WITHDRAWN = frozenset({Fact.OPTED_IN}), frozenset({Fact.WITHDRAWN})


def verdict(name: str, category: DataCategory, purpose: Purpose, *facts: Fact) -> Verdict:
    request = Request(category=category, purpose=purpose, facts=frozenset(facts))
    return decide_by_clauses(load_terms(name), request).verdict


@pytest.mark.parametrize("name", names(Shelf.TERMS))
def test_every_kind_of_data_is_addressed_by_a_clause_or_a_silence(name: str) -> None:
    clauses = load_terms(name).clauses
    assert [category for category in DataCategory if not any(one.covers(category) for one in clauses)] == []


@pytest.mark.parametrize("name", names(Shelf.TERMS))
def test_every_clause_says_how_it_is_known_and_every_quotation_is_short(name: str) -> None:
    for one in load_terms(name).clauses:
        assert one.says.endswith(".")
        assert len(one.source.quoted.split()) <= 20
        assert one.status is not Status.SILENT or one.source.title.startswith("Searched: ")


def test_the_feature_promise_is_kept_apart_from_silence_about_what_is_learnt() -> None:
    assert verdict(META, DataCategory.ORIGINAL, Purpose.ADS, Fact.OPTED_IN) is Verdict.FORBID
    assert verdict(META, DataCategory.LABELS, Purpose.ADS, Fact.OPTED_IN) is Verdict.SILENT
    assert verdict(STRICT, DataCategory.LABELS, Purpose.ADS, Fact.OPTED_IN) is Verdict.FORBID


@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        ((Fact.OPTED_IN,), Verdict.FORBID),
        ((Fact.OPTED_IN, Fact.EDITED), Verdict.PERMIT),
        ((Fact.OPTED_IN, Fact.SHARED), Verdict.PERMIT),
    ],
)
def test_editing_or_sharing_changes_what_may_be_trained_on(facts: tuple[Fact, ...], wanted: Verdict) -> None:
    assert verdict(META, DataCategory.ORIGINAL, Purpose.TRAIN, *facts) is wanted
    assert verdict(STRICT, DataCategory.ORIGINAL, Purpose.TRAIN, *facts) is Verdict.FORBID


def test_an_upload_alone_may_improve_suggestions_in_the_test_and_not_under_the_strict_law() -> None:
    assert verdict(META, DataCategory.ORIGINAL, Purpose.RANK, Fact.OPTED_IN) is Verdict.PERMIT
    assert verdict(STRICT, DataCategory.ORIGINAL, Purpose.RANK, Fact.OPTED_IN) is Verdict.FORBID


def test_metadata_needs_no_allow_in_the_test() -> None:
    assert verdict(META, DataCategory.ROLL_METADATA, Purpose.SUGGEST) is Verdict.PERMIT
    assert verdict(STRICT, DataCategory.ROLL_METADATA, Purpose.SUGGEST) is Verdict.FORBID


def test_faces_are_told_apart_in_silence_or_not_at_all() -> None:
    for category in (DataCategory.FACE_TEMPLATE, DataCategory.PERSON_CLUSTER):
        assert verdict(META, category, Purpose.ANALYSE, Fact.OPTED_IN) is Verdict.SILENT
        assert verdict(STRICT, category, Purpose.ANALYSE, Fact.OPTED_IN) is Verdict.FORBID


def test_removal_begins_after_thirty_days_and_its_end_is_not_said() -> None:
    found = rule_for(load_terms(META), DataCategory.ORIGINAL, Clock.WITHDRAWAL)
    assert found is not None
    assert found.retain is not None
    assert (found.retain.begin_delete_after, found.retain.deadline, found.retain.covers_derived) == (30, None, None)


def test_only_originals_have_a_removal_in_the_test() -> None:
    terms = load_terms(META)
    promised = [category for category in DataCategory if rule_for(terms, category, Clock.WITHDRAWAL)]
    assert promised == [DataCategory.ORIGINAL]


def test_under_the_strict_law_nothing_but_proof_and_posts_may_be_done_without_consent() -> None:
    terms = load_terms(STRICT)
    for category in DataCategory:
        for purpose in Purpose:
            decision = decide_by_clauses(terms, Request(category=category, purpose=purpose, facts=WITHDRAWN))
            permitted = decision.verdict is Verdict.PERMIT
            assert not permitted or category in {DataCategory.CONSENT_RECORD, DataCategory.SHARED_POST}


def test_the_strict_law_leaves_models_to_the_case() -> None:
    removal = find_clause(load_terms(STRICT), "withdrawal.erases")
    assert removal.retain is not None
    assert removal.retain.covers_derived is True
    assert removal.retain.covers_models is None
    assert verdict(STRICT, DataCategory.GENERATIVE_WEIGHTS, Purpose.STORE, Fact.WITHDRAWN) is Verdict.SILENT
