"""`rollcall terms prove`, as it is typed."""

import json
from collections.abc import Callable
from itertools import count

import pytest

from simulator.cli.terms import prove as proving
from simulator.journey.prove import try_claim

CLAIM = "no biometric is alive 31 days after withdrawal"


def is_narrow(text: str) -> bool:
    return all(len(line) <= 80 for line in text.splitlines())


def test_a_counterexample_is_a_person_a_day_a_thing_and_why(rollcall: Callable) -> None:
    told = rollcall("terms", "prove", CLAIM)
    assert told.code == 1
    assert "Not true. A counterexample:" in told.out
    assert "Why it is still there:" in told.out
    assert is_narrow(told.out)
    found = json.loads(rollcall("terms", "prove", CLAIM, "--json").out)["counterexample"]
    assert (found["story"], found["day"], found["faults"]) == ("accidental-allow", 69, [])
    assert found["item"] in told.out


def test_without_one_the_bound_is_told(rollcall: Callable) -> None:
    told = rollcall("terms", "prove", CLAIM, "--terms", "gdpr-strict", "--seeds", 1)
    assert told.code == 0
    assert "No counterexample within this bound" in told.out
    assert is_narrow(told.out)
    proof = json.loads(rollcall("terms", "prove", CLAIM, "--terms", "gdpr-strict", "--seeds", 1, "--json").out)
    assert proof["counterexample"] is None
    assert proof["searched"] == proof["bound"]["plays"] == 2 * len(proof["bound"]["stories"])
    assert proof["things"] == 0


def test_faults_are_searched_only_when_asked_for(rollcall: Callable) -> None:
    claim = ("terms", "prove", "no photo is alive 31 days after withdrawal", "--terms", "gdpr-strict", "--seeds", 1)
    assert rollcall(*claim).code == 0
    told = rollcall(*claim, "--faults", "--json")
    assert told.code == 1
    assert json.loads(told.out)["counterexample"]["faults"]


def test_ctrl_c_ends_the_search_with_what_was_searched(rollcall: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    lives = count()

    def three_then_stop(*life: object) -> object:
        if next(lives) == 3:
            raise KeyboardInterrupt
        return try_claim(*life)  # type: ignore[arg-type]

    monkeypatch.setattr(proving, "try_claim", three_then_stop)
    told = rollcall("terms", "prove", CLAIM, "--terms", "gdpr-strict")
    assert told.code == 130
    assert "Stopped before the end" in told.out
    assert "Searched: 3 of 48 lives" in told.out


@pytest.mark.parametrize("claim", ["all is well", "no foo is held", "nothing is held after lunch"])
def test_a_claim_that_cannot_be_read_is_one_line(rollcall: Callable, claim: str) -> None:
    told = rollcall("terms", "prove", claim)
    assert (told.code, told.out) == (2, "")
    assert len(told.err.splitlines()) == 1
