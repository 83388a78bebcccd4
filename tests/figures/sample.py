"""A subgraph as the loaders will bring it: entities of the vocabulary, invented counts."""

from graph.model import known
from graph.model.claim import Claim
from graph.model.counting import Counts
from graph.model.entity import Entity
from graph.model.identity import ClaimId, EntityId
from graph.model.snapshot import Snapshot, Source, Stated
from graph.model.subgraph import CountedClaim, Subgraph

MS = "MONDO:0005301"
LEAKY = "GUT:leaky-gut"
IBD = "MONDO:0005265"

# subject, predicate, object, certainty, papers, and what is special about it
_CLAIMS = (
    ("NCBITaxon:1301", "INCREASED_IN", MS, "asserted", 1, ""),
    ("NCBITaxon:2172", "INCREASED_IN", MS, "asserted", 3, ""),
    ("NCBITaxon:239934", "INCREASED_IN", MS, "asserted", 4, ""),
    ("NCBITaxon:33042", "INCREASED_IN", MS, "asserted", 1, "contested"),
    ("NCBITaxon:33042", "DECREASED_IN", MS, "asserted", 1, "contested"),
    ("NCBITaxon:841", "DECREASED_IN", MS, "asserted", 2, ""),
    ("NCBITaxon:186801", "DECREASED_IN", MS, "asserted", 1, ""),
    ("NCIT:C118643", "STUDIED_FOR", MS, "proposed", 1, ""),
    ("CHEBI:27300", "STUDIED_FOR", LEAKY, "proposed", 1, ""),
    ("CHEBI:12777", "STUDIED_FOR", LEAKY, "proposed", 0, ""),
    ("CHEBI:27363", "STUDIED_FOR", LEAKY, "proposed", 1, ""),
    ("CHEBI:28300", "STUDIED_FOR", LEAKY, "proposed", 1, ""),
    ("UBERON:0001914", "STUDIED_FOR", LEAKY, "proposed", 0, ""),
    ("MESH:D019936", "STUDIED_FOR", LEAKY, "proposed", 2, ""),
    ("MESH:D019936", "AFFECTS", "MESH:D000069196", "asserted", 1, ""),
    ("CHEBI:33282", "AFFECTS", "MESH:D000069196", "asserted", 2, ""),
    ("MESH:D004032", "CONTRIBUTES_TO", LEAKY, "suggested", 1, ""),
    ("MESH:D013315", "CONTRIBUTES_TO", LEAKY, "suggested", 0, ""),
    ("MESH:D064806", "CAUSES", LEAKY, "suggested", 1, ""),
    ("MESH:D000069196", "AFFECTS", "MESH:D000095644", "suggested", 1, ""),
    ("MESH:D000069196", "AFFECTS", "UBERON:0002405", "suggested", 1, ""),
    ("MESH:D000095644", "PREVENTS", LEAKY, "asserted", 1, ""),
    (LEAKY, "ASSOCIATED_WITH", "HP:0007305", "asserted", 1, ""),
    (LEAKY, "CONTRIBUTES_TO", IBD, "asserted", 4, ""),
    (LEAKY, "CONTRIBUTES_TO", MS, "suggested", 8, ""),
    (LEAKY, "AFFECTS", "UBERON:0001009", "suggested", 1, ""),
    ("UBERON:0001009", "AFFECTS", "CL:0000129", "suggested", 1, ""),
    ("CL:0000129", "CONTRIBUTES_TO", "HP:0007305", "asserted", 1, ""),
    (IBD, "ASSOCIATED_WITH", MS, "asserted", 2, ""),
    (IBD, "HIGHER_RISK_OF", "MONDO:0005244", "asserted", 1, ""),
    (IBD, "HIGHER_RISK_OF", "MONDO:0011057", "asserted", 1, ""),
    (IBD, "HIGHER_RISK_OF", "MONDO:0002562", "asserted", 2, ""),
    ("GUT:coeliac-disease-markers", "INCREASED_IN", MS, "asserted", 1, ""),
    ("HP:0033563", "SUBCLASS_OF", "GUT:coeliac-disease-markers", "asserted", 0, ""),
    ("MONDO:0005130", "ASSOCIATED_WITH", MS, "asserted", 1, "refuted"),
    ("HGNC:11848", "CONTRIBUTES_TO", "MONDO:0007179", "suggested", 0, ""),
    ("UBERON:0002405", "CONTRIBUTES_TO", MS, "asserted", 2, ""),
)

SOURCES = (
    Source(1, "Example J Neurol 2018;141:1900"),
    Source(2, "Invented Front Immunol 2017;8:1937"),
    Source(3, "Made-up Commun 2016;7:12015"),
    Source(4, "Sample Sci Rep 2016;6:28484"),
    Source(5, "A page on leaky gut in multiple sclerosis", kind="document"),
)


def entity(id_: str) -> Entity:
    """An entity of the vocabulary."""
    return known.entities()[EntityId(id_)]


def counted(
    subject: str,
    predicate: str,
    object_: str,
    certainty: str = "asserted",
    papers: int = 1,
    special: str = "",
) -> CountedClaim:
    """A claim with invented counts."""
    claim = Claim.of(subject, predicate, object_)
    if special == "refuted":
        counts = Counts(refutes=1, refuting_papers=papers, certainty=certainty)
    else:
        agreement = "contested" if special == "contested" else "one-sided"
        counts = Counts(
            supports=max(1, papers), papers=papers, certainty=certainty, agreement=agreement
        )
    return CountedClaim(claim, counts)


def story(most: int | None = None) -> Subgraph:
    """The story of the seed document, or its first claims."""
    claims = [counted(*row) for row in _CLAIMS[:most]]
    ids = {end for one in claims for end in (one.claim.subject, one.claim.object)}
    return Subgraph.of([entity(id_) for id_ in ids], claims)


def large(entities: int, claims: int) -> Subgraph:
    """Entities of all columns with claims among them, the same each time."""
    categories = ("Intervention", "Taxon", "Process", "Cell", "Disease", "Taxon", "Chemical")
    places = {"Process": "barrier"}
    nodes = [
        Entity(
            EntityId(f"GUT:n{index}"),
            f"entity number {index}",
            category,
            compartment=places.get(category, ""),
        )
        for index, category in ((i, categories[i % len(categories)]) for i in range(entities))
    ]
    predicates = ("CAUSES", "STUDIED_FOR", "ASSOCIATED_WITH", "INCREASED_IN", "PREVENTS")
    edges: dict[str, CountedClaim] = {}
    step = 0
    while len(edges) < claims:
        step += 1
        first = (step * 7919) % entities
        second = (first + 1 + (step * step * 31) % (entities - 1)) % entities
        if step % 3 == 0:
            second = (step % 5) * 7 % entities
        if first == second:
            continue
        one = counted(
            f"GUT:n{first}",
            predicates[step % 5],
            f"GUT:n{second}",
            ("asserted", "suggested", "proposed")[step % 3],
            step % 6,
        )
        edges[one.id] = one
    return Subgraph.of(nodes, edges.values())


def statements(subgraph: Subgraph) -> list[Stated]:
    """One invented statement a claim."""
    return [
        Stated(ClaimId(claim.id), index % len(SOURCES) + 1, f"statement {index}")
        for index, claim in enumerate(subgraph.claims)
    ]


def snapshot(subgraph: Subgraph | None = None, theme: str = "light") -> Snapshot:
    """A snapshot of the story, or of a subgraph."""
    shown = story() if subgraph is None else subgraph
    return Snapshot.of(
        shown,
        title="From gut to brain: how a leaky gut may reach multiple sclerosis",
        citations=SOURCES,
        statements=statements(shown),
        theme=theme,
        focus=[EntityId(MS), EntityId(LEAKY)],
        data_version="9f2c41d07b6a",
        licences=("CC BY 4.0",),
    )
