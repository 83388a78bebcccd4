"""Vendors stay in their rooms, importing does nothing, and the doors are imported by nobody."""

import subprocess
import sys

import pytest

from tests.house.project import DOORS, ROOMS, ROOT, imports, sources

# One vendor, one room: where each may be imported.
VENDOR_ROOMS = {
    "neo4j": ("graph/engine/bolt.py",),
    "arcadedb_embedded": ("graph/engine/arcade.py",),
    "py2neo": ("graph/py2neo_bridge.py",),
    "pyvis": ("web/canvas/",),
    "streamlit": ("web/", "dashboard.py"),
    "fastapi": ("web/api/",),
    "mcp": ("agents/",),
    "mcp_types": ("agents/",),
    "resvg_py": ("figures/png.py",),
    "ahocorasick": ("loaders/prose/",),
    "typer": ("terminal/",),
    "rich": ("terminal/",),
    "openpyxl": ("loaders/claims_table/",),
    "rapidfuzz": ("graph/ask/",),
    "pyarrow": ("graph/ask/claim_",),
    "networkx": ("figures/layout/forces.py", "figures/graphml.py"),
    "pptx": ("figures/pptx/",),
    "reportlab": ("figures/pdf.py",),
    "segno": ("figures/geometry/code.py",),
    "fontTools": ("figures/text.py", "figures/page/"),
}

# Run by their name, never imported: the dashboard's doors.
SCRIPTS = (ROOT / "dashboard.py", ROOT / "web/script/main.py")


@pytest.mark.parametrize("vendor", sorted(VENDOR_ROOMS))
def test_a_vendor_is_imported_in_its_room_only(vendor: str) -> None:
    strangers = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in sources()
        for module, line in imports(path)
        if module.split(".")[0] == vendor
        and not str(path.relative_to(ROOT)).startswith(VENDOR_ROOMS[vendor])
    ]
    assert strangers == []


def test_nobody_imports_the_doors() -> None:
    doors = {door.removesuffix(".py") for door in DOORS}
    visitors = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in sources()
        for module, line in imports(path)
        if module.split(".")[0] in doors
    ]
    assert visitors == []


def test_importing_a_module_opens_no_file_and_no_socket() -> None:
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in sources()
        if path not in SCRIPTS
    ]
    code = f"""
import importlib, sys
opened = []
def watch(event, arguments):
    if event in ("socket.connect", "socket.bind"):
        opened.append((event, arguments[1:]))
    elif event == "open" and str(arguments[0]).startswith({str(ROOT)!r} + "/"):
        inside = str(arguments[0])[len({str(ROOT)!r}) + 1:]
        if inside.startswith({ROOMS!r}) and not inside.endswith((".py", ".pyc")):
            opened.append((event, inside))
sys.addaudithook(watch)
for module in {modules!r}:
    importlib.import_module(module)
    if opened:
        sys.exit(f"{{module}}: {{opened}}")
"""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


def test_requirement_files_pin_with_hashes_and_name_no_host() -> None:
    for name in ("run.txt", "test.txt"):
        text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
        assert "://" not in text
        lines = text.splitlines()
        pins = [number for number, line in enumerate(lines) if line[:1].isalnum()]
        assert len(pins) > 10
        unpinned = [
            lines[number]
            for number in pins
            if "==" not in lines[number] or "--hash=sha256:" not in lines[number + 1]
        ]
        assert unpinned == []
