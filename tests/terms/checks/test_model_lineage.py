from any_terms import clause
from checked import found_in, removal

from simulator.domain.categories import DataCategory, Purpose
from simulator.terms.clause import MODEL_CATEGORIES, Effect

CHECK = "model-lineage"
LEARNS = clause(id="learns", categories=tuple(MODEL_CATEGORIES), purposes=(Purpose.RANK, Purpose.TRAIN))


def test_a_model_that_may_learn_and_is_never_made_to_forget_is_told_with_the_clause_that_lets_it() -> None:
    found = found_in(CHECK, LEARNS, removal("photos.go", covers_derived=True))
    assert {category for each in found for category in each.categories} == set(MODEL_CATEGORIES)
    assert all(each.clauses == ("learns",) for each in found)


def test_a_removal_that_covers_models_reaches_them() -> None:
    assert found_in(CHECK, LEARNS, removal("photos.go", covers_models=True)) == []


def test_a_clause_that_lets_a_model_keep_what_it_learnt_is_named() -> None:
    stays = clause(id="stays", categories=(DataCategory.RANKING_WEIGHTS,))
    found = next(each for each in found_in(CHECK, LEARNS, stays) if "stays" in each.clauses)
    assert found.says.endswith("stays lets it keep that.")


def test_what_may_not_learn_has_nothing_to_forget() -> None:
    never = clause(id="never", effect=Effect.FORBID, categories=(), every_category_except=(), purposes=tuple(Purpose))
    assert found_in(CHECK, never, removal("photos.go")) == []
