"""From upstream weights and drawn photos to the shipped networks.

    read the weights, check their SHA-256           weights
    rewrite BlazeFace to do the same in less time   blazeface
    lay out the layers, batch normalisation folded  layers, floats
    draw photos to calibrate and to train on        samples, renders, shifts
    watch the ranges of all layers                  calibrate
    round to 8 bits, keeping the sums of filters    quantise, integers
    take the mean error out of projections          correct
    train the heads on what the bytes see           heads
    measure on other photos and people              measure

The same machine builds the same bytes every time: one thread, seeded photos, short coefficients.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

import click
import numpy as np
from onnx import helper

from simulator.vision.build.blazeface import quicken
from simulator.vision.build.calibrate import calibrate
from simulator.vision.build.cards import write_cards
from simulator.vision.build.correct import correct_biases
from simulator.vision.build.exact import exact_model
from simulator.vision.build.heads import collect, scale_faces, train_faces, train_themes
from simulator.vision.build.integers import LinearHead, code_model, scene_model
from simulator.vision.build.layers import NetworkPlan, plan_lite0
from simulator.vision.build.measure import (
    crop_photos,
    measure_codes,
    measure_finding,
    measure_left_out,
    measure_rounding,
    measure_themes,
)
from simulator.vision.build.quantise import Rounded, quantise
from simulator.vision.build.renders import THEMES, Crop, Render, render_all
from simulator.vision.build.weights import BLAZEFACE_SHA256, check_file, read_weights
from simulator.vision.network import MODELS, open_session
from simulator.vision.picture import read_picture_file

_THEME_THRESHOLD = 0.6
_FACE_THRESHOLD = 0.7
_TRAINING_SEED, _HELD_OUT_SEED = 1, 2
_TRAINING_PEOPLE, _HELD_OUT_PEOPLE = 200, 60
_CALIBRATION_STRIDE = 10
_LEAST_CROP = 0.5  # surer faces are aligned well enough to learn from


class _Progress:
    def __init__(self) -> None:
        self._start = perf_counter()

    def say(self, line: str) -> None:
        click.echo(f"{perf_counter() - self._start:6.1f} s  {line}")


def build(weights: Path, faces: Path, out: Path, *, photos: Path | None, exact: Path | None, per_theme: int) -> None:
    """Write the networks, their cards and the labels to ``out``, and say what was measured.

    The float network, which is not shipped, goes to ``exact``, if given; it changes no other byte.

    Raises:
        AnalyzerError: an upstream file is missing or is not the published one.
    """
    from threadpoolctl import threadpool_limits

    with threadpool_limits(1):
        _build(weights, faces, out, photos=photos, exact=exact, per_theme=per_theme)


def _build(weights: Path, faces: Path, out: Path, *, photos: Path | None, exact: Path | None, per_theme: int) -> None:
    progress = _Progress()
    published = read_picture_file(faces)
    check_file(faces, published, BLAZEFACE_SHA256)
    blazeface = quicken(published)
    plan = plan_lite0(read_weights(weights))
    progress.say(f"read {len(plan.convolutions)} convolutions")
    finder = open_session(blazeface)
    training = list(render_all(_TRAINING_SEED, _TRAINING_PEOPLE, per_theme, finder))
    progress.say(f"drew {len(training)} photos to train on")
    held_out = list(render_all(_HELD_OUT_SEED, _HELD_OUT_PEOPLE, max(1, per_theme // 4), finder))
    progress.say(f"drew {len(held_out)} photos of other people to measure on")
    rounded = _round(plan, training, progress)
    themes, codes = _train(rounded, training, held_out, progress)
    if exact is not None:
        exact.write_bytes(exact_model(plan, themes).SerializeToString(deterministic=True))
    networks = _write(rounded, themes, codes, blazeface)
    out.mkdir(parents=True, exist_ok=True)
    for name, content in networks.items():
        (out / f"{name}.onnx").write_bytes(content)
    (out / "labels.txt").write_bytes((MODELS / "labels.txt").read_bytes())
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in networks.items()}
    cards = write_cards(hashes, [str(theme) for theme in THEMES], _THEME_THRESHOLD, _FACE_THRESHOLD)
    (out / "models.toml").write_text(cards, encoding="utf-8")
    progress.say(f"wrote {len(networks['scene'])} bytes, SHA-256 {hashes['scene']}")
    sessions = {name: open_session(content) for name, content in networks.items()}
    _measure(plan, sessions, held_out, photos, progress)


def _write(rounded: Rounded, themes: LinearHead, codes: LinearHead, blazeface: bytes) -> dict[str, bytes]:
    """The bytes of all three networks, by name."""
    others = {"faces": blazeface, "codes": code_model(rounded, codes).SerializeToString(deterministic=True)}
    scene = scene_model(rounded, themes)
    # An analysis is kept with the hash of the scene network alone, which this makes one of all three.
    helper.set_model_props(scene, {name: hashlib.sha256(content).hexdigest() for name, content in others.items()})
    return {"scene": scene.SerializeToString(deterministic=True), **others}


def _round(plan: NetworkPlan, training: Sequence[Render], progress: _Progress) -> Rounded:
    some = training[::_CALIBRATION_STRIDE]
    pixels = np.concatenate([picture for render in some for picture in (render.pixels, render.shifted)])
    calibration = calibrate(plan, pixels)
    progress.say(f"watched the ranges over {len(pixels)} pictures")
    rounded = correct_biases(quantise(plan, calibration), calibration, pixels)
    progress.say("rounded to 8 bits and corrected the biases")
    return rounded


def _train(
    rounded: Rounded, training: Sequence[Render], held_out: Sequence[Render], progress: _Progress
) -> tuple[LinearHead, LinearHead]:
    """The heads for themes and for faces."""
    bare = open_session(scene_model(rounded).SerializeToString())
    clean = collect(bare, "embedding", [render.pixels for render in training])
    shifted = collect(bare, "embedding", [render.shifted for render in training])
    themes = np.array([render.theme for render in training])
    head = train_themes(np.concatenate([clean, shifted]), np.concatenate([themes, themes]))
    progress.say("trained the head for themes")
    for line in measure_left_out(training, clean, _THEME_THRESHOLD):
        progress.say(line)
    crops, others = _crops(training), _crops(held_out)
    fields = open_session(code_model(rounded).SerializeToString())
    codes = train_faces(collect(fields, "face_grid", [crop.pixels for crop in crops]), [crop.who for crop in crops])
    grids = collect(fields, "face_grid", [crop.pixels for crop in others])
    codes = scale_faces(codes, grids, [crop.who for crop in others])
    progress.say(f"trained the head for faces on {len(crops)} of {len({crop.who for crop in crops})} people")
    return head, codes


def _crops(renders: Sequence[Render]) -> list[Crop]:
    return [crop for render in renders for crop in render.crops if crop.score >= _LEAST_CROP]


def _measure(
    plan: NetworkPlan, sessions: dict[str, Any], held_out: Sequence[Render], photos: Path | None, progress: _Progress
) -> None:
    scene = sessions["scene"]
    themes = np.array([render.theme for render in held_out])
    pixels = {
        "clean": np.concatenate([render.pixels for render in held_out]),
        "shifted": np.concatenate([render.shifted for render in held_out]),
    }
    crops = [crop for crop in _crops(held_out) if crop.score >= _FACE_THRESHOLD]
    lines = [
        *measure_themes(collect(scene, "theme_logits", [pixels["clean"]]), themes, _THEME_THRESHOLD, "clean"),
        *measure_themes(collect(scene, "theme_logits", [pixels["shifted"]]), themes, _THEME_THRESHOLD, "shifted"),
        *measure_finding(held_out, _FACE_THRESHOLD),
        *measure_codes(
            collect(sessions["codes"], "face_code", [crop.pixels for crop in crops]), [crop.who for crop in crops]
        ),
        *measure_rounding(plan, scene, pixels["clean"], "drawn photos"),
    ]
    if photos is not None:
        lines += measure_rounding(plan, scene, crop_photos(photos), "crops of photographs")
    for line in lines:
        progress.say(line)
