"""What each error of the driver means to a user, and the words for it: one place for all."""

import re
from typing import Final

from graph.errors import QueryTimeout, StoreError, StoreRejected, StoreUnavailable
from graph.settings import without_login

# Every error class of the driver by name; a test walks the driver and fails on a missing one.
KINDS: Final = {
    "AuthConfigurationError": "login",
    "AuthError": "login",
    "BrokenRecordError": "misuse",
    "CertificateConfigurationError": "unavailable",
    "ClientError": "rejected",
    "ConfigurationError": "unavailable",
    "ConnectionAcquisitionTimeoutError": "unavailable",
    "ConnectionPoolError": "unavailable",
    "ConstraintError": "constraint",
    "CypherSyntaxError": "rejected",
    "CypherTypeError": "rejected",
    "DatabaseError": "rejected",
    "DatabaseUnavailable": "unavailable",
    "DriverError": "unavailable",
    "Forbidden": "forbidden",
    "ForbiddenOnReadOnlyDatabase": "forbidden",
    "GqlError": "rejected",
    "IncompleteCommit": "unavailable",
    "Neo4jError": "rejected",
    "NotALeader": "unavailable",
    "ReadServiceUnavailable": "unavailable",
    "ResultConsumedError": "misuse",
    "ResultError": "misuse",
    "ResultFailedError": "misuse",
    "ResultNotSingleError": "misuse",
    "RoutingServiceUnavailable": "unavailable",
    "ServiceUnavailable": "unavailable",
    "SessionError": "misuse",
    "SessionExpired": "unavailable",
    "TokenExpired": "login",
    "TransactionError": "misuse",
    "TransactionNestingError": "misuse",
    "TransientError": "busy",
    "UnsupportedServerProduct": "unavailable",
    "WriteServiceUnavailable": "unavailable",
}

_UNAVAILABLE: Final = {
    "unavailable": "No store answers at {address}: {said}. "
    "Start it (the embedded engine: gutgraph engine start), or check NEO4J_URI",
    "login": "The store at {address} refuses the login: {said}. "
    "Check NEO4J_USERNAME and NEO4J_PASSWORD (the embedded engine: gutgraph engine restart)",
}
_REJECTED: Final = {
    "busy": "The store could not finish: {said}. Try again.",
    "constraint": "The store refuses a value: {said}. Change the value, or update what is there.",
    "forbidden": "This login may only read: {said}. Use a query that only reads.",
    "misuse": "The answer was used wrongly: {said}. This is a fault of Gutgraph; please report it.",
    "rejected": "The store refuses the query: {said}. Mend the query and run it again.",
}
_UNWRITTEN: Final = (
    "The store at {address} could not write: {said}. If its disk is full, make room; restart it "
    "(the embedded engine: gutgraph engine restart) and load again: what was committed stays."
)
# What the engines say when a commit does not reach the disk.
_NO_ROOM: Final = re.compile(
    r"Transaction error on commit|No space left on device|File too large"
    r"|\.Transaction\.(TransactionLogError|TransactionCommitFailed)|encountered a critical error"
)
# Neo4j's codes for a login that the driver takes for any refusal: too many wrong ones, an old one.
_LOCKED: Final = re.compile(r"\.Security\.(AuthenticationRateLimit|CredentialsExpired)$")
_OUTDATED: Final = (
    "This graph lacks an index that this version searches by: {said}. Load anything, and it is "
    "made, for example: gutgraph load examples"
)
_NO_INDEX: Final = re.compile(r"no such fulltext schema index|[Ii]ndex '.+' (not found|does not)")
_TIMEOUT: Final = (
    "The query ran past its time limit and was stopped: {said}. "
    "Narrow it: name a start, take fewer steps or add a LIMIT."
)
# Neo4j's and ArcadeDB's codes for a query stopped by its limit or by our supervision; ArcadeDB has
# no code for one that is stopped between two of its rows, only the words.
_STOPPED: Final = re.compile(
    r"\.Transaction\.(TransactionTimedOut\w*|Terminated)\n"
    r"|\nthe command (has been terminated|exceeded the arcadedb\.command\.timeout)"
)


def translate(name: str, code: str, said: str, address: str) -> StoreError:
    """Say a driver error as an error of the store, with the way out.

    Args:
        name: The driver's class.
        code: The server's code, such as `Neo.ClientError.Statement.SyntaxError`; "" without.
        said: The driver's words; only the first line is passed on, never a stack trace, and no
            login of an address that it quotes.
        address: The store's address; a login in it is not passed on.

    """
    first = said.strip().splitlines()[0].rstrip(".:") if said.strip() else name
    if _STOPPED.search(f"{code}\n{first}"):
        return QueryTimeout(_TIMEOUT.format(said=first))
    # A login that may not write is refused at the commit too, in the words of a disk without room.
    if KINDS.get(name) != "forbidden" and _NO_ROOM.search(f"{code}\n{first}"):
        return StoreUnavailable(without_login(_UNWRITTEN.format(address=address, said=first)))
    if _NO_INDEX.search(first):
        return StoreRejected(_OUTDATED.format(said=first))
    kind = "login" if _LOCKED.search(code) else KINDS.get(name, "rejected")
    if kind in _UNAVAILABLE:
        told = _UNAVAILABLE[kind].format(address=address, said=first)
        return StoreUnavailable(without_login(told))
    return StoreRejected(_REJECTED[kind].format(said=first))
