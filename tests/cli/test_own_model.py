"""A classifier of the user's: the mean of each colour, as scores of three labels."""

import hashlib
import json
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
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
        ({"input": {"crop": 0}}, "input.crop: expected a share above 0 and up to 1"),
        ({"input": {"crop": 1.5}}, "input.crop: expected a share above 0 and up to 1"),
        ({"input": {"channels": "GBR"}}, "input.channels"),
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


def dot(folder: Path, weights: list[float], **options: Any) -> tuple[Path, Path]:
    """A model that weighs the mean of each colour, its weights in a file beside it; without a card."""
    tensor = onnx.numpy_helper.from_array(np.diag(np.array(weights, np.float32)), "weights")
    nodes = [
        helper.make_node("GlobalAveragePool", ["picture"], ["pooled"]),
        helper.make_node("Flatten", ["pooled"], ["means"]),
        helper.make_node("MatMul", ["means", "weights"], ["scores"]),
    ]
    picture = helper.make_tensor_value_info("picture", TensorProto.FLOAT, ["batch", 3, 8, 8])
    scores = helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["batch", 3])
    graph = helper.make_graph(nodes, "dot", [picture], [scores], [tensor])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=10)
    folder.mkdir(exist_ok=True)
    path, beside = folder / "dot.onnx", folder / "dot.onnx.data"
    beside.unlink(missing_ok=True)
    options = {"location": beside.name, "size_threshold": 0} | options
    onnx.save_model(model, path, save_as_external_data=True, **options)
    return path, beside


def label(folder: Path) -> None:
    (folder / "labels.txt").write_text("red\ngreen\nblue")


def test_weights_beside_a_model_are_its_own_wherever_one_stands(
    rollcall: Rollcall, tmp_path: Path, green: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, beside = dot(tmp_path / "model", [1, 5, 1])
    other, _ = dot(tmp_path / "elsewhere", [9, 0, 0])
    assert rollcall("analyze", "--model", path, "--write-card").code == 0
    label(path.parent)
    answers = []
    for folder in (path.parent, other.parent, tmp_path):
        monkeypatch.chdir(folder)
        told = rollcall("analyze", "--json", "--model", path, green)
        assert (told.code, told.err) == (0, "")
        answers.append(json.loads(told.out)["labels"])
    assert answers[0][0]["label"] == "green"
    assert answers[0] == answers[1] == answers[2]
    joined = hashlib.sha256(path.read_bytes() + beside.read_bytes()).hexdigest()
    assert f'sha256 = "{joined}"' in path.with_suffix(".toml").read_text()


def test_other_weights_beside_a_model_are_refused_like_another_model(
    rollcall: Rollcall, tmp_path: Path, green: Path
) -> None:
    path, beside = dot(tmp_path, [1, 5, 1])
    assert rollcall("analyze", "--model", path, "--write-card").code == 0
    label(tmp_path)
    beside.write_bytes(bytes(reversed(beside.read_bytes())))
    told = rollcall("analyze", "--model", path, green, "--json")
    assert (told.code, len(told.err.splitlines())) == (2, 1)
    assert "SHA-256 with dot.onnx.data is " in told.err
    beside.unlink()
    told = rollcall("analyze", "--model", path, green, "--json")
    assert told.code == 2
    assert f"{path}: its weights 'dot.onnx.data' do not lie beside it; copy that file there" in told.err


@pytest.mark.parametrize("kind", ["above", "linked"])
def test_weights_outside_of_a_models_folder_are_not_read(
    rollcall: Rollcall, tmp_path: Path, green: Path, kind: str
) -> None:
    path, beside = dot(tmp_path / "model", [1, 5, 1])
    away = tmp_path / "dot.onnx.dat"
    away.write_bytes(beside.read_bytes())
    if kind == "linked":
        beside.unlink()
        beside.symlink_to(away)
    else:
        path.write_bytes(path.read_bytes().replace(b"dot.onnx.data", b"../dot.onnx.d"))
    told = rollcall("analyze", "--model", path, "--write-card", green)
    assert (told.code, len(told.err.splitlines())) == (2, 1)
    assert "lie outside of its folder; export it with them beside it" in told.err


def test_scores_with_axes_of_one_are_scores(rollcall: Rollcall, own: Own, green: Path) -> None:
    path = own.write()
    model = onnx.load(path)
    del model.graph.node[1]
    model.graph.node[0].output[0] = "means"
    model.graph.output[0].CopyFrom(helper.make_tensor_value_info("means", TensorProto.FLOAT, ["batch", 3, 1, 1]))
    content = model.SerializeToString()
    path.write_bytes(content)
    card = path.with_suffix(".toml")
    card.write_text(re.sub('sha256 = "[^"]*"', f'sha256 = "{hashlib.sha256(content).hexdigest()}"', card.read_text()))
    told = rollcall("analyze", "--json", "--model", path, green)
    assert (told.code, told.err) == (0, "")
    assert json.loads(told.out)["labels"][0] == {"label": "green", "score": 0.5761}


def test_colours_go_in_in_the_order_that_the_card_says_each_with_its_own_scale(
    rollcall: Rollcall, tmp_path: Path
) -> None:
    Image.new("RGB", (40, 30), (255, 0, 0)).save(tmp_path / "red.png")
    own = Own(tmp_path, input={"channels": "BGR", "scale": [255, 1e9, 1e9]})
    told = rollcall("analyze", "--json", "--model", own.write(), tmp_path / "red.png")
    # The last of three channels is red, and is called blue by a model that expects blue there.
    assert json.loads(told.out)["labels"][0] == {"label": "blue", "score": 0.5761}


@pytest.mark.parametrize(("crop", "label"), [(None, "red"), (1.0, "red"), (0.5, "green"), (0.25, "green")])
def test_the_middle_of_a_picture_is_what_a_cropping_card_shows(
    rollcall: Rollcall, tmp_path: Path, crop: float | None, label: str
) -> None:
    image = Image.new("RGB", (80, 40), (255, 0, 0))
    image.paste((0, 255, 0), (30, 10, 50, 30))
    image.save(tmp_path / "middle.png")
    own = Own(tmp_path, input={} if crop is None else {"crop": crop})
    told = rollcall("analyze", "--json", "--model", own.write(), tmp_path / "middle.png")
    first = json.loads(told.out)["labels"][0]
    assert first["label"] == label
    assert (first["score"] == 0.5761) is (label == "green")


@pytest.mark.parametrize("command", ["analyze", "bench"])
def test_a_model_without_a_card_is_told_how_to_get_one_and_its_card_works(
    rollcall: Rollcall, own: Own, green: Path, command: str
) -> None:
    path = own.write()
    card = path.with_suffix(".toml")
    card.unlink()
    told = rollcall("analyze", "--model", path, green)
    assert told.code == 2
    assert told.err == (
        f"rollcall: {card}: mean.onnx has no card; write one with `rollcall analyze --model {path} --write-card`\n"
    )
    told = rollcall(command, "--model", path, "--write-card")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith(f"{card} is written. Write the labels, ")
    assert 'labels = "labels.txt"        # write it: 3 labels, one a line' in card.read_text()
    (own.folder / "labels.txt").write_text("red\ngreen\nblue")
    told = rollcall("analyze", "--json", "--model", path, green)
    assert json.loads(told.out)["labels"][0] == {"label": "green", "score": 0.5761}


def test_a_card_that_is_there_is_never_written_over(rollcall: Rollcall, own: Own) -> None:
    path = own.write()
    before = path.with_suffix(".toml").read_text()
    told = rollcall("analyze", "--model", path, "--write-card")
    assert (told.code, told.out) == (2, "")
    assert "is there already" in told.err
    assert path.with_suffix(".toml").read_text() == before


def test_a_card_says_what_the_model_says_of_itself(rollcall: Rollcall, tmp_path: Path) -> None:
    own = Own(tmp_path, kind=TensorProto.UINT8, shape=("batch", "high", "wide", 3))
    path = own.write()
    model = onnx.load(path)
    del model.graph.node[:]
    model.graph.node.append(helper.make_node("Identity", ["picture"], ["means"]))
    model.graph.output[0].CopyFrom(helper.make_tensor_value_info("means", TensorProto.UINT8, ["batch", 3]))
    path.write_bytes(model.SerializeToString())
    path.with_suffix(".toml").unlink()
    assert rollcall("analyze", "--model", path, "--write-card").code == 0
    card = tomllib.loads(path.with_suffix(".toml").read_text())
    assert (card["output"], card["name"], card["input"]["name"]) == ("means", "mean", "picture")
    assert {name: card["input"][name] for name in ("layout", "height", "width", "dtype", "channels")} == {
        "layout": "NHWC",
        "height": 224,
        "width": 224,
        "dtype": "uint8",
        "channels": "RGB",
    }
    assert "mean" not in card["input"]


def test_a_card_is_written_only_of_a_model_that_takes_pictures(rollcall: Rollcall, tmp_path: Path) -> None:
    told = rollcall("analyze", "--write-card")
    assert (told.code, "name it with --model" in told.err) == (2, True)
    own = Own(tmp_path, shape=("batch", 8, 8))
    path = own.write()
    path.with_suffix(".toml").unlink()
    told = rollcall("analyze", "--write-card", "--model", path)
    assert told.code == 2
    assert "expected one picture of three colours in float32 or uint8; export it so" in told.err
