"""What a measurement has told so far, gathered into one result: what `rollcall bench --json` prints."""

from collections.abc import Iterator, Mapping
from typing import Any

_MANY: Mapping[str, str] = {"scenario": "scenarios", "ratio": "ratios", "size": "sizes", "note": "notes"}
SCHEMA_VERSION = 1  # of the result; docs/benchmark.md tells where its schema lies
_PASSING = {"end", "begin", "progress"}  # news of the measuring, not of what was measured


class Measured:
    """Takes the records of one measurement, in their order.

    Attributes:
        result: all of them, by kind.
    """

    def __init__(self) -> None:
        self.result: dict[str, Any] = {
            "kind": "Bench",
            "schema_version": SCHEMA_VERSION,
            **{many: [] for many in _MANY.values()},
            "interrupted": None,
        }

    def take(self, record: Mapping[str, Any]) -> None:
        kind = record["kind"]
        if kind in _MANY:
            self.result[_MANY[kind]].append(record)
        elif kind not in _PASSING:
            self.result[kind] = record

    def close(self, *, failed: str = "", disturbed: str = "") -> dict[str, Any]:
        """The result with its verdict: VALID unless there is a reason against it, NOISY where such a one was allowed.

        Args:
            failed: why the measuring ended before its end.
            disturbed: what else worked on this machine meanwhile, as ``people are being counted``.
        """
        self.result["reasons"] = [*_against(failed, disturbed), *_reasons(self.result)]
        noisy = any(run.get("noise") for run in self.result["scenarios"])
        self.result["verdict"] = "INVALID" if self.result["reasons"] else "NOISY" if noisy else "VALID"
        return self.result


def _against(failed: str, disturbed: str) -> Iterator[str]:
    if failed:
        yield failed
    if disturbed:
        yield f"something else went on meanwhile ({disturbed}); measure again with nothing else going on"


def _reasons(result: Mapping[str, Any]) -> Iterator[str]:
    if stop := result["interrupted"]:
        why = stop.get("why", "interrupted")
        yield f"{why}, during {stop['during']}; let it run to its end"
    for run in result["scenarios"]:
        for reason in run["reasons"]:
            yield f"{run['scenario']}: {reason}"
    accuracy = result.get("accuracy")
    if accuracy and accuracy["labels_equal"] < accuracy["photos"]:
        yield (
            f"{accuracy['labels_equal']} of {accuracy['photos']} photos have the labels of the reference answers; an "
            "analyzer that answers by chance cannot be timed"
        )
