"""A manifest is held to the real fideslang package: its models, its parents, its keys."""

import json
from typing import Any

import fideslang
import pytest

from simulator.catalog.load import load_terms
from simulator.catalog.shelf import Kind, names
from simulator.domain.categories import DataCategory, Fact, Purpose
from simulator.domain.data_kinds import DATA_KINDS
from simulator.domain.data_uses import DATA_USES
from simulator.report.exports.fides_manifest import manifest
from simulator.terms.decide import Request, Verdict, decide_by_clauses

SETS = names(Kind.TERMS)


def known(kind: str) -> set[str]:
    return {each.fides_key for each in getattr(fideslang.DEFAULT_TAXONOMY, kind)}


def keys(table: Any) -> list[str]:
    return [row.fides.key for row in table.values()]


@pytest.mark.parametrize("name", SETS)
def test_fideslang_accepts_the_manifest_of_every_set(name: str) -> None:
    made = manifest(load_terms(name))
    assert json.loads(json.dumps(made)) == made
    read = fideslang.Taxonomy.model_validate(made)
    assert read.system[0].fides_key == name
    assert len(read.system[0].privacy_declarations) == len(made["system"][0]["privacy_declarations"])
    assert len(read.policy[0].rules) == len(made["policy"][0]["rules"])


@pytest.mark.parametrize("name", SETS)
def test_every_key_that_is_used_is_fideslangs_or_declared(name: str) -> None:
    made = manifest(load_terms(name))
    have = {kind: known(kind) | {each["fides_key"] for each in made[kind]} for kind in ("data_category", "data_use")}
    subjects = known("data_subject") | {each["fides_key"] for each in made["data_subject"]}
    for declaration in made["system"][0]["privacy_declarations"]:
        assert set(declaration["data_categories"]) <= have["data_category"]
        assert declaration["data_use"] in have["data_use"]
        assert set(declaration["data_subjects"]) <= subjects
    for rule in made["policy"][0]["rules"]:
        assert set(rule["data_categories"]["values"]) <= have["data_category"]
        assert set(rule["data_uses"]["values"]) <= have["data_use"]


@pytest.mark.parametrize(("table", "kind"), [(DATA_KINDS, "data_category"), (DATA_USES, "data_use")])
def test_a_key_of_our_own_is_new_and_has_a_parent_that_exists_and_a_reason(table: Any, kind: str) -> None:
    for each in [row.fides for row in table.values()]:
        assert (each.key in known(kind)) is not each.own
        if each.own:
            assert each.parent in known(kind)
            assert each.reason


def test_a_wrong_parent_would_be_refused() -> None:
    with pytest.raises(ValueError, match="parent"):
        fideslang.models.DataCategory(fides_key="user.content.private.photo", parent_key="user.biometric")


@pytest.mark.parametrize("table", [DATA_KINDS, DATA_USES])
def test_no_key_lies_under_another_and_none_is_doubled(table: Any) -> None:
    used = keys(table)
    assert len(set(used)) == len(used)
    assert not [(one, other) for one in used for other in used if one.startswith(f"{other}.")]


@pytest.mark.parametrize("name", SETS)
def test_declarations_are_what_is_permitted_and_rules_what_is_forbidden(name: str) -> None:
    terms = load_terms(name)
    made = manifest(terms)
    declared = {
        (category, each["data_use"])
        for each in made["system"][0]["privacy_declarations"]
        for category in each["data_categories"]
    }
    ruled_out = {
        (category, each["data_uses"]["values"][0])
        for each in made["policy"][0]["rules"]
        for category in each["data_categories"]["values"]
    }
    for category, purpose in [(category, purpose) for category in DataCategory for purpose in Purpose]:
        request = Request(category=category, purpose=purpose, facts=frozenset({Fact.OPTED_IN}))
        verdict = decide_by_clauses(terms, request).verdict
        pair = (DATA_KINDS[category].fides.key, DATA_USES[purpose].fides.key)
        assert (pair in declared) is (verdict is Verdict.PERMIT)
        assert (pair in ruled_out) is (verdict is Verdict.FORBID)
        assert (pair[0] in made["system"][0]["meta"]["not_stated"].get(purpose, [])) is (verdict is Verdict.SILENT)


def test_a_period_without_an_end_says_so_and_no_legal_basis_is_claimed() -> None:
    declarations = manifest(load_terms("meta-2025-06-test"))["system"][0]["privacy_declarations"]
    periods = {each["retention_period"] for each in declarations}
    assert "from the withdrawal: deletion begins after 30 days, end not stated (photos.removal)" in periods
    assert "not stated" in periods
    assert not any("legal_basis_for_processing" in each for each in declarations)


def test_photos_name_the_people_in_them_as_subjects_and_places_do_not() -> None:
    declarations = manifest(load_terms("meta-2025-06-test"))["system"][0]["privacy_declarations"]
    for each in declarations:
        if each["data_categories"] == ["user.content.private.photo"]:
            assert each["data_subjects"] == ["customer", "bystander"]
        if each["data_categories"] == ["user.location.precise"]:
            assert each["data_subjects"] == ["customer"]
