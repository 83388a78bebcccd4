"""Settings: every limit and address, one table, read once at a door and handed on."""

import re
from pathlib import Path
from typing import Final, Self

import platformdirs
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph.errors import SettingsError

# The defaults and the bound of a question for paths.
PATH_LENGTH: Final = 4
LONGEST_PATH: Final = 6
PATHS: Final = 10
# A login within an address: `user:password@`, or anything up to the `@` after `://`.
_LOGIN: Final = re.compile(r"(?<=://)[^\s'\"]*@|[^\s/:@'\"]*:(?!//)[^\s@'\"]+@")

# An address that links begin with: a host, perhaps a port and a path, nothing after them.
_PUBLIC: Final = re.compile(r"https?://(\[[0-9A-Fa-f:]+\]|[A-Za-z0-9.-]+)(:\d{1,5})?(/[\w.~/-]*)?")


class Settings(BaseSettings):
    """What can be set through `GUTGRAPH_…` (and `NEO4J_…`) variables, with the defaults."""

    model_config = SettingsConfigDict(
        env_prefix="GUTGRAPH_", frozen=True, hide_input_in_errors=True
    )

    data: Path = Field(
        default_factory=lambda: Path(platformdirs.user_data_dir("gutgraph", appauthor=False)),
        description="Folder of the embedded graph",
    )
    public_url: str = Field(
        default="",
        description="Address others reach the dashboard at; its host is let in; figures link to it",
    )
    frames: str = Field(
        default="",
        description="Origins, parted by spaces, of pages that may show the dashboard in a frame",
    )
    drawn_nodes: int = Field(default=300, ge=1, le=1000, description="Nodes drawn on the canvas")
    neighbours: int = Field(default=50, ge=1, le=1000, description="Neighbours added per step")
    path_length: int = Field(
        default=PATH_LENGTH, ge=1, le=LONGEST_PATH, description="Steps of a path, at most"
    )
    paths: int = Field(default=PATHS, ge=1, le=100, description="Paths found between two entities")
    console_seconds: float = Field(default=5.0, gt=0, description="Time limit of a console query")
    console_rows: int = Field(default=1000, ge=1, description="Rows a console query may return")
    console_bytes: int = Field(default=8_000_000, ge=1, description="Bytes of a console answer")
    console_at_once: int = Field(default=4, ge=1, description="Console queries at one time")
    api_at_once: int = Field(
        default=8, ge=1, le=32, description="Questions over HTTP answered at one time"
    )
    api_waiting: int = Field(
        default=32, ge=0, le=1000, description="Further questions over HTTP that wait for a place"
    )
    api_wait_seconds: float = Field(
        default=2.0, gt=0, description="How long a question over HTTP waits for a place"
    )
    listed_claims: int = Field(
        default=1_000_000, ge=1, description="Claims that the Claims page keeps in memory, at most"
    )
    upload_mb: int = Field(
        default=200, ge=1, le=2000, description="Largest file the Sources page takes, megabytes"
    )
    batch_size: int = Field(default=5000, ge=1, description="Rows written in one transaction")
    idle_stop_minutes: float = Field(
        default=10.0, gt=0, description="Minutes without a connection before the engine stops"
    )
    engine_port: int = Field(
        default=0,
        ge=0,
        le=65535,
        description="Bolt port of the embedded engine; 0 chooses one and keeps it",
    )
    engine_memory_mb: int = Field(
        default=1024, ge=256, description="Largest heap of the embedded engine, megabytes"
    )
    engine_command_minutes: float = Field(
        default=10.0, gt=0, description="Backstop: no single command of the engine runs longer"
    )
    neo4j_uri: str = Field(default="", validation_alias="NEO4J_URI", description="A Neo4j server")
    neo4j_username: str = Field(
        default="neo4j", validation_alias="NEO4J_USERNAME", description="Its login"
    )
    neo4j_password: SecretStr = Field(
        default=SecretStr(""), validation_alias="NEO4J_PASSWORD", description="Its password"
    )
    neo4j_database: str = Field(
        default="neo4j", validation_alias="NEO4J_DATABASE", description="Its database"
    )

    @field_validator("neo4j_uri")
    @classmethod
    def _names_no_login(cls, address: str) -> str:
        if "@" in address:
            raise ValueError(
                "an address holds no login, as it is shown on pages and in logs; "
                "take it out, and set NEO4J_USERNAME and NEO4J_PASSWORD"
            )
        return address

    @field_validator("public_url")
    @classmethod
    def _is_an_address(cls, address: str) -> str:
        if "@" in address:
            raise ValueError("an address holds no login, as it is printed on figures; take it out")
        if address and not _PUBLIC.fullmatch(address):
            raise ValueError("it is no http or https address that links could begin with")
        return address.rstrip("/")

    @classmethod
    def read(cls, data: Path | None = None) -> Self:
        """Read the environment; `data` (from `--data`) wins over `GUTGRAPH_DATA`.

        Raises:
            SettingsError: A variable has a value that cannot be used; all such are named.

        """
        try:
            return cls() if data is None else cls(data=data)
        except ValidationError as error:
            raise SettingsError(_words(cls, error)) from error


_EXAMPLES: Final = {
    "NEO4J_URI": "bolt://127.0.0.1:7687",
    "GUTGRAPH_PUBLIC_URL": "https://gutgraph.example.org",
}


def without_login(text: str) -> str:
    """Put `***` in the place of any login within an address that a text names."""
    return _LOGIN.sub("***@", text)


def _words(settings: type[Settings], error: ValidationError) -> str:
    problems = []
    for problem in error.errors():
        place = str(problem["loc"][0])
        name = place if place.isupper() else f"GUTGRAPH_{place.upper()}"
        field = settings.model_fields.get(place)
        example = _EXAMPLES.get(name) or (field and field.default)
        given = without_login(str(problem["input"]))
        said = problem["msg"].removeprefix("Value error, ")
        problems.append(f"{name} is {given!r}: {said}; for example {name}={example}")
    return "; ".join(problems)
