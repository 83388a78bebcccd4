"""The plan of a stranger's query: what an engine says it would do, held against a list."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from graph.errors import QueryRefused

# Procedures that list names or search; nothing else is called for a stranger.
PROCEDURES: Final = frozenset(
    ("db.labels", "db.relationshiptypes", "db.propertykeys", "db.index.fulltext.querynodes")
)
# Neo4j's operators that read the graph or compute, without what stands in brackets. All others are
# refused, above all LoadCSV, Show…, TerminateTransactions and TransactionApply: Neo4j calls a query
# of those a reading one.
_SCANS: Final = """
AllNodesScan NodeByLabelScan UnionNodeByLabelsScan IntersectionNodeByLabelsScan
SubtractionNodeByLabelsScan NodeByIdSeek NodeByElementIdSeek MultiNodeIndexSeek
NodeIndexSeek NodeIndexSeekByRange NodeUniqueIndexSeek NodeUniqueIndexSeekByRange
NodeIndexScan NodeIndexContainsScan NodeIndexEndsWithScan
NodeCountFromCountStore RelationshipCountFromCountStore
"""
_RELATION_SCANS: Final = """
AllRelationshipsScan RelationshipTypeScan UnionRelationshipTypesScan RelationshipByIdSeek
RelationshipByElementIdSeek RelationshipIndexSeek RelationshipIndexSeekByRange
RelationshipUniqueIndexSeek RelationshipUniqueIndexSeekByRange RelationshipIndexScan
RelationshipIndexContainsScan RelationshipIndexEndsWithScan
"""
_STEPS: Final = """
Expand OptionalExpand VarLengthExpand ShortestPath StatefulShortestPath PathPropagatingBFS Repeat
BidirectionalRepeat ProjectEndpoints TriadicSelection TriadicBuild TriadicFilter
Apply SemiApply AntiSemiApply SelectOrSemiApply SelectOrAntiSemiApply LetSemiApply
LetAntiSemiApply LetSelectOrSemiApply LetSelectOrAntiSemiApply ConditionalApply
AntiConditionalApply RollUpApply Argument Optional CartesianProduct NodeHashJoin ValueHashJoin
NodeLeftOuterHashJoin NodeRightOuterHashJoin AssertSameNode AssertSameRelationship
Filter Projection CacheProperties RemoteBatchProperties Unwind Union OrderedUnion
Distinct OrderedDistinct EagerAggregation OrderedAggregation Eager
Sort PartialSort Top PartialTop Top1WithTies Limit ExhaustiveLimit Skip PreserveOrder
NullifyMetadata EmptyResult ProduceResults ProcedureCall
"""
_READS: Final = frozenset(
    (
        *_SCANS.split(),
        *(f"{way}{scan}" for scan in _RELATION_SCANS.split() for way in ("Directed", "Undirected")),
        *_STEPS.split(),
    )
)
_RULE: Final = "a query does only what is known to read the graph"


def check_plan(kind: str | None, plan: Mapping[str, Any] | None) -> None:
    """Refuse a query whose plan would do anything but read the graph.

    Args:
        kind: What the engine calls the query: `r` where it only reads.
        plan: The plan, as nested maps of `operatorType`, `args` and `children`.

    Raises:
        QueryRefused: It would do something else; names the first such step.

    """
    if kind != "r" or plan is None:
        raise QueryRefused("a query that does more than read", _RULE)
    for step in _steps(plan):
        name = _name(step)
        if name not in _READS:
            raise QueryRefused(f"the step {name}", _RULE)
        if name == "ProcedureCall" and _procedure(step).lower() not in PROCEDURES:
            raise QueryRefused(f"the procedure {_procedure(step)}", _RULE)


def _steps(plan: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    waiting = [plan]  # no recursion: a stranger's plan may be deep
    while waiting:
        step = waiting.pop()
        yield step
        waiting.extend(step.get("children", ()))


def _name(step: Mapping[str, Any]) -> str:
    """`Expand(All)@neo4j` is an Expand; a seek that locks is a step of its own."""
    name = str(step["operatorType"]).partition("@")[0]
    return name if "Locking" in name else name.partition("(")[0].removeprefix("Partitioned")


def _procedure(step: Mapping[str, Any]) -> str:
    return str(step.get("args", {}).get("Details", "")).partition("(")[0].strip()
