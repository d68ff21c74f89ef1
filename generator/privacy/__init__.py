"""Nobody exposed: personal data is found in everything that would be published, before it is.

`detect` is a pure function, text → findings; `exposed` walks an agency's folder with it. What the
law publishes passes: officials acting in office, declared contacts, juristic suppliers, and a
natural-person supplier's name (never a number). Everything else stops the build until it is taken
out, or released in `privacy.yml` by somebody who answers for it.
"""

from generator.privacy.detect import detect, detect_each
from generator.privacy.finding import Finding, Kind, masked

__all__ = ["Finding", "Kind", "detect", "detect_each", "masked"]
