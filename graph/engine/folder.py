"""The data folder of the embedded engine: whose it is, what it holds, and `engine.json`."""

import json
import os
import secrets
import shutil
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final, Self, get_type_hints

import psutil

from graph.errors import SettingsError, StoreUnavailable

# Raised when a folder written by this version could not be used by the one before.
FORMAT: Final = 1
DATABASE: Final = "gutgraph"
_OURS: Final = 0o700
_LONGEST_LOG: Final = 5_000_000  # bytes


@dataclass(frozen=True, slots=True)
class EngineFile:
    """What `engine.json` says. `pid` is 0 when the server was stopped in good order.

    Attributes:
        port: The Bolt port on 127.0.0.1, kept across restarts; 0 before the first start.
        born: When the process started, seconds since the epoch; with `pid` it names one process.

    """

    reader: str
    writer: str
    port: int = 0
    pid: int = 0
    born: float = 0.0
    arcadedb: str = ""
    gutgraph: str = ""
    format: int = FORMAT

    @classmethod
    def fresh(cls) -> Self:
        """Make one for a new folder, with new passwords."""
        return cls(reader=secrets.token_urlsafe(24), writer=secrets.token_urlsafe(24))

    def alive(self) -> bool:
        """Tell whether the server process named here still runs."""
        try:
            process = psutil.Process(self.pid)
            same = abs(process.create_time() - self.born) < 1
            return self.pid > 0 and same and process.status() != psutil.STATUS_ZOMBIE
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            return False


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The folder and the places in it."""

    path: Path

    @property
    def engine(self) -> Path:
        """What the server keeps: databases, users, groups."""
        return self.path / "engine"

    @property
    def log(self) -> Path:
        """What the server says."""
        return self.path / "engine.log"

    @property
    def state(self) -> Path:
        """Port, versions, process and logins."""
        return self.path / "engine.json"

    @property
    def lock(self) -> Path:
        """Held while a server is started or stopped, never while it runs."""
        return self.path / "engine.lock"

    def prepare(self) -> None:
        """Make the folder when it is missing, and check that it can be used.

        Raises:
            SettingsError: It is a file, read-only or another user's.

        """
        self.check_owner()
        try:
            ours = not self.path.exists() or self.state.exists() or not any(self.path.iterdir())
            self.path.mkdir(parents=True, exist_ok=True, mode=_OURS)
            if ours:
                self.path.chmod(_OURS)
            self.engine.mkdir(exist_ok=True, mode=_OURS)
            _touch(self.path / f".write-{os.getpid()}")
        except OSError as error:
            raise self.unwritable(error) from error

    def unwritable(self, error: OSError) -> SettingsError:
        """Say that the folder cannot be written."""
        return SettingsError(
            f"The data folder {self.path} cannot be written ({error.strerror}). {_ANOTHER}"
        )

    def check_owner(self) -> None:
        """Refuse a path that is a file, and a folder of another user."""
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return
        except OSError as error:
            raise SettingsError(
                f"The data folder {self.path} cannot be read ({error.strerror}). {_ANOTHER}"
            ) from error
        if not self.path.is_dir():
            raise SettingsError(f"The data folder {self.path} is a file. {_ANOTHER}")
        if hasattr(os, "geteuid") and found.st_uid != os.geteuid():
            raise SettingsError(
                f"The data folder {self.path} belongs to another user (uid {found.st_uid}, "
                f"this is uid {os.geteuid()}). {_ANOTHER}"
            )

    def read(self) -> EngineFile | None:
        """Read `engine.json`; None when no server was ever started here.

        Raises:
            StoreUnavailable: It is broken, or written by a newer version.

        """
        self.check_owner()
        try:
            found = json.loads(self.state.read_text(encoding="utf-8"))
            return _checked(self, found)
        except FileNotFoundError:
            return None
        except (ValueError, TypeError) as error:
            raise StoreUnavailable(
                f"{self.state} is broken ({error}). The graph is not in it: delete it, "
                "then run: gutgraph engine start"
            ) from error
        except OSError as error:
            raise SettingsError(
                f"{self.state} cannot be read ({error.strerror}). {_ANOTHER}"
            ) from error

    def write(self, state: EngineFile) -> None:
        """Replace `engine.json` in one step; only its owner may read it."""
        draft = self.state.with_suffix(f".{os.getpid()}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump(asdict(state), file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self.state)

    def used(self) -> None:
        """Note that somebody came, so that a server about to stop stays."""
        with suppress(OSError):  # a folder that cannot be written may still be read
            os.utime(self.state)

    def trim_log(self) -> None:
        """Keep the log short: refused queries fill it with stack traces."""
        if self.log.exists() and self.log.stat().st_size > _LONGEST_LOG:
            kept = self.log.with_suffix(".log.1")
            kept.touch(mode=0o600)
            kept.chmod(0o600)  # one that was there may have had another mode
            shutil.copyfile(self.log, kept)
            os.truncate(self.log, 0)  # its writer appends, and goes on at the new end

    def stopped(self, state: EngineFile) -> EngineFile:
        """Write that no server runs."""
        left = replace(state, pid=0, born=0.0)
        self.write(left)
        return left


_ANOTHER: Final = (
    "Choose another with --data or GUTGRAPH_DATA, for example GUTGRAPH_DATA=~/gutgraph"
)


def _checked(folder: DataFolder, found: object) -> EngineFile:
    if not isinstance(found, dict):
        raise TypeError("it holds no object")
    written = found.get("format")
    if isinstance(written, int) and written > FORMAT:
        raise StoreUnavailable(
            f"The data folder {folder.path} was written by a newer Gutgraph (format {written}, "
            f"this one reads {FORMAT}). Update Gutgraph, or choose another folder with --data "
            "or GUTGRAPH_DATA."
        )
    state = EngineFile(**found)
    for name, kind in get_type_hints(EngineFile).items():
        if not isinstance(getattr(state, name), kind):
            raise TypeError(f"{name} is {getattr(state, name)!r}")
    return state


def _touch(path: Path) -> None:
    path.touch()
    path.unlink()
