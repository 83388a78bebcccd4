"""The bench's loads, on each engine."""

from tests.engines import engine

__all__ = ["engine"]
