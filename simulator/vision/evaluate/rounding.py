"""What rounding to 8 bits changed: the shipped network against the float one, on the same pixels."""

from pathlib import Path
from typing import Any

import numpy as np

from simulator.accuracy.evaluation import RoundingAccuracy
from simulator.accuracy.shares import share_of
from simulator.domain.errors import AnalyzerError
from simulator.vision.network import ModelCard, open_session, read_cards
from simulator.vision.scenenet import SIDE, Floats, Pixels, rank

_OUTPUTS = {"logits": 1000, "theme_logits": 20, "embedding": 1280}


class Rounding:
    """Runs both networks, picture by picture, and keeps count.

    Args:
        path: the float network, as ``python -m simulator.vision.build --float`` writes it.

    Raises:
        AnalyzerError: no such file, not a network, or one with other inputs or outputs.
    """

    def __init__(self, path: Path) -> None:
        self._card: ModelCard = read_cards()["scene"]
        self._exact = _open_float(path)
        self._same_label: list[bool] = []
        self._same_theme: list[bool] = []
        self._changed: list[bool] = []
        self._cosines: list[float] = []

    def note(self, session: Any, pixels: Pixels) -> None:
        """Compare the two on one picture; ``session`` is the shipped network's."""
        names = list(_OUTPUTS)
        rounded, exact = ([out[0] for out in one.run(names, {"pixels": pixels})] for one in (session, self._exact))
        self._same_label.append(bool(rounded[0].argmax() == exact[0].argmax()))
        self._same_theme.append(bool(rounded[1].argmax() == exact[1].argmax()))
        self._changed.append(self._decide(rounded[1]) != self._decide(exact[1]))
        length = np.linalg.norm(rounded[2]) * np.linalg.norm(exact[2])
        self._cosines.append(float(rounded[2] @ exact[2] / length))

    def _decide(self, theme_logits: Floats) -> str | None:
        answers = rank(theme_logits, self._card.themes, 1, self._card.threshold)
        return answers[0].name if answers else None

    def result(self) -> RoundingAccuracy | None:
        """The counts so far; None before the first picture."""
        if not self._cosines:
            return None
        return RoundingAccuracy(
            same_label=share_of(self._same_label),
            same_theme=share_of(self._same_theme),
            decisions_changed=share_of(self._changed),
            cosine_mean=round(float(np.mean(self._cosines)), 4),
            cosine_least=round(min(self._cosines), 4),
        )


def _open_float(path: Path) -> Any:
    try:
        content = path.read_bytes()
    except OSError as problem:
        raise AnalyzerError(f"{path}: cannot be read: {problem.strerror}; {_MAKE_ONE}") from problem
    try:
        session = open_session(content)
    except Exception as problem:  # (ONNX Runtime has a class of its own for every way in which a file can be wrong)
        raise AnalyzerError(f"{path}: is not a network that ONNX Runtime can open; {_MAKE_ONE}") from problem
    given = {one.name: (one.type, list(one.shape[1:])) for one in session.get_inputs()}
    widths = {one.name: one.shape[-1] for one in session.get_outputs()}
    if given != {"pixels": ("tensor(uint8)", [SIDE, SIDE, 3])} or any(
        widths.get(name) != width for name, width in _OUTPUTS.items()
    ):
        raise AnalyzerError(f"{path}: expected pixels in, and {', '.join(_OUTPUTS)} out; {_MAKE_ONE}")
    return session


_MAKE_ONE = "write one with `python -m simulator.vision.build --float FILE`"
