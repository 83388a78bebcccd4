"""The console in a browser: write a query, run it, wait for what comes of it."""

from playwright.sync_api import Page

_PATIENCE = 60_000


def write(page: Page, text: str) -> None:
    """Put a query in the place of what stands in the editor, once that is there."""
    page.locator("[data-editor]").wait_for(timeout=_PATIENCE)
    page.get_by_role("textbox", name="Cypher").focus()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(text)


def ask(page: Page, text: str) -> None:
    """Write a query and run it as one does from the keyboard."""
    write(page, text)
    page.keyboard.press("Control+Enter")


def came(page: Page, number: int) -> None:
    """Wait until the answer of a number is shown."""
    frame = page.locator(f".console[data-drawn^='[{number},']")
    frame.wait_for(state="attached", timeout=_PATIENCE)
