"""Start the dashboard for oneself: a free port, a launch token, a link."""

import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from types import FrameType
from typing import Final

from graph.engine.connect import open_store
from graph.errors import GutgraphError, SettingsError
from graph.settings import Settings
from web.opening import opened
from web.rights import TOKEN

ADDRESS: Final = "127.0.0.1"
DASHBOARD: Final = Path(__file__).resolve().parents[1] / "dashboard.py"

_SAFE_TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{16,}")
_PORTS: Final = 65_535
_START_SECONDS: Final = 60.0
_STOP_SECONDS: Final = 10.0
# Said again on the command line, where no configuration file of the folder we are in can undo it.
_OPTIONS: Final[Mapping[str, str]] = {
    "browser.gatherUsageStats": "false",
    "client.showErrorDetails": "none",
    "client.toolbarMode": "minimal",
    "logger.level": "warning",
    "server.address": ADDRESS,
    "server.enableCORS": "true",
    "server.enableXsrfProtection": "true",
    "server.fileWatcherType": "none",
    "server.headless": "true",
}


def serve(settings: Settings, port: int, open_browser: bool, up: Callable[[str], None]) -> None:
    """Run the dashboard until it is stopped (Ctrl+C).

    Args:
        settings: Of the graph to show.
        port: Port on 127.0.0.1; 0 takes any free one.
        open_browser: Open the link in the user's browser.
        up: Told the link, which lets its holder in, once the dashboard answers.

    Raises:
        SettingsError: The port is no port, or GUTGRAPH_TOKEN can be guessed.
        GutgraphError: The port is in use, or the dashboard did not start.
        StoreError: The graph does not answer; nothing was started then.

    """
    port, token = free_port(port), launch_token(os.environ)
    # Asked before anything starts: another's folder or a newer version is said here, not in a page.
    open_store(settings, "reader").close()
    with _dashboard(settings, port, token) as process:
        _wait_until_up(process, port)
        link = f"http://{ADDRESS}:{port}/?token={token}"
        up(link)
        with opened(link, settings.data) if open_browser else nullcontext():
            process.wait()


def free_port(port: int) -> int:
    """Make sure that a port is free, before anything starts; 0 finds one.

    Raises:
        SettingsError: The number is no port.
        GutgraphError: Another program has it, or this user may not take it.

    """
    if not 0 <= port <= _PORTS:
        raise SettingsError(f"Port {port} is not between 0 and {_PORTS}; take --port 8501")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except PermissionError as error:
            raise GutgraphError(
                f"Port {port} may not be taken by this user; take one above 1023: --port 8501"
            ) from error
        except OSError as error:
            raise GutgraphError(
                f"Port {port} is in use by another program; stop it, or take another port: "
                f"--port {free_port(0)}"
            ) from error
        taken: int = probe.getsockname()[1]
        return taken


def launch_token(environment: Mapping[str, str]) -> str:
    """Take the launch token that was chosen, else make one.

    Raises:
        SettingsError: It can be guessed, or stands in no address as it is; it is not shown.

    """
    chosen = environment.get(TOKEN, "")
    if chosen and not _SAFE_TOKEN.fullmatch(chosen):
        raise SettingsError(
            f"{TOKEN} is not at least 16 letters, digits, - and _; make one with: "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(32))'"
        )
    return chosen or secrets.token_urlsafe(32)


def command(port: int) -> list[str]:
    """The command line that runs the dashboard; it holds no secret."""
    options = [f"--{name}={value}" for name, value in _OPTIONS.items()]
    # -P: a `secrets.py` in the folder we are in would be run instead of Python's own.
    streamlit = [sys.executable, "-P", "-m", "streamlit", "run", str(DASHBOARD)]
    return [*streamlit, f"--server.port={port}", *options]


@contextmanager
def _dashboard(settings: Settings, port: int, token: str) -> Iterator["subprocess.Popen[bytes]"]:
    """Run the dashboard as a process of its own, which ends with this one."""
    environment = os.environ | {
        TOKEN: token,
        "GUTGRAPH_DATA": str(settings.data.resolve()),
    }
    before = signal.signal(signal.SIGTERM, _interrupt)
    process = subprocess.Popen(command(port), env=environment, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command
    try:
        yield process
    except KeyboardInterrupt:
        sys.stderr.write("\nThe dashboard is closed.\n")
    finally:
        _stop(process)
        signal.signal(signal.SIGTERM, before)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _stop(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _wait_until_up(process: "subprocess.Popen[bytes]", port: int) -> None:
    """Wait until the dashboard answers.

    Raises:
        GutgraphError: It ended, or did not answer within a minute.

    """
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            raise GutgraphError(
                f"The dashboard ended while it started (exit code {process.returncode}); what it "
                "said stands above"
            )
        if _healthy(port):
            return
        time.sleep(0.1)
    raise GutgraphError(f"The dashboard did not answer within {_START_SECONDS:g} s; try again")


def _healthy(port: int) -> bool:
    connection = HTTPConnection(ADDRESS, port, timeout=2)
    try:
        connection.request("GET", "/health")
        return connection.getresponse().status == 200  # noqa: PLR2004 - OK
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
