"""A file of studies: what is broken in a row is named, what is broken in the file is one line."""

from pathlib import Path

import pytest

from simulator.catalog.file import LARGEST
from simulator.catalog.studies import load_studies, load_vocabulary
from simulator.domain.errors import ScenarioError

HEAD = "study,condition,design_factors,metric,value\n"


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "studies.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_the_shipped_studies_are_read_whole() -> None:
    studies = load_studies()
    assert len(studies.rows) == 96
    assert not studies.skipped
    assert {row.role for row in studies.rows} == {"calibrate", "validate", "prior", "context"}


def test_the_shipped_words_are_read() -> None:
    assert "accept_loud" in load_vocabulary().flags


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('a,b,"{""x"": tru}",accept_rate,5', "design_factors is broken JSON: Expecting value at character 7"),
        ('a,b,"[1, 2]",accept_rate,5', "design_factors: expected an object such as {}, found a list"),
        ("a,b,{},accept_rate", "it has not as many cells as there are columns"),
        ("a,b,{},accept_rate,5,6,7", "it has not as many cells as there are columns"),
        (",b,{},accept_rate,5", "it names no study, or no metric"),
        (
            f'a,b,"{"[" * 90_000}",accept_rate,5',
            "design_factors is broken JSON: nested too deeply",
        ),
    ],
)
def test_a_row_that_cannot_be_read_is_named_and_the_rest_stands(tmp_path: Path, line: str, reason: str) -> None:
    studies = load_studies(written(tmp_path, f"{HEAD}good,one,{{}},accept_rate,5\n{line}\ngood,two,,accept_rate,6\n"))
    assert [row.condition for row in studies.rows] == ["one", "two"]
    (skipped,) = studies.skipped
    assert (skipped.line, skipped.reason) == (3, reason)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "empty; expected a first line with study, condition, design_factors, metric, value"),
        (HEAD, "no row below the names of the columns"),
        ("study,condition,metric,value\na,b,c,1\n", "line 1: no column 'design_factors'"),
        (b"\xff\xfe\x00rubbish", "not UTF-8 text"),
        (b"PK\x03\x04\x00\x00", "no column 'study'"),
        (HEAD + 'a,"b\n', "not valid CSV"),
        ("x" * (LARGEST + 1), "larger than 1048576 bytes; expected a .csv file"),
    ],
)
def test_a_file_that_is_no_table_of_studies_is_one_line(tmp_path: Path, content: str | bytes, problem: str) -> None:
    with pytest.raises(ScenarioError, match=r"studies\.csv") as caught:
        load_studies(written(tmp_path, content))
    assert problem in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_folder_are_one_line(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match="there is no such file"):
        load_studies(tmp_path / "none.csv")
    with pytest.raises(ScenarioError, match=r"a folder; expected a \.csv file"):
        load_studies(tmp_path)


def test_a_list_of_factors_is_read_as_words(tmp_path: Path) -> None:
    row = 'a,b,"{""pattern"": [""shame"", ""scarcity""], ""note"": null}",accept_rate,5\n'
    (read,) = load_studies(written(tmp_path, HEAD + row)).rows
    assert read.factors == {"pattern": "shame, scarcity"}
    assert read.role == "validate"


def test_text_that_would_move_a_terminal_is_made_harmless(tmp_path: Path) -> None:
    line = 'a,\x1b[31mred,"{""\\u001b[2J"": ""\\u202e""}",accept_rate,5\n'
    (read,) = load_studies(written(tmp_path, HEAD + line)).rows
    assert read.condition == "?[31mred"
    assert read.factors == {"?[2J": "?"}
