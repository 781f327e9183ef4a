"""`rollcall photo`; that it says what the screen says stands in tests/tui/test_parity.py."""

import json
from typing import TYPE_CHECKING

from told_stories import store

if TYPE_CHECKING:
    from invoked import Rollcall


def test_what_is_believed_of_a_photo_is_told_and_the_truth_only_if_asked_for(rollcall: "Rollcall") -> None:
    store("accidental-allow")
    told = rollcall("photo", "p0066", "--day", 20)
    assert (told.code, told.err) == (0, "")
    assert "p0066 on day 20 of accidental-allow.7: held." in told.out
    assert "Theme: child 90 percent." in told.out
    assert "Kept: original photos" in told.out
    assert "In truth" not in told.out
    assert "In truth, theme: child: Maxwell at home, as is believed." in rollcall("photo", "p0066", "--truth").out


def test_of_a_photo_that_never_left_the_phone_nothing_is_known(rollcall: "Rollcall") -> None:
    store("pop-up-declined")
    told = json.loads(rollcall("photo", "p0001", "--json").out)
    assert told["sight"] == "it never left the phone"
    assert (told["themes"], told["held"], told["people"]) == ([], {}, [])
    assert "truth" not in told


def test_a_photo_that_was_never_taken_is_one_line(rollcall: "Rollcall") -> None:
    store("pop-up-declined")
    told = rollcall("photo", "p9999")
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("rollcall: p9999: no such photo was taken by day")
