"""Thai type set well: words that a browser must not break, whatever its dictionary says.

Thai is written without spaces, and browsers break lines between words that a dictionary knows. Of
compounds it knows only the parts ("หลักธร|รมาภิบาล", "งบ|ประมาณ"). The words below stay whole, and so do
spans of years.
"""

from __future__ import annotations

import re
from functools import lru_cache

WHOLE = (
    "ธรรมาภิบาล", "งบประมาณ", "หน่วยงาน", "เผยแพร่", "ผู้บริหาร", "ประพฤติมิชอบ", "เจ้าหน้าที่", "ประชาชน",
    "รับผิดชอบ", "วัตถุประสงค์", "ความโปร่งใส", "เพชรบุรี", "ผลประโยชน์", "ทับซ้อน", "จริยธรรม", "คุณธรรม",
    "ท้องถิ่น", "ร้องเรียน", "อิเล็กทรอนิกส์", "พัฒนา", "ราชการ", "ประทัด", "หลวงเหนือ", "ดินแดง",
    "จัดซื้อจัดจ้าง", "เฉพาะเจาะจง", "ราคากลาง", "เสนอราคา", "ซื้อหรือจ้าง",
)  # fmt: skip
"""Words that were seen broken on a page, or that a break would spoil."""

_UNBROKEN = re.compile("|".join(WHOLE) + r"|[0-9]{4}–[0-9]{4}")
_TAGS = re.compile(r"(<svg.*?</svg>|<option.*?</option>|<[^>]+>)", re.DOTALL)
_KEPT = r'<span class="nb">\g<0></span>'


def unbroken(html: str) -> str:
    """HTML whose running text keeps those words whole; tags, pictures and drop-down lists are not touched."""
    parts = _TAGS.split(html)
    parts[::2] = [part if part.isspace() else _kept(part) for part in parts[::2]]
    return "".join(parts)


@lru_cache(maxsize=4096)
def _kept(text: str) -> str:
    """Labels repeat on every page, so a text is searched once."""
    return _UNBROKEN.sub(_KEPT, text)
