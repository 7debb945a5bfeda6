"""The store in memory, for tests and simulations: the same promises, nothing on disk."""

from storage.memory.store import MemoryStore

__all__ = ["MemoryStore", "open_memory"]


def open_memory() -> MemoryStore:
    """An empty store in memory."""
    return MemoryStore()
