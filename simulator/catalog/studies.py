"""Reads a CSV file of published studies. A row that cannot be read is named, with the reason, and the rest stands."""

import csv
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from simulator.behaviour.validation.factors import MARKS
from simulator.behaviour.validation.study import VALIDATE, Factor, Skipped, Studies, StudyRow
from simulator.behaviour.validation.vocabulary import Vocabulary, check_vocabulary
from simulator.catalog.file import read_text
from simulator.catalog.reader import structure
from simulator.catalog.shelf import studies_file, vocabulary_file
from simulator.catalog.toml import read_toml
from simulator.domain.errors import RollcallError, ScenarioError, printable
from simulator.strict.words import shown

_NEEDED: Final = ("study", "condition", "design_factors", "metric", "value")
_LONGEST: Final = 120  # factors in one row; more is no design


def load_studies(path: Path | None = None) -> Studies:
    """The rows of a file of studies, by default of the one that is shipped.

    Raises:
        ScenarioError: the file cannot be read as text, is no CSV, is empty, or lacks a column that every row needs.
    """
    path = path or studies_file()
    # csv wants the line ends as they are; a line feed inside quotes belongs to the cell.
    lines = read_text(path, expected="a .csv file").splitlines(keepends=True)
    reader = csv.DictReader(lines, restkey="", strict=True)
    rows: list[StudyRow] = []
    skipped: list[Skipped] = []
    try:
        _check_columns(path, reader.fieldnames)
        for cells in reader:
            told = _read_row(cells, reader.line_num)
            if isinstance(told, Skipped):
                skipped.append(told)
            else:
                rows.append(told)
    except csv.Error as error:
        raise ScenarioError(path, f"line {reader.line_num}", f"not valid CSV: {error}") from error
    if not rows and not skipped:
        raise ScenarioError(path, "", "no row below the names of the columns; expected one for each published result")
    return Studies(rows=tuple(rows), skipped=tuple(skipped))


def load_vocabulary() -> Vocabulary:
    """The words in which studies write down design factors. Raises `ScenarioError`."""
    path = vocabulary_file()
    vocabulary = structure(read_toml(path), Vocabulary, path)
    try:
        check_vocabulary(vocabulary, MARKS)
    except RollcallError as error:
        raise ScenarioError(path, "", str(error)) from error
    return vocabulary


def _check_columns(path: Path, found: Any) -> None:
    if not found:
        raise ScenarioError(path, "", f"empty; expected a first line with {', '.join(_NEEDED)}")
    missing = [name for name in _NEEDED if name not in found]
    if missing:
        raise ScenarioError(path, "line 1", f"no column {missing[0]!r}; expected {', '.join(_NEEDED)}")


def _read_row(cells: Mapping[str, Any], line: int) -> StudyRow | Skipped:
    told = {key: printable((cells.get(key) or "").strip()) for key in _TEXT}

    def skip(reason: str) -> Skipped:
        return Skipped(
            line=line,
            study=told["study"],
            condition=told["condition"],
            metric=told["metric"],
            role=told["role"],
            reason=reason,
        )

    if None in cells.values() or "" in cells:
        return skip("it has not as many cells as there are columns")
    if not told["study"] or not told["metric"]:
        return skip("it names no study, or no metric")
    factors = _read_factors(cells["design_factors"])
    if isinstance(factors, str):
        return skip(factors)
    role = told.pop("role").lower() or VALIDATE
    return StudyRow(
        line=line, factors=factors, role=role, source=printable((cells.get("source_url") or "").strip()), **told
    )


_TEXT: Final = (
    "study", "condition", "description", "metric", "value", "unit", "n", "interval", "role", "evidence",
)  # fmt: skip


def _read_factors(text: str) -> dict[str, Factor] | str:
    """The design factors, or why they cannot be read."""
    if not text.strip():
        return {}
    try:
        told = json.loads(text)
    except json.JSONDecodeError as error:
        return f"design_factors is broken JSON: {error.msg} at character {error.pos + 1}"
    except (RecursionError, ValueError):
        return "design_factors is broken JSON: nested too deeply"
    if not isinstance(told, dict):
        return f"design_factors: expected an object such as {{}}, found {shown(told)}"
    if len(told) > _LONGEST:
        return f"design_factors: {len(told)} keys; expected at most {_LONGEST}"
    return {printable(key): _as_factor(value) for key, value in told.items() if value is not None}


def _as_factor(value: Any) -> Factor:
    """Lists are read as words with commas between them; what is nested deeper is text that nothing understands."""
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, list):
        return printable(", ".join(str(entry) for entry in value))
    return printable(value)
