"""What a loader yields: a document, then what it brings, until the next document."""

from graph.model.claim import Assertion
from graph.model.document import Document
from graph.model.entity import Definition, Mention
from graph.model.evidence import Evidence
from graph.model.publication import Citation

Record = Document | Definition | Mention | Citation | Evidence | Assertion
