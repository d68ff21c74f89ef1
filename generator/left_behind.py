"""What systems and programs leave beside an officer's files, by themselves and for a while."""

from __future__ import annotations

import re

LEFT = re.compile(
    r"~\$.*"  # Word and Excel, as long as a file is open
    r"|\.~lock\..*#"  # LibreOffice
    r"|(?:eh)?thumbs(?:_vista)?\.db|desktop\.ini"  # Windows, where somebody looked at pictures
    r"|\.ds_store|\._.*"  # macOS
    r"|\..*\.new-[0-9]+",  # this program, while it writes
    re.IGNORECASE,
)


def is_left_behind(name: str) -> bool:
    """Whether a file of this name was put there by no person, and is nobody's data."""
    return LEFT.fullmatch(name) is not None
