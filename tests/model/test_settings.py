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


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("https://me:s3cret@host", "an address holds no login, as it is printed on figures"),
        ("ftp://host", "it is no http or https address that links could begin with"),
        ("gutgraph.example.org", "it is no http or https address that links could begin with"),
        ("https://host/?q=1", "it is no http or https address that links could begin with"),
        ("javascript:alert(1)", "it is no http or https address that links could begin with"),
    ],
)
def test_a_public_address_that_no_link_could_begin_with_is_refused(
    monkeypatch: pytest.MonkeyPatch, address: str, said: str
) -> None:
    monkeypatch.setenv("GUTGRAPH_PUBLIC_URL", address)
    with pytest.raises(SettingsError) as refused:
        Settings.read()
    assert said in str(refused.value)
    assert "for example GUTGRAPH_PUBLIC_URL=https://gutgraph.example.org" in str(refused.value)
    assert "s3cret" not in str(refused.value)


def test_a_public_address_may_have_a_port_and_a_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUTGRAPH_PUBLIC_URL", "https://graph.example.org:8443/gut/")
    assert Settings.read().public_url == "https://graph.example.org:8443/gut"
