"""Why is this still here?"""

import pytest
from ledgers import created, ledger_of, one_photo

from simulator.catalog.load import load_terms
from simulator.domain.errors import LedgerError
from simulator.domain.events import HoldingDeleted
from simulator.domain.holding import Holder
from simulator.retention.ledger import Ledger, apply, apply_all
from simulator.retention.schedule import settle
from simulator.retention.why import explain
from simulator.terms.clause import Terms
from simulator.terms.formerly import with_former

META, STRICT = load_terms("meta-2025-06-test"), load_terms("gdpr-strict")
PHOTO, LABELS = "p1/photo.original", "p1/photo.labels"


def story(*, withdrawn: int | None = 10, terms: Terms = META) -> Ledger:
    photos = [created(f"p{n}/photo.original", clause="photos.upload" if terms is META else None) for n in range(1, 6)]
    faces = [created(f"p{n}/person.face_template", parents=[f"p{n}/photo.original"]) for n in range(1, 6)]
    person = created("person-1/person.cluster", day=2, parents=[face.holding.id for face in faces])
    record = created("consent-1/log.consent", clause=None if terms is META else "consent.proof")
    ledger = ledger_of(*photos, *faces, person, record)
    return ledger if withdrawn is None else apply_all(ledger, settle(ledger, terms, withdrawn))


def told(item: str, day: int = 20, *, terms: Terms = META, withdrawn: int | None = 10) -> str:
    return "\n".join(explain(story(withdrawn=withdrawn, terms=terms), terms, item, day))


def test_it_begins_with_what_it_is_and_who_has_it_since_when() -> None:
    first = explain(story(), META, PHOTO, 20)[0]
    assert first == f"{PHOTO} is the photo itself. The company has had it since day 0 and has it on day 20."


def test_it_quotes_the_clause_its_status_its_source_and_when_that_was_read() -> None:
    text = told(PHOTO)
    assert "It is permitted by photos.upload (known from the press): After Allow" in text
    assert "\"we'll select media from your camera roll" in text
    assert "quoted by Mashable (reprint); read 2026-11" in text


def test_the_lineage_goes_up_to_the_photos() -> None:
    text = told("person-1/person.cluster")
    assert "a face as numbers that tell it from others (5 holdings: p1/person.face_template" in text
    assert (
        "and that from the photo itself (5 holdings: p1/photo.original, p2/photo.original, p3/photo.original and 2 more"
        in text
    )


def test_a_promise_tells_its_clock_and_both_readings() -> None:
    text = told(PHOTO)
    assert "On day 10 its deletion was promised by photos.removal" in text
    assert "Deletion begins on day 40; by when it is done is not said." in text
    assert "Read most kindly, it is gone on day 40; read most harshly, it is kept without end." in text


def test_a_date_that_has_passed_is_told_as_passed() -> None:
    assert "it would be gone since day 40" in told(PHOTO, 50)
    strict = told(PHOTO, 20, terms=STRICT)
    assert "it is to be done by day 40" in strict


def test_a_silence_is_told_as_a_silence_with_what_was_searched() -> None:
    text = told("p1/person.face_template")
    assert "the terms are silent" in text
    assert "silent.identity (searched for and not found)" in text
    assert "silent.after-withdrawal (searched for and not found): The removal speaks of photos and videos" in text
    assert "Searched: help page as quoted" in text


def test_before_a_withdrawal_none_has_reached_it() -> None:
    text = told(PHOTO, withdrawn=None)
    assert "No withdrawal has reached it." in text
    assert "no clock runs for it" in text


def test_what_may_stay_names_the_clause_that_lets_it() -> None:
    assert "changed nothing, by that same clause." in told("consent-1/log.consent", terms=STRICT)


def test_a_post_tells_which_clock_would_start() -> None:
    post = created("idea-1/post.shared", parents=[PHOTO], holder=Holder.AUDIENCE, clause="posts.licence")
    ledger = apply_all(one_photo(), [post])
    text = "\n".join(explain(ledger, META, "idea-1/post.shared", 5))
    assert "The audience has had it since day 0" in text
    assert "A clock would start once its owner deletes it: posts.deletion (stated in the terms)" in text


def test_what_came_to_be_held_under_earlier_terms_is_explained_by_them_and_by_those_in_force() -> None:
    def terms_on(day: int) -> Terms:
        return META if day < 15 else STRICT

    def now(item: str) -> str:
        return "\n".join(explain(story(), with_former(STRICT, [META]), item, 20, terms_on=terms_on))

    text = now("p1/person.face_template")
    first = "No clause of meta-2025-06-test, under which it came to be held, permits it or forbids it"
    assert f"{first}; gdpr-strict forbids it (faces.explicit)." in text
    assert "silent.identity (searched for and not found)" in text
    assert "no clause of meta-2025-06-test, which held then, says what becomes of it." in text
    assert "It came to be held under meta-2025-06-test; gdpr-strict permits it (consent.covers)." in now(PHOTO)
    assert "It was permitted by photos.upload (known from the press): After Allow" in now(PHOTO)


def test_what_is_gone_is_told_as_gone() -> None:
    ledger = apply(story(), HoldingDeleted(day=40, item=PHOTO, clause="photos.removal"))
    lines = explain(ledger, META, PHOTO, 41)
    assert lines[0].endswith("The company had it from day 0; on day 41 it is gone.")
    assert lines[-1].startswith("It was deleted on day 40 by photos.removal")


@pytest.mark.parametrize(
    ("item", "near"),
    [("p1", PHOTO), ("p1/photo.orginal", PHOTO), ("person-1", "person-1/person.cluster"), ("#?", "list what is held")],
)
def test_an_unknown_item_gets_near_matches(item: str, near: str) -> None:
    with pytest.raises(LedgerError, match=near):
        told(item)


def test_every_sentence_is_one_printable_line() -> None:
    for terms in (META, STRICT):
        ledger = story(terms=terms)
        for item in ledger.entries:
            for line in explain(ledger, terms, item, 20):
                assert line.isprintable()
                assert line.endswith((".", "?"))
