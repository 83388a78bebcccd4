"""Meaning that must survive: direction, denial, hedge, aim, and what claims nothing."""

import pytest

from tests.prose.material import says

MS = "MONDO:0005301"


@pytest.mark.parametrize(
    "text",
    [
        "Does stress cause leaky gut?",
        "If you have leaky gut, you will develop multiple sclerosis.",
        "It is unclear whether dysbiosis causes multiple sclerosis.",
        "Dysbiosis always has some cause behind it.",
        "Patients with non-MS disorders had higher zonulin.",
        "Many people believe that gluten causes leaky gut.",
        "The association between smoking and constipation remains unclear.",
        "Zinc is sold next to probiotics.",
    ],
)
def test_text_that_claims_nothing_yields_no_claim(text: str) -> None:
    assert says(text) == []


def test_direction_changes_inside_one_sentence() -> None:
    text = "A depletion of Dorea, Blautia and increases in Prevotella were found in MS patients."
    assert says(text) == [
        f"NCBITaxon:189330 DECREASED_IN {MS}",
        f"NCBITaxon:572511 DECREASED_IN {MS}",
        f"NCBITaxon:838 INCREASED_IN {MS}",
    ]


def test_no_difference_refutes_both_directions() -> None:
    assert says("Zonulin did not differ between MS patients and controls.") == [
        f"GUT:zonulin DECREASED_IN {MS} refutes",
        f"GUT:zonulin INCREASED_IN {MS} refutes",
    ]


def test_aim_is_kept_as_an_aim() -> None:
    text = "We aimed to determine whether probiotics improve fatigue."
    assert says(text) == ["MESH:D019936 TREATS MESH:D005221 aim"]


def test_finding_after_an_aim_is_a_finding() -> None:
    text = (
        "To test this, mice were fed fibre, and we found that butyrate reduced neuroinflammation."
    )
    assert says(text) == ["CHEBI:17968 DECREASES HP:0033429"]


def test_hedge_of_one_clause_does_not_weaken_another() -> None:
    text = "Gluten may cause bloating; emulsifiers trigger colitis."
    assert says(text) == [
        "GUT:emulsifiers CAUSES GUT:colitis",
        "GUT:gluten CAUSES HP:0003270 suggested",
    ]


def test_not_only_denies_nothing() -> None:
    text = "Alcohol not only damages the gut barrier but increases LPS."
    assert "GUT:alcohol DISRUPTS MESH:D000095644" in says(text)


def test_permeability_in_a_directed_claim_is_the_leaky_gut() -> None:
    assert says("Butyrate reduced intestinal permeability.") == [
        "CHEBI:17968 DECREASES GUT:leaky-gut"
    ]


def test_hedged_benefit_is_studied_for_and_never_treats() -> None:
    assert says("Probiotics may relieve constipation.") == [
        "MESH:D019936 STUDIED_FOR MESH:D003248 suggested"
    ]


def test_part_of_a_larger_phrase_is_no_subject() -> None:
    assert says("The lack of butyrate causes constipation.") == []
