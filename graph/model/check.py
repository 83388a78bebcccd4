"""How a record checks itself: every problem collected, then one error."""

from collections.abc import Iterable

from graph.errors import RecordError

Check = tuple[bool, str]


def require(record: str, checks: Iterable[Check]) -> None:
    """Raise one error that names each check that does not hold.

    Args:
        record: What is checked, for the message.
        checks: Pairs of (holds, problem in words with the value).

    Raises:
        RecordError: At least one check does not hold.

    """
    problems = [problem for holds, problem in checks if not holds]
    if problems:
        raise RecordError(record, problems)
