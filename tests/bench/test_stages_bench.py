"""What each stage costs a photo on its way through the analyzer: ``make bench``. Drawn photos, saved at 682 x 512.

`rollcall bench` measures the same stages one after another, with the caches as the stage before left them; here each is
alone and warm, so that a change of one shows in one line.
"""

from pathlib import Path
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from simulator.api.bench.shelve import Shelver
from simulator.catalog.load import load_scenario
from simulator.drawing.darkroom import Darkroom
from simulator.journey.ports import PictureFile
from simulator.vision.analyzer import OnnxAnalyzer
from simulator.vision.facefinder import cut_out, find_faces, read_codes
from simulator.vision.load.samples import Size, put_down, save_at
from simulator.vision.network import MODELS, open_network, read_cards
from simulator.vision.picture import decode_picture
from simulator.vision.scenenet import LEAST_SIDE, look, rank, read_labels, see_pixels

CARDS = read_cards()
ROUNDS = 64

pytestmark = pytest.mark.benchmark(group="a photo through the analyzer")


@pytest.fixture(scope="module")
def photo() -> bytes:
    """The first photo of a story in which somebody's face is found."""
    scenario = load_scenario("accidental-allow")
    person = scenario.live()
    darkroom = Darkroom(person.cast, person.pets, scenario.starts)
    session = open_network(CARDS["faces"])
    developed = (darkroom.develop(photo) for photo in scenario.roll(person).photos)
    return next(each for each in developed if find_faces(session, decode_picture("", each).image, 0.7))


@pytest.fixture(scope="module")
def scene() -> Any:
    return open_network(CARDS["scene"])


@pytest.mark.parametrize("name", list(CARDS))
def test_open_a_network(benchmark: BenchmarkFixture, name: str) -> None:
    benchmark.pedantic(open_network, (CARDS[name],), rounds=12, warmup_rounds=1)


def test_read(benchmark: BenchmarkFixture, photo: bytes, tmp_path: Path) -> None:
    (read,) = put_down([save_at(photo, Size.PROXY)], tmp_path)
    benchmark(read)


@pytest.mark.parametrize("size", list(Size))
def test_decode(benchmark: BenchmarkFixture, photo: bytes, size: Size) -> None:
    content = save_at(photo, size)
    benchmark.pedantic(decode_picture, ("photo", content, LEAST_SIDE), rounds=16, warmup_rounds=2)


def test_resize(benchmark: BenchmarkFixture, photo: bytes) -> None:
    image = decode_picture("photo", save_at(photo, Size.PROXY), LEAST_SIDE).image
    benchmark(see_pixels, image)


def test_the_scene_network(benchmark: BenchmarkFixture, photo: bytes, scene: Any) -> None:
    pixels = see_pixels(decode_picture("photo", photo, LEAST_SIDE).image)
    benchmark.pedantic(look, (scene, pixels), rounds=ROUNDS, warmup_rounds=4)


def test_find_faces(benchmark: BenchmarkFixture, photo: bytes) -> None:
    session = open_network(CARDS["faces"])
    image = decode_picture("photo", save_at(photo, Size.PROXY), LEAST_SIDE).image
    benchmark.pedantic(find_faces, (session, image, CARDS["faces"].threshold), rounds=ROUNDS, warmup_rounds=4)


def test_cut_out_and_code_a_face(benchmark: BenchmarkFixture, photo: bytes) -> None:
    codes = open_network(CARDS["codes"])
    image = decode_picture("photo", photo).image
    face = find_faces(open_network(CARDS["faces"]), image, CARDS["faces"].threshold)[0]
    benchmark.pedantic(lambda: read_codes(codes, [cut_out(image, face)]), rounds=ROUNDS, warmup_rounds=4)


def test_rank_labels_and_themes(benchmark: BenchmarkFixture, photo: bytes, scene: Any) -> None:
    answer = look(scene, see_pixels(decode_picture("photo", photo, LEAST_SIDE).image))
    labels, themes = read_labels(MODELS / "labels.txt"), CARDS["scene"].themes
    benchmark(lambda: (rank(answer.logits, labels, 5), rank(answer.theme_logits, themes, len(themes), 0.6)))


def test_store_an_analysis(benchmark: BenchmarkFixture, photo: bytes, tmp_path: Path) -> None:
    """One commit a photo."""
    analysis = OnnxAnalyzer().analyze(PictureFile(name="photo", read=lambda: photo))
    with Shelver(tmp_path / "stages.db") as shelver:
        benchmark.pedantic(shelver.keep, (analysis,), rounds=ROUNDS, warmup_rounds=2)


def test_all_of_it(benchmark: BenchmarkFixture, photo: bytes) -> None:
    analyzer = OnnxAnalyzer()
    analyzer.load()
    file = PictureFile(name="photo", read=lambda: photo)
    benchmark.pedantic(analyzer.analyze, (file,), rounds=ROUNDS, warmup_rounds=4)
