"""Everything that can go wrong, as one tree.

    RollcallError
    ├── ScenarioError   a scenario file that cannot be read or makes no sense: names file and key
    ├── TermsError      a set of terms that contradicts itself
    ├── ConsentError    a consent that breaks its own order, such as Allow before anything was asked
    ├── LedgerError     a holding that is created twice, or deleted before it exists
    ├── AnalyzerError   an image or a model that cannot or must not be read
    └── StoreError      a database that cannot be opened, read or written

The command line prints the message of any of these as one line and exits with 2.
A traceback is a bug.
"""

import re

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def printable(text: object) -> str:
    """Text from outside, safe to print: control and direction-changing characters become ``?``."""
    return _CONTROL.sub("?", str(text))


class RollcallError(Exception):
    """The root: what happened, where, and how to mend it, in one line."""

    def __str__(self) -> str:
        return printable(super().__str__())


class ScenarioError(RollcallError):
    """A scenario file is missing, misspelt or contradictory.

    Args:
        path: the file, as the user would name it.
        key: the dotted path of the offending key; empty when the whole file is at fault.
        problem: what was found and what was expected.
    """

    def __init__(self, path: object, key: str, problem: str) -> None:
        super().__init__(f"{path}: {key}: {problem}" if key else f"{path}: {problem}")
        self.path = path
        self.key = key
        self.problem = problem


class TermsError(RollcallError):
    pass


class ConsentError(RollcallError):
    pass


class LedgerError(RollcallError):
    pass


class AnalyzerError(RollcallError):
    pass


class StoreError(RollcallError):
    pass
