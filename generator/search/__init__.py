"""What a reader finds pages by: their text, cut into words while building."""

from generator.search.index import SearchIndex, searched

__all__ = ["SearchIndex", "searched"]
