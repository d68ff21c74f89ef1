"""The one Jinja environment: finished values in, an HTML fragment out."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.typography import unbroken

if TYPE_CHECKING:
    from generator.pages.base import Page

TEMPLATES = Path(__file__).parent / "templates"


@cache
def environment() -> Environment:
    """Templates that escape everything and refuse what they do not know."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def render(page: Page) -> str:
    """The content of a page as HTML; a template knows its page and the words of its language."""
    template = environment().get_template(page.template)
    return unbroken(template.render(page=page, here=page.here, _=page.here.words))
