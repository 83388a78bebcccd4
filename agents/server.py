"""The tools as a server of the Model Context Protocol over standard input and output."""

import functools
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from mcp.server import MCPServer
from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import CallToolResult, InputRequiredResult, TextContent, ToolAnnotations
from pydantic import ValidationError

from agents.asking import Asking
from agents.exploring import Exploring
from agents.reached import Reached
from graph.ask.console import gate
from graph.engine.connect import open_store
from graph.errors import GutgraphError
from graph.settings import Settings
from shapes.shape import Shape

_INSTRUCTIONS: Final = Path(__file__).with_name("instructions.md")
_SHOWN: Final = 100  # characters of a value that does not fit
_READS: Final = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


def serve(settings: Settings) -> None:
    """Answer one agent until it closes its end; nothing but the protocol is on standard output."""
    reached = Reached(lambda: open_store(settings, "reader"))
    try:
        server(settings, reached).run("stdio")
    finally:
        reached.close()


def server(settings: Settings, reached: Reached) -> MCPServer[None]:
    """Make the server with its tools, which all read."""
    exploring = Exploring(reached, settings)
    asking = Asking(reached, settings, gate(settings))
    made = _Server(
        "gutgraph",
        title="Gutgraph",
        description="An evidence graph of the gut barrier in multiple sclerosis",
        instructions=_INSTRUCTIONS.read_text(encoding="utf-8"),
        version=version("gutgraph"),
        log_level="WARNING",
    )
    for title, question in (
        ("Find entities", exploring.search),
        ("What is linked to it", exploring.neighbourhood),
        ("Who says so", exploring.evidence),
        ("Paths between two entities", exploring.paths),
        ("Where sources disagree", asking.contested),
        ("List the saved queries", asking.saved_queries),
        ("Ask a saved query", asking.ask_saved),
        ("Ask in Cypher", asking.cypher),
    ):
        made.add_tool(_told(question), title=title, annotations=_READS, structured_output=True)
    return made


def _told(question: Callable[..., Shape]) -> Callable[..., CallToolResult]:
    """Give an answer as JSON, compact for whoever pays by the word, and an error in our words."""

    @functools.wraps(question)
    def asked(*values: object, **named: object) -> CallToolResult:
        try:
            answer = question(*values, **named)
        except GutgraphError as error:
            return _failed(str(error))
        return CallToolResult(
            content=[TextContent(text=answer.model_dump_json())],
            structured_content=answer.model_dump(mode="json"),
        )

    return asked


class _Server(MCPServer[None]):
    """A server that says in our words which argument does not fit, and which tools there are."""

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[None, Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        """Call a tool; what is wrong with the call is its answer."""
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            if isinstance(error.__cause__, ValidationError):
                return _failed(_words(error.__cause__))
            there = [tool.name for tool in await self.list_tools()]
            if name not in there:
                return _failed(f"There is no tool {name!r}; there are {', '.join(there)}.")
            raise


def _failed(words: str) -> CallToolResult:
    return CallToolResult(content=[TextContent(text=words)], is_error=True)


def _words(error: ValidationError) -> str:
    """Name every argument that does not fit, with its value and the rule."""
    problems = []
    for problem in error.errors():
        name = ".".join(str(part) for part in problem["loc"])
        given = "missing" if problem["type"] == "missing" else repr(problem["input"])[:_SHOWN]
        problems.append(f"{name} is {given}: {problem['msg']}")
    return f"{'; '.join(problems)}. The tool's input schema has the ranges."
