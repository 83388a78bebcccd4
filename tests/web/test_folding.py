"""Taxa fold by family on the canvas and in the table, counts follow, and they open again."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from graph.engine.connect import open_store
from graph.engine.embedded import stop
from graph.engine.schema import prepare
from graph.model.snapshot import Snapshot
from graph.settings import Settings
from graph.write.writer import write_records
from loaders.claims_table.loader import ClaimsTable
from tests.web.conftest import Dashboard, running
from tests.web.test_explore import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.engine]

MS, BLAUTIA, DOREA = "MONDO:0005301", "NCBITaxon:572511", "NCBITaxon:189330"
LACHNOSPIRACEAE, PREVOTELLA = "NCBITaxon:186803", "NCBITaxon:838"
VIEW = f"&ids={MS},{BLAUTIA},{DOREA},{LACHNOSPIRACEAE},{PREVOTELLA}"
