"""`content/<agency>/` → a `Disclosure`, or every reason why not."""

from generator.load.catalogues import load_catalogue
from generator.load.folder import load

__all__ = ["load", "load_catalogue"]
