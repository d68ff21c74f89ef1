"""Addresses of a published site, written out and as QR codes for paper."""

from __future__ import annotations

from dataclasses import dataclass

import segno
from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Address:
    """Where a site is on the internet."""

    root: str

    def of(self, place: str) -> str:
        """The address of a page or file below the root; one of another site stays as it is."""
        if "://" in place:
            return place
        file, hash_, anchor = place.partition("#")
        return self.root.rstrip("/") + "/" + file.removesuffix("index.html") + hash_ + anchor

    def qr(self, place: str) -> Markup:
        """The same as a picture that a telephone reads, drawn as lines in the page."""
        code = segno.make(self.of(place), error="m", micro=False)
        return Markup(code.svg_inline(omitsize=True, border=2, svgclass=None, lineclass=None))  # noqa: S704 - drawn by the library
