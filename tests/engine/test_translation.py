"""Every error of the driver is translated, each with its way out."""

import inspect

import pytest
from neo4j import exceptions as vendor

from graph.engine.translation import KINDS, translate
from graph.errors import QueryTimeout, StoreError, StoreRejected, StoreUnavailable

ADDRESS = "bolt://127.0.0.1:7687"


def driver_errors() -> set[str]:
    found = inspect.getmembers(vendor, inspect.isclass)
    return {name for name, kind in found if issubclass(kind, Exception)}


def test_every_error_of_the_driver_has_a_meaning() -> None:
    assert driver_errors() == set(KINDS)


@pytest.mark.parametrize("name", sorted(KINDS))
def test_no_error_of_the_driver_gets_through_untranslated(name: str) -> None:
    error = translate(name, "", f"as {name} says", ADDRESS)
    assert isinstance(error, StoreError)
    assert "says" in str(error)


TEXTS = [
    (
        "ServiceUnavailable",
        "Connection refused",
        "",
        StoreUnavailable,
        "No store answers at bolt://127.0.0.1:7687: Connection refused. Start it (the "
        "embedded engine: gutgraph engine start), or check NEO4J_URI",
    ),
    (
        "AuthError",
        "Authentication failed",
        "",
        StoreUnavailable,
        "The store at bolt://127.0.0.1:7687 refuses the login: Authentication failed. Check "
        "NEO4J_USERNAME and NEO4J_PASSWORD (the embedded engine: gutgraph engine restart)",
    ),
    (
        "CypherSyntaxError",
        "Syntax error at line 1:9\n  at com.example.Parser(Parser.java)",
        "",
        StoreRejected,
        "The store refuses the query: Syntax error at line 1:9. Mend the query and run it again.",
    ),
    (
        "ConstraintError",
        "Duplicated key [a].",
        "",
        StoreRejected,
        "The store refuses a value: Duplicated key [a]. Change the value, or update what is there.",
    ),
    (
        "Forbidden",
        "User 'reader' is not allowed to update schema",
        "",
        StoreRejected,
        "This login may only read: User 'reader' is not allowed to update schema. Use a query "
        "that only reads.",
    ),
    (
        "TransientError",
        "Deadlock",
        "",
        StoreRejected,
        "The store could not finish: Deadlock. Try again.",
    ),
    (
        "ClientError",
        "The client has provided incorrect authentication details too many times in a row.",
        "Neo.ClientError.Security.AuthenticationRateLimit",
        StoreUnavailable,
        "The store at bolt://127.0.0.1:7687 refuses the login: The client has provided incorrect "
        "authentication details too many times in a row. Check NEO4J_USERNAME and NEO4J_PASSWORD "
        "(the embedded engine: gutgraph engine restart)",
    ),
    (
        "DatabaseError",
        "Could not append transaction: Transaction #130 {started, committed} to log.",
        "Neo.DatabaseError.Transaction.TransactionLogError",
        StoreUnavailable,
        "The store at bolt://127.0.0.1:7687 could not write: Could not append transaction: "
        "Transaction #130 {started, committed} to log. If its disk is full, make room; restart it "
        "(the embedded engine: gutgraph engine restart) and load again: what was committed stays.",
    ),
    (
        "DatabaseError",
        "The database has encountered a critical error, and needs to be restarted.",
        "Neo.DatabaseError.Transaction.TransactionStartFailed",
        StoreUnavailable,
        "The store at bolt://127.0.0.1:7687 could not write: The database has encountered a "
        "critical error, and needs to be restarted. If its disk is full, make room; restart it "
        "(the embedded engine: gutgraph engine restart) and load again: what was committed stays.",
    ),
    (
        "DatabaseError",
        "Transaction error on commit",
        "",
        StoreUnavailable,
        "The store at bolt://127.0.0.1:7687 could not write: Transaction error on commit. If its "
        "disk is full, make room; restart it (the embedded engine: gutgraph engine restart) and "
        "load again: what was committed stays.",
    ),
    (
        "ClientError",
        "There is no such fulltext schema index: entity_search_text",
        "Neo.ClientError.Procedure.ProcedureCallFailed",
        StoreRejected,
        "This graph lacks an index that this version searches by: There is no such fulltext schema "
        "index: entity_search_text. Load anything, and it is made, for example: gutgraph load "
        "examples",
    ),
    (
        "ClientError",
        "The transaction was stopped",
        "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
        QueryTimeout,
        "The query ran past its time limit and was stopped: The transaction was stopped. "
        "Narrow it: name a start, take fewer steps or add a LIMIT.",
    ),
    (
        "DatabaseError",
        "the command has been terminated (query q1, terminated by reader)",
        "Neo.DatabaseError.General.UnknownError",
        QueryTimeout,
        "The query ran past its time limit and was stopped: the command has been terminated "
        "(query q1, terminated by reader). Narrow it: name a start, take fewer steps or add a "
        "LIMIT.",
    ),
]


@pytest.mark.parametrize(("name", "said", "code", "kind", "text"), TEXTS)
def test_an_error_says_what_happened_and_the_way_out(
    name: str, said: str, code: str, kind: type[StoreError], text: str
) -> None:
    error = translate(name, code, said, ADDRESS)
    assert type(error) is kind
    assert str(error) == text


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("Couldn't connect to me:s3cret@host:7687 (resolved to ())", "bolt://me:s3cret@host:7687"),
        ("Cannot resolve 'bolt://me:s3cr/et@host'", "neo4j+s://me:s3@cret@host"),
        ("refused", "bolt://host:7687"),
    ],
)
def test_no_login_of_an_address_is_passed_on(said: str, address: str) -> None:
    for name, more in (
        ("ServiceUnavailable", ""),
        ("AuthError", ""),
        ("X", "No space left on device "),
    ):
        told = str(translate(name, "", more + said, address))
        assert "s3" not in told
        assert "cret" not in told
        assert "host" in told
