"""Every command on the page about exports is run: what it shows is part of what is printed, its keys are all keys."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from told_stories import store

from simulator.cli.main import rollcall

PAGE = (Path(__file__).parents[2] / "docs" / "exports.md").read_text()
EXAMPLES = re.findall(
    r"```console\nrollcall (export .*?)\n```\n\n```json\n(.*?)```\n\nKeys: (.*?)\.(?:\n\n| A law)", PAGE, re.DOTALL
)


@pytest.fixture(autouse=True)
def stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The run that the page's own `rollcall play` makes, told by an analyzer that believes the truth."""
    monkeypatch.setenv("ROLLCALL_DB", str(tmp_path / "rollcall.db"))
    store("later-revoke")


def missing(shown: Any, printed: Any, where: str = "") -> Iterator[str]:
    """What is shown and not printed: an object may show some of its keys, a list some of its members, in order."""
    if isinstance(shown, dict) and isinstance(printed, dict):
        for key, part in shown.items():
            yield from missing(part, printed.get(key, "nothing"), f"{where}.{key}")
    elif isinstance(shown, list) and isinstance(printed, list):
        rest = iter(printed)
        for part in shown:
            if not any(not list(missing(part, each)) for each in rest):
                yield f"{where}: {part}"
    elif shown != printed:
        yield f"{where}: {shown} is {printed}"


@pytest.mark.parametrize(("command", "shown", "keys"), EXAMPLES, ids=[example[0] for example in EXAMPLES])
def test_an_example_of_the_page_is_what_is_printed(command: str, shown: str, keys: str) -> None:
    told = CliRunner().invoke(rollcall, command.split())
    assert told.exit_code == 0, told.output
    printed = json.loads(told.output)
    assert list(missing(json.loads(shown), printed)) == []
    assert re.findall(r"`(.*?)`", keys) == list(printed)


def test_the_page_shows_each_form_once() -> None:
    forms = [command.split()[1] for command, _, _ in EXAMPLES]
    assert forms == ["receipt", "dossier", "fideslang", "dpv"]
