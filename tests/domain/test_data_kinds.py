"""All that is known of a kind of data, or of a purpose, stands in one row of one table."""

import ast
from collections.abc import Iterator
from enum import EnumType
from pathlib import Path
from typing import Any

import pytest

import simulator
from simulator.domain.categories import DataCategory, Purpose
from simulator.domain.data_kinds import DATA_KINDS
from simulator.domain.data_uses import DATA_USES


@pytest.mark.parametrize(("table", "keys"), [(DATA_KINDS, DataCategory), (DATA_USES, Purpose)])
def test_every_one_has_a_row_in_the_order_of_the_enum(table: Any, keys: EnumType) -> None:
    assert list(table) == list(keys)


def test_a_row_names_its_kind_as_no_other_row_does() -> None:
    for told in ([kind.name for kind in DATA_KINDS.values()], [kind.in_words for kind in DATA_KINDS.values()]):
        assert all(told)
        assert len(set(told)) == len(DataCategory)
    assert len({use.name for use in DATA_USES.values()}) == len(Purpose)


def tables_by(keys: type[DataCategory | Purpose]) -> Iterator[str]:
    """The modules with a table in which at least every other of these has an entry."""
    house = Path(simulator.__file__).parent
    for path in sorted(house.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Dict):
                named = [ast.unparse(key) for key in node.keys if key is not None]
                if sum(name in {f"{keys.__name__}.{each.name}" for each in keys} for name in named) * 2 >= len(keys):
                    yield path.relative_to(house).as_posix()


@pytest.mark.parametrize(("keys", "table"), [(DataCategory, "domain/data_kinds.py"), (Purpose, "domain/data_uses.py")])
def test_a_new_one_is_written_into_one_table(keys: type[DataCategory | Purpose], table: str) -> None:
    assert list(tables_by(keys)) == [table]
