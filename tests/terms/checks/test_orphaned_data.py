from any_terms import clause, silent
from checked import found_in, removal

from simulator.domain.categories import DataCategory, Purpose
from simulator.terms.clause import MODEL_CATEGORIES

CHECK = "orphaned-data"


def test_what_is_made_from_a_photo_and_not_spoken_of_is_an_orphan() -> None:
    (found,) = found_in(CHECK, removal("photos.go"))
    assert found.clauses == ("photos.go",)
    assert {DataCategory.LABELS, DataCategory.HOME, DataCategory.PERSON_CLUSTER} <= set(found.categories)
    assert not MODEL_CATEGORIES & set(found.categories)
    assert DataCategory.SHARED_POST not in found.categories
    assert DataCategory.CONSENT_RECORD not in found.categories


def test_a_removal_that_covers_derived_data_leaves_no_orphan() -> None:
    assert found_in(CHECK, removal("photos.go", covers_derived=True)) == []


def test_a_clause_that_keeps_a_child_is_named_beside_the_one_that_deletes_the_parent() -> None:
    keeps = clause(id="labels.stay", categories=(DataCategory.LABELS,))
    kept, _ = found_in(CHECK, removal("photos.go"), keeps)
    assert (kept.clauses, kept.categories) == (("photos.go", "labels.stay"), (DataCategory.LABELS,))


def test_a_removal_that_says_it_spares_derived_data_is_the_clause_that_keeps_it() -> None:
    (found,) = found_in(CHECK, removal("photos.go", covers_derived=False))
    assert found.clauses == ("photos.go",)
    assert "keeps it" in found.says


def test_where_nothing_is_deleted_there_are_no_orphans() -> None:
    assert found_in(CHECK, clause(), silent(id="searched", purposes=tuple(Purpose))) == []
