"""What was found: a kind of personal data, where in the text, and how it is shown without telling it."""

from __future__ import annotations

import hashlib
import re
from enum import StrEnum

from generator.diagnostics import Words
from generator.frozen import frozen


class Kind(StrEnum):
    """Kinds of personal data (ข้อมูลส่วนบุคคล), by the Personal Data Protection Act B.E. 2562."""

    NATIONAL_ID = "national_id"
    TAX_ID = "tax_id"
    PASSPORT = "passport"
    PHONE = "phone"
    EMAIL = "email"
    LINE_ID = "line_id"
    BANK_ACCOUNT = "bank_account"
    LICENCE_PLATE = "licence_plate"
    ADDRESS = "address"
    NAME = "name"
    CHILD = "child"
    HEALTH = "health"
    BIRTH_DATE = "birth_date"
    STUDENT = "student"
    ROLL = "roll"
    UNREADABLE = "unreadable"


LABELS = {
    Kind.NATIONAL_ID: Words("เลขประจำตัวประชาชน", "National ID number"),
    Kind.TAX_ID: Words("เลขประจำตัวผู้เสียภาษีของบุคคลธรรมดา", "Tax number of a natural person"),
    Kind.PASSPORT: Words("เลขหนังสือเดินทาง", "Passport number"),
    Kind.PHONE: Words(
        "หมายเลขโทรศัพท์ที่หน่วยงานไม่ได้ประกาศไว้", "Telephone number that the agency did not declare"
    ),
    Kind.EMAIL: Words("อีเมลที่หน่วยงานไม่ได้ประกาศไว้", "E-mail address that the agency did not declare"),
    Kind.LINE_ID: Words("ไอดีไลน์", "LINE ID"),
    Kind.BANK_ACCOUNT: Words("เลขที่บัญชีธนาคาร", "Bank account"),
    Kind.LICENCE_PLATE: Words("ทะเบียนรถ", "Licence plate"),
    Kind.ADDRESS: Words("ที่อยู่ของบุคคล", "Home address"),
    Kind.NAME: Words(
        "ชื่อบุคคลที่ไม่ได้ปรากฏในฐานะเจ้าหน้าที่", "Name of a person who does not appear as an official"
    ),
    Kind.CHILD: Words("ชื่อเด็ก", "Name of a child"),
    Kind.HEALTH: Words("ข้อมูลสุขภาพของบุคคล", "Health of a named person"),
    Kind.BIRTH_DATE: Words("วันเกิด", "Date of birth"),
    Kind.STUDENT: Words("เลขประจำตัวนักเรียนหรือผู้ป่วย", "Number of a pupil or a patient"),
    Kind.ROLL: Words("บัญชีรายชื่อบุคคล", "List of persons"),
    Kind.UNREADABLE: Words("ไฟล์ที่อ่านข้อความไม่ได้", "File whose text cannot be read"),
}
"""What an officer reads for each kind."""


@frozen
class Finding:
    """Personal data in a text; start and end count characters of the text as it was given."""

    kind: Kind
    start: int
    end: int
    value: str
    """The data in one spelling, whatever its disguise. It is never printed."""

    def fingerprint(self, agency: str) -> str:
        """What a release names instead of the data: six hexadecimal digits.

        A longer print would let a reader of the repository try all numbers until one fits; of six
        digits tens of thousands of ID numbers fit, so that it tells nothing.
        """
        salt = f"{agency}/{self.kind}".encode()
        return hashlib.pbkdf2_hmac("sha256", self.value.encode(), salt, ROUNDS).hex()[:6]


ROUNDS = 2_000
"""A millisecond for each finding, and there are few."""
TITLE = re.compile(
    r"^(นางสาว|นาย|นาง|น\.ส\.|ด\.ช\.|ด\.ญ\.|เด็กชาย|เด็กหญิง|(?:Mr|Mrs|Ms|Miss|Dr)\.?(?= )|@)"
)


def masked(text: str) -> str:
    """The shape of a finding without its letters and digits: `นาย•••• ••••`, `•-••••-•••••-••-•`."""
    shown = " ".join(text.split())[:MOST]
    title = TITLE.match(shown)
    kept = title[0] if title else ""
    return kept + re.sub(r"[^\W_]|[\u0e30-\u0e4e]", "•", shown[len(kept) :])


MOST = 40
"""Characters of a finding whose shape is shown."""
