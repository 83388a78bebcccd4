"""A small graph of ways from a food to a disease: contested, denied, weak, strong and long."""

from dataclasses import replace

from graph.model.record import Record
from tests.write.sample import assertion, cite, define, document, evidence

NAMES = {
    "W:food": "fibre",
    "W:taxon": "Roseburia",
    "W:acid": "butyrate",
    "W:barrier": "leaky gut",
    "W:disease": "sclerosis",
    "W:far": "far",
    "W:alone": "alone",
}


def routes() -> list[Record]:
    records: list[Record] = [document("ways")]
    records += [define("ways", id_, name) for id_, name in NAMES.items()]
    records += [cite("ways", n, pmid=str(n), kind="primary") for n in (1, 2, 3)]
    one, two = ("PMID:1",), ("PMID:1", "PMID:2")

    def says(claim: str, cited: tuple[str, ...], certainty: str = "asserted") -> None:
        stated = evidence("ways", claim, f"{claim} {cited}", cited=cited)
        records.append(replace(stated, certainty=certainty))

    def denies(claim: str, cited: tuple[str, ...]) -> None:
        records.append(evidence("ways", claim, f"not {claim}", "refutes", cited=cited))

    says("W:food~INCREASES~W:taxon", two)
    says("W:taxon~PRODUCES~W:acid", two)
    says("W:acid~DECREASES~W:barrier", one, "suggested")
    says("W:barrier~CAUSES~W:disease", two)
    says("W:taxon~DECREASED_IN~W:disease", one)
    denies("W:taxon~DECREASED_IN~W:disease", ("PMID:3",))
    denies("W:food~TREATS~W:disease", one)
    says("W:taxon~AFFECTS~W:barrier", one, "proposed")
    records.append(assertion("ways", "W:disease~ASSOCIATED_WITH~W:taxon"))
    records.append(assertion("ways", "W:disease~ASSOCIATED_WITH~W:far"))
    return records
