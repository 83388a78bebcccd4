"""Markup that cannot be broken into: every text and attribute is escaped as it goes in."""

from html import escape


class Markup(str):
    """Markup that `element` built; any other text is escaped before it joins."""

    __slots__ = ()


def element(name: str, *children: str, **attributes: str | None) -> Markup:
    """Build an element.

    Args:
        name: The tag, a word of ours.
        children: Texts, which are escaped, and elements, which are kept.
        attributes: Their values are escaped; None leaves one out; a trailing underscore is
            dropped, other underscores become hyphens (`class_`, `aria_label`).

    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{written}>{joined(*children)}</{name}>")


def joined(*children: str) -> Markup:
    """Put texts and elements in a row."""
    return Markup(
        "".join(child if isinstance(child, Markup) else escape(child) for child in children)
    )


def name_of(text: str, longest: int = 160) -> Markup:
    """Show a name from a document: kept apart from the direction of what is around it, and cut."""
    shown = text if len(text) <= longest else text[: longest - 1] + "…"
    return element("bdi", shown, title=text[:1000] if shown != text else None)


def out_link(text: str, address: str) -> Markup:
    """Link to another site; without an address that `web.links` has checked it is only text."""
    if not address.startswith("https://"):
        return name_of(text)
    return element("a", name_of(text), href=address, target="_blank", rel="noopener noreferrer")
