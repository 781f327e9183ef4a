"""The notebooks in docs/notebooks run, and print what they are stored with."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest

NOTEBOOKS = sorted((Path(__file__).parent.parent / "docs" / "notebooks").glob("*.ipynb"))
# In a process of its own, since Jupyter's libraries leave sockets to the collector. The kernel talks through files.
EXECUTE = """
import sys
import nbformat
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

stored, executed, folder = sys.argv[1:]
notebook = nbformat.read(stored, as_version=4)
kernel = AsyncKernelManager(kernel_name="python3", transport="ipc", ip=f"{folder}/kernel")
NotebookClient(notebook, km=kernel, timeout=120, resources={"metadata": {"path": folder}}).execute()
nbformat.write(notebook, executed)
"""


def printed(cell: Any) -> str:
    """What stands below a cell, as plain text."""
    told = (output.get("text") or output.get("data", {}).get("text/plain", "") for output in cell.outputs)
    return "".join(told).rstrip()


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_and_prints_what_it_is_stored_with(path: Path, tmp_path: Path) -> None:
    executed = tmp_path / "executed.ipynb"
    outcome = subprocess.run(
        [sys.executable, "-c", EXECUTE, path, executed, tmp_path], capture_output=True, text=True, check=False
    )
    assert outcome.returncode == 0, outcome.stderr
    stored, fresh = (nbformat.read(each, as_version=4).cells for each in (path, executed))
    for old, new in zip(stored, fresh, strict=True):
        if new.cell_type == "code":
            assert printed(new) == printed(old), new.source


def test_there_is_a_notebook_for_a_lesson_and_one_for_a_prompt_test() -> None:
    assert [path.stem for path in NOTEBOOKS] == ["a-lessons-data", "a-prompt-test"]
