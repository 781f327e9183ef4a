"""An error is one line that is safe to print."""

import pytest

from simulator.domain import errors


@pytest.mark.parametrize("hostile", ["a\nb", "\x1b[31mred", "x\u202etxt.exe", "tab\there"])
def test_an_error_is_one_line_whatever_the_name_of_the_file(hostile: str) -> None:
    message = str(errors.ScenarioError(hostile, "key", "expected a number"))
    assert message.isprintable()
    assert len(message.splitlines()) == 1


def test_every_error_belongs_to_the_tree() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)]
    assert len(kinds) == 7
    assert all(issubclass(kind, errors.RollcallError) for kind in kinds)
