from simulator.domain.categories import DataCategory
from simulator.report.meaning import tell_kind
from simulator.retention.meaning import Fared, Lot, Meaning

PHOTO = DataCategory.ORIGINAL


def test_things_of_one_kind_that_fare_differently_are_counted_in_words_that_fit_the_number() -> None:
    goes = Fared(category=PHOTO, lot=Lot.GOES, clause="photos.removal", begins=80)
    stays = Fared(category=PHOTO, lot=Lot.STAYS, clause="ideas.kept")
    assert tell_kind(Meaning(things={goes: 12}), PHOTO) == "goes from day 80, no end said (photos.removal)"
    assert tell_kind(Meaning(things={goes: 12, stays: 1}), PHOTO) == (
        "12 go from day 80, no end said (photos.removal); 1 stays (ideas.kept)"
    )
