"""What a reader finds pages by: their text, cut into words while building."""

from generator.search.index import Entry, SearchIndex, entry

__all__ = ["Entry", "SearchIndex", "entry"]
