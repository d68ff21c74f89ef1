"""A published site seen from outside: what it says of itself, and whether that is true.

Nothing here knows the data that a site was built from. `seal` writes the fingerprints of its files
into its index as the last step of a build; `visit` goes to the site as an assessor would.
"""

from generator.visit.fetch import is_web_address
from generator.visit.seal import INDEX, Print, seal, sealed
from generator.visit.visit import RULES, Visit, visit

__all__ = ["INDEX", "RULES", "Print", "Visit", "is_web_address", "seal", "sealed", "visit"]
