"""The snapshot inside the deck, as a custom XML part: what a dropped file is opened from."""

import hashlib
from typing import Any, Final
from uuid import UUID
from xml.sax.saxutils import escape

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from figures.svg import SNAPSHOT_NAMESPACE

_PROPERTIES: Final = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_SCHEMA: Final = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def carry(deck: Any, snapshot: str, snapshot_id: str) -> None:
    """Add a snapshot's canonical JSON to the deck.

    PowerPoint keeps custom parts when it saves; each needs properties with an id of its own.
    """
    package = deck.part.package
    digest = hashlib.sha256(snapshot.encode("ascii")).hexdigest()
    number = _free(deck)
    item = Part(
        PackURI(f"/customXml/item{number}.xml"),
        "application/xml",
        package,
        f'<?xml version="1.0" encoding="UTF-8"?>\n<snapshot xmlns="{SNAPSHOT_NAMESPACE}" '
        f'id="{snapshot_id}">{escape(snapshot)}</snapshot>'.encode("ascii"),
    )
    properties = Part(
        PackURI(f"/customXml/itemProps{number}.xml"),
        _PROPERTIES,
        package,
        f'<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem '
        f'ds:itemID="{{{str(UUID(digest[:32])).upper()}}}" xmlns:ds="{_SCHEMA}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{SNAPSHOT_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'.encode(
            "ascii"
        ),
    )
    item.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    deck.part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)


def _free(deck: Any) -> int:
    """A number that no custom part of the template has."""
    names = {str(part.partname) for part in deck.part.package.iter_parts()}
    return next(n for n in range(1, len(names) + 2) if f"/customXml/item{n}.xml" not in names)
