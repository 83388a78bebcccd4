"""An agent's client from the SDK, speaking with `gutgraph mcp` as a process of its own."""

import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from mcp import Client, StdioServerParameters
from mcp_types import CallToolResult, TextContent, Tool

from graph.engine.bolt import BoltStore
from graph.settings import Settings
from tests.engines import Logins, variables
from tests.house.project import ROOT
from tests.sampled import sampled
from tests.terminal.conftest import bare

__all__ = ["Agent", "agent", "bare", "graph"]

SECONDS = 2.0  # that a query may take


@dataclass(frozen=True)
class Agent:
    """What an agent can do, and the lines that the server wrote to its standard output."""

    client: Client
    portal: BlockingPortal
    wire: Path

    def tools(self) -> list[Tool]:
        listed = self.portal.call(self.client.list_tools)
        assert listed.next_cursor is None
        return listed.tools

    def call(self, tool: str, /, **arguments: Any) -> CallToolResult:
        answer = self.portal.call(self.client.call_tool, tool, arguments)
        assert isinstance(answer, CallToolResult)
        return answer

    def ask(self, tool: str, /, **arguments: Any) -> dict[str, Any]:
        """Ask what is answered."""
        answer = self.call(tool, **arguments)
        assert not answer.is_error, answer.content
        content: dict[str, Any] = answer.structured_content
        return content

    def refused(self, tool: str, /, **arguments: Any) -> str:
        """Ask what is refused, and give the words."""
        answer = self.call(tool, **arguments)
        assert answer.is_error
        (said,) = answer.content
        assert isinstance(said, TextContent)
        return said.text


@pytest.fixture(scope="module")
def graph(arcadedb_logins: Logins) -> BoltStore:
    """The shipped sample."""
    sampled(arcadedb_logins[0])
    return arcadedb_logins[0]


@pytest.fixture(scope="module")
def agent(
    graph: BoltStore, embedded: Settings, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Agent]:
    wire = tmp_path_factory.mktemp("agent") / "wire"
    command = shlex.join([sys.executable, "-m", "gutgraph", "mcp"])
    limits = {"GUTGRAPH_CONSOLE_SECONDS": str(SECONDS)}
    server = StdioServerParameters(
        command="sh",
        args=["-c", f"{command} | tee {shlex.quote(str(wire))}"],
        env=variables(embedded) | limits,
        cwd=ROOT,
    )
    with (
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(Client(server)) as client,
    ):
        yield Agent(client, portal, wire)
