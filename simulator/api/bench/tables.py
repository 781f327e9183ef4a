"""What a run tells beside its scenarios: stages, ratios, sizes, and the first photo of a fresh process."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import cycle, islice
from statistics import median
from time import perf_counter, thread_time
from typing import Any

import numpy as np

from simulator.api.bench.shelve import Shelver
from simulator.api.bench.subject import Subject, open_analyzer
from simulator.journey.ports import PictureFile
from simulator.vision.laps import LapStage, Stopwatch
from simulator.vision.load.duel import take_turns
from simulator.vision.load.effect import compare
from simulator.vision.load.float_twin import MissingOnnxError, make_float_twin
from simulator.vision.load.machine import explain_int8, read_processor
from simulator.vision.load.pairs import RatioPair
from simulator.vision.load.samples import Size, save_at
from simulator.vision.network import MODELS, ModelCard, open_network, open_session, read_cards, sums_are_right
from simulator.vision.picture import decode_picture
from simulator.vision.scenenet import LEAST_SIDE, Pixels, look, rank, read_labels, see_pixels

_STAGED = 64
_BATCHES = {RatioPair.FLOATS_BY_ONE: (1, 64), RatioPair.FLOATS_BY_EIGHT: (8, 12)}  # photos at a time, and rounds
_SIZE_ROUNDS = {Size.PROXY: 64, Size.ONE_MP: 64, Size.TWELVE_MP: 24, Size.PROGRESSIVE: 16}
_WORKER_ROUNDS = 8
_OPENINGS = 9
_COLD_ROUNDS = 5
_LABELS = 5
_IMPORTS = "import numpy, onnxruntime, PIL.Image, PIL.JpegImagePlugin"

Record = dict[str, Any]


def measure_stages(subject: Subject) -> Record:
    """The median of each stage, of photos that are read from disk, looked at and recorded, one by one."""
    watch = Stopwatch()
    analyzer = open_analyzer(subject.order.model, watch.lap)
    analyzer.load()
    faces = 0
    with Shelver(subject.folder / "stages.db") as shelver:
        analyzer.analyze(subject.files[0])
        watch.milliseconds.clear()
        for file in islice(cycle(subject.files), _STAGED):
            watch.start()
            analysis = analyzer.analyze(file)
            shelver.keep(analysis)
            watch.lap(LapStage.STORE)
            faces += len(analysis.faces)
    return {
        "kind": "stages",
        "photos": _STAGED,
        "faces_a_photo": faces / _STAGED,
        "stages": {
            stage: {"median_ms": median(laps), "mean_ms": sum(laps) / _STAGED}
            for stage, laps in watch.milliseconds.items()
        },
    }


def _ratio(subject: Subject, pair: RatioPair, slow: list[float], fast: list[float], **more: Any) -> Record:
    effect = compare(fast, slow, subject.order.seed, paired=True)
    return {
        "kind": "ratio",
        "name": pair,
        "ratio": effect.ratio,
        "low": effect.low,
        "high": effect.high,
        "rounds": len(slow),
        "first_ms": median(slow),
        "second_ms": median(fast),
        **more,
    }


def measure_ratios(subject: Subject) -> Iterator[Record]:
    """Floats against int8, two workers against one, and what opening a network costs; each pair in turn."""
    card = read_cards()["scene"]
    yield {"kind": "opening", "ms": [_open_cold(card) for _ in range(_OPENINGS)]}
    scene = open_network(card)
    pixels = np.concatenate([_see(file.read()) for file in subject.files])
    try:
        floats = subject.floats or _open_twin()
    except MissingOnnxError as lack:
        yield {"kind": "note", "text": str(lack)}
    else:
        yield from _weigh_floats(subject, floats, scene, pixels)
    yield _measure_workers(subject)


def _weigh_floats(subject: Subject, floats: Any, scene: Any, pixels: Pixels) -> Iterator[Record]:
    """Floats to int8; and where int8 should win by far and does not, why."""
    wall, work, gains = subject.clock.now(), thread_time(), []
    for pair, (batch, rounds) in _BATCHES.items():
        bytes_in = np.resize(pixels, (batch, *pixels.shape[1:]))
        floats_in = np.ascontiguousarray(((bytes_in.astype(np.float32) - 127) / 128).transpose(0, 3, 1, 2))
        things = [
            partial(floats.run, None, {floats.get_inputs()[0].name: floats_in}),
            partial(scene.run, None, {"pixels": bytes_in}),
        ]
        slow, fast = take_turns(things, rounds, subject.clock)
        ratio = _ratio(subject, pair, slow, fast)
        gains.append(ratio["high"])
        yield ratio
    share = (thread_time() - work) / (subject.clock.now() - wall)
    why = explain_int8(read_processor(), exact=sums_are_right(), gain=min(gains), share=share)
    if why is not None:
        yield {"kind": "why", "text": why}


def _see(content: bytes) -> Pixels:
    return see_pixels(decode_picture("sample", content, LEAST_SIDE).image)


def _open_twin() -> Any:
    return open_session(make_float_twin((MODELS / read_cards()["scene"].file).read_bytes()))


def _measure_workers(subject: Subject) -> Record:
    samples = list(islice(cycle(range(len(subject.files))), 8))
    with ThreadPoolExecutor(2) as crew:
        things: list[Callable[[], object]] = [
            lambda: list(map(subject.is_right, samples)),
            lambda: list(crew.map(subject.is_right, samples)),
        ]
        one, two = take_turns(things, _WORKER_ROUNDS, subject.clock)
    return _ratio(subject, RatioPair.WORKERS, one, two)


def _open_cold(card: ModelCard) -> float:
    start = perf_counter()
    open_network(card)
    return (perf_counter() - start) * 1000


def measure_sizes(subject: Subject) -> Iterator[Record]:
    """By size of file: the whole way without faces and store against the bare network, all in turn."""
    card = read_cards()["scene"]
    scene, labels = open_network(card), read_labels(MODELS / "labels.txt")

    def see(content: bytes) -> None:
        answer = look(scene, _see(content))
        rank(answer.logits, labels, _LABELS)
        rank(answer.theme_logits, card.themes, len(card.themes), card.threshold)

    for size, rounds in _SIZE_ROUNDS.items():
        content = save_at(subject.photos[0], size)
        pixels = _see(content)
        whole = PictureFile(name="sample", read=lambda content=content: content)  # type: ignore[misc]
        things: list[Callable[[], object]] = [
            partial(look, scene, pixels),
            partial(see, content),
            partial(subject.analyzer.analyze, whole),
        ]
        bare, seen, analysed = take_turns(things, rounds, subject.clock)
        faces = len(subject.analyzer.analyze(whole).faces)
        yield _ratio(subject, RatioPair.WHOLE_WAY, seen, bare, size=size, kilobytes=len(content) / 1000) | {
            "kind": "size",
            "with_faces_ms": median(analysed),
            "faces": faces,
        }


def measure_cold(subject: Subject) -> Record:
    """A fresh process to its first labelled photo, against one that only imports the libraries."""
    path = subject.folder / "sample-00.jpg"
    commands = [[sys.executable, "-m", "simulator", "analyze", str(path)], [sys.executable, "-c", _IMPORTS]]
    things = [partial(subprocess.run, command, check=True, capture_output=True) for command in commands]
    first, imports = take_turns(things, _COLD_ROUNDS, subject.clock)
    return _ratio(subject, RatioPair.FRESH_PROCESS, first, imports)
