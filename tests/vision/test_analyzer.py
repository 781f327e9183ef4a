"""The analyzer as the journey and the command line use it."""

import io
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from simulator.cli.analyze import command
from simulator.domain.analysis import Analysis
from simulator.domain.categories import Theme
from simulator.domain.errors import AnalyzerError
from simulator.journey.clusters import SAME_PERSON
from simulator.journey.ports import Analyzer, PictureFile
from simulator.vision.analyzer import OnnxAnalyzer, TimedAnalyzer
from simulator.vision.network import MODELS, open_network, read_cards


def jpeg(color: tuple[int, int, int] = (90, 140, 200)) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (320, 240), color).save(file, "JPEG")
    return file.getvalue()


def look_at(analyzer: Analyzer, content: bytes) -> Analysis:
    return analyzer.analyze(PictureFile(name="p0001.jpg", read=lambda: content))


@pytest.fixture(scope="module")
def analyzer() -> OnnxAnalyzer:
    return OnnxAnalyzer()


def analyze(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


def test_the_same_bytes_give_the_same_analysis(analyzer: OnnxAnalyzer) -> None:
    first = look_at(analyzer, jpeg())
    assert look_at(OnnxAnalyzer(), jpeg()) == first
    assert len(first.labels) == 5
    assert [label.score for label in first.labels] == sorted((label.score for label in first.labels), reverse=True)
    assert first.model == read_cards()["scene"].sha256[:12]
    assert (first.faces, first.taken_at, first.place) == ((), None, None)


def test_themes_stand_in_the_order_of_the_categories() -> None:
    assert read_cards()["scene"].themes == tuple(Theme)


def test_one_run_of_a_network_gives_everything() -> None:
    outputs = [
        {output.name: output.shape[1] for output in open_network(read_cards()[name]).get_outputs()}
        for name in ("scene", "codes")
    ]
    assert outputs == [{"logits": 1000, "embedding": 1280, "theme_logits": 20}, {"face_code": 32}]


def test_the_hash_of_the_scene_network_stands_for_all_three() -> None:
    cards = read_cards()
    named = open_network(cards["scene"]).get_modelmeta().custom_metadata_map
    assert named == {name: cards[name].sha256 for name in ("faces", "codes")}


def test_codes_are_scaled_to_the_distance_that_the_journey_takes_for_one_person() -> None:
    assert read_cards()["codes"].threshold == SAME_PERSON


def test_what_is_not_a_picture_is_refused_by_name(analyzer: OnnxAnalyzer) -> None:
    with pytest.raises(AnalyzerError, match=r"p0001\.jpg: is not a JPEG, PNG, WebP"):
        look_at(analyzer, b"not a picture")


def test_every_picture_is_timed_without_the_opening_of_the_networks(analyzer: OnnxAnalyzer) -> None:
    timed = TimedAnalyzer(analyzer)
    assert look_at(timed, jpeg()) == look_at(analyzer, jpeg())
    look_at(timed, jpeg((1, 2, 3)))
    assert len(timed.milliseconds) == 2
    assert all(took > 0 for took in timed.milliseconds)
    assert analyzer.load() == analyzer.load() > 0


def test_a_model_file_with_one_changed_byte_is_not_opened(tmp_path: Path) -> None:
    folder = tmp_path / "models"
    shutil.copytree(MODELS, folder)
    model = bytearray((folder / "scene.onnx").read_bytes())
    model[len(model) // 2] ^= 1
    (folder / "scene.onnx").write_bytes(model)
    with pytest.raises(AnalyzerError, match=r"scene\.onnx: SHA-256 is .*; reinstall camera-rollcall"):
        OnnxAnalyzer(folder).load()


@pytest.mark.parametrize("gone", ["scene.onnx", "faces.onnx", "codes.onnx", "labels.txt", "models.toml"])
def test_a_missing_model_file_is_one_line(tmp_path: Path, gone: str) -> None:
    folder = tmp_path / "models"
    shutil.copytree(MODELS, folder)
    (folder / gone).unlink()
    with pytest.raises(AnalyzerError, match=rf"{gone}: .*reinstall camera-rollcall"):
        OnnxAnalyzer(folder).load()


@pytest.mark.parametrize("damage", ["[scene", "scene = 3", "[scene]\nfile = 'scene.onnx'"])
def test_a_damaged_list_of_models_is_one_line(tmp_path: Path, damage: str) -> None:
    (tmp_path / "models.toml").write_text(damage, encoding="utf-8")
    with pytest.raises(AnalyzerError, match="the list of models is missing or damaged"):
        read_cards(tmp_path)


def test_a_photo_is_told_in_a_paragraph_that_says_once_what_it_is_worth(tmp_path: Path) -> None:
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / name).write_bytes(jpeg())
    result = analyze(tmp_path / "a.jpg", tmp_path / "b.jpg")
    assert result.exit_code == 0
    assert result.stdout.count("a belief, not a truth") == 1
    assert result.stdout.count("It looks like:") == 2
    assert "No faces." in result.stdout


def test_json_is_one_object_a_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(jpeg())
    lines = analyze("--json", path, path).stdout.splitlines()
    assert len(lines) == 2
    told = json.loads(lines[0])
    assert list(told) == ["file", "labels", "themes", "faces", "taken_at", "place", "ms", "note"]
    assert told["file"] == str(path)
    assert len(told["labels"]) == 5


def test_a_bad_file_among_good_ones_costs_one_line_and_the_exit_code(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.jpg", tmp_path / "bad.jpg"
    good.write_bytes(jpeg())
    bad.write_text("not a picture", encoding="utf-8")
    result = analyze("--json", good, bad, tmp_path / "gone.jpg", good)
    assert result.exit_code == 2
    assert len(result.stdout.splitlines()) == 2
    assert [line.split(": ")[2] for line in result.stderr.splitlines()] == [
        "is not a JPEG, PNG, WebP, AVIF, TIFF, GIF, MPO or HEIC, whatever its name says; convert it to one",
        "no such file; check the spelling",
    ]


def test_a_note_on_the_file_stands_beside_what_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "short.jpg"
    path.write_bytes(jpeg()[:-2])
    told = json.loads(analyze("--json", path).stdout)
    assert told["note"] == "The file ends without the mark that ends a JPEG; no pixel is missing."
    result = analyze(path)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.rstrip().endswith(told["note"])


def test_escape_codes_in_a_name_are_not_obeyed(tmp_path: Path) -> None:
    path = tmp_path / "\x1b[31mred.jpg"
    path.write_bytes(jpeg())
    for result in (analyze(path), analyze("--json", path), analyze(tmp_path / "\x1b[2Jgone.jpg")):
        assert "\x1b" not in result.output
