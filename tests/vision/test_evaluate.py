"""The measuring itself, on small things: matching, heads without a drawing, float against int8, one tiny survey."""

from pathlib import Path

import numpy as np
import pytest
from onnx import TensorProto, helper

from simulator.accuracy.evaluation import Inputs
from simulator.catalog.load import load_life_kind
from simulator.domain.analysis import Face
from simulator.domain.categories import Theme
from simulator.domain.errors import AnalyzerError
from simulator.drawing.scene import FaceTruth
from simulator.vision.build.exact import exact_model
from simulator.vision.build.integers import LinearHead
from simulator.vision.build.layers import CLASSES, EMBEDDING, Convolution, NetworkPlan
from simulator.vision.evaluate.leave_out import DrawnSample, fit_themes, measure_left_out, probabilities
from simulator.vision.evaluate.matching import match_faces
from simulator.vision.evaluate.rounding import Rounding
from simulator.vision.evaluate.survey import Survey
from simulator.vision.network import open_network, open_session, read_cards


def face(left: float, width: float = 0.1) -> Face:
    return Face(left=left, top=0.1, width=width, height=0.1, score=0.9, code=())


def truth(left: float, width: float = 0.1) -> FaceTruth:
    return FaceTruth((left * 1000, 100, (left + width) * 1000, 200), 0)


def test_a_found_face_is_one_drawn_face_and_the_better_one() -> None:
    found = (face(0.1), face(0.5))
    assert match_faces([truth(0.12), truth(0.1), truth(0.8)], found, (1000, 1000)) == {1: 0}
    assert match_faces([truth(0.5), truth(0.1)], found, (1000, 1000)) == {0: 1, 1: 0}


def test_a_face_found_twice_is_found_once() -> None:
    assert match_faces([truth(0.1)], (face(0.11), face(0.1)), (1000, 1000)) == {0: 1}


def test_the_head_in_numpy_is_where_the_gradient_vanishes() -> None:
    luck = np.random.default_rng(5)
    themes = np.repeat(np.arange(3), 20)
    inputs = (luck.normal(size=(60, 8)) + 2 * np.eye(8)[themes] + 3).astype(np.float32)
    weight, bias = fit_themes(inputs, themes)
    off = probabilities(inputs @ weight + bias) - np.eye(3, dtype=np.float32)[themes]
    assert np.abs(inputs.T @ off + weight).max() < 0.5
    assert np.abs(off.sum(axis=0)).max() < 0.1
    assert (probabilities(inputs @ weight + bias).argmax(axis=1) == themes).mean() > 0.9


def test_a_drawing_unlike_its_siblings_is_not_recognised_when_left_out() -> None:
    luck = np.random.default_rng(5)
    order = list(Theme)
    usual = 5 * np.eye(40, dtype=np.float32)

    def sample(theme: Theme, drawing: int, middle: int) -> DrawnSample:
        embedding = (usual[middle] + luck.normal(size=40) / 4).astype(np.float32)
        return DrawnSample(theme=theme, drawing=drawing, name=f"{theme}: d{drawing}", embedding=embedding)

    samples = [
        sample(theme, drawing, 30 if (theme, drawing) == (Theme.PET, 1) else order.index(theme))
        for theme in order
        for drawing in (0, 1)
        for _ in range(3)
    ]
    left = measure_left_out(samples)
    by_drawing = {(row.theme, row.drawing): row.recall for row in left.drawings}
    assert by_drawing[Theme.FOOD, "d0"].share == 1.0
    assert by_drawing[Theme.PET, "d1"].share != 1.0
    assert len(left.drawings) == 2 * len(order)
    assert left.recall.of == len(samples)


@pytest.mark.parametrize("content", [b"", b"no network", None])
def test_a_file_that_is_no_float_network_is_refused_with_the_cure(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "float.onnx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(AnalyzerError, match=r"float\.onnx: .*write one with"):
        Rounding(path)


def test_a_network_of_another_shape_is_refused(tmp_path: Path) -> None:
    given = helper.make_tensor_value_info("pixels", TensorProto.FLOAT, [1, 3])
    gives = helper.make_tensor_value_info("logits", TensorProto.FLOAT, [1, 3])
    graph = helper.make_graph([helper.make_node("Identity", ["pixels"], ["logits"])], "g", [given], [gives])
    path = tmp_path / "float.onnx"
    path.write_bytes(
        helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=10).SerializeToString()
    )
    with pytest.raises(AnalyzerError, match="expected pixels in, and logits, theme_logits, embedding out"):
        Rounding(path)


def float_file(folder: Path) -> Path:
    """A float network with the right inputs and outputs, of one layer of nothing but luck."""
    luck = np.random.default_rng(3)
    layer = Convolution(
        name="only",
        source="pixels",
        weight=luck.normal(size=(EMBEDDING, 3, 1, 1)),
        bias=np.zeros(EMBEDDING),
        stride=32,
        pads=(0, 0, 0, 0),
        groups=1,
        clipped=True,
    )
    plan = NetworkPlan(layers=(layer,), classifier=(luck.normal(size=(EMBEDDING, CLASSES)), np.zeros(CLASSES)))
    head = LinearHead(
        name="theme_logits",
        source="embedding",
        weight=luck.normal(size=(EMBEDDING, 20)).astype(np.float32),
        bias=np.zeros(20, np.float32),
    )
    path = folder / "float.onnx"
    path.write_bytes(exact_model(plan, head).SerializeToString())
    return path


def test_the_float_network_takes_the_same_bytes_as_the_shipped_one(tmp_path: Path) -> None:
    session = open_session(float_file(tmp_path).read_bytes())
    pixels = np.full((2, 224, 224, 3), 127, np.uint8)
    logits, themes, embedding = session.run(["logits", "theme_logits", "embedding"], {"pixels": pixels})
    assert (logits.shape, themes.shape, embedding.shape) == ((2, 1000), (2, 20), (2, 1280))
    assert not embedding.any()  # 127 is zero to the network


def test_the_comparison_counts_each_picture_once(tmp_path: Path) -> None:
    rounding = Rounding(float_file(tmp_path))
    assert rounding.result() is None
    session = open_network(read_cards()["scene"])
    for shade in (0, 255):
        rounding.note(session, np.full((1, 224, 224, 3), shade, np.uint8))
    result = rounding.result()
    assert result is not None
    assert result.same_label.of == result.decisions_changed.of == 2
    assert -1 <= result.cosine_least <= result.cosine_mean <= 1


def test_a_survey_can_be_asked_at_any_time(tmp_path: Path) -> None:
    kind = load_life_kind("parent-in-town")
    inputs = Inputs(life=kind.id, seed=2026, people=1, days=2)
    survey = Survey(kind=kind, inputs=inputs, rounding=Rounding(float_file(tmp_path)))
    assert survey.result().photos == 0
    steps = survey.run()
    assert next(steps).startswith("photo 0 of ")
    next(steps)
    halfway = survey.result()
    assert (halfway.complete, halfway.photos, halfway.people_measured) == (False, 1, 0)
    assert halfway.faces.by_turn == ()
    while next(steps) != "faces drawn one by one":
        pass
    result = survey.result()
    assert (result.complete, result.people_measured) == (False, 1)
    assert result.rounding is not None
    assert result.rounding.same_label.of == result.photos
    assert result.themes.right.of + result.themes.unknown.hits == result.photos
