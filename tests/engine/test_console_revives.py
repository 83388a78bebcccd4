"""A console query after the engine stopped: the engine is started again, the query run once."""

import psutil
import pytest

from graph.ask.console import run
from graph.engine import embedded
from graph.settings import Settings

pytestmark = pytest.mark.engine


def test_a_console_query_starts_the_engine_again(settings: Settings) -> None:
    # A busy machine takes longer to start an engine than a query usually may.
    patient = settings.model_copy(update={"console_seconds": 60.0})
    with embedded.connect(settings, "reader") as store:
        assert run(store, "RETURN 1 AS one", patient).rows == ((1,),)
        assert embedded.stop(settings)
        assert run(store, "RETURN 2 AS two", patient).rows == ((2,),)
        psutil.Process(embedded.status(settings).pid).kill()
        assert run(store, "RETURN 3 AS three", patient).rows == ((3,),)
