"""Identities: reversible, canonical, stable."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from graph.model import vocabulary
from graph.model.claim import Claim
from graph.model.evidence import Evidence
from graph.model.identity import DocumentId, claim_id, parse_claim_id

local = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1
).filter(lambda text: not any(character.isspace() for character in text))
curies = st.builds("{}:{}".format, st.sampled_from(["MONDO", "GUT", "NCBITaxon", "a.b-c"]), local)
qualifiers = st.lists(st.tuples(st.text(max_size=8), st.text(max_size=8)), max_size=3).map(
    lambda pairs: tuple(sorted(set(pairs)))
)
predicates = st.sampled_from(sorted(vocabulary.predicates()))


@given(curies, predicates, curies, qualifiers)
def test_a_claim_id_is_read_back_as_what_it_was(
    subject: str, predicate: str, object_: str, pairs: tuple[tuple[str, str], ...]
) -> None:
    text = claim_id(subject, predicate, object_, pairs)
    assert parse_claim_id(text) == (subject, predicate, object_, pairs)


@given(curies, predicates, curies, qualifiers)
def test_a_claim_is_read_back_from_its_id(
    subject: str, predicate: str, object_: str, pairs: tuple[tuple[str, str], ...]
) -> None:
    claim = Claim.of(subject, predicate, object_, pairs)
    assert Claim.from_id(claim.id) == claim


@given(curies, predicates, curies)
def test_an_inverse_turned_round_is_the_same_claim(
    subject: str, predicate: str, object_: str
) -> None:
    inverse = vocabulary.predicates()[predicate].inverse
    if inverse:
        turned = Claim.of(object_, inverse, subject)
        assert turned == Claim.of(subject, predicate, object_)


@given(curies, curies)
def test_the_ends_of_a_symmetric_claim_have_no_order(one: str, other: str) -> None:
    assert Claim.of(one, "ASSOCIATED_WITH", other) == Claim.of(other, "ASSOCIATED_WITH", one)


@given(curies, curies)
def test_a_direction_qualifier_becomes_the_predicate(one: str, other: str) -> None:
    qualified = Claim.of(one, "AFFECTS", other, (("object_direction_qualifier", "increased"),))
    assert qualified == Claim.of(one, "INCREASES", other)


@given(curies, predicates, curies)
def test_the_opposite_of_the_opposite_is_the_claim(
    subject: str, predicate: str, object_: str
) -> None:
    opposite = Claim.of(subject, predicate, object_).opposite
    assert opposite is None or opposite.opposite == Claim.of(subject, predicate, object_)


EVIDENCE = Evidence(
    Claim.of("X:1", "CAUSES", "X:2"),
    DocumentId("d"),
    Claim.of("X:1", "CAUSES", "X:2").subject,
    Claim.of("X:1", "CAUSES", "X:2").object,
    "supports",
    "asserted",
    quote="One causes two.",
)


@given(st.integers(0, 10**6), st.text(max_size=20), st.text(max_size=20))
def test_evidence_keeps_its_id_under_other_offsets_rules_and_extractors(
    start: int, rule: str, extractor: str
) -> None:
    end = start + len(EVIDENCE.quote)
    other = replace(EVIDENCE, start=start, end=end, rule=rule, extractor=extractor, section="s")
    assert other.id == EVIDENCE.id


def test_evidence_has_another_id_for_another_quote_stance_document_or_occurrence() -> None:
    others = [
        replace(EVIDENCE, quote="One caused two."),
        replace(EVIDENCE, stance="refutes"),
        replace(EVIDENCE, document=DocumentId("e")),
        replace(EVIDENCE, occurrence=1),
    ]
    assert len({one.id for one in (EVIDENCE, *others)}) == 5
    assert replace(EVIDENCE, quote="one  causes\ntwo.").id == EVIDENCE.id


def test_what_qualifies_an_end_goes_with_it_when_the_ends_are_turned() -> None:
    one = Claim.of("X:2", "ASSOCIATED_WITH", "X:1", (("subject_aspect_qualifier", "level"),))
    other = Claim.of("X:1", "ASSOCIATED_WITH", "X:2", (("object_aspect_qualifier", "level"),))
    assert one == other
    caused = Claim.of("X:1", "CAUSED_BY", "X:2", (("object_aspect_qualifier", "level"),))
    assert caused == Claim.of("X:2", "CAUSES", "X:1", (("subject_aspect_qualifier", "level"),))
