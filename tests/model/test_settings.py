"""Settings: an address that holds a login is refused, and the login is not shown."""

import traceback

import pytest

from graph.errors import SettingsError
from graph.settings import Settings, without_login


def test_an_address_with_a_login_is_refused_and_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://me:s3cret@host:7687")
    with pytest.raises(SettingsError) as refused:
        Settings.read()
    assert str(refused.value) == (
        "NEO4J_URI is 'bolt://***@host:7687': an address holds no login, as it is shown on pages "
        "and in logs; take it out, and set NEO4J_USERNAME and NEO4J_PASSWORD; for example "
        "NEO4J_URI=bolt://127.0.0.1:7687"
    )
    assert "s3cret" not in "".join(traceback.format_exception(refused.value))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("bolt://me:s3cret@host:7687", "bolt://***@host:7687"),
        ("neo4j+s://me:s3@cr/et@host", "neo4j+s://***@host"),
        ("me:s3cret@host:7687", "***@host:7687"),
        ("at bolt://127.0.0.1:7687: refused", "at bolt://127.0.0.1:7687: refused"),
        ("mail me@host.org", "mail me@host.org"),
    ],
)
def test_a_login_within_an_address_is_masked(text: str, shown: str) -> None:
    assert without_login(text) == shown
