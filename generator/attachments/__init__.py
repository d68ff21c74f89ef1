"""Files that officers attach (`content/<agency>/files/`) → the bytes that are published of them.

What a file says about its makers is taken out and told; what cannot be published is refused with
the way to mend it. Nothing is published as it was handed in, and everything is opened again.
"""

from generator.attachments.cleaning import KINDS, Cleaned, attached, cleaned

__all__ = ["KINDS", "Cleaned", "attached", "cleaned"]
