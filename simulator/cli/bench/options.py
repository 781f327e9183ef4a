"""The options of `rollcall bench` that measure two installations against one another."""

from collections.abc import Callable
from typing import Any

import click

from simulator.vision.load.between import LEAST_ROUNDS

_ROUNDS = 12


def against_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Put ``--against`` and ``--rounds`` before a command."""
    rounds = click.option(
        "--rounds",
        type=click.IntRange(LEAST_ROUNDS, 1_000),
        default=_ROUNDS,
        show_default=True,
        help="With --against: processes of each of the two.",
    )
    against = click.option(
        "--against",
        metavar="OTHER",
        help="Measure this installation against another, in alternating processes: an interpreter that has it, a "
        "wheel, or a commit of this checkout.",
    )
    return against(rounds(command))
