"""What the product has is documented, and what is documented the product has."""

import re
import subprocess
import sys

import typer.main

from graph.settings import Settings
from terminal.app import app
from tests.house.project import ROOT


def commands() -> set[str]:
    """Every command of the terminal, groups with their members."""
    group = typer.main.get_group(app)
    names = set()
    for name, command in group.commands.items():
        inner = getattr(command, "commands", None)
        names |= {f"{name} {each}" for each in inner} if inner else {name}
    return names


def variables() -> set[str]:
    """Every environment variable that the settings read."""
    return {
        str(field.validation_alias or f"GUTGRAPH_{name.upper()}")
        for name, field in Settings.model_fields.items()
    }


def test_each_command_is_documented_and_no_other() -> None:
    text = (ROOT / "docs/terminal.md").read_text(encoding="utf-8")
    documented = {
        match.strip() for match in re.findall(r"^\| `gutgraph ([a-z]+(?: [a-z]+)?)", text, re.M)
    }
    assert documented == commands()


def test_each_setting_is_documented_and_no_other() -> None:
    text = (ROOT / "docs/settings.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([A-Z0-9_]+)`", text, re.M)) == variables()


def test_each_link_within_the_documents_leads_somewhere() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md"), *(ROOT / "decisions").glob("*.md")]
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#:\s]+)\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []


def test_the_commands_of_the_readme_exist() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    called = [line.split()[1:3] for line in re.findall(r"^gutgraph .*$", text, re.M)]
    assert called
    strange = [words for words in called if not {words[0], " ".join(words)} & commands()]
    assert strange == []


def test_help_names_every_command_and_group() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "gutgraph", "--help"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0
    missing = [name for name in commands() if name.split()[0] not in done.stdout]
    assert missing == []


def test_each_wish_of_the_checklist_names_a_test_that_exists() -> None:
    text = (ROOT / "docs/asked-for.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(test_\w+)`", text))
    written = "\n".join(
        path.read_text(encoding="utf-8") for path in ROOT.glob("tests/**/test_*.py")
    )
    assert len(named) > 10
    assert named <= set(re.findall(r"^def (test_\w+)", written, re.M))
