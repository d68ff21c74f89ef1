"""The laws under which something must be published, by topic of the ITA forms."""

from __future__ import annotations

from generator.model.base import Id, Record, Text, record, told
from generator.model.catalogue import Confidence


@record
class Law(Text):
    """A law, or a section of one, that asks for what an ITA item shows (ฐานกฎหมาย)."""

    topics: tuple[Id, ...] = told("หัวข้อของแบบประเมิน ITA", "Topics of the ITA forms")
    confidence: Confidence = told("ความมั่นใจ", "How sure that is")
    confirm: Text = told("สิ่งที่จะยืนยันได้", "What would confirm it")


@record
class Laws(Record):
    """Everything that `laws.yml` holds."""

    laws: tuple[Law, ...] = told("กฎหมาย", "Laws")
