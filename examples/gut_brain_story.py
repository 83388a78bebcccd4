"""A story of six steps from the gut to the brain, told from the examples that are shipped.

Load the examples, then run this from the project's folder: it keeps a snapshot and the story in the
graph, and writes the story in every format into the folder that is named.

    gutgraph load examples
    python -m examples.gut_brain_story slides
"""

import sys
from pathlib import Path
from typing import Final

from archive import snapshots, stories
from archive.freeze import freeze
from figures.options import FigureOptions
from figures.story import STORY_FORMATS
from graph.ask.subgraph import among
from graph.engine.connect import open_store
from graph.engine.store import Store
from graph.model.snapshot import Snapshot
from graph.model.story import Step, Story
from graph.settings import Settings

MS: Final = "MONDO:0005301"
DYSBIOSIS: Final = "GUT:intestinal-dysbiosis"
LEAKY: Final = "GUT:leaky-gut"
DIET: Final = "MESH:D004032"
STRESS: Final = "MESH:D013315"
IBD: Final = "MONDO:0005265"
MICROBIOME: Final = "MESH:D064307"
MICROBIOTA: Final = "MESH:D000069196"
IMMUNE_SYSTEM: Final = "UBERON:0002405"
MICROGLIA: Final = "CL:0000129"
DEMYELINATING: Final = "MONDO:0002562"
REMEDIES: Final = ("MESH:D019936", "CHEBI:27300", "NCIT:C118643")
TITLE: Final = "From gut to brain"

STEPS: Final = (
    Step("In multiple sclerosis the microbes of the gut are out of balance", (DYSBIOSIS, MS)),
    Step(
        "Such an imbalance may make the gut leaky; diet and stress may add to it",
        (DYSBIOSIS, LEAKY, DIET, STRESS),
        (LEAKY, DIET, STRESS),
    ),
    Step("A leaky gut and an inflamed bowel go together", (LEAKY, IBD), (IBD,)),
    Step(
        "From the gut, microbes are thought to reach the immune system and the brain's microglia",
        (MICROBIOME, MICROBIOTA, IMMUNE_SYSTEM, MICROGLIA),
        (MICROBIOME, MICROBIOTA, IMMUNE_SYSTEM, MICROGLIA),
    ),
    Step(
        "With an inflamed bowel, demyelinating disease is more frequent",
        (IBD, MS, DEMYELINATING),
        (DEMYELINATING,),
    ),
    Step("What is proposed, and not shown to work yet", (*REMEDIES, LEAKY, MS), REMEDIES),
)


def gut_brain(store: Store) -> tuple[Story, Snapshot]:
    """Freeze what the story shows, and tell it; nothing is kept."""
    ids = {id_ for step in STEPS for id_ in (*step.focus, *step.reveal)}
    frozen = freeze(store, among(store, sorted(ids)), TITLE)
    return Story.of(TITLE, frozen.id, STEPS), frozen


def main(out: Path) -> None:
    """Keep the story, and write it."""
    with open_store(Settings.read(), "writer") as store:
        story, frozen = gut_brain(store)
        snapshots.keep(store, frozen)
        stories.keep(store, story)
    out.mkdir(parents=True, exist_ok=True)
    for suffix, form in STORY_FORMATS.items():
        file = out / f"gut-brain.{suffix}"
        file.write_bytes(form.draw(story, frozen, FigureOptions()))
        sys.stdout.write(f"{file}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "slides"))
