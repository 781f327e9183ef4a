"""What the parts of a story cost. Run by ``make bench``; a timing is never an assertion."""

from itertools import cycle
from pathlib import Path

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from truth import perform_truthfully

from simulator.catalog.load import load_scenario
from simulator.domain.log import hash_events
from simulator.drawing.darkroom import Darkroom
from simulator.journey.infer import infer
from simulator.journey.ports import PictureFile
from simulator.journey.world import fold
from simulator.population.luck import draw_uniform
from simulator.retention.totals import band
from simulator.store.database import open_database
from simulator.store.record import record
from simulator.store.runs import begin_run
from simulator.vision.analyzer import OnnxAnalyzer

SCENARIO = load_scenario("accidental-allow")
PERSON = SCENARIO.live()
PHOTOS = SCENARIO.roll(PERSON).photos

pytestmark = pytest.mark.benchmark(group="a story")


@pytest.fixture(scope="module")
def darkroom() -> Darkroom:
    """A darkroom in which every face was drawn once."""
    made = Darkroom(PERSON.cast, PERSON.pets, SCENARIO.starts)
    for photo in PHOTOS:
        made.develop(photo)
    return made


def test_luck_of_a_million_people(benchmark: BenchmarkFixture) -> None:
    people = np.arange(1_000_000, dtype=np.uint64)
    benchmark(draw_uniform, 7, "bench", people)


def test_a_life_and_its_camera_roll(benchmark: BenchmarkFixture) -> None:
    benchmark(lambda: SCENARIO.roll(SCENARIO.live()))


def test_draw_and_encode_a_photo(benchmark: BenchmarkFixture, darkroom: Darkroom) -> None:
    photos = cycle(PHOTOS)
    benchmark.pedantic(lambda: darkroom.develop(next(photos)), rounds=len(PHOTOS))


def test_analyse_a_photo(benchmark: BenchmarkFixture, darkroom: Darkroom) -> None:
    files = cycle([darkroom.develop(photo) for photo in PHOTOS])
    analyzer = OnnxAnalyzer()
    analyzer.load()
    benchmark.pedantic(
        lambda: analyzer.analyze(PictureFile(name="photo", read=lambda: next(files))), rounds=len(PHOTOS)
    )


def test_conclude_from_all_photos(benchmark: BenchmarkFixture) -> None:
    analyses = fold(perform_truthfully(SCENARIO)).analyses
    benchmark(infer, analyses)


def test_a_whole_story_without_pictures(benchmark: BenchmarkFixture) -> None:
    benchmark(perform_truthfully, SCENARIO)


def test_fold_a_story(benchmark: BenchmarkFixture) -> None:
    events = perform_truthfully(SCENARIO)
    benchmark(fold, events)


def test_hash_a_story(benchmark: BenchmarkFixture) -> None:
    events = perform_truthfully(SCENARIO)
    benchmark(hash_events, events)


def test_read_a_ledger_kindly_and_harshly(benchmark: BenchmarkFixture) -> None:
    ledger = fold(perform_truthfully(SCENARIO)).ledger
    benchmark(band, ledger, 75, SCENARIO.terms)


def test_record_a_story(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    events = perform_truthfully(SCENARIO)
    with open_database(tmp_path / "bench.db") as db:

        def write() -> None:
            run = begin_run(db, story="bench", terms="t", prompt="p", seed=7, started_at="", model=None, versions={})
            for _ in record(db, run, events):
                pass

        benchmark.pedantic(write, rounds=10)


def test_develop_cold(benchmark: BenchmarkFixture) -> None:
    """The first photos of a story, with no face drawn before."""
    photos = PHOTOS[:12]

    def develop() -> None:
        fresh = Darkroom(PERSON.cast, PERSON.pets, SCENARIO.starts)
        for photo in photos:
            fresh.develop(photo)

    benchmark.pedantic(develop, rounds=3)
