"""How a page is looked at: how wide, in which colours, on screen or on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.audit.parts import Audit
    from tests.audit.sites import BuiltPage

PHONE, DESK, SHEET = 320, 1280, 794
"""CSS pixels; 320 is also a window of 1280 at 400 %, 794 a sheet of A4."""
FOLDED = (688, 1024)
"""CSS pixels up to which the stylesheet folds tables into cards: 43 and 64 rem; one more and they are tightest."""
HEIGHT = 800
"""CSS pixels of a window, unless a look says otherwise."""


@dataclass(frozen=True, slots=True)
class Mode:
    """One way of looking."""

    name: str
    width: int
    scheme: str = "light"
    media: str = "screen"
    contrast: str = "no-preference"
    forced: str = "none"
    colours_only: bool = False
    """Another mode of the same width shows the same boxes in other colours."""

    def media_features(self) -> dict[str, Any]:
        """As the browser is told; no colour may be caught in the middle of its change."""
        return {
            "media": self.media,
            "color_scheme": self.scheme,
            "contrast": self.contrast,
            "forced_colors": self.forced,
            "reduced_motion": "reduce",
        }


LIGHT_DESK = Mode("light 1280", DESK)
LIGHT_PHONE = Mode("light 320", PHONE)
TIGHTEST = tuple(Mode(f"light {width + 1}", width + 1) for width in FOLDED)
MODES = (
    LIGHT_DESK,
    Mode("dark 1280", DESK, scheme="dark", colours_only=True),
    LIGHT_PHONE,
    Mode("dark 320", PHONE, scheme="dark", colours_only=True),
    Mode("contrast 1280", DESK, contrast="more", colours_only=True),
    Mode("contrast dark 320", PHONE, scheme="dark", contrast="more", colours_only=True),
    Mode("print", SHEET, media="print"),
)
FORCED = (
    Mode("forced light", DESK, forced="active"),
    Mode("forced dark", PHONE, scheme="dark", forced="active"),
)


def modes_of(page: BuiltPage, audit: Audit) -> tuple[Mode, ...]:
    """All of them, or the one whose turn it is: always the same for a page."""
    if audit.whole or page in audit.thorough:
        return MODES
    first = MODES[page.share % len(MODES)]
    whole = Mode(first.name, first.width, first.scheme, first.media, first.contrast)
    return (whole,)
