"""Every published number has its raw result, is what that says, and says so when the code is newer than it.

A table is older than the code when the hash of the analyzer's room and models that its result recorded is not today's.
Then the numbers may still be right; but nobody knows, so the page must say "stale" beside them until they are measured
anew. A table whose raw result was never kept can be compared with nothing, and is always called stale.
"""

import json
import re
import runpy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from results_schema import check_result

from simulator.api.bench.code import hash_measured

DOCS = Path(__file__).parent.parent / "docs"
PAGE = (DOCS / "benchmark.md").read_text()
RAW = sorted((DOCS / "benchmarks").glob("*.json"))
write_tables = runpy.run_path(str(DOCS / "benchmarks" / "tables.py"))["write_tables"]


@dataclass(frozen=True)
class Published:
    """A table with the paragraph before it."""

    before: str
    table: str

    @property
    def raw(self) -> list[str]:
        return re.findall(r"\]\(benchmarks/([\w.-]+\.json)\)", self.before)


def published(page: str) -> list[Published]:
    """Every table of numbers; a paragraph stands for all tables that follow it."""
    found, before = [], ""
    for block in page.split("\n\n"):
        if not block.startswith("|"):
            before = block
        elif re.search(r"\d", "\n".join(block.splitlines()[2:])):
            found.append(Published(before=before, table=block.strip()))
    return found


def wants_stale(each: Published, today: str, results: dict[str, Any]) -> bool:
    """Whether the page must call it stale."""
    return not each.raw or any(results[name]["card"]["code"] != today for name in each.raw)


RESULTS = {path.name: json.loads(path.read_text()) for path in RAW}


@pytest.mark.parametrize("path", RAW, ids=lambda path: path.name)
def test_a_raw_result_is_as_its_schema_has_it_and_is_published(path: Path) -> None:
    assert check_result(RESULTS[path.name]) == []
    assert f"(benchmarks/{path.name})" in PAGE


@pytest.mark.parametrize("each", published(PAGE), ids=lambda each: each.table.splitlines()[0])
def test_a_table_is_what_its_raw_result_says_and_says_when_it_is_stale(each: Published) -> None:
    if each.raw:
        assert each.table in write_tables([RESULTS[name] for name in each.raw])
    if wants_stale(each, hash_measured(), RESULTS):
        assert "stale" in each.before, "measure anew, or write 'stale' into the paragraph before the table"


def test_a_table_is_stale_when_the_code_is_not_what_was_measured_or_nothing_was_kept() -> None:
    results = {"a.json": {"card": {"code": "0123456789ab"}}}
    tables = ["| ms |\n|---|\n| 1 |", "| ms |\n|---|\n| 2 |", "| words |\n|---|\n| x |"]
    page = "\n\n".join(["Raw: [a](benchmarks/a.json)", tables[0], "Nothing", *tables[1:]])
    kept, lost = published(page)
    assert (kept.raw, lost.raw) == (["a.json"], [])
    assert not wants_stale(kept, "0123456789ab", results)
    assert wants_stale(kept, "ba9876543210", results)
    assert wants_stale(lost, "0123456789ab", results)


def test_the_hash_is_of_the_analyzer_and_its_models_and_of_nothing_that_loads_or_builds_them(tmp_path: Path) -> None:
    for name in ("analyzer.py", "models/scene.onnx", "load/judge.py", "build/train.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    before = hash_measured(tmp_path)
    (tmp_path / "load/judge.py").write_text("another")
    (tmp_path / "build/train.py").write_text("another")
    assert hash_measured(tmp_path) == before
    for name in ("analyzer.py", "models/scene.onnx"):
        changed = (tmp_path / name).read_text()
        (tmp_path / name).write_text("another")
        assert hash_measured(tmp_path) != before
        (tmp_path / name).write_text(changed)
    assert re.fullmatch("[0-9a-f]{12}", hash_measured())
