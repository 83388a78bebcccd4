"""Identities: how ids are built, read back and compared.

All ids are plain strings under a `NewType`, so that mypy keeps them apart. None is ever the
engine's internal id.
"""

import hashlib
import re
import unicodedata
from functools import lru_cache
from typing import Final, NewType
from urllib.parse import quote, unquote

EntityId = NewType("EntityId", str)
ClaimId = NewType("ClaimId", str)
EvidenceId = NewType("EvidenceId", str)
PublicationId = NewType("PublicationId", str)
DocumentId = NewType("DocumentId", str)
Predicate = NewType("Predicate", str)

Qualifiers = tuple[tuple[str, str], ...]

_CURIE: Final = re.compile(r"[A-Za-z][\w.\-]*:[^\s\x00-\x1f]+")
_PREDICATE: Final = re.compile(r"[A-Z][A-Z0-9_]{0,99}")
# Length of the hex digests used as ids: 128 bits, so that a collision among 10^9 ids is < 10^-20.
_DIGEST_LENGTH: Final = 32


def is_curie(text: str) -> bool:
    """Say whether `text` is prefix, colon, local part, without white space."""
    return _CURIE.fullmatch(text) is not None


def is_predicate_name(text: str) -> bool:
    """Say whether `text` can be a relation type: upper case, digits, underscores, at most 100."""
    return _PREDICATE.fullmatch(text) is not None


@lru_cache(maxsize=8_192)  # a batch asks for the same ids again and again
def claim_id(subject: str, predicate: str, object_: str, qualifiers: Qualifiers = ()) -> ClaimId:
    """Join a claim's key into its id, reversible by `parse_claim_id`.

    Ends and qualifiers are expected in canonical order (see `graph.model.claim.Claim`). `%`, `~`
    and, in qualifiers, `=` are percent-encoded.
    """
    parts = [_escape(subject), predicate, _escape(object_)]
    parts += [f"{_escape(key, '=')}={_escape(value, '=')}" for key, value in qualifiers]
    return ClaimId("~".join(parts))


def parse_claim_id(text: str) -> tuple[EntityId, Predicate, EntityId, Qualifiers]:
    """Take a claim id apart.

    Raises:
        ValueError: The text is not a claim id.

    """
    parts = text.split("~")
    if len(parts) < 3 or not is_predicate_name(parts[1]):  # noqa: PLR2004 - subject, predicate, object
        raise ValueError(f"{text!r} is not a claim id: SUBJECT~PREDICATE~OBJECT[~KEY=VALUE…]")
    pairs = [part.partition("=") for part in parts[3:]]
    if any(not separator for _, separator, _ in pairs):
        raise ValueError(f"{text!r} is not a claim id: a qualifier has no '='")
    return (
        EntityId(unquote(parts[0])),
        Predicate(parts[1]),
        EntityId(unquote(parts[2])),
        tuple((unquote(key), unquote(value)) for key, _, value in pairs),
    )


@lru_cache(maxsize=8_192)
def evidence_id(
    document: str, claim: str, stance: str, quote_or_row: str, occurrence: int = 0
) -> EvidenceId:
    """Hash what makes a piece of evidence itself.

    Offsets, rule and extractor stay out, so that a review survives a better extractor and a page
    saved anew. `occurrence` (0-based) tells apart equal quotes in one document.
    """
    parts = (document, claim, stance, normalise(quote_or_row), str(occurrence))
    return EvidenceId(f"EV:{digest(*parts)}")


def publication_id(pmid: str | None, doi: str | None, title: str | None) -> PublicationId:
    """Choose a publication's id: PMID, else DOI, else hash of the title.

    Raises:
        ValueError: None of the three is given.

    """
    if pmid:
        return PublicationId(f"PMID:{pmid}")
    if doi:
        return PublicationId(f"DOI:{doi.lower()}")
    key = title_key(title or "")
    if not key:
        raise ValueError("A publication needs a PMID, a DOI or a title")
    return PublicationId(f"TITLE:{digest(key)}")


def title_key(title: str) -> str:
    """Fold a title to letters and digits, so that quotes, dashes and case do not matter."""
    folded = unicodedata.normalize("NFKD", title).casefold()
    return "".join(character for character in folded if character.isalnum())


def normalise(text: str) -> str:
    """Fold a text for comparison: NFKC, case, white space."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def digest(*parts: str) -> str:
    """Hash strings, each with its length, so that no two lists of parts run together."""
    joined = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST_LENGTH]


def _escape(text: str, also: str = "") -> str:
    escaped = text.replace("%", "%25").replace("~", "%7E")
    for character in also:
        escaped = escaped.replace(character, quote(character, safe=""))
    return escaped
