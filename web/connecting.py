"""How a Neo4j client reads this graph: its address, its login, and a first query in each client."""

from dataclasses import dataclass
from typing import Final

QUERY: Final = (
    "MATCH (a:Entity)-[r]->(b:Entity) RETURN a.name, type(r), b.name ORDER BY r.papers DESC LIMIT 5"
)


@dataclass(frozen=True, slots=True)
class Door:
    """Where a client knocks, and with which login."""

    address: str
    database: str
    username: str
    password: str


@dataclass(frozen=True, slots=True)
class Sample:
    """A first query in one client; `language` colours the code, "" for none."""

    client: str
    code: str
    language: str


def samples(door: Door) -> tuple[Sample, ...]:
    """Write a first query for each client; each can be pasted and run as it is."""
    return (
        Sample("Python, neo4j", _driver(door), "python"),
        Sample("Neo4j Browser", _browser(door), ""),
        Sample("Cypher shell", _shell(door), "bash"),
        Sample("py2neo", _py2neo(door), "python"),
    )


def _driver(door: Door) -> str:
    return f"""from neo4j import GraphDatabase

login = ("{door.username}", "{door.password}")
with GraphDatabase.driver("{door.address}", auth=login) as driver:
    rows, _, _ = driver.execute_query(
        "{QUERY}",
        database_="{door.database}",
        routing_="r",
    )
    for row in rows:
        print(*row.values())
"""


def _browser(door: Door) -> str:
    return f"""Connect URL   {door.address}
Database      {door.database}
Username      {door.username}
Password      {door.password}

{QUERY}"""


def _shell(door: Door) -> str:
    login = f"-u {door.username} -p {door.password} -d {door.database}"
    return f"""cypher-shell -a {door.address} {login} \\
  "{QUERY}"
"""


def _py2neo(door: Door) -> str:
    return f"""from py2neo import Graph

graph = Graph(
    "{door.address}", auth=("{door.username}", "{door.password}"), name="{door.database}"
)
print(graph.run("{QUERY}").to_table())
"""
