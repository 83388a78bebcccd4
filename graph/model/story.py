"""A story: steps over one snapshot, each with what it emphasises, what appears, and a caption."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, Self

from graph.errors import LoadError
from graph.model.check import require
from graph.model.subgraph import Subgraph

SCHEMA_VERSION: Final = 1
MOST_STEPS: Final = 60
TITLE_CHARACTERS: Final = 200
CAPTION_CHARACTERS: Final = 300
_SHORT: Final = 8


@dataclass(frozen=True, slots=True)
class Step:
    """One step.

    Attributes:
        caption: What it says, the headline of its slide.
        focus: Ids of entities and claims that it emphasises; none dims nothing.
        reveal: Ids of entities and claims that are there from this step on.

    """

    caption: str = ""
    focus: tuple[str, ...] = ()
    reveal: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Steps over one layout. What no step reveals is there from the start.

    Attributes:
        snapshot: Id of the snapshot it is drawn from, all 64 digits.

    Raises:
        RecordError: No step or too many, or a text too long.

    """

    title: str
    snapshot: str
    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        """Check what a page or a file may have brought."""
        steps, title = len(self.steps), len(self.title)
        longest = max((len(one.caption) for one in self.steps), default=0)
        require(
            f"story {self.title[:40]!r}",
            (
                (1 <= steps <= MOST_STEPS, f"{steps} steps are not 1 to {MOST_STEPS}"),
                (title <= TITLE_CHARACTERS, f"a title of {title} is past {TITLE_CHARACTERS}"),
                (
                    longest <= CAPTION_CHARACTERS,
                    f"a caption of {longest} is past {CAPTION_CHARACTERS} characters",
                ),
            ),
        )

    @classmethod
    def of(cls, title: str, snapshot: str, steps: Iterable[Step]) -> Self:
        """Build one; the order of ids within a step never matters."""
        return cls(
            title.strip(),
            snapshot,
            tuple(
                Step(one.caption.strip(), _sorted(one.focus), _sorted(one.reveal)) for one in steps
            ),
        )

    @property
    def id(self) -> str:
        """Hash of the canonical JSON: 64 hex digits."""
        return hashlib.sha256(self.to_json().encode("ascii")).hexdigest()

    @property
    def short_id(self) -> str:
        """The part of the id that is shown."""
        return self.id[:_SHORT]

    def to_json(self) -> str:
        """The canonical JSON: pure ASCII, sorted keys, no spaces."""
        fields = {
            "schema_version": SCHEMA_VERSION,
            "title": self.title,
            "snapshot": self.snapshot,
            "steps": [asdict(step) for step in self.steps],
        }
        return json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=True)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read a story back.

        Raises:
            LoadError: It is no JSON, no story, or of another schema version.
            RecordError: It breaks a rule.

        """
        fields = _read(text)
        try:
            steps = [_step(row) for row in fields["steps"]]
            return cls.of(str(fields["title"]), str(fields["snapshot"]), steps)
        except (KeyError, TypeError, AttributeError) as error:
            reason = f"its parts do not fit: {error}"
            raise LoadError("story", reason, "Take the file as it was exported.") from error

    def visible(self, graph: Subgraph, index: int) -> frozenset[str]:
        """Ids of the entities and claims that are there at a step (from 0).

        A claim waits for both its ends; one that is revealed brings them along.
        """
        ends = {one.id: {one.claim.subject, one.claim.object} for one in graph.claims}
        later = {id_ for step in self.steps[index + 1 :] for id_ in step.reveal}
        now = {id_ for step in self.steps[: index + 1] for id_ in step.reveal}
        entities = {str(one.id) for one in graph.entities} - (later - now)
        entities |= {str(end) for id_ in now & ends.keys() for end in ends[id_]}
        claims = {id_ for id_ in ends if id_ in now or id_ not in later}
        return frozenset(entities | {id_ for id_ in claims if ends[id_] <= entities})

    def emphasised(self, graph: Subgraph, index: int) -> frozenset[str]:
        """Ids that a step emphasises, of what is there: claims with their ends, and claims whose
        two ends are in focus.
        """
        there = self.visible(graph, index)
        focus = set(self.steps[index].focus) & there
        if not focus:
            return there
        entities = set(focus)
        for one in graph.claims:
            if one.id in focus:
                entities |= {one.claim.subject, one.claim.object}
        named = {one.id for one in graph.claims} & focus
        among = {
            one.id
            for one in graph.claims
            if {one.claim.subject, one.claim.object} <= set(self.steps[index].focus)
        }
        return frozenset((entities | named | among) & there)


def _read(text: str) -> Mapping[str, Any]:
    try:
        fields = json.loads(text)
    except ValueError as error:
        raise LoadError("story", f"it is no JSON ({error})", "Take a file made here.") from error
    version = fields.get("schema_version") if isinstance(fields, dict) else None
    if version != SCHEMA_VERSION:
        raise LoadError(
            "story",
            f"schema_version is {version!r}, this program reads {SCHEMA_VERSION}",
            "Open it with the version that made it.",
        )
    return dict(fields)


def _step(row: Mapping[str, Any]) -> Step:
    return Step(
        str(row.get("caption", "")),
        tuple(map(str, row.get("focus", ()))),
        tuple(map(str, row.get("reveal", ()))),
    )


def _sorted(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(ids)))
