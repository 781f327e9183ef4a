"""An analyzer's profile that `rollcall evaluate` wrote, with the latencies of this machine."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from simulator.catalog.load import load_analyzer_profile
from simulator.domain.errors import RollcallError
from simulator.domain.profile import AnalyzerProfile
from simulator.report.profile import write_profile
from simulator.vision.network import read_cards


def read_profile(path: Path) -> AnalyzerProfile:
    """A profile that `rollcall evaluate` wrote, to put this machine's latencies into.

    Raises:
        RollcallError: it cannot be read, or is another model's.
    """
    profile = load_analyzer_profile(str(path))
    model = read_cards()["scene"].sha256[: len(profile.model)]
    if profile.model != model:
        raise RollcallError(
            f"{path}: is of model {profile.model}, here is {model}; make one with rollcall evaluate --profile"
        )
    return profile


def keep_latencies(path: Path, profile: AnalyzerProfile, milliseconds: dict[str, float], card: dict[str, Any]) -> None:
    """Write the profile with these latencies by theme, this machine's name and the day; its rates stay."""
    timed = replace(
        profile,
        machine=f"{card['processor']}, {card['system']}",
        measured=card["date"].partition("T")[0],
        themes=tuple(replace(rates, milliseconds=milliseconds[rates.theme]) for rates in profile.themes),
    )
    try:
        path.write_text(write_profile(timed), encoding="utf-8")
    except OSError as problem:
        raise RollcallError(f"{path}: cannot be written: {problem.strerror}; name another file") from problem
