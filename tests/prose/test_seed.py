"""The seed document: what must be found in it, and what must not."""

from loaders.prose.as_json import claim_as_json, mention_as_json
from loaders.prose.extraction import Extraction, Stated
from tests.prose.golden import SEED_GOLDEN, read, seed_rows
from tests.prose.material import seed, seed_text

MS = "MONDO:0005301"
LEAKY_GUT = "GUT:leaky-gut"
MARKERS = "GUT:coeliac-disease-markers"


def _of(extraction: Extraction, predicate: str) -> list[Stated]:
    return [one for one in extraction.stated if one.evidence.claim.predicate == predicate]


def _pairs(stated: list[Stated]) -> set[tuple[str, str]]:
    return {(one.evidence.subject, one.evidence.object) for one in stated}


def test_claims_of_the_seed_are_those_of_its_golden_file() -> None:
    assert seed_rows(seed()) == read(SEED_GOLDEN)


def test_every_quote_and_every_mention_equals_its_source_text() -> None:
    text, extraction = seed_text(), seed()
    for stated in extraction.stated:
        evidence = stated.evidence
        assert text[evidence.start : evidence.end] == evidence.quote
        for end in (claim_as_json(stated)["subject"], claim_as_json(stated)["object"]):
            if end["start"] is not None:
                assert text[end["start"] : end["end"]] == end["text"]
    for found in extraction.mentions:
        mention = mention_as_json(found)
        assert text[mention["start"] : mention["end"]] == mention["text"]


def test_each_of_six_taxa_has_its_own_direction() -> None:
    extraction = seed()
    up = {"NCBITaxon:1301", "NCBITaxon:2172", "NCBITaxon:239934", "NCBITaxon:33042"}
    down = {"NCBITaxon:186801", "NCBITaxon:841"}
    assert _pairs(_of(extraction, "INCREASED_IN")) - {(MARKERS, MS)} == {(one, MS) for one in up}
    assert _pairs(_of(extraction, "DECREASED_IN")) == {(one, MS) for one in down}
    taxa = [one for one in _of(extraction, "INCREASED_IN") if one.evidence.subject in up]
    assert {one.evidence.inferred for one in taxa} == {"object from heading"}


def test_markers_of_coeliac_disease_not_the_disease_are_more_frequent_and_cite_reference_1() -> (
    None
):
    stated = [one for one in seed().stated if one.evidence.subject == MARKERS]
    assert [one.evidence.claim.id for one in stated] == [f"{MARKERS}~INCREASED_IN~{MS}"]
    assert stated[0].evidence.cited == ("PMID:29860380",)
    assert stated[0].evidence.context.comparator == "healthy controls"
    assert not [one for one in seed().stated if "MONDO:0005130" in one.evidence.claim.id]


def test_dysbiosis_causes_barrier_dysfunction_is_hedged() -> None:
    evidence = _of(seed(), "CAUSES")[0].evidence
    assert (evidence.subject, evidence.object) == ("GUT:intestinal-dysbiosis", LEAKY_GUT)
    assert (evidence.certainty, evidence.cue) == ("suggested", "appears")


def test_what_is_not_established_refutes_without_contesting() -> None:
    found = {
        one.evidence.claim.id: one.evidence.stance
        for one in seed().stated
        if one.evidence.negation == "not_established"
    }
    assert found == {
        f"{MS}~HAS_PHENOTYPE~GUT:characteristic-microbiome": "refutes",
        f"{LEAKY_GUT}~HAS_PHENOTYPE~GUT:specific-symptom": "refutes",
        f"GUT:single-remedy~TREATS~{LEAKY_GUT}": "refutes",
    }


def test_nutrients_and_transplantation_are_proposed_and_never_treat() -> None:
    extraction = seed()
    studied = _of(extraction, "STUDIED_FOR")
    vitamins = {"CHEBI:27300", "CHEBI:12777"}
    nutrients = vitamins | {"CHEBI:27363", "CHEBI:28300", "MESH:D019936", "UBERON:0001914"}
    assert {(one, LEAKY_GUT) for one in nutrients} | {("NCIT:C118643", MS)} <= _pairs(studied)
    assert {one.evidence.certainty for one in studied} == {"proposed"}
    assert _pairs(_of(extraction, "TREATS")) == {("GUT:single-remedy", LEAKY_GUT)}


def test_a_list_takes_its_hedge_and_its_condition_from_the_lead_in() -> None:
    zinc = next(one.evidence for one in seed().stated if one.evidence.subject == "CHEBI:27363")
    assert zinc.cue == "considered"
    assert zinc.context.condition.startswith("alongside")
    assert zinc.inferred == "object from heading"


def test_eighteen_references_are_seventeen_publications() -> None:
    found = seed().references
    assert [one.number for one in found] == list(range(1, 19))
    assert len({one.publication.id for one in found}) == 17
    assert found[0].publication == found[14].publication


def test_titles_of_references_are_kept_apart_and_attributed_to_the_reference() -> None:
    titles = [one.evidence for one in seed().stated if one.evidence.status == "title"]
    assert titles
    assert all(len(one.cited) == 1 for one in titles)


def test_questions_and_denied_conditionals_claim_nothing() -> None:
    text = seed_text()
    asked = [
        one.evidence.quote
        for one in seed().stated
        if "?" in one.evidence.quote or "If you" in one.evidence.quote
    ]
    assert "If you" in text
    assert asked == []
