"""`content/<agency>/` → a `Disclosure`, or every reason why not."""

from generator.load.folder import load, load_catalogue

__all__ = ["load", "load_catalogue"]
