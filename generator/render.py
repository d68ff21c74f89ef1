"""The one Jinja environment: finished values in, an HTML fragment out."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from generator.typography import unbroken

if TYPE_CHECKING:
    from jinja2 import BytecodeCache

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
        bytecode_cache=bytecode(TEMPLATES),
    )


def bytecode(templates: Path) -> BytecodeCache | None:
    """Where compiled templates are kept, as Python keeps its modules; None where it may not be."""
    folder = templates / "__pycache__"
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder)) if os.access(folder, os.W_OK) else None


def render(page: Page) -> str:
    """The content of a page as HTML; a template knows its page and the words of its language."""
    template = environment().get_template(page.template)
    return unbroken(template.render(page=page, here=page.here, _=page.here.words))
