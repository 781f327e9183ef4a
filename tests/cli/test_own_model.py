"""A classifier of the user's: the mean of each colour, as scores of three labels."""

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from invoked import Rollcall
from PIL import Image

onnx = pytest.importorskip("onnx")
helper, TensorProto = onnx.helper, onnx.TensorProto


@dataclass
class Own:
    """A model with its card and labels, each of which a test may spoil before it is written."""

    folder: Path
    kind: Any = TensorProto.FLOAT
    shape: tuple[Any, ...] = ("batch", 3, 8, 8)
    labels: tuple[str, ...] = ("red", "green", "blue")
    card: dict[str, Any] = field(default_factory=dict)
    input: dict[str, Any] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        return self.folder / "mean.onnx"

    def write(self) -> Path:
        content = self._model().SerializeToString()
        self.path.write_bytes(content)
        (self.folder / "colours.txt").write_text("\n".join(self.labels))
        card = {
            "name": "Mean colour",
            "sha256": hashlib.sha256(content).hexdigest(),
            "labels": "colours.txt",
            "output": "means",
            "probabilities": False,
        }
        declared = {
            "name": "picture",
            "layout": "NCHW",
            "height": 8,
            "width": 8,
            "dtype": "float32",
            "scale": [255] * 3,
        }
        lines = [f"{name} = {json.dumps(value)}" for name, value in (card | self.card).items()]
        lines += ["[input]", *(f"{name} = {json.dumps(value)}" for name, value in (declared | self.input).items())]
        (self.folder / "mean.toml").write_text("\n".join(lines))
        return self.path

    def _model(self) -> Any:
        nodes = [
            helper.make_node("GlobalAveragePool", ["picture"], ["pooled"]),
            helper.make_node("Flatten", ["pooled"], ["means"]),
        ]
        picture = helper.make_tensor_value_info("picture", self.kind, self.shape)
        means = helper.make_tensor_value_info("means", self.kind, ["batch", "labels"])
        graph = helper.make_graph(nodes, "mean", [picture], [means])
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=10)


@pytest.fixture
def own(tmp_path: Path) -> Own:
    return Own(tmp_path)


@pytest.fixture
def green(tmp_path: Path) -> Path:
    path = tmp_path / "green.png"
    Image.new("RGB", (40, 30), (0, 255, 0)).save(path)
    return path


def test_a_classifier_of_the_users_own_says_its_own_labels(rollcall: Rollcall, own: Own, green: Path) -> None:
    told = rollcall("analyze", "--json", "--model", own.write(), green)
    assert (told.code, told.err) == (0, "")
    record = json.loads(told.out)
    # Softmax of (0, 1, 0), the means of a green picture.
    assert record["labels"][0] == {"label": "green", "score": 0.5761}
    assert (record["themes"], record["faces"]) == ([], [])


def test_it_is_not_said_to_have_looked_for_themes_or_faces(rollcall: Rollcall, own: Own, green: Path) -> None:
    told = rollcall("analyze", "--model", own.write(), green)
    assert "It looks like: green 58 percent" in told.out
    assert "heme" not in told.out
    assert "face" not in told.out


@pytest.mark.parametrize(
    ("spoilt", "reason"),
    [
        (
            {"shape": ("batch", 3, 9, 8)},
            "input 'picture' is tensor(float) of ['batch', 3, 9, 8], expected tensor(float)",
        ),
        ({"shape": ("batch", 8, 8)}, "expected tensor(float) of ['batch', 3, 8, 8]"),
        ({"shape": (2, 3, 8, 8)}, "does not run on one picture"),
        ({"kind": TensorProto.DOUBLE}, "ONNX Runtime cannot open it"),
        ({"labels": ("red", "green")}, "has shape (3,) for one picture, colours.txt has 2 labels"),
        ({"card": {"labels": "gone.txt"}}, "gone.txt: the labels cannot be read"),
        ({"card": {"sha256": "0" * 64}}, "declared is 000000000000..."),
        ({"card": {"output": "scores"}}, "has no output 'scores'; declare one of means"),
        ({"card": {"probabilities": True}, "input": {"mean": [9, 9, 9]}}, "its scores are no probabilities"),
        ({"card": {"colour": "mean"}}, "unknown key 'colour'"),
        ({"input": {"name": "pixels"}}, "its input is called 'picture', declared is 'pixels'"),
        ({"input": {"dtype": "int4"}}, "input.dtype"),
        ({"input": {"dtype": "uint8"}}, "leave both out"),
        ({"input": {"scale": [1, 0, 1]}}, "three numbers other than 0"),
        ({"input": {"height": 0}}, "expected 1 to 4096 pixels"),
    ],
)
def test_a_model_that_is_not_as_declared_is_refused_in_one_line(
    rollcall: Rollcall, tmp_path: Path, green: Path, spoilt: dict[str, Any], reason: str
) -> None:
    told = rollcall("analyze", "--json", "--model", Own(tmp_path, **spoilt).write(), green)
    assert (told.code, told.out) == (2, "")
    assert reason in told.err
    assert len(told.err.splitlines()) == 1


@pytest.mark.parametrize("gone", ["mean.onnx", "mean.toml", "colours.txt"])
def test_a_missing_file_is_one_line_that_names_it(rollcall: Rollcall, own: Own, green: Path, gone: str) -> None:
    path = own.write()
    (own.folder / gone).unlink()
    for command in (("analyze", green), ("bench", "--brief", "--queries", 1, "--photos", own.folder)):
        told = rollcall(*command, "--model", path)
        assert told.code == 2
        assert f"{own.folder / gone}: " in told.err
        assert len(told.err.splitlines()) == 1


def test_it_can_be_measured_like_the_shipped_one(rollcall: Rollcall, own: Own, green: Path) -> None:
    short = ("--scenario", "offline", "--queries", 64, "--min-duration", 0, "--allow-noisy")
    told = rollcall("bench", *short, "--json", "--photos", green.parent, "--model", own.write())
    assert told.code == 0
    result = json.loads(told.out)
    # Whether something else runs on the machine of a test is nobody's business.
    assert result["verdict"] in {"VALID", "NOISY"}
    assert result["accuracy"]["labels_equal"] == result["accuracy"]["photos"]
    assert list(result["card"]["models"]) == ["own"]
    assert list(result["stages"]["stages"]) == ["read", "decode", "resize", "network", "post-processing", "store"]
    assert result["ratios"] == result["sizes"] == []
    assert "ratios and sizes" in result["notes"][0]["text"]
