"""What a site that is not the agency's own says of itself, on every page and in every data file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.agency import Standing
from generator.wording import wording

if TYPE_CHECKING:
    from generator.model.agency import Agency
    from generator.model.base import Lang


def notice(agency: Agency, lang: Lang) -> str:
    """The notice of an agency's site; empty on an official one."""
    _, name = wording(lang), agency.short_name.phrase(lang)
    match agency.site.standing:
        case Standing.DEMONSTRATION:
            return _(
                "Demonstration built from a document published by {agency}. Not its official website.",
                agency=name,
            )
        case Standing.FICTIONAL:
            return _(
                "All of this is invented: {agency}, its people, its figures and its documents do "
                "not exist.",
                agency=name,
            )
        case Standing.OFFICIAL:
            return ""


def short_notice(agency: Agency, lang: Lang) -> str:
    """The same in a few words, for a picture; empty on an official site."""
    _ = wording(lang)
    return {
        Standing.DEMONSTRATION: _("Demonstration, not an official website"),
        Standing.FICTIONAL: _("An invented agency with invented figures"),
        Standing.OFFICIAL: "",
    }[agency.site.standing]
