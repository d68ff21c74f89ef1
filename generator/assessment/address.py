"""Addresses of a published site, written out and as QR codes for paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.frozen import frozen
from generator.qr import qr

if TYPE_CHECKING:
    from markupsafe import Markup


@frozen
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
        return qr(self.of(place))
