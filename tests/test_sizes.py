"""No file and no function is so long that nobody reads it to its end."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "simulator"
LINES_OF_A_FILE = 400
LINES_OF_A_FUNCTION = 50  # from its `def` to its end, the docstring counted and decorators not
# What may be longer, as `simulator/room/file.py` or `simulator/room/file.py:function`, each with the reason.
EXCEPTIONS: dict[str, str] = {}


def too_long(where: str, text: str) -> Iterator[str]:
    """The file, if it is, and its functions that are."""
    if len(text.splitlines()) > LINES_OF_A_FILE:
        yield where
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            if node.end_lineno - node.lineno + 1 > LINES_OF_A_FUNCTION:
                yield f"{where}:{node.name}"


def test_no_file_and_no_function_is_too_long_but_those_that_have_a_reason() -> None:
    found = {
        each
        for path in PACKAGE.rglob("*.py")
        for each in too_long(path.relative_to(PACKAGE.parent).as_posix(), path.read_text())
    }
    assert found == set(EXCEPTIONS)
    assert all(EXCEPTIONS.values())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("x = 1\n" * 400, []),
        ("x = 1\n" * 401, ["file.py"]),
        ("@wrapped\ndef short():\n" + "    x = 1\n" * 49, []),
        ("class Long:\n    async def method(self):\n" + "        x = 1\n" * 50, ["file.py:method"]),
    ],
)
def test_a_length_is_counted_by_lines(text: str, found: list[str]) -> None:
    assert list(too_long("file.py", text)) == found
