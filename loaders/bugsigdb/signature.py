"""A signature into statements: each of its taxa, increased or decreased, in each condition."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from graph.errors import RecordError
from graph.model import known
from graph.model.claim import Claim
from graph.model.entity import Entity
from graph.model.evidence import Context, Evidence
from graph.model.identity import DocumentId, EntityId, is_curie
from graph.model.publication import Publication
from loaders.bugsigdb.export import Row
from loaders.bugsigdb.taxa import Taxon, listed, taxon
from loaders.rows import Problem, Rejected

_DIRECTIONS: Final = {"increased": "INCREASED_IN", "decreased": "DECREASED_IN"}
_TRUE: Final = "TRUE"
_MEND: Final = "Mend it on bugsigdb.org, or in the file."
# Prefixes of conditions that say what they are.
_CATEGORIES: Final = {"MONDO": "Disease", "DOID": "Disease", "HP": "Phenotype", "CHEBI": "Chemical"}


@dataclass(frozen=True, slots=True)
class Statement:
    """One taxon in one condition, as a signature has it."""

    taxon: Entity
    condition: Entity
    predicate: str
    publication: Publication
    row: Row
    together: str

    def evidence(self, document: DocumentId) -> Evidence:
        """Make the evidence."""
        row = self.row
        return Evidence(
            claim=Claim.of(self.taxon.id, self.predicate, self.condition.id),
            document=document,
            subject=self.taxon.id,
            object=self.condition.id,
            stance="supports",
            certainty="asserted",
            row_key=row["BSDB ID"],
            section=row.joined(", ", "Experiment", "Source"),
            inferred=self.together,
            extractor="bugsigdb",
            knowledge_level="statistical_association",
            agent_type="manual_agent",
            cited=(self.publication.id,),
            context=_context(row),
        )


def statements(row: Row) -> Iterator[Statement | Rejected]:
    """Yield what a signature states: one statement or one rejection for each taxon and condition.

    A signature that cannot be read as a whole is one rejection, with all that is wrong with it.
    """
    pairs = listed(row["MetaPhlAn taxon names"], row["NCBI Taxonomy IDs"])
    conditions, problems = _conditions(row)
    publication = _publication(row, problems)
    _check(row, pairs, problems)
    if problems or publication is None:
        yield Rejected(row.line, tuple(problems))
        return
    together = _together(row, conditions)
    for names, ids in pairs:
        found = taxon(names, ids)
        for condition in conditions:
            if found is None:
                yield _unreadable(row, names, ids)
            else:
                yield _statement(found, condition, publication, row, together)


def _statement(
    found: Taxon, condition: Entity, publication: Publication, row: Row, together: str
) -> Statement:
    predicate = _DIRECTIONS[row["Abundance in Group 1"].lower()]
    return Statement(found.entity, condition, predicate, publication, row, together)


def _check(row: Row, pairs: tuple[tuple[str, str], ...], problems: list[Problem]) -> None:
    direction = row["Abundance in Group 1"]
    if direction.lower() not in _DIRECTIONS:
        column, reason = "Abundance in Group 1", "is neither increased nor decreased"
        problems.append(Problem(column, direction, reason, _MEND))
    if not row["BSDB ID"]:
        problems.append(Problem("BSDB ID", "", "is empty", _MEND))
    if not pairs:
        problems.append(Problem("NCBI Taxonomy IDs", "", "names no taxon", _MEND))


def _conditions(row: Row) -> tuple[tuple[Entity, ...], list[Problem]]:
    names = [one.strip() for one in row["Condition"].split(",") if one.strip()]
    ids = [one.strip() for one in row["EFO ID"].split(",") if one.strip()]
    if len(names) != len(ids):
        names = [row["Condition"]] if len(ids) == 1 else ids
    wrong = [id_ for id_ in ids if not is_curie(id_)]
    problems = [Problem("EFO ID", id_, "is not a CURIE (prefix:local)", _MEND) for id_ in wrong]
    if not ids:
        problems.append(Problem("EFO ID", "", "names no condition", _MEND))
    if problems:
        return (), problems
    found = (_condition(id_, name or id_) for id_, name in zip(ids, names, strict=True))
    return tuple({one.id: one for one in found}.values()), []


def _condition(id_: str, name: str) -> Entity:
    primary = known.by_any_id().get(id_)
    if primary is not None:
        return known.entities()[primary]
    return Entity(EntityId(id_), name, _CATEGORIES.get(id_.partition(":")[0], "Concept"))


def _publication(row: Row, problems: list[Problem]) -> Publication | None:
    year = row["Year"]
    authors = row["Authors list"].split(",")
    try:
        return Publication(
            pmid=row["PMID"],
            doi=row["DOI"],
            title=row["Title"],
            authors=tuple(name.strip() for name in authors if name.strip()),
            journal=row["Journal"],
            year=int(year) if year.isascii() and year.isdigit() else None,
            kind="review" if "meta-analysis" in row["Study design"] else "primary",
        )
    except RecordError as error:
        problems += [
            Problem("", text, "is not what BugSigDB writes", _MEND) for text in error.problems
        ]
        return None


def _context(row: Row) -> Context:
    definition = row["Group 1 definition"]
    return Context(
        study_type=row["Study design"],
        host=row["Host species"],
        body_site=row["Body site"],
        population=row["Group 1 name"],
        comparator=row["Group 0 name"],
        method=_method(row),
        n_cases=_size(row["Group 1 sample size"]),
        n_controls=_size(row["Group 0 sample size"]),
        effect=_effect(row),
        condition="" if definition == row["Group 1 name"] else definition,
    )


def _method(row: Row) -> str:
    sequencing = row.joined("/", "Sequencing type", "Sequencing platform")
    region = row["16S variable region"]
    parts = (sequencing, f"V{region}" if region else "", row["Statistical test"])
    return ", ".join(part for part in parts if part)


def _effect(row: Row) -> str:
    threshold = row["Significance threshold"]
    if not threshold:
        return row["Abundance in Group 1"]
    corrected = ", corrected for multiple tests" if row["MHT correction"] == _TRUE else ""
    return f"{row['Abundance in Group 1']} at p < {threshold}{corrected}"


def _size(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None


def _together(row: Row, conditions: tuple[Entity, ...]) -> str:
    """Say that a signature names several conditions at once, of which the claim takes one."""
    return f"one of the conditions {row['Condition']}" if len(conditions) > 1 else ""


def _unreadable(row: Row, names: str, ids: str) -> Rejected:
    if not names:
        column, value = "MetaPhlAn taxon names", ids
        reason = "has no name: there are not as many names as ids"
    else:
        column, value, reason = "NCBI Taxonomy IDs", f"{names} {ids}", "has no name or no number"
    return Rejected(row.line, (Problem(column, value, reason, _MEND),))
