from any_terms import clause, silent
from checked import found_in

from simulator.domain.categories import DataCategory, Fact, Purpose
from simulator.terms.checks.finding import Severity
from simulator.terms.clause import Effect

CHECK = "silent-categories"
EVERYTHING = {"categories": (), "every_category_except": ()}


def test_a_documented_silence_is_a_warning_that_names_what_it_leaves_open() -> None:
    (found,) = found_in(CHECK, silent(id="searched", **EVERYTHING, says="Nothing is said."))
    assert (found.severity, found.says, found.clauses) == (Severity.WARNING, "Nothing is said.", ("searched",))
    assert found.categories == tuple(DataCategory)
    assert found.page == "docs/checks/silent-categories.md"


def test_a_silence_that_another_clause_ends_is_none() -> None:
    kept = clause(id="kept", **EVERYTHING)
    assert found_in(CHECK, kept, silent(id="searched", **EVERYTHING)) == []


def test_data_that_nobody_mentions_is_an_error() -> None:
    errors = [found for found in found_in(CHECK, clause()) if found.severity is Severity.ERROR]
    assert errors[0].categories == tuple(each for each in DataCategory if each is not DataCategory.ORIGINAL)


def test_a_fate_that_nobody_searched_for_is_an_error_unless_the_data_may_never_be_held() -> None:
    use = clause(id="use", **EVERYTHING, purposes=tuple(Purpose), requires=(Fact.OPTED_IN,))
    (found,) = found_in(CHECK, use)
    assert (found.severity, found.categories) == (Severity.ERROR, tuple(DataCategory))
    assert found_in(CHECK, use, clause(id="no", effect=Effect.FORBID, **EVERYTHING, purposes=tuple(Purpose))) == []
