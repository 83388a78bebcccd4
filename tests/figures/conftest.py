"""Chromium, for what a figure is in a browser; and files of figures."""

from tests.web.conftest import browser

__all__ = ["browser"]
