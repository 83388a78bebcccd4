"""`serve` from its first line to its last: a link that lets in, and a clean end."""

import json
import signal
import socket
import subprocess
import sys
from contextlib import closing
from http.client import HTTPConnection
from urllib.parse import urlsplit

from graph.settings import Settings
from tests.house.project import ROOT


def call(settings: Settings, port: int) -> list[str]:
    call = [sys.executable, "-m", "gutgraph", "--data", str(settings.data), "serve"]
    return [*call, "--port", str(port), "--no-browser", "--json"]


def free() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_serve_says_its_link_as_json_and_ends_on_a_signal(embedded: Settings) -> None:
    port = free()
    with subprocess.Popen(call(embedded, port), cwd=ROOT, stdout=subprocess.PIPE) as process:
        try:
            assert process.stdout is not None
            link = urlsplit(json.loads(process.stdout.readline())["link"])
            assert (link.hostname, link.port) == ("127.0.0.1", port)
            with closing(HTTPConnection("127.0.0.1", port, timeout=30)) as asked:
                asked.request("GET", f"/?{link.query}")
                answer = asked.getresponse()
                assert answer.status == 303
                assert "token" not in (answer.getheader("Location") or "")
        finally:
            process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0


def test_a_port_in_use_is_refused_before_anything_starts(embedded: Settings) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(call(embedded, port), cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 1
    assert f"Error: Port {port} is in use" in done.stderr
    assert done.stdout == ""
