"""Every example of docs/python.md is run, in its order; where a text follows, it is what the example prints."""

import contextlib
import io
import re
from pathlib import Path

import pytest

import simulator

PAGE = (Path(__file__).parent.parent / "docs" / "python.md").read_text()
EXAMPLES = re.findall(r"```python\n(.*?)```(?:\n\n```text\n(.*?)```)?", PAGE, re.DOTALL)


def test_every_example_of_the_page_runs_and_prints_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for code, told in EXAMPLES:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(code, "docs/python.md", "exec"), names)  # noqa: S102  (our own page)
        if told:
            assert printed.getvalue() == told, code


def test_the_page_tells_of_everything_that_can_be_called() -> None:
    missing = [name for name in simulator.__all__ if name not in PAGE and name != "RollcallError"]
    assert missing == []
