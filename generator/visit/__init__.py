"""A published site seen from outside: what it says of itself, and whether that is true.

Nothing here knows the data that a site was built from. A build sealed it with the fingerprints of
its files; `visit` goes to the site as an assessor would.
"""

from generator.visit.fetch import is_web_address
from generator.visit.visit import RULES, Visit, visit

__all__ = ["RULES", "Visit", "is_web_address", "visit"]
