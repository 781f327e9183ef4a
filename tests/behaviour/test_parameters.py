"""The registry: every number within its range, with a source, changed only by name."""

from dataclasses import replace

import pytest

from simulator.behaviour.parameters import Grade, check_parameters
from simulator.catalog.load import load_behaviour
from simulator.domain.errors import ConsentError

REGISTRY = load_behaviour()


def test_every_number_has_a_range_a_grade_and_a_source() -> None:
    named = dict(REGISTRY.named())
    assert len(named) >= 40
    assert {each.grade for each in named.values()} == set(Grade)
    check_parameters(REGISTRY)


def test_a_changed_value_changes_nothing_else() -> None:
    changed = REGISTRY.having({"press.step": 0.3})
    assert changed.press.step.value == 0.3
    assert changed.having({"press.step": REGISTRY.press.step.value}) == REGISTRY


def test_a_name_that_is_none_is_refused() -> None:
    with pytest.raises(ConsentError, match=r"no parameter is called 'press\.stpe'"):
        REGISTRY.having({"press.stpe": 1.0})


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"value": 9.0}, "value: expected it within its range"),
        ({"range": (0.5, 0.1)}, "range: expected the least before the most"),
        ({"start": 99.0}, "expected value, start and range from -12 to 12"),
        ({"source": " "}, "source: say where it comes from, or that it is assumed"),
    ],
)
def test_numbers_that_cannot_be_are_refused_by_name(changes: dict[str, object], problem: str) -> None:
    bad = replace(REGISTRY, press=replace(REGISTRY.press, step=replace(REGISTRY.press.step, **changes)))
    with pytest.raises(ConsentError) as caught:
        check_parameters(bad)
    assert str(caught.value) == f"behaviour published: press.step: {problem}"


def test_a_share_is_one() -> None:
    bad = REGISTRY.having({"finger.slip": 0.9})
    with pytest.raises(ConsentError, match=r"finger\.slip: expected value, start and range from 0 to 0\.5"):
        check_parameters(bad)
