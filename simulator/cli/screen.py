"""`rollcall screen`: the same stories on a screen to look at."""

import shutil
import signal
import sys
import time
from contextlib import closing
from pathlib import Path

import click

from simulator.cli.options import db_option

_file = click.Path(path_type=Path, dir_okay=False)


@click.command("screen")
@click.argument("story", required=False)
@click.option("--record", type=_file, metavar="FILE", help="Write down every key and click, to be replayed.")
@click.option("--replay", type=_file, metavar="FILE", help="Do what was recorded again, at the same times.")
@db_option
def command(story: str | None, *, record: Path | None, replay: Path | None, db: Path | None) -> None:
    """Open the screen, with STORY on it if one is named."""
    from textual.constants import DRIVER

    from simulator.api.ports import Wish
    from simulator.api.stage import RealStage
    from simulator.catalog.shelf import find
    from simulator.domain.errors import ScenarioError
    from simulator.domain.shelf import Shelf
    from simulator.tui.app import RollcallApp
    from simulator.tui.session import Session, SessionRecorder

    if not ((sys.stdin.isatty() and sys.stderr.isatty()) or DRIVER):
        raise ScenarioError("screen", "", "it needs a terminal; `rollcall play` tells the same in lines")
    session = None if replay is None else Session(replay)
    size = shutil.get_terminal_size()
    wish = None
    if story is not None:
        # What is misspelt is said here, where a script hears of it.
        find(Shelf.STORIES, story)
        wish = Wish(story=story)
    elif session is not None:
        wish = session.wish
    if session is not None:
        session.check_size(*size)
    recorder = None if record is None else SessionRecorder(record, wish, size, time.monotonic)
    _end_with_the_terminal()
    with closing(RealStage(db)) as stage:
        app = RollcallApp(stage, wish=wish, recorder=recorder, autoplay=True)
        app.run(auto_pilot=None if session is None else session.replay)
    # The screen ends by itself on a fault of its own, having said which.
    sys.exit(app.return_code or 0)


def _end_with_the_terminal() -> None:
    """Heed a hang-up even when started by something that does not, as `nohup` and some services.

    Without its terminal the screen would read its end over and over, and nobody could leave it.
    """
    if sys.platform != "win32":
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
