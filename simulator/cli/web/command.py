"""`rollcall serve`: the screen in a browser, for machines on which nothing shall be installed."""

import secrets
import shlex
import sys
from hmac import compare_digest
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from simulator.cli.options import db_option
from simulator.domain.errors import RollcallError, ScenarioError

if TYPE_CHECKING:
    from aiohttp.web import Application, Request, StreamResponse, WebSocketResponse
    from textual_serve.server import Server

_COOKIE = "rollcall"
_PAGE = Path(__file__).parent  # with `app_index.html`, which loads nothing from elsewhere


@click.command("serve")
@click.argument("story", required=False)
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Where it listens.")
@click.option("--host", default="localhost", show_default=True, help="The address it listens on; see above.")
@click.option("--most", type=click.IntRange(1), default=8, show_default=True, help="How many screens at a time.")
@db_option
def command(story: str | None, *, port: int, host: str, most: int, db: Path | None) -> None:
    """Show the screen, with STORY on it if one is named, in browsers.

    Everybody who opens the page gets a screen of their own; all of them run on this machine, as you, and record into
    the same database. So only this machine can open it unless --host says otherwise, only so many screens run at a
    time, and the address has a token in it, which no other page knows.

    Needs the extra: pip install 'camera-rollcall[serve]'
    """
    try:
        server = _make_server(story, host, port, most, db)
    except ImportError as error:
        raise ScenarioError("serve", "", "it needs an extra: pip install 'camera-rollcall[serve]'") from error
    try:
        server.serve()
    except OSError as error:
        why = error.strerror or str(error)
        raise RollcallError(f"serve: port {port} of {host}: {why}; choose another with --port") from error


def _make_server(story: str | None, host: str, port: int, most: int, db: Path | None) -> "Server":
    import logging

    from aiohttp.web import HTTPForbidden, HTTPServiceUnavailable
    from textual_serve.server import Server

    token = secrets.token_urlsafe(12)

    class Guarded(Server):
        """Says where it is, and then only what goes wrong; shows so many screens, to those who know the token."""

        _open = 0

        async def handle_index(self, request: "Request") -> "StreamResponse":
            if not _same(request.query.get("token", request.cookies.get(_COOKIE, "")), token):
                raise HTTPForbidden(text="Open the whole address that `rollcall serve` tells, with its token.")
            self._require_room()
            page: StreamResponse = await super().handle_index(request)
            page.set_cookie(_COOKIE, token, httponly=True, samesite="Strict")
            return page

        async def handle_websocket(self, request: "Request") -> "WebSocketResponse":
            # Browsers let any page talk to any socket, and say only which page it is.
            own = urlsplit(request.headers.get("Origin", "")).netloc == request.host
            if not own or not _same(request.cookies.get(_COOKIE, ""), token):
                raise HTTPForbidden(text="Another page asked for this screen.")
            self._require_room()
            self._open += 1
            try:
                return await super().handle_websocket(request)
            finally:
                self._open -= 1

        def _require_room(self) -> None:
            # Said for the page, too: of a socket that was refused a browser shows no word.
            if self._open >= most:
                raise HTTPServiceUnavailable(text="As many screens are open as may be; --most allows more.")

        def initialize_logging(self) -> None:
            logging.basicConfig(level="WARNING", format="rollcall serve: %(message)s")

        async def on_startup(self, app: "Application") -> None:  # noqa: ARG002  (as the base has it)
            click.echo(f"Rollcall is at {self.public_url}/?token={token}  (Ctrl-C ends it)")

    screen = [sys.executable, "-m", "simulator", "screen", *([story] if story else [])]
    screen += ["--db", str(db.absolute())] if db else []
    return Guarded(shlex.join(screen), host=host, port=port, title="Rollcall", templates_path=_PAGE)


def _same(said: str, token: str) -> bool:
    """Compared as bytes, since what is said may be anything, and in the same time whatever it is."""
    return compare_digest(said.encode("utf-8", "surrogateescape"), token.encode())
