"""What a visit to a published site found, for a terminal and for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator import report

if TYPE_CHECKING:
    from generator.visit import Visit


def as_text(found: Visit) -> str:
    """For a terminal: each form's count, then what does not hold."""
    lines = [found.address]
    for year, items in found.forms.items():
        whole, number = found.whole(year), len(items)
        lines.append(
            f"ITA {year}: พบครบ {whole} จาก {number} ข้อ · B.E. {year}: {whole} of {number} items found whole"
        )
        lines += [
            f"  {seen.code:4} {seen.stated} → {seen.found}"
            for seen in items
            if seen.found != seen.stated
        ]
    number = len(found.problems)
    lines.append(
        f"ไม่ตรงกับที่เว็บไซต์ระบุ {number} เรื่อง · {number} things are not as the site says"
        if number
        else "ทุกหน้าและทุกไฟล์ตรงกับดัชนี · Every page and file is as the index says"
    )
    if found.outside:
        lines.append("ไม่ได้เปิดที่อยู่ภายนอก · Addresses of other sites, not opened:")
        lines += [f"  {address}" for address in found.outside]
    return "\n".join([*lines, "", report.text(found.problems)]).rstrip()


def as_json(found: Visit) -> str:
    """For programs."""
    content = {
        "address": found.address,
        "forms": [
            {
                "fiscal_year": year,
                "published": found.whole(year),
                "items": [
                    {"code": seen.code, "status": seen.stated, "found": seen.found}
                    for seen in items
                ],
            }
            for year, items in found.forms.items()
        ],
        "not_opened": found.outside,
        "problems": json.loads(report.as_json(found.problems)),
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


VISIT_FORMATS = {"text": as_text, "json": as_json}
