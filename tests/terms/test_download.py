"""What a set says a copy of one's data shows."""

from dataclasses import replace

import pytest
from any_terms import SOURCE, clause, terms_of

from simulator.domain.categories import DataCategory
from simulator.domain.errors import TermsError
from simulator.terms.check import check_terms
from simulator.terms.clause import Download, Status

COPY = Download(
    shows=(DataCategory.ORIGINAL,), status=Status.STATED, says="A download shows the photos.", source=SOURCE
)


def test_a_download_with_a_source_makes_sense() -> None:
    terms = replace(terms_of(clause()), download=COPY)
    assert check_terms(terms) is terms


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        (replace(COPY, shows=()), "download.shows: is empty"),
        (replace(COPY, says=" "), "download.says: is empty"),
        (replace(COPY, status=Status.SILENT), "download.status: what is not said is left out"),
        (replace(COPY, source=replace(SOURCE, quoted="")), "download.source.quoted"),
        (replace(COPY, source=replace(SOURCE, url="here")), "download.source.url"),
    ],
)
def test_one_that_does_not_is_refused(wrong: Download, complaint: str) -> None:
    with pytest.raises(TermsError, match=complaint):
        check_terms(replace(terms_of(clause()), download=wrong))
