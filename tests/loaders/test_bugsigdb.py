"""BugSigDB: every fact of the MS subset arrives, and disagreement is seen in the graph."""

import csv
from pathlib import Path

import pytest

from graph.ask.evidence import of_claim
from graph.engine.bolt import BoltStore
from graph.errors import LoadError
from graph.model.document import Document
from graph.model.entity import Definition
from graph.model.publication import Citation
from graph.write.check import check
from loaders.bugsigdb import loader as bugsigdb
from loaders.run import find_loader, load_input
from tests.loaders.shared import evidence, read, rejected, shared

MS = "MONDO:0005301"
BLAUTIA = "NCBITaxon:572511"
PSEUDOMONADOTA = "NCBITaxon:1224"
AKKERMANSIA = "NCBITaxon:239934"
BUTYRICIMONAS = "NCBITaxon:574697"

HEADER = (
    "BSDB ID,Study design,PMID,DOI,Title,Year,Host species,Body site,Condition,EFO ID,"
    "Group 0 name,Group 1 name,Group 0 sample size,Group 1 sample size,Abundance in Group 1,"
    "MetaPhlAn taxon names,NCBI Taxonomy IDs\n"
)


def signature(**cells: str) -> str:
    """A signature, in order of `HEADER`, with some of its cells changed."""
    row = {
        "BSDB ID": "bsdb:1/1/1",
        "Study design": "case-control",
        "PMID": "99000001",
        "DOI": "NA",
        "Title": "A study made up for this test",
        "Year": "2020",
        "Host species": "Homo sapiens",
        "Body site": "Feces",
        "Condition": "Multiple sclerosis",
        "EFO ID": MS,
        "Group 0 name": "controls",
        "Group 1 name": "MS",
        "Group 0 sample size": "10",
        "Group 1 sample size": "12",
        "Abundance in Group 1": "increased",
        "MetaPhlAn taxon names": "k__Bacillati|g__Blautia",
        "NCBI Taxonomy IDs": "1783272|572511",
    } | {key.replace("_", " "): value for key, value in cells.items()}
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in row.values()) + "\n"


@pytest.fixture(name="subset")
def _subset() -> Path:
    return shared("data", "bugsigdb_ms", "full_dump.ms_subset.csv")


def test_every_taxon_of_every_signature_arrives_with_direction_groups_and_paper(
    subset: Path,
) -> None:
    yielded = read(bugsigdb, str(subset), subset.read_bytes())
    table = shared("data", "bugsigdb_ms", "ms_taxa_long.tsv").read_text(encoding="utf-8")
    expected = sorted(
        (
            row["bsdb_id"], f"PMID:{row['pmid']}", row["taxon_curie"],
            f"{row['direction'].upper()}_IN", row["condition_curie"], row["group0"],
            row["group1"], int(row["n0"]), int(row["n1"]), row["sequencing"], row["test"],
        )
        for row in csv.DictReader(table.splitlines(), delimiter="\t")
    )  # fmt: skip
    found = sorted(
        (
            one.row_key, *one.cited, one.subject, one.claim.predicate, one.object,
            one.context.comparator, one.context.population, one.context.n_controls,
            one.context.n_cases, one.context.method.split(", ")[0],
            one.context.method.split(", ")[-1],
        )
        for one in evidence(yielded)
    )  # fmt: skip
    assert found == expected
    assert len(found) == 49
    assert len({one.claim.id for one in evidence(yielded)}) == 38
    assert len({one.id for one in evidence(yielded)}) == 49


def test_the_study_context_is_kept(subset: Path) -> None:
    first = evidence(read(bugsigdb, str(subset), subset.read_bytes()))[0]
    assert first.context.study_type == "case-control"
    assert first.context.host == "Homo sapiens"
    assert first.context.body_site == "Feces"
    assert first.context.method == "16S/Illumina, V345, Mann-Whitney (Wilcoxon)"
    assert first.context.condition == "Relapsing remitting MS (RRMS)"
    assert first.context.effect == "increased at p < 0.05, corrected for multiple tests"
    assert first.section == "Experiment 1, Figure 3, Table 2"
    assert first.knowledge_level == "statistical_association"
    assert first.agent_type == "manual_agent"


def test_taxa_come_with_rank_and_lineage_and_papers_as_primary(subset: Path) -> None:
    yielded = read(bugsigdb, str(subset), subset.read_bytes())
    said = {str(one.entity.id): one.entity for one in yielded if isinstance(one, Definition)}
    assert said["NCBITaxon:84567"].name == "Pedobacter"
    assert said["NCBITaxon:84567"].category == "Taxon"
    assert said["NCBITaxon:84567"].description == (
        "genus; Pseudomonadati > Bacteroidota > Sphingobacteriia > Sphingobacteriales > "
        "Sphingobacteriaceae > Pedobacter"
    )
    assert said[PSEUDOMONADOTA].name == "Proteobacteria"  # the vocabulary's name for it
    assert said[PSEUDOMONADOTA].description == "phylum; Pseudomonadati > Pseudomonadota"
    papers = {
        str(one.publication.id): one.publication for one in yielded if isinstance(one, Citation)
    }
    assert {id_: (one.kind, one.year, one.doi) for id_, one in papers.items()} == {
        "PMID:27346372": ("primary", 2016, "10.1038/srep28484"),
        "PMID:27352007": ("primary", 2016, "10.1038/ncomms12015"),
    }


def test_the_document_names_release_licence_and_address(subset: Path) -> None:
    document = read(bugsigdb, str(subset), subset.read_bytes())[0]
    assert isinstance(document, Document)
    assert document.title == "BugSigDB 2025-08-05_03:29_UTC"
    assert document.licence == "Creative Commons Attribution 4.0 International"
    assert document.url == "https://bugsigdb.org"
    assert document.kind == "bugsigdb"


def test_an_export_is_recognised_by_its_header(subset: Path) -> None:
    assert find_loader(subset, subset.read_bytes()[:4096]) is bugsigdb
    assert bugsigdb.recognises(Path("dump.csv"), b"\xef\xbb\xbf" + HEADER.encode())
    assert not bugsigdb.recognises(Path("dump.csv"), b"subject,predicate,object\n")


def test_both_directions_in_one_paper_are_mixed(store: BoltStore, subset: Path) -> None:
    loaded = load_input(store, subset, 5000)
    assert loaded.complete
    assert (loaded.rows, loaded.documents[0].evidence) == (49, 49)
    for taxon in (BLAUTIA, PSEUDOMONADOTA):
        for direction in ("INCREASED_IN", "DECREASED_IN"):
            claim = of_claim(store, f"{taxon}~{direction}~{MS}")
            assert claim.claim.counts.agreement == "mixed"
            assert claim.claim.counts.papers == 1
    akkermansia = of_claim(store, f"{AKKERMANSIA}~INCREASED_IN~{MS}")
    assert akkermansia.claim.counts.agreement == "one-sided"
    assert (akkermansia.claim.counts.supports, akkermansia.claim.counts.papers) == (4, 1)
    claims = store.read(
        "MATCH (:Taxon)-[c:INCREASED_IN|DECREASED_IN]->(:Disease {id: $ms}) RETURN count(c) AS n",
        {"ms": MS},
    )
    assert claims == [{"n": 38}]
    assert not check(store)


def test_another_paper_that_says_the_contrary_makes_them_contested_with_both_sides_readable(
    store: BoltStore, subset: Path, tmp_path: Path
) -> None:
    table = tmp_path / "contrary.csv"
    table.write_text(
        "subject,predicate,object,pmid,publication kind,host,body site,comparator,quote\n"
        "Akkermansia,decreased,MS,99000001,primary,human,stool,healthy controls,It was less.\n"
        "NCBITaxon:574697,is increased in,multiple sclerosis,99000001,primary,human,faeces,"
        "healthy people as controls,There was more of it.\n",
        encoding="utf-8",
    )
    load_input(store, subset, 5000)
    assert load_input(store, table, 5000).complete
    for taxon, quote in ((AKKERMANSIA, "It was less."), (BUTYRICIMONAS, "There was more of it.")):
        up, down = (
            of_claim(store, f"{taxon}~{direction}~{MS}")
            for direction in ("INCREASED_IN", "DECREASED_IN")
        )
        assert up.claim.counts.agreement == down.claim.counts.agreement == "contested"
        assert up.opposite is not None
        assert up.opposite.id == down.claim.id
        sides = [
            {
                (paper.id, one.evidence.quote)
                for one in side.statements
                for paper in one.publications
            }
            for side in (up, down)
        ]
        assert sorted(sides, key=sorted) == [{("PMID:27352007", "")}, {("PMID:99000001", quote)}]
    assert of_claim(store, f"{BLAUTIA}~INCREASED_IN~{MS}").claim.counts.agreement == "mixed"
    assert not check(store)


def test_a_signature_that_cannot_be_read_is_rejected_with_all_its_problems() -> None:
    cells = {"Abundance in Group 1": "NA", "EFO ID": "NA", "PMID": "x", "NCBI Taxonomy IDs": "NA"}
    row = signature(**{key.replace(" ", "_"): value for key, value in cells.items()})
    yielded = read(bugsigdb, "dump.csv", HEADER + signature() + row)
    assert len(evidence(yielded)) == 1
    (said,) = rejected(yielded)
    assert said == (
        "3: EFO ID '' names no condition. Mend it on bugsigdb.org, or in the file. "
        "PMID 'x' is not what BugSigDB writes. "
        "Mend it on bugsigdb.org, or in the file. "
        "Abundance in Group 1 '' is neither increased nor decreased. "
        "Mend it on bugsigdb.org, or in the file."
    )


def test_one_taxon_without_a_number_does_not_take_the_others_with_it() -> None:
    row = signature(
        MetaPhlAn_taxon_names="k__Bacillati|g__Blautia,k__Bacillati|g__Odd, with a comma",
        NCBI_Taxonomy_IDs="1783272|572511;1783272|",
    )
    yielded = read(bugsigdb, "dump.csv", HEADER + row)
    assert [one.subject for one in evidence(yielded)] == [BLAUTIA]
    assert rejected(yielded) == [
        "2: NCBI Taxonomy IDs 'k__Bacillati|g__Odd, with a comma 1783272|' has no name or no "
        "number. Mend it on bugsigdb.org, or in the file."
    ]


def test_a_signature_with_two_conditions_speaks_of_each_and_says_so() -> None:
    row = signature(Condition="Multiple sclerosis,Obesity", EFO_ID=f"{MS},EFO:0001073")
    yielded = evidence(read(bugsigdb, "dump.csv", HEADER + row))
    assert [one.object for one in yielded] == [MS, "EFO:0001073"]
    assert {one.inferred for one in yielded} == {"one of the conditions Multiple sclerosis,Obesity"}


def test_a_signature_that_comes_twice_counts_once() -> None:
    yielded = read(bugsigdb, "dump.csv", HEADER + signature() + signature())
    assert len(evidence(yielded)) == 1
    assert rejected(yielded) == [
        "3: BSDB ID 'bsdb:1/1/1' stood with Blautia in line 2 already. Keep one of the two rows."
    ]


def test_mice_are_another_context() -> None:
    (one,) = evidence(read(bugsigdb, "d.csv", HEADER + signature(Host_species="Mus musculus")))
    assert one.context.host == "Mus musculus"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            HEADER.replace("PMID,", ""),
            "dump.csv: The export has no column 'PMID'. Take full_dump.csv as BugSigDB exports it.",
        ),
        (HEADER, "dump.csv: There is no signature in it. Export some from BugSigDB."),
        (
            "# BugSigDB\n" + HEADER + signature() + '"bsdb:1/1/2,and no end',
            "dump.csv:4: The row that begins here cannot be read (unexpected end of data). "
            "Download the export anew.",
        ),
    ],
)
def test_a_broken_export_is_refused_in_words(text: str, said: str) -> None:
    with pytest.raises(LoadError) as caught:
        read(bugsigdb, "dump.csv", text)
    assert str(caught.value) == said
