"""`rollcall bench --against` as a user runs it; the processes are lent."""

import json
from pathlib import Path
from typing import Any

import measurements
import pytest
from contests import BOTH, TERMS, turns
from invoked import Rollcall
from results_schema import check_result

from simulator.api.bench.against import weigh


@pytest.fixture
def lend(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Have a contest be what these turns come to."""

    def lend(slower: float, *, rounds: int = 8, worked: float = 1.0, interrupted: bool = False) -> None:
        def tell(_: object, named: str, terms: Any, tell: Any) -> dict[str, Any]:
            tell(f"round 1 of {terms.rounds}, {named}")
            told = weigh(BOTH, turns(slower, rounds, worked), TERMS, interrupted=interrupted)
            return {"kind": "Against", "schema_version": 1, "card": measurements.CARD} | told

        monkeypatch.setattr("simulator.cli.bench.against.contest", tell)

    return lend


@pytest.mark.parametrize(
    ("slower", "said", "code"),
    [
        (1.1, "This one is slower: it takes 1.100 times as long as other (1.100 to 1.100, 99 %), in 8 rounds", 1),
        (0.9, "This one is faster: it takes 0.900 times", 0),
        (1.0, "No difference beyond the floor: it takes 1.000 times", 0),
    ],
)
def test_the_exit_code_says_whether_this_one_is_slower(
    rollcall: Rollcall, lend: Any, slower: float, said: str, code: int
) -> None:
    lend(slower)
    told = rollcall("bench", "--against", "HEAD~1", "--rounds", 9)
    text = " ".join(told.out.split())
    assert told.code == code
    assert said in text
    assert "Noise floor: a process against itself" in text
    assert f"By processor time, {said.partition(':')[0].lower()}: " in text
    assert "Labels: the same for 2 of 2 photos." in text
    assert text.endswith("VALID")
    assert told.err == "rollcall: round 1 of 9, HEAD~1\n"


def test_it_is_kept_and_printed_as_its_schema_has_it(rollcall: Rollcall, lend: Any, tmp_path: Path) -> None:
    lend(1.0)
    out = tmp_path / "result.json"
    told = rollcall("bench", "--against", "HEAD~1", "--json", "--out", out)
    assert json.loads(told.out) == json.loads(out.read_text())
    assert check_result(json.loads(told.out)) == []


def test_noise_that_was_allowed_is_told(rollcall: Rollcall, lend: Any) -> None:
    lend(1.0, worked=0.6)
    text = " ".join(rollcall("bench", "--against", "HEAD~1").out.split())
    assert "allowed: got 60% of a processor" in text
    assert "--allow-noisy let it pass" in text


def test_an_interruption_is_told_as_one(rollcall: Rollcall, lend: Any) -> None:
    lend(1.1, rounds=0, interrupted=True)
    told = rollcall("bench", "--against", "HEAD~1")
    assert told.code == 130
    assert "because: interrupted after 0 rounds; let it run to its end" in told.out


def test_what_is_no_installation_is_refused_in_one_line(rollcall: Rollcall) -> None:
    told = rollcall("bench", "--against", "no-such-commit")
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("rollcall: no-such-commit: is no interpreter, no wheel and no commit of ")
