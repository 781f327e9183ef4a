"""Whether sums of bytes are right is asked of the library; only where they are not is it told to widen products."""

import json
import os
import platform
import shutil
import subprocess
import sys

import numpy as np
import pytest

from simulator.vision import network
from simulator.vision.probe import find_sums, probe_model

SUMS = {"convolved": np.full((1, 16, 8, 8), 200, np.uint8), "multiplied": np.full((64, 16), 16 * 255 * 127, np.int32)}
# A picture's code with the products as the probe wants them, and with the other choice.
EMULATED = """
import json, numpy as np
from simulator.vision import network
right = network.sums_are_right()
steps = np.add.outer(np.arange(224), np.arange(224))
picture = (steps[None, :, :, None] * np.array([1, 2, 3]) % 256).astype(np.uint8)
model = (network.MODELS / "codes.onnx").read_bytes()
side = network.open_session(model).get_inputs()[0].shape[1]
codes = [
    network._open(model, 1, widened=widened).run(None, {"pixels": picture[:, :side, :side]})[0][0].tolist()
    for widened in (not right, right)
]
print(json.dumps([right, *codes]))
"""


class Answers:
    """Stands for a session of the probe, and answers as it is told."""

    def __init__(self, **answers: np.ndarray) -> None:
        self.answers = SUMS | answers

    def run(self, _: None, feeds: dict[str, np.ndarray]) -> list[np.ndarray]:
        assert [(name, each.shape, each.min()) for name, each in feeds.items()] == [
            ("picture", (1, 16, 8, 8), 255),
            ("rows", (64, 16), 255),
        ]
        return list(self.answers.values())


def option_of(session: object) -> str:
    try:
        return str(session.get_session_options().get_session_config_entry("session.x64quantprecision"))  # type: ignore[attr-defined]
    except RuntimeError:
        return "not set"


def test_the_probe_is_a_valid_network_of_less_than_a_kilobyte() -> None:
    onnx = pytest.importorskip("onnx")
    assert len(probe_model()) < 1000
    onnx.checker.check_model(onnx.load_from_string(probe_model()), full_check=True)


def test_all_sums_must_be_right_of_both_kinds() -> None:
    assert find_sums(Answers())
    for name, sums in SUMS.items():
        wrong = sums.copy()
        wrong.flat[-1] -= 1
        assert not find_sums(Answers(**{name: wrong}))


@pytest.mark.parametrize(("right", "option"), [(True, "not set"), (False, "1")])
def test_products_are_widened_only_where_sums_are_wrong(
    monkeypatch: pytest.MonkeyPatch, *, right: bool, option: str
) -> None:
    monkeypatch.setattr(network, "sums_are_right", lambda: right)
    assert option_of(network.open_network(network.read_cards()["codes"])) == option


def test_the_library_is_asked_once_and_not_told_to_widen_while_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    opened = network._open

    def note(model: bytes, threads: int, *, widened: bool) -> object:
        asked.append((model == probe_model(), widened))
        return opened(model, threads, widened=widened)

    network.sums_are_right.cache_clear()
    monkeypatch.setattr(network, "_open", note)
    answers = {network.sums_are_right() for _ in range(3)}
    assert asked == [(True, False)]
    assert len(answers) == 1


@pytest.mark.emulated
@pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() != "x86_64" or shutil.which("qemu-x86_64") is None,
    reason="needs Linux on x86-64 and qemu-x86_64 (on Debian: apt-get install qemu-user)",
)
@pytest.mark.parametrize(("processor", "right"), [("Haswell", False), ("EPYC-Milan", False), ("Nehalem", True)])
def test_answers_are_the_same_on_processors_without_vnni(processor: str, *, right: bool) -> None:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    here = [os.path.realpath(sys.executable), "-c", EMULATED]
    told = [
        json.loads(subprocess.run(command, env=environment, check=True, capture_output=True).stdout)
        for command in (here, ["qemu-x86_64", "-cpu", processor, *here])
    ]
    (_, native, _), (found, code, other) = told
    assert found is right
    np.testing.assert_allclose(code, native, atol=0.01)
    # What the probe decides matters: with sums that overflow the code is another person's.
    assert (np.abs(np.subtract(other, native)).max() > 5) is not right
