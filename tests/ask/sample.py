"""A graph with a hub, for questions."""

from graph.model.entity import Definition, Entity
from graph.model.identity import DocumentId, EntityId
from graph.model.record import Record
from tests.write.sample import MS, cite, document, document_a, document_b, evidence

HUB_NEIGHBOURS = 60


def hub() -> list[Record]:
    """Many genes with one claim each about MS; the first five with two papers."""
    records: list[Record] = [document("hub")]
    for number in range(1, 3):
        records.append(cite("hub", number, pmid=str(100 + number), kind="primary"))
    for number in range(HUB_NEIGHBOURS):
        id_ = EntityId(f"HGNC:{number:03}")
        gene = Entity(id_, f"gene {number:03}", "Gene", synonyms=(f"alias{number:03}",))
        records.append(Definition(gene, DocumentId("hub")))
        cited = ("PMID:101", "PMID:102") if number < 5 else ()
        claim = f"{id_}~CAUSES~{MS}"
        records.append(evidence("hub", claim, f"Gene {number} causes it.", cited=cited))
    return records


def everything() -> list[Record]:
    return [*document_a(), *document_b(), *hub()]
