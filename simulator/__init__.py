"""Rollcall: what one tap on Allow does to a camera roll, under terms that can be read.

    import simulator as rc

    run = rc.play("accidental-allow", seed=7)
    run.held(day=40)

Every function is documented in `docs/python.md`. What is named here is loaded when it is first used.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

__version__ = "0.2.0"

if TYPE_CHECKING:
    from simulator.api.front import (
        analyze,
        catalog,
        diff,
        evaluate,
        experiment,
        open_run,
        play,
        terms,
    )
    from simulator.domain.errors import (
        AnalyzerError,
        ConsentError,
        LedgerError,
        RollcallError,
        ScenarioError,
        StoreError,
        TermsError,
    )

__all__ = [
    "AnalyzerError",
    "ConsentError",
    "LedgerError",
    "RollcallError",
    "ScenarioError",
    "StoreError",
    "TermsError",
    "analyze",
    "catalog",
    "diff",
    "evaluate",
    "experiment",
    "open_run",
    "play",
    "terms",
]


class _Room(ModuleType):
    """A room that bears the name of a function, such as ``terms``: calling it calls the function."""

    def __call__(self, *given: Any, **named: Any) -> Any:
        return _find(self.__name__.rpartition(".")[2])(*given, **named)


class _Door(ModuleType):
    """This package. Python binds a room to it when the room is first imported, over whatever had the name before."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name in __all__ and type(value) is ModuleType:
            value.__class__ = _Room
        super().__setattr__(name, value)


def _find(name: str) -> Any:
    return getattr(import_module("simulator.domain.errors" if name.endswith("Error") else "simulator.api.front"), name)


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _find(name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])


sys.modules[__name__].__class__ = _Door
