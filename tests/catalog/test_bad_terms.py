"""What the loader says of terms that cannot be: one line with the file and the key."""

import re
from pathlib import Path

import pytest

from simulator.catalog.load import load_terms
from simulator.domain.errors import ScenarioError

PAGE = Path(__file__).parents[2] / "docs" / "terms.md"
EXAMPLE = re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)[0]

FAULTS = {
    "a clause without a source": (
        r'source = \{ title = "The same.*\}\n',
        "",
        "clauses[1].source: missing key; expected a table",
    ),
    "a retention without a clock": (
        'clock = "withdrawal", ',
        "",
        "clauses[1].retain.clock: missing key; expected one of withdrawal, ",
    ),
    "a clock that does not exist": (
        'clock = "withdrawal"',
        'clock = "withdrawl"',
        "clauses[1].retain.clock: expected one of",
    ),
    "two clauses of one id": (
        'id = "photos.removal"',
        'id = "photos.kept"',
        "clauses.photos.kept: two clauses have this id",
    ),
    "dates that run backwards": (
        'in_force_from = "2025-05-01" ',
        'in_force_from = "2025-05-01"\nin_force_to = "2025-04-30" ',
        "in_force_to: 2025-04-30 comes before in_force_from 2025-05-01",
    ),
    "a deletion that ends before it begins": (
        "begin_delete_after = 0",
        "begin_delete_after = 91",
        "clauses.photos.removal.retain.deadline: 90 comes before begin_delete_after 91",
    ),
    "a day that no calendar has": (
        'in_force_from = "2025-05-01"',
        'in_force_from = "2025-02-30"',
        "in_force_from: '2025-02-30' is no date",
    ),
    "a month that no calendar has": (
        'retrieved = "2025-05-03" }\n\n[[clauses]]',
        'retrieved = "2025-13" }\n\n[[clauses]]',
        "clauses.photos.removal.source.retrieved: '2025-13' is no date",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_terms_that_cannot_be_are_refused_in_one_line_that_names_file_and_key(fault: str, tmp_path: Path) -> None:
    old, new, expected = FAULTS[fault]
    file = tmp_path / "my-notice.toml"
    text, times = re.subn(old if fault == "a clause without a source" else re.escape(old), new, EXAMPLE, count=1)
    assert times == 1
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        load_terms(str(file))
    line = str(caught.value)
    assert line.startswith(f"{file}: ")
    assert expected in line
    assert "\n" not in line
