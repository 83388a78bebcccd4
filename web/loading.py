"""Changes of the graph under way in the server: they go on when their page is left."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event, Thread

from graph.engine.connect import open_store
from graph.errors import GutgraphError
from graph.settings import Settings
from graph.write.forget import ForgetReport, forget
from graph.write.lease import Owner
from graph.write.writer import Written, writing
from loaders.base import Source
from loaders.report import LoadedInput
from loaders.run import load_into
from web.rights import require_right
from web.uploads import rejects_file


@dataclass(slots=True)
class Work:
    """One change under way, told by the thread that does it and read by the page.

    Attributes:
        doing: What is done, in words: `Adding`.
        name: To which document.
        expected: How many records there will be, 0 where that is not known.
        records: How many are written.
        waiting_for: Who else is writing, "" when nobody.
        outcome: What became of it; None until it is done, or where `error` says why not.

    """

    doing: str
    name: str
    expected: int = 0
    records: int = 0
    waiting_for: str = ""
    outcome: LoadedInput | ForgetReport | None = None
    error: str = ""
    _ended: Event = field(default_factory=Event)

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen."""
        return self._ended.is_set()

    @property
    def share(self) -> float:
        """How much is written, 0 to 1; 0 where that is not known."""
        return min(1.0, self.records / self.expected) if self.expected else 0.0

    def begin(self, change: Callable[["Work"], LoadedInput | ForgetReport]) -> "Work":
        """Do it in a thread of its own, which ends with the process."""
        Thread(target=self._run, args=(change,), name=self.doing, daemon=True).start()
        return self

    def wait(self, owner: Owner) -> None:
        """Note who is writing."""
        self.waiting_for = str(owner)

    def tell(self, written: Written) -> None:
        """Note how far it is."""
        self.waiting_for = ""
        self.records = written.records

    def _run(self, change: Callable[["Work"], LoadedInput | ForgetReport]) -> None:
        try:
            self.outcome = change(self)
        except GutgraphError as error:
            self.error = str(error)
        finally:
            self._ended.set()


def adding(settings: Settings, name: str, data: bytes, expected: int = 0, *, own: bool) -> Work:
    """Begin to load an upload; its bytes never lie on the disk.

    Args:
        settings: Of the graph.
        name: What it is called in the graph.
        data: Its bytes.
        expected: How many records it has, where that is known.
        own: Whether this dashboard may write.

    Raises:
        GutgraphError: It may not.

    """
    require_right(own)

    def change(work: Work) -> LoadedInput:
        source = Source.of(name, data)
        place = rejects_file(settings, name)
        with open_store(settings, "writer") as store, writing(store, work.wait) as session:
            return load_into(session, source, settings.batch_size, work.tell, place)

    return Work("Adding", name, expected).begin(change)


def forgetting(settings: Settings, document: str, *, own: bool) -> Work:
    """Begin to forget a document.

    Raises:
        GutgraphError: This dashboard may not write.

    """
    require_right(own)

    def change(work: Work) -> ForgetReport:
        with open_store(settings, "writer") as store:
            return forget(store, document, work.wait)

    return Work("Forgetting", document).begin(change)
