"""The store in memory, for tests and simulations: the same promises, nothing on disk."""

from storage.memory.store import MemoryStore

__all__ = ["MemoryStore"]
