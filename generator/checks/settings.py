"""Settings of a site whose form others have fixed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.diagnostics import Rule, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Diagnostic
    from generator.model.disclosure import Disclosure

FORMS = {
    "ocds_prefix": (re.compile(r"ocds-[a-z0-9]{6}"), "ocds-a1b2c3"),
    "address": (re.compile(r"https?://[A-Za-z0-9.-]+(:\d+)?/([A-Za-z0-9._~%/-]*/)?"), "https://…/"),
}
"""Settings with the form that they must have, and an example of it."""


def forms_of_settings(disclosure: Disclosure) -> Iterator[Diagnostic]:
    """The prefix as the Open Contracting Partnership gives it, the address as a browser needs it."""
    site = disclosure.agency.site
    for key, (form, example) in FORMS.items():
        value = getattr(site, key)
        if value is not None and not form.fullmatch(value):
            yield SETTING_FORM.at(site.locate(key), key=key, value=value, example=example)


SETTING_FORM = Rule(
    code="setting-form",
    what=Words(
        '{key}: "{value}" ไม่ตรงรูปแบบ', '{key}: "{value}" is not in the form that it must have'
    ),
    why=Words(
        "โปรแกรมอื่นที่อ่านข้อมูลเปิดจะไม่รับ",
        "Programs that read the open data would refuse it",
    ),
    mend=Words(
        "เขียนแบบ {example} หรือลบบรรทัดนี้ถ้ายังไม่มี",
        "Write it like {example}, or delete the line until there is one",
    ),
)

CHECKS = (forms_of_settings,)
RULES = (SETTING_FORM,)
