"""The day on which the program runs: the only place where it looks at a clock.

Nothing that is written depends on it; it decides alone whether something has expired.
`DISCLOSURE_TODAY=2026-10-01` sets it, for tests and for a look ahead.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta, timezone

THAILAND = timezone(timedelta(hours=7))


def today() -> date:
    """The day in Thailand, or the one that the environment names."""
    named = os.environ.get("DISCLOSURE_TODAY")
    return date.fromisoformat(named) if named else datetime.now(UTC).astimezone(THAILAND).date()
