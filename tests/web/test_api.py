"""The routes for programs: what they answer, page by page, and what they say when they cannot."""

from urllib.parse import quote

import pytest

from graph.model.document import Document
from tests.web.conftest import Dashboard
from tests.web.programs import Program
from tests.web.sample import AKKERMANSIA, COPROCOCCUS, LEAKY, MS, records

CLAIM = f"{AKKERMANSIA}~INCREASED_IN~{MS}"


@pytest.fixture
def program(dashboard: Dashboard) -> Program:
    return Program(dashboard)


def test_a_search_finds_by_synonym_and_pages_through_what_it_found(program: Program) -> None:
    (first, *_) = program.get("/api/search", q="ms").json["hits"]
    assert (first["id"], first["matched"], first["how"]) == (MS, "MS", "exact")
    assert first["kind"] == "disease"
    pages, address = [], "/api/search?q=a&limit=2"
    while address:
        page = program.send("GET", address).json
        assert len(page["hits"]) <= 2
        pages += [hit["id"] for hit in page["hits"]]
        address = page["next"]
    assert len(set(pages)) == len(pages) > 2
    assert pages == [hit["id"] for hit in program.get("/api/search", q="a", limit=100).json["hits"]]


def test_an_entity_is_told_with_its_claims_and_documents(program: Program) -> None:
    known = program.get(f"/api/entities/{MS}", limit=2).json
    assert known["entity"]["name"] == "multiple sclerosis"
    assert known["total"] == sum(known["by_predicate"].values()) > len(known["claims"]) == 2
    assert known["claims"][0]["sentence"].endswith("multiple sclerosis")
    assert known["documents"] == ["https://example.org/answer", "https://example.org/page"]


def test_neighbours_come_a_page_at_a_time_none_twice_and_none_missing(program: Program) -> None:
    address, seen, pages = f"/api/entities/{quote(MS, safe='')}/neighbours?limit=3", [], 0
    while address:
        page = program.send("GET", address).json
        seen += page["neighbours"]
        address, pages = page["next"], pages + 1
    ids = [one["claim"]["id"] for one in seen]
    assert pages > 2
    assert len(set(ids)) == len(ids)
    rows = program.query("MATCH (:Entity {id: $id})-[r]-(m:Entity) RETURN r.id", id=MS).json["rows"]
    assert set(ids) == {id_ for (id_,) in rows}
    papers = [one["claim"]["counts"] for one in seen]
    ranked = [one["papers"] + one["refuting_papers"] for one in papers]
    assert ranked == sorted(ranked, reverse=True)


def test_neighbours_are_kept_by_relation_and_category(program: Program) -> None:
    path = f"/api/entities/{MS}/neighbours"
    kept = program.get(path, predicate=["DECREASED_IN"], category="Taxon", limit=1).json
    assert [one["claim"]["predicate"] for one in kept["neighbours"]] == ["DECREASED_IN"]
    more = program.send("GET", kept["next"]).json["neighbours"]
    assert more
    assert {one["claim"]["predicate"] for one in more} == {"DECREASED_IN"}
    assert program.get(path, predicate="CAUSES", category="Taxon").json["neighbours"] == []


def test_a_claim_is_told_with_quotes_that_stand_in_their_source(program: Program) -> None:
    opened = program.get(f"/api/claims/{quote(CLAIM, safe='')}").json
    assert opened["claim"]["counts"]["papers"] == 2
    assert opened["subject"]["name"] == "Akkermansia"
    texts = {one.id: one.text or "" for one in records() if isinstance(one, Document)}
    for stated in opened["evidence"]:
        text = texts[stated["document"]["id"]]
        assert text[stated["start"] : stated["end"]] == stated["quote"]
        assert [paper["id"] for paper in stated["publications"]]
    assert len(opened["evidence"]) == opened["total"] == 2


def test_the_evidence_of_a_claim_is_paged_and_its_opposite_is_named(program: Program) -> None:
    first = program.get(f"/api/claims/{CLAIM}", limit=1).json
    second = program.send("GET", first["next"]).json
    assert second["next"] is None
    assert first["evidence"][0]["id"] != second["evidence"][0]["id"]
    contested = program.get(f"/api/claims/{COPROCOCCUS}~INCREASED_IN~{MS}").json
    assert contested["opposite"]["id"] == f"{COPROCOCCUS}~DECREASED_IN~{MS}"
    assert contested["claim"]["counts"]["agreement"] == "contested"


def test_paths_go_by_id_or_name_and_say_their_weakest_link(program: Program) -> None:
    found = program.get("/api/paths", start="leaky gut", end=MS, length=3, limit=2).json
    assert found["end"]["id"] == MS
    (path, *_) = found["paths"]
    assert path["entities"][-1] == {"id": MS, "name": "multiple sclerosis"}
    assert len(path["steps"]) == len(path["entities"]) - 1
    assert path["explanation"].startswith("weakest link: ")


def test_saved_queries_are_listed_and_asked(program: Program) -> None:
    listed = program.get("/api/saved").json["queries"]
    assert "markers" in [query["name"] for query in listed]
    answer = program.get("/api/saved/taxa_in_disease", disease="MS", limit=1).json
    assert [one for one in answer["parameters"] if one["name"] == "disease"] == [
        {"name": "disease", "value": MS, "taken": f"'MS' was taken as multiple sclerosis ({MS})"}
    ]
    assert answer["truncated"] is True
    assert len(answer["rows"]) == 1


def test_an_answer_that_has_not_changed_is_not_told_again(program: Program) -> None:
    first = program.get(f"/api/entities/{MS}")
    assert first.headers["cache-control"] == "private, no-cache"
    tag = first.headers["etag"]
    assert tag.startswith('W/"')
    for named in (tag, tag.removeprefix("W/"), f'"other", {tag}', "*"):
        again = program.send("GET", f"/api/entities/{MS}", headers={"if-none-match": named})
        assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
    other = program.send("GET", f"/api/entities/{LEAKY}", headers={"if-none-match": tag})
    assert other.status == 200
    assert other.headers["etag"] != tag


def test_no_two_addresses_share_a_tag(program: Program) -> None:
    addresses = [
        f"/api/entities/{MS}",
        f"/api/entities/{MS}?limit=1",
        f"/api/entities/{MS}/neighbours",
        f"/api/entities/{MS}/neighbours?limit=1",
        f"/api/search?q={MS}",
        "/api/search?q=ms",
        f"/api/claims/{CLAIM}",
        "/api/saved/markers",
        "/api/saved/markers?limit=1",
        f"/api/paths?start={LEAKY}&end={MS}",
        f"/api/paths?start={MS}&end={LEAKY}",
    ]
    tags = [program.send("GET", address).headers["etag"] for address in addresses]
    assert len(set(tags)) == len(addresses)


def test_head_is_get_without_its_body(program: Program) -> None:
    for path in (f"/api/entities/{MS}", "/api/saved", "/health", "/api/openapi.json"):
        got, head = program.get(path), program.send("HEAD", path)
        assert (head.status, head.body) == (200, b"")
        for name in ("content-type", "content-length", "etag", "cache-control"):
            assert head.headers.get(name) == got.headers.get(name), (path, name)
    assert program.send("HEAD", "/api/entities/X:1").status == 404


def test_no_header_lets_other_pages_read_or_loads_from_elsewhere(program: Program) -> None:
    for method in ("GET", "OPTIONS"):
        asked = {"origin": f"http://127.0.0.1:{program.dashboard.port}"}
        answer = program.send(method, "/api/search?q=ms", headers=asked)
        assert not [name for name in answer.headers if name.startswith("access-control")]
    for path in ("/docs", "/redoc", "/api/docs", "/api/redoc"):
        assert b"cdn" not in program.get(path).body


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/api", 404, "no such route"),
        ("/api/", 404, "no such route"),
        ("/api/search/", 404, "no such route"),
        ("/api/nothing", 404, "no such route"),
        ("/api/canvas", 404, "no such route"),
        ("/api/query", 405, "does not take GET"),
        ("/api/entities/X%3A1", 404, "Entity 'X:1' is not in the graph"),
        ("/api/entities/X:1/neighbours", 404, "Entity 'X:1' is not in the graph"),
        ("/api/entities/X%3A1%2Fneighbours", 404, "Entity 'X:1/neighbours' is not in the graph"),
        ("/api/entities/X%3Aa%2Fb%20c%25%3F%23", 404, "Entity 'X:a/b c%?#' is not in the graph"),
        ("/api/entities/..%2F..%2Fa", 404, "Entity '../../a' is not in the graph"),
        ("/api/entities/../a", 404, "Entity '../a' is not in the graph"),
        ("/api/entities/%00", 404, "is not in the graph"),
        ("/api/entities/%0A/neighbours", 404, "is not in the graph"),
        ("/api/%FF", 404, "no such route"),
        ("/api/claims/no-claim", 404, "Claim 'no-claim' is not in the graph"),
        (f"/api/claims/{CLAIM}~x", 404, "is not in the graph"),
        ("/api/saved/nothing", 404, "There is no saved query 'nothing'"),
        ("/api/saved/markers?disease=a&disease=b", 400, "given twice"),
        ("/api/saved/markers?colour=red", 400, "colour is no parameter of markers"),
        ("/api/search", 400, "q: Field required"),
        ("/api/search?q=a&limit=many", 400, "limit is 'many'"),
        ("/api/search?q=a&limit=101", 400, "less than or equal to 100"),
        ("/api/search?q=a&colour=red", 400, "colour is no parameter of this route; it has q, "),
        ("/api/saved?colour=red", 400, "colour is no parameter of this route"),
        (f"/api/entities/{MS}?limit=0", 400, "greater than or equal to 1"),
        (f"/api/entities/{MS}/neighbours?after=here", 400, "take it from the `next` of a page"),
        (f"/api/entities/{MS}/neighbours?after=W0luZmluaXR5LDEsIngiXQ==", 400, "no place"),
        (f"/api/entities/{MS}/neighbours?after=WzEsMSwiXHVkODAwIl0=", 400, "no place"),
        (f"/api/entities/{MS}/neighbours?predicate=x", 400, "no relation type"),
        (f"/api/entities/{MS}/neighbours?category=x", 400, "none of"),
        (f"/api/paths?start={MS}", 400, "end: Field required"),
        (f"/api/paths?start={MS}&end=nobody%20knows", 404, "nobody knows"),
        (f"/api/paths?start={MS}&end={LEAKY}&length=99", 400, "less than or equal to 6"),
    ],
)
def test_what_cannot_be_answered_is_a_problem_document(
    program: Program, path: str, status: int, told: str
) -> None:
    answer = program.send("GET", path)
    code, detail = answer.problem
    assert code == status
    assert told in detail
    assert answer.json["instance"].startswith("/api")
    assert "Traceback" not in detail


def test_without_the_token_a_program_is_told_how_to_get_in(dashboard: Dashboard) -> None:
    for token in ("", "guess", "é"):
        for path in ("/api/search?q=ms", "/api/nothing", "/api/openapi.json"):
            answer = Program(dashboard, token).get(path)
            status, detail = answer.problem
            assert status == 401
            assert "GUTGRAPH_TOKEN" in detail
            assert answer.headers["www-authenticate"].startswith("Bearer")
            assert "set-cookie" not in answer.headers
        assert Program(dashboard, token).query("RETURN 1").status in {401, 403}
    assert Program(dashboard, "").get("/health").status == 200


def test_the_token_reads_and_writes_nothing(program: Program) -> None:
    for path in ("/api/snapshots", "/api/canvas", "/api/stories/step"):
        assert program.send("POST", path, b"{}").problem[0] == 405
    elsewhere = {"origin": "https://example.org"}
    assert program.send("POST", "/api/query", b"{}", elsewhere).problem[0] == 403
    assert program.send("GET", "/api/search?q=a", headers={"host": "example.org"}).problem[0] == 421
