"""The screen in a browser: `rollcall serve`, spoken to as the page speaks to it."""

import asyncio
import csv
import io
import os
import re
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pyte
import pytest
from click.testing import CliRunner

from simulator.cli.web.command import command

_PATIENCE = 100.0  # seconds until a test gives up; nothing is asserted about how long something took


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def served(db: Path) -> AsyncIterator[str]:
    """The address of a server, which has to end by itself once it is interrupted."""
    port = free_port()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "simulator", "serve", "--port", str(port), "--most", "1", "--db", str(db)),
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert process.stdout is not None
    try:
        line = (await process.stdout.readline()).decode()
        told = re.fullmatch(rf"Rollcall is at (http://localhost:{port}/\?token=\S+)  \(Ctrl-C ends it\)\n", line)
        assert told is not None, line
        yield told[1]
        process.send_signal(signal.SIGINT)
        rest, _ = await process.communicate()
        assert (process.returncode, rest) == (0, b"")
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def ask_for(session: aiohttp.ClientSession, address: str) -> str:
    """The page, once the server listens."""
    while True:
        try:
            async with session.get(address) as response:
                return await response.text()
        except aiohttp.ClientConnectorError:
            await asyncio.sleep(0.05)


class Browser:
    """A page with a terminal in it."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self.screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self.screen)
        self.told: list[list[object]] = []

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display)

    async def press(self, keys: str) -> None:
        await self._socket.send_json(["stdin", keys])

    async def wait_for(self, seen: str) -> None:
        try:
            async with asyncio.timeout(_PATIENCE):
                while seen not in self.text:
                    await self._hear()
        except TimeoutError:
            pytest.fail(f"waited in vain for {seen!r}; the screen was:\n{self.text}")

    async def wait_for_message(self, kind: str) -> object:
        while not any(message[0] == kind for message in self.told):
            await self._hear()
        return next(message[1] for message in self.told if message[0] == kind)

    async def _hear(self) -> None:
        message = await self._socket.receive()
        assert message.type in {aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT}, self.text
        if message.type is aiohttp.WSMsgType.BINARY:
            self._stream.feed(message.data)
        else:
            self.told.append(message.json())


async def test_what_a_browser_shows_can_be_downloaded_there_and_is_shown_to_no_other_page(tmp_path: Path) -> None:
    async with served(tmp_path / "runs.db") as whole, aiohttp.ClientSession() as session:
        address = whole.partition("/?")[0]
        screen, own = f"{address}/ws?width=80&height=24", {"Origin": address}
        assert "with its token" in await ask_for(session, address)
        with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
            await session.ws_connect(screen, headers=own)

        page = await ask_for(session, whole)
        # A classroom may have no network, and knows this machine by another name than it calls itself.
        assert "//" not in re.sub(r"// .*", "", page)
        for part in re.findall(r'(?:src|href)="([^"]+)"', page):
            async with session.get(f"{address}/{part}") as response:
                assert response.status == 200, part
        for stranger in ({}, {"Origin": "https://elsewhere.example"}):
            with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
                await session.ws_connect(screen, headers=stranger)

        async with session.ws_connect(screen, headers=own, max_msg_size=0) as socket:
            with pytest.raises(aiohttp.WSServerHandshakeError, match="503"):
                await session.ws_connect(screen, headers=own)
            browser = Browser(socket)
            await browser.wait_for("Recent runs")
            await browser.press("6")
            await browser.wait_for("a parent with a phone")
            await browser.press("e")
            await browser.wait_for("CSV")
            await browser.press("\r")
            key = await browser.wait_for_message("deliver_file_start")
            async with session.get(f"{address}/download/{key}") as response:
                rows = list(csv.reader(io.StringIO(await response.text())))
            assert "Regina" in {cell for row in rows for cell in row}


def test_a_port_that_is_taken_is_one_line() -> None:
    with socket.socket() as taken:
        taken.bind(("localhost", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = CliRunner().invoke(command, ["--port", str(port)])
    assert re.fullmatch(rf"serve: port {port} of localhost: .*; choose another with --port", str(result.exception))


def test_without_the_extra_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    result = CliRunner().invoke(command, [])
    assert "pip install 'camera-rollcall[serve]'" in str(result.exception)
