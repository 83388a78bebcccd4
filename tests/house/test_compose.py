"""The containers, read without a daemon: pinned, healthy, without secrets, without rights."""

import json
import re
from typing import Any

import yaml

from graph.engine.plan import PROCEDURES
from tests.house.project import DOORS, ROOMS, ROOT
from tests.neo4j.server import compose_settings, version
from web.serve import command

COMPOSE = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


def services() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(COMPOSE)["services"]
    return found


def test_images_are_pinned_and_neo4j_is_the_version_of_the_tests() -> None:
    assert services()["neo4j"]["image"] == f"neo4j:{version()}-community"
    (base,) = re.findall(r"^FROM (\S+)", DOCKERFILE, re.M)
    assert re.fullmatch(r"python:3\.\d+\.\d+-slim-\w+", base)


def test_the_settings_that_close_neo4j_are_there() -> None:
    # That Neo4j takes them by these names is seen in each run: the tests' own server has them.
    settings = compose_settings()
    assert settings["dbms.security.allow_csv_import_from_file_urls"] == "false"
    assert settings["internal.dbms.cypher_ip_blocklist"] == "0.0.0.0/0,::/0"
    assert settings["server.directories.import"] == "import"
    assert settings["dbms.usage_report.enabled"] == "false"
    assert settings["server.http.enabled"] == settings["server.https.enabled"] == "false"
    # A limit is kept at the next look after it: the default looks every two seconds.
    assert settings["db.transaction.monitor.check.interval"] == "500ms"
    limits = ("db.transaction.timeout", "db.memory.transaction.max", "server.memory.heap.max_size")
    assert all(settings[name] for name in limits)


def test_neo4j_calls_no_procedure_that_writes() -> None:
    allowed = compose_settings()["dbms.security.procedures.allowlist"].split(",")
    assert {name.lower() for name in allowed} >= PROCEDURES
    wide = {name for name in allowed if "*" in name}
    assert wide == {"db.schema.*", "dbms.routing.*"}
    assert not any("create" in name.lower() or "config." in name.lower() for name in allowed)


def test_the_dashboard_waits_for_a_healthy_neo4j() -> None:
    neo4j, dashboard = services()["neo4j"], services()["dashboard"]
    assert "RETURN 1" in neo4j["healthcheck"]["test"][1]
    assert dashboard["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert dashboard["environment"]["NEO4J_URI"] == "bolt://neo4j:7687"
    assert "HEALTHCHECK" in DOCKERFILE


def test_ports_are_open_on_loopback_only() -> None:
    ports = [port for service in services().values() for port in service["ports"]]
    assert len(ports) == 2
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_no_secret_is_in_the_project_or_in_the_image() -> None:
    given = services()["neo4j"]["environment"]["NEO4J_AUTH"]
    assert given.startswith("neo4j/${NEO4J_PASSWORD:?")
    assert services()["dashboard"]["env_file"] == ".env"
    named = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert re.findall(r"^(\w+)=(.*)$", named, re.M) == [
        ("NEO4J_PASSWORD", ""),
        ("GUTGRAPH_TOKEN", ""),
    ]
    assert ".env" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()[1] == "*"
    assert not re.search(r"(?i)password|token|secret", DOCKERFILE)


def test_the_dashboard_has_no_rights() -> None:
    dashboard = services()["dashboard"]
    assert dashboard["cap_drop"] == ["ALL"]
    assert dashboard["security_opt"] == ["no-new-privileges:true"]
    users = re.findall(r"^(USER \d+|CMD)", DOCKERFILE, re.M)
    assert users == ["USER 10001", "CMD"]


def test_the_image_has_every_room_and_starts_what_serve_starts() -> None:
    copied = {
        word for line in re.findall(r"^COPY (.+) \S+$", DOCKERFILE, re.M) for word in line.split()
    }
    assert copied >= {
        *ROOMS,
        *DOORS,
        "cypher",
        "examples",
        "pyproject.toml",
        "requirements/run.txt",
    }
    assert all((ROOT / name).exists() for name in copied)
    kept = (ROOT / ".dockerignore").read_text(encoding="utf-8")
    assert all(f"!{name}" in kept.splitlines() for name in copied)
    started = json.loads(re.findall(r"^CMD (\[.+?\])$", DOCKERFILE.replace("\\\n", ""), re.M)[-1])
    wanted = [option for option in command(8501) if option.startswith("--")]
    options = {option for option in started if option.startswith("--")}
    wanted = [option for option in wanted if not option.startswith("--server.address")]
    assert options == {*wanted, "--server.address=0.0.0.0"}
