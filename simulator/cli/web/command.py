"""`rollcall serve`: the screen in a browser, for machines on which nothing shall be installed."""

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from simulator.cli.options import db_option
from simulator.domain.errors import RollcallError, ScenarioError

if TYPE_CHECKING:
    from aiohttp.web import Application, Request, WebSocketResponse
    from textual_serve.server import Server

_PAGE = Path(__file__).parent  # with `app_index.html`, which loads nothing from elsewhere


@click.command("serve")
@click.argument("story", required=False)
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Where it listens.")
@click.option("--host", default="localhost", show_default=True, help="The address it listens on; see above.")
@db_option
def command(story: str | None, *, port: int, host: str, db: Path | None) -> None:
    """Show the screen, with STORY on it if one is named, in browsers.

    Everybody who opens the page gets a screen of their own; all of them run on this machine, as you, and record into
    the same database. So only this machine can open it unless --host says otherwise.

    Needs the extra: pip install 'rollcall[serve]'
    """
    try:
        server = _make_server(story, host, port, db)
    except ImportError as error:
        raise ScenarioError("serve", "", "it needs an extra: pip install 'rollcall[serve]'") from error
    try:
        server.serve()
    except OSError as error:
        why = error.strerror or str(error)
        raise RollcallError(f"serve: port {port} of {host}: {why}; choose another with --port") from error


def _make_server(story: str | None, host: str, port: int, db: Path | None) -> "Server":
    import logging

    from aiohttp.web import HTTPForbidden
    from textual_serve.server import Server

    class Guarded(Server):
        """Says where it is, and then only what goes wrong; shows its screen to no page but its own."""

        async def handle_websocket(self, request: "Request") -> "WebSocketResponse":
            # Browsers let any page talk to any socket, and say only which page it is.
            if urlsplit(request.headers.get("Origin", "")).netloc != request.host:
                raise HTTPForbidden(text="Another page asked for this screen.")
            return await super().handle_websocket(request)

        def initialize_logging(self) -> None:
            logging.basicConfig(level="WARNING", format="rollcall serve: %(message)s")

        async def on_startup(self, app: "Application") -> None:  # noqa: ARG002  (as the base has it)
            click.echo(f"Rollcall is at {self.public_url}  (Ctrl-C ends it)")

    screen = [sys.executable, "-m", "simulator", "screen", *([story] if story else [])]
    screen += ["--db", str(db.absolute())] if db else []
    return Guarded(shlex.join(screen), host=host, port=port, title="Rollcall", templates_path=_PAGE)
