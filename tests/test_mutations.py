"""The list of mutations cannot rot: each still has the one place that it breaks, and tests to notice it."""

import pytest
from mutations import ROOT, Mutation, read_mutations


@pytest.mark.parametrize("mutation", read_mutations(), ids=lambda mutation: mutation.rule)
def test_a_mutation_finds_the_one_place_that_it_breaks_and_tests_that_are_there(mutation: Mutation) -> None:
    text = (ROOT / mutation.file).read_text(encoding="utf-8")
    assert mutation.applied_to(text) not in {None, text}
    assert all((ROOT / test).exists() for test in mutation.tests)


def test_every_mutation_has_a_rule_of_its_own() -> None:
    rules = [mutation.rule for mutation in read_mutations()]
    assert len(set(rules)) == len(rules)
