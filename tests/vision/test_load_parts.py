"""The parts around the scenarios: taking turns, the processor, the samples, the float twin and the stopwatch."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from simulator.domain.errors import AnalyzerError
from simulator.journey.ports import PictureFile
from simulator.vision.analyzer import OnnxAnalyzer
from simulator.vision.laps import LapStage, Stopwatch
from simulator.vision.load.duel import take_turns
from simulator.vision.load.float_twin import make_float_twin
from simulator.vision.load.machine import Processor, explain_int8, read_governor, read_memory, read_processor, tell_int8
from simulator.vision.load.samples import FolderPhotos, Size, read_folder, save_at
from simulator.vision.network import MODELS, open_session
from simulator.vision.own_model import open_model, read_model, require_input


def photo(width: int = 640, height: int = 480) -> bytes:
    """A file with something to see: colours that run from corner to corner."""
    ramp = np.add.outer(np.arange(height), np.arange(width)) % 256
    file = io.BytesIO()
    pixels = np.stack([ramp, ramp[::-1], ramp[:, ::-1]], axis=2).astype(np.uint8)
    Image.fromarray(pixels).save(file, "JPEG")
    return file.getvalue()


class Clock:
    def __init__(self) -> None:
        self.moment = 0.0

    def now(self) -> float:
        return self.moment

    def worked(self) -> float:
        return self.moment

    def sleep_until(self, moment: float) -> None:
        self.wait_until(moment)

    def wait_until(self, moment: float) -> None:
        self.moment = moment


def test_turns_are_taken_in_an_order_that_rotates_and_the_first_round_does_not_count() -> None:
    clock, order = Clock(), list[str]()

    def work(name: str, seconds: float) -> None:
        order.append(name)
        clock.moment += seconds

    timings = take_turns([lambda: work("a", 0.25), lambda: work("b", 0.5)], 3, clock)
    assert timings == [[250.0] * 3, [500.0] * 3]
    assert "".join(order) == "abbaabba"


def test_a_processor_is_known_by_its_instructions(tmp_path: Path) -> None:
    told = tmp_path / "cpuinfo"
    told.write_text("model name\t: Example 9000\nflags\t\t: fpu avx2 avx512_vnni amx_int8\n")
    assert read_processor(told).model == "Example 9000"
    assert read_processor(told).flags == ("avx2", "avx512_vnni", "amx_int8")
    told.write_text("Features\t: fp asimd asimddp\n")
    assert read_processor(told).flags == ("asimddp",)
    elsewhere = read_processor(tmp_path / "gone")
    assert elsewhere.flags is None
    assert elsewhere.cores >= 1
    assert elsewhere.model


def test_who_decides_on_the_speed_is_told_where_the_system_tells_it(tmp_path: Path) -> None:
    governor = tmp_path / "scaling_governor"
    assert read_governor(governor) is None
    governor.write_text("powersave\n")
    assert read_governor(governor) == "powersave"
    memory = read_memory()
    assert memory is None or memory > 2**20


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (("avx2", "amx_int8"), "AMX"),
        (("avx2", "avx_vnni"), "faster than floats"),
        (("asimddp",), "faster than floats"),
        (("avx2",), "No VNNI"),
        ((), "Probe: sums of bytes are right as they are. No VNNI"),
        (None, "does not tell"),
    ],
)
def test_what_the_instructions_mean_is_said(flags: tuple[str, ...] | None, said: str) -> None:
    assert said in tell_int8(Processor(model="any", cores=1, flags=flags), exact=True)


@pytest.mark.parametrize("flags", [("avx2", "avx512_vnni", "amx_int8"), ("avx2",), None])
def test_where_sums_overflow_that_is_said_whatever_the_instructions(flags: tuple[str, ...] | None) -> None:
    told = tell_int8(Processor(model="any", cores=1, flags=flags), exact=False)
    assert told.startswith("Probe: sums of bytes overflow here")
    assert "int8 gains little over floats" in told


@pytest.mark.parametrize(
    ("exact", "share", "said"),
    [
        (False, 1.0, "the probe got wrong sums"),
        (True, 0.5, "50% of the processor"),
        (True, 1.0, "nothing else ran"),
    ],
)
def test_that_int8_does_not_win_where_it_should_has_a_reason_and_a_cure(
    *, exact: bool, share: float, said: str
) -> None:
    why = explain_int8(Processor(model="any", cores=1, flags=("avx_vnni",)), exact=exact, gain=1.1, share=share)
    assert why is not None
    assert said in why
    assert "again" in why or "another version" in why


@pytest.mark.parametrize(("flags", "gain"), [(("avx_vnni",), 2.0), (("avx2",), 1.0), (None, 1.0)])
def test_where_int8_wins_or_nobody_expects_it_to_nothing_is_explained(
    flags: tuple[str, ...] | None, gain: float
) -> None:
    assert explain_int8(Processor(model="any", cores=1, flags=flags), exact=True, gain=gain, share=1.0) is None


@pytest.mark.parametrize(("size", "sides"), [(Size.PROXY, (682, 512)), (Size.ONE_MP, (1152, 864))])
def test_a_sample_is_as_large_as_it_is_called_and_keeps_its_way_up(size: Size, sides: tuple[int, int]) -> None:
    for whole, expected in ((photo(), sides), (photo(480, 640), sides[::-1])):
        with Image.open(io.BytesIO(save_at(whole, size))) as image:
            assert image.size == expected


def test_only_the_progressive_sample_is_progressive() -> None:
    for size in (Size.TWELVE_MP, Size.PROGRESSIVE):
        with Image.open(io.BytesIO(save_at(photo(), size))) as image:
            assert image.size == (4000, 3000)
            assert image.info.get("progressive", 0) == (size is Size.PROGRESSIVE)


def test_a_folder_gives_its_first_pictures_by_name_and_nothing_else(tmp_path: Path) -> None:
    for name in ("c.JPG", "a.jpeg", "b.png", "notes.txt"):
        (tmp_path / name).write_bytes(photo(len(name) * 8, 32))
    assert read_folder(tmp_path, 2) == FolderPhotos(photos=[photo(48, 32), photo(40, 32)], refused=[])


def test_a_bad_file_of_a_folder_is_named_once_and_the_next_one_stands_in_for_it(tmp_path: Path) -> None:
    for name in ("a.jpg", "c.jpg", "e.jpg"):
        (tmp_path / name).write_bytes(photo())
    (tmp_path / "b.png").write_text("hi")
    (tmp_path / "d.heic").symlink_to(tmp_path / "d.heic")
    found = read_folder(tmp_path, 3)
    assert found.photos == [photo()] * 3
    assert [line.split(": ")[0] for line in found.refused] == [str(tmp_path / name) for name in ("b.png", "d.heic")]


def test_a_folder_of_bad_files_only_is_refused_by_the_first(tmp_path: Path) -> None:
    (tmp_path / "b.png").write_text("hi")
    with pytest.raises(AnalyzerError, match=r"b\.png: is not a JPEG, PNG, .* or HEIC, whatever its name says"):
        read_folder(tmp_path, 2)


def test_every_stage_of_a_photo_is_timed_once_in_its_order() -> None:
    watch = Stopwatch()
    analyzer = OnnxAnalyzer(lap=watch.lap)
    content = photo()
    for _ in range(2):
        watch.start()
        analysis = analyzer.analyze(PictureFile(name="photo", read=lambda: content))
    assert analysis == OnnxAnalyzer().analyze(PictureFile(name="photo", read=lambda: content))
    assert list(watch.milliseconds) == [stage for stage in LapStage if stage is not LapStage.STORE]
    assert all(len(laps) == 2 and min(laps) >= 0 for laps in watch.milliseconds.values())


def test_the_float_twin_does_the_work_of_the_shipped_network_in_floats() -> None:
    pytest.importorskip("onnx")
    model = (MODELS / "scene.onnx").read_bytes()
    twin, shipped = open_session(make_float_twin(model)), open_session(model)
    assert require_input(Path("twin"), twin, "tensor(float)", (3, 224, 224)) == "pixels"
    with Image.open(io.BytesIO(photo(224, 224))) as image:
        pixels = np.asarray(image)[None]
    floats = np.ascontiguousarray(((pixels.astype(np.float32) - 127) / 128).transpose(0, 3, 1, 2))
    (whole,), (rounded,) = (
        session.run(["embedding"], {"pixels": given}) for session, given in ((twin, floats), (shipped, pixels))
    )
    cosine = float((whole * rounded).sum() / np.linalg.norm(whole) / np.linalg.norm(rounded))
    assert 0.98 < cosine < 0.999999


def with_unsigned_weights(model: bytes) -> bytes:
    """The same sums, in products of two unsigned bytes, which overflow on no processor."""
    onnx = pytest.importorskip("onnx")
    written = onnx.load_from_string(model)
    of_bytes = [node for node in written.graph.node if node.op_type in {"QLinearConv", "QGemm"}]
    signed = {name for node in of_bytes for name in (node.input[3], node.input[5])}
    for weights in written.graph.initializer:
        if weights.name in signed:
            unsigned = (onnx.numpy_helper.to_array(weights).astype(np.int16) + 128).astype(np.uint8)
            weights.CopyFrom(onnx.numpy_helper.from_array(unsigned, weights.name))
    return bytes(written.SerializeToString())


@pytest.mark.parametrize(("name", "side"), [("scene.onnx", 224), ("codes.onnx", 112)])
def test_no_product_of_bytes_overflows_on_a_processor_without_vnni(name: str, side: int) -> None:
    model = (MODELS / name).read_bytes()
    with Image.open(io.BytesIO(photo(side, side))) as image:
        pixels = np.asarray(image)[None]
    as_shipped, exact = (
        open_session(each).run(None, {"pixels": pixels}) for each in (model, with_unsigned_weights(model))
    )
    for found, wanted in zip(as_shipped, exact, strict=True):
        np.testing.assert_allclose(found, wanted, rtol=1e-3, atol=1e-3 * float(np.abs(wanted).max()))


def test_a_model_with_another_input_is_refused() -> None:
    session = open_model(read_model(MODELS / "scene.onnx"))
    with pytest.raises(AnalyzerError, match=r"scene\.onnx: input 'pixels' is tensor\(uint8\) of .*, expected tensor"):
        require_input(Path("scene.onnx"), session, "tensor(float)", (3, 224, 224))
