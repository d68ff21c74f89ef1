"""Addresses as QR codes, drawn as lines in a page, for paper."""

from __future__ import annotations

from importlib import import_module
from typing import Literal

from markupsafe import Markup

from generator.cache import kept

MASK = 2
"""Pattern laid over the dots. Any can be read; to look for the best takes four times the rest."""


@kept
def qr(address: str, spare: Literal["m", "q"] = "m") -> Markup:
    """An address as a picture that a telephone reads; who hears the page hears the address beside it.

    `spare` is how much of it may be dirty or torn: an eighth, or a quarter for what hangs on a wall.
    """
    segno = import_module("segno")  # it takes long to load, and addresses seldom change
    code = segno.make(address, error=spare, micro=False, mask=MASK)
    drawn = code.svg_inline(omitsize=True, border=2, svgclass=None, lineclass=None)
    return Markup(drawn.replace("<svg ", '<svg aria-hidden="true" ', 1))  # noqa: S704 - drawn by the library
