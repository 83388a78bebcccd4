"""Starting: a port in use is refused before anything starts, in words."""

import socket

import pytest

from graph.errors import GutgraphError, SettingsError
from web.serve import command, free_port, launch_token


def test_a_port_in_use_is_refused_with_another_that_is_free() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        expected = (
            rf"Port {port} is in use by another program; stop it, or take another port: --port \d+"
        )
        with pytest.raises(GutgraphError, match=expected):
            free_port(port)


def test_a_number_that_is_no_port_is_refused() -> None:
    with pytest.raises(SettingsError, match="Port 70000 is not between 0 and 65535"):
        free_port(70_000)


def test_port_zero_finds_a_free_one() -> None:
    assert 1024 <= free_port(0) <= 65_535


def test_the_command_line_holds_no_secret_and_tells_nobody_of_its_use() -> None:
    line = command(8501)
    assert "--browser.gatherUsageStats=false" in line
    assert "--server.address=127.0.0.1" in line
    assert not any("token" in part.lower() for part in line)


def test_the_launch_token_may_be_chosen_and_is_made_where_it_is_not() -> None:
    chosen = "for-programs_of-mine"
    assert launch_token({"GUTGRAPH_TOKEN": chosen}) == chosen
    assert len(launch_token({})) > 40
    assert launch_token({}) != launch_token({"GUTGRAPH_TOKEN": ""})


@pytest.mark.parametrize("weak", ["guess me", "a" * 15, "with a space in it", "ünïcödé-ünïcödé-1"])
def test_a_token_that_can_be_guessed_is_refused_and_not_shown(weak: str) -> None:
    with pytest.raises(SettingsError, match="GUTGRAPH_TOKEN is not at least 16 letters") as told:
        launch_token({"GUTGRAPH_TOKEN": weak})
    assert weak not in str(told.value)
