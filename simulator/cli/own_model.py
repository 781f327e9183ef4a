"""The options ``--model``, a classifier of the user's with its card beside it, and ``--write-card``."""

from pathlib import Path

import click

model_option = click.option(
    "--model",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A classifier of yours, ONNX, with a card beside it: docs/benchmark.md shows one.",
)

write_card_option = click.option(
    "--write-card", is_flag=True, help="Write a card for --model to complete, and do nothing else."
)


def write_card_of(model: Path | None) -> None:
    """Write it, and say where it is and what is still to be done."""
    from simulator.api.own_model import write_card

    if model is None:
        raise click.UsageError("--write-card is for a model; name it with --model")
    card = write_card(model)
    click.echo(f"{card} is written. Write the labels, check what it says in its comments, and leave --write-card out.")
