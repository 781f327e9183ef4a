"""`rollcall screen`: the same stories on a screen to look at."""

from pathlib import Path

import click

from simulator.cli.options import db_option


@click.command("screen")
@click.argument("story", required=False)
@db_option
def command(story: str | None, *, db: Path | None) -> None:
    """Open the screen, with STORY on it if one is named."""
    from simulator.cli.stage import RealStage
    from simulator.tui.app import RollcallApp
    from simulator.tui.ports import Wish

    RollcallApp(RealStage(db), wish=None if story is None else Wish(story=story)).run()
