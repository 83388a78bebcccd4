"""An entity: a disease, taxon, process … with one id of an open ontology."""

from dataclasses import dataclass

from graph.model import vocabulary
from graph.model.check import require
from graph.model.identity import DocumentId, EntityId, is_curie


@dataclass(frozen=True, slots=True)
class Entity:
    """A node of the graph that claims are about.

    Attributes:
        id: CURIE (`MONDO:0005301`), or `GUT:slug` where no open ontology has it.
        name: The name shown.
        category: One of `vocabulary.categories()`.
        synonyms: Other names, without `name`.
        xrefs: The same thing in other resources, as CURIEs.
        compartment: Column of the axis, one of `vocabulary.compartments()`; "" means by category.
        biolink: Biolink class; "" means by category.

    Raises:
        RecordError: A value breaks a rule.

    """

    id: EntityId
    name: str
    category: str = "Concept"
    synonyms: tuple[str, ...] = ()
    description: str = ""
    xrefs: tuple[str, ...] = ()
    compartment: str = ""
    biolink: str = ""

    def __post_init__(self) -> None:
        require(
            f"entity {self.id!r}",
            (
                (is_curie(self.id), f"id {self.id!r} is not a CURIE (prefix:local)"),
                (bool(self.name.strip()), "name is empty"),
                (
                    self.category in vocabulary.categories(),
                    f"category {self.category!r} is none of {', '.join(vocabulary.categories())}",
                ),
                (
                    not self.compartment or self.compartment in vocabulary.compartments(),
                    f"compartment {self.compartment!r} is none of "
                    f"{', '.join(vocabulary.compartments())}",
                ),
            ),
        )

    @property
    def place(self) -> str:
        """The column of the axis: curated, else by category."""
        return self.compartment or vocabulary.categories()[self.category].compartment


@dataclass(frozen=True, slots=True)
class Definition:
    """What one document says an entity is."""

    entity: Entity
    document: DocumentId


@dataclass(frozen=True, slots=True)
class Mention:
    """Where one document names an entity: code point offsets into its text, ends exclusive."""

    document: DocumentId
    entity: EntityId
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __post_init__(self) -> None:
        require(
            f"mention of {self.entity!r} in {self.document!r}",
            (
                (is_curie(self.entity), f"entity {self.entity!r} is not a CURIE"),
                (len(self.starts) == len(self.ends), "starts and ends differ in number"),
                (
                    all(0 <= s < e for s, e in zip(self.starts, self.ends, strict=False)),
                    "an offset is negative or an end is not after its start",
                ),
            ),
        )
