"""The option ``--model``: a classifier of the user's with its card beside it."""

from pathlib import Path

import click

model_option = click.option(
    "--model",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A classifier of yours, ONNX, with a card beside it: docs/benchmark.md shows one.",
)
