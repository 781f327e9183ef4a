"""The analyzer on one CPU core: what is in a picture, whose faces, and what the file says about itself."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from time import perf_counter, thread_time

from simulator.domain.analysis import Analysis, Face
from simulator.journey.ports import PictureFile
from simulator.vision.classifier import Classifier
from simulator.vision.facefinder import cut_out, describe_face, find_faces, is_fine, read_codes
from simulator.vision.laps import LapStage, keep_no_laps
from simulator.vision.network import MODELS, open_network, read_cards
from simulator.vision.picture import Picture, decode_picture
from simulator.vision.scenenet import LEAST_SIDE, look, rank, read_labels, see_pixels

_MOST_LABELS = 5
_HASH_DIGITS = 12


class OnnxAnalyzer:
    """Satisfies `simulator.journey.ports.Analyzer`; the same bytes give the same `Analysis` on the same machine.

    The networks are opened at the first picture, or by `load`, and stay open.

    Args:
        folder: where ``models.toml``, ``labels.txt`` and the networks lie.
        lap: told each stage as it is done, in order.
    """

    def __init__(self, folder: Path = MODELS, lap: Callable[[LapStage], None] = keep_no_laps) -> None:
        self._folder = folder
        self._lap = lap

    @cached_property
    def _networks(self) -> "_Networks":
        return _Networks(self._folder)

    def load(self) -> float:
        """Open the networks unless they are open.

        Returns:
            The milliseconds that it took when it was done, so the same every time.

        Raises:
            AnalyzerError: a model file is missing or is not the recorded one.
        """
        return self._networks.loading_ms

    def analyze(self, picture: PictureFile) -> Analysis:
        networks, lap = self._networks, self._lap
        content = picture.read()
        lap(LapStage.READ)
        decoded = decode_picture(picture.name, content, LEAST_SIDE)
        lap(LapStage.DECODE)
        pixels = see_pixels(decoded.image)
        lap(LapStage.RESIZE)
        answer = look(networks.scene, pixels)
        lap(LapStage.NETWORK)
        faces = networks.read_faces(picture.name, content, decoded)
        lap(LapStage.FACES)
        themes = networks.card.themes
        analysis = Analysis(
            labels=rank(answer.logits, networks.labels, _MOST_LABELS),
            themes=rank(answer.theme_logits, themes, len(themes), networks.card.threshold),
            faces=faces,
            taken_at=decoded.taken_at,
            place=decoded.place,
            model=networks.card.sha256[:_HASH_DIGITS],
        )
        lap(LapStage.POST)
        return analysis


class _Networks:
    """All networks and their names, opened together."""

    def __init__(self, folder: Path) -> None:
        start = perf_counter()
        cards = read_cards(folder)
        self.card = cards["scene"]
        self.labels = read_labels(folder / "labels.txt")
        self.scene = open_network(self.card, folder)
        self._least_face = cards["faces"].threshold
        self._faces = open_network(cards["faces"], folder)
        self._codes = open_network(cards["codes"], folder)
        self.loading_ms = (perf_counter() - start) * 1000

    def read_faces(self, name: str, content: bytes, seen: Picture) -> tuple[Face, ...]:
        """Surest first, each with its code."""
        found = find_faces(self._faces, seen.image, self._least_face)
        if not found:
            return ()
        # A face is found in as few pixels as a scene takes, but not recognised unless it fills many of them.
        enough = seen.sharp or all(is_fine(face) for face in found)
        sharp = seen if enough else decode_picture(name, content)
        scale = sharp.image.width / seen.image.width
        codes = read_codes(self._codes, [cut_out(sharp.image, face, scale) for face in found])
        return tuple(describe_face(face, seen.image.size, code) for face, code in zip(found, codes, strict=True))


class TimedAnalyzer:
    """Analyses like the analyzer inside it, and notes how long each picture took.

    Attributes:
        milliseconds: one entry a picture that was analysed, in order: processor time, so that whoever draws the next
            photos meanwhile does not count; reading its bytes and opening the networks are left out.
    """

    def __init__(self, analyzer: OnnxAnalyzer | Classifier) -> None:
        self._analyzer = analyzer
        self.milliseconds: list[float] = []

    def analyze(self, picture: PictureFile) -> Analysis:
        self._analyzer.load()
        content = picture.read()
        start = thread_time()
        analysis = self._analyzer.analyze(PictureFile(name=picture.name, read=lambda: content))
        self.milliseconds.append((thread_time() - start) * 1000)
        return analysis
