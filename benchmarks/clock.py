"""A clock that is started and stopped: time as it passes, and time of the processor."""

import time

import psutil


class Clock:
    """Seconds between starts and stops: on the wall, and of this process and a server together."""

    def __init__(self, server: psutil.Process) -> None:
        self._server = server
        self._since = (0.0, 0.0)
        self.wall = 0.0
        self.cpu = 0.0

    def start(self) -> None:
        """Begin to count."""
        self._since = self._now()

    def stop(self) -> None:
        """Add what has passed since the start."""
        wall, cpu = self._now()
        self.wall += wall - self._since[0]
        self.cpu += cpu - self._since[1]

    def _now(self) -> tuple[float, float]:
        there = self._server.cpu_times()
        return time.perf_counter(), time.process_time() + there.user + there.system
