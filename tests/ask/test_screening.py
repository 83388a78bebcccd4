"""Screening: what of a stranger's Cypher is refused by its text alone."""

import time
from contextlib import suppress

import pytest

from graph.ask.screening import screen
from graph.errors import QueryRefused

READS = (
    "MATCH (n) RETURN n",
    "RETURN 'CREATE (n)' // DROP everything",
    "RETURN 'it''s; fine' AS a",
    "MATCH (n:Set {create: 1}) RETURN n.set",
    "MATCH (n)-[:CREATE|MERGE]->() RETURN n",
    "CALL db.labels() YIELD label RETURN label",
    "CALL { MATCH (n) RETURN n } RETURN n",
    "CALL (x) { RETURN 1 AS y } RETURN y",
    "RETURN date.truncate('day', date()) AS d",
    "MATCH (n) RETURN n.`SET`, n.call AS c",
    "RETURN $set",
    r"MATCH (n) WHERE n.name =~ '.*\\d+\.' RETURN n.name",
    "MATCH (é:Entity) RETURN é.name AS école, count(é) AS élément",
    "MATCH (n) RETURN n.`a b` AS x, count(n) AS c",
    "WITH 1 AS create, {set: 2, `delete`: 3} AS map RETURN create, map.set, map {.set} AS merge",
    "MATCH (delete:Set {merge: $create}) WHERE delete.set = 1 RETURN DISTINCT delete",
    "MATCH create = (a)-->(b) RETURN length(create) AS set ORDER BY set DESC LIMIT 3",
    "UNWIND [1, 2] AS drop WITH drop WHERE NOT drop = 2 RETURN drop AS load, count(*) AS use",
    "MATCH (n:Create|Set) WHERE n:Merge RETURN CASE WHEN n.x THEN n.set ELSE n.drop END AS call",
    "MATCH (n) RETURN [set IN [1, 2] WHERE set > 1 | set] AS foreach, all(drop IN [] WHERE drop)",
    "MATCH (n) WHERE EXISTS { MATCH (n)--(create) RETURN create } RETURN n AS explain",
    "MATCH (show)-[start:STOP]->(use) RETURN show, start, use",
    "RETURN reduce(t = 0, x IN [1, 2] | t + x) AS total, range(0, size([1]) - 1) AS places",
    "UNWIND range(1, 100000) AS i WITH i LIMIT 5 RETURN [x IN range(1, 3) | x * i] AS l",
    "MATCH (n) RETURN 1.5e3 + .5 + 0x1F + 1_000 AS n, [1, 2, 3][0..2] AS part",
    "MATCH p = (:Entity)-[*..3]-(:Entity) WHERE all(n IN nodes(p) WHERE n:Entity) RETURN p",
)
REFUSED = (
    ("", "an empty query"),
    ("  // only a comment", "an empty query"),
    ("CREATE (n)", "CREATE"),
    ("match (n) set n.x = 1", "SET"),
    ("MATCH (n) DETACH DELETE n", "DETACH"),
    ("MERGE (n:X {id: 1})", "MERGE"),
    ("MATCH (n) REMOVE n.x", "REMOVE"),
    ("FOREACH (x IN [1] | CREATE (n))", "FOREACH"),
    ("DROP INDEX foo", "DROP"),
    ("MATCH (n) RETURN n; CREATE (m)", "a second statement after ';'"),
    ("LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l", "LOAD"),
    ("load/**/csv from 'http://x' as l return l", "LOAD"),
    ("CALL dbms.listConfig()", "the procedure dbms.listConfig"),
    ("CALL dbms . listConfig ( )", "the procedure dbms.listConfig"),
    ("CALL `dbms`.listConfig()", "a quoted name that is called"),
    ("CALL `dbms.listConfig`()", "a quoted name that is called"),
    ("CALL foo", "the procedure foo"),
    ("RETURN apoc.util.sleep(1)", "the function apoc.util.sleep"),
    ("RETURN `apoc`.util.sleep(1)", "a quoted name that is called"),
    ("EXPLAIN CREATE INDEX FOR (n:X) ON (n.y)", "EXPLAIN"),
    ("PROFILE MATCH (n) RETURN n", "PROFILE"),
    ("SHOW USERS", "SHOW"),
    ("USE system MATCH (n) RETURN n", "USE"),
    ("CALL { CREATE (n) } RETURN 1", "CREATE"),
    ("TERMINATE TRANSACTION 'x'", "TERMINATE"),
    ("MATCH (n) RETURN 'x", "a quote or comment that does not end"),
    ("MATCH (n) /* x", "a quote or comment that does not end"),
    ("RETURN `x``", "a quote or comment that does not end"),
    (r"\u004COAD CSV FROM 'http://x' AS l RETURN l", r"an escaped character (\u)"),
    (r"MATCH (n) \U00000053ET n.x = 1", r"an escaped character (\u)"),
    (r"RETURN '\u0027 CREATE (n) //'", r"an escaped character (\u)"),
    (r"RETURN 1 // \u000A CREATE (n)", r"an escaped character (\u)"),
    (r"RETURN 1 /* \uuu002A\u002F CREATE (n) */", r"an escaped character (\u)"),
    (r"CRE\ATE (n)", "a backslash outside a string"),
    (r"RETURN `a\`.b AS c", "a backslash outside a string"),
    ("MATCH (n) ſET n.x = 1", "SET"),
    ("ＣＲＥＡＴＥ (n)", "CREATE"),
    ("MATCH (n) WITH n AS as SET as.x = 1", "SET"),
    ("RETURN 1 AS as CREATE (n)", "CREATE"),
    ("WITH * CREATE (n)", "CREATE"),
    ("RETURN 1. CREATE (n)", "CREATE"),
    ("RETURN 1.CREATE (n)", "a number that runs into a word"),
    ("RETURN 1CREATE (n)", "a number that runs into a word"),
    ("MATCH (n) WHERE n:Set|Create SET n.x = 1", "SET"),
    ("MATCH (n) RETURN CASE WHEN true THEN 1 END DELETE n", "DELETE"),
    ("CALL (x) { WITH x MERGE (n) } RETURN 1", "MERGE"),
    ("CALL /* { */ { CREATE (n) }", "CREATE"),
    ("MATCH (n) WHERE EXISTS { CREATE (m) } RETURN n", "CREATE"),
    ("RETURN COLLECT { MATCH (n) SET n.x = 1 RETURN n }", "SET"),
    ("WHEN true THEN { CREATE (n) }", "CREATE"),
    ("RETURN reduce(s = 'x', i IN range(1, 40) | s + s)", "reduce that multiplies its value"),
    ("RETURN reduce(`s` = 'x', i IN [1, 2] | s + s)", "reduce that multiplies its value"),
    ("RETURN reduce(s = 0, i IN range(1, 1000000) | s + i)", "reduce over a long list"),
    (
        "RETURN [i IN range(1, 1000000) | [j IN range(1, 1000000) | j]]",
        "a list within a long list",
    ),
    ("WITH 'x' AS a" + " WITH a + a AS a" * 9 + " RETURN a", "a value that doubles"),
    ("WITH 'x' AS a" + " WITH a + `a` AS a" * 9 + " RETURN a", "a value that doubles"),
    ("RETURN 'aaaa' =~ '(a+)+b'", "a pattern that may never end"),
    ("RETURN `apoc` . util . `sleep` (1)", "a quoted name that is called"),
)
LONG = (
    "'\\" * 10_000,
    "\\'" * 10_000,
    "'" + "\\'" * 9_999,
    '"' + '\\"' * 9_999,
    "`" * 19_999,
    "/*" * 10_000,
    "`a`." * 5_000,
    "`a` " * 5_000,
    "RETURN " + "a." * 9_990,
    "RETURN " + " " * 19_000 + "a",
    "a " * 10_000,
    "CALL " * 4_000,
    "[a IN " * 2_000 + "any(a IN" * 900,
    "reduce(a = 0, " * 1_400,
)


@pytest.mark.parametrize("query", READS)
def test_a_query_that_reads_passes_as_it_is(query: str) -> None:
    assert screen(query) == query


@pytest.mark.parametrize(("query", "what"), REFUSED)
def test_anything_else_is_refused_by_what_it_says(query: str, what: str) -> None:
    with pytest.raises(QueryRefused, match=r"^Refused: ") as refused:
        screen(query)
    assert str(refused.value).startswith(f"Refused: {what}. The rule: ")


def test_a_refusal_says_the_rule_and_a_query_that_would_pass() -> None:
    with pytest.raises(QueryRefused) as refused:
        screen("CREATE (n)")
    assert str(refused.value) == (
        "Refused: CREATE. The rule: a query may read and never write. This would pass: "
        "MATCH (a:Entity)-[r]->(b:Entity) RETURN a.name, type(r), b.name LIMIT 20"
    )


def test_the_query_that_would_pass_does() -> None:
    with pytest.raises(QueryRefused) as refused:
        screen("")
    assert screen(str(refused.value).partition("This would pass: ")[2])


@pytest.mark.parametrize("query", LONG, ids=range(len(LONG)))
def test_the_longest_query_is_screened_at_once(query: str) -> None:
    began = time.process_time()
    with suppress(QueryRefused):
        screen(query)
    assert time.process_time() - began < 0.5


def test_a_semicolon_at_the_end_is_dropped() -> None:
    assert screen("RETURN 1 AS one; ") == "RETURN 1 AS one"
