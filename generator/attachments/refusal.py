"""Why a file cannot be published, and what was taken out of one that can."""

from __future__ import annotations

from generator.diagnostics import Rule, Severity, Words


class Refused(Exception):
    """The file cannot be cleaned; carries what stands in the way and how to mend it."""

    def __init__(self, rule: Rule, inside: str = "", **slots: object) -> None:
        super().__init__(rule.code)
        self.rule = rule
        self.inside = inside
        """Where in the file: `Sheet1!B7`, `page 3`; empty for the whole."""
        self.slots = slots


FILE_TYPE = Rule(
    code="file-type",
    what=Words('ไฟล์ชนิด "{suffix}" เผยแพร่ไม่ได้', 'A file of the type "{suffix}" cannot be published'),
    why=Words(
        "ตรวจและล้างข้อมูลส่วนบุคคลในไฟล์ชนิดนี้ไม่ได้ทั้งหมด",
        "It cannot be searched and cleaned of personal data to the last part",
    ),
    mend=Words("{hint}", "{hint}"),
)
FILE_DAMAGED = Rule(
    code="file-damaged",
    what=Words("เปิดไฟล์ไม่ได้: {reason}", "The file cannot be opened: {reason}"),
    why=Words("ประชาชนก็จะเปิดไม่ได้เช่นกัน", "Citizens could not open it either"),
    mend=Words(
        "เปิดด้วยโปรแกรมเดิมแล้วบันทึกใหม่", "Open it in the program that made it, and save it again"
    ),
)
FILE_HIDES = Rule(
    code="file-hides",
    what=Words("ไฟล์มี{what}", "The file has {what}"),
    why=Words(
        "ผู้อ่านและผู้ตรวจมองไม่เห็น แต่ทุกคนที่ดาวน์โหลดเปิดดูได้",
        "Nobody who looks at it sees that, but everybody who downloads it can",
    ),
    mend=Words("{hint}", "{hint}"),
)
FILE_LOSES = Rule(
    code="file-loses",
    what=Words(
        "ไฟล์มี{what} ซึ่งจะหายไปเมื่อล้างไฟล์", "The file has {what}, which would be lost in cleaning"
    ),
    why=Words("ไฟล์ที่เผยแพร่ต้องครบเหมือนที่ท่านเห็น", "What is published has to be whole"),
    mend=Words(
        "ย้ายข้อความมาไว้ในช่องของตาราง หรือเผยแพร่เป็น PDF",
        "Move the words into cells, or publish it as PDF",
    ),
)
FILE_CLEANED = Rule(
    code="file-cleaned",
    severity=Severity.NOTE,
    what=Words("นำออกก่อนเผยแพร่: {removed}", "Taken out before publishing: {removed}"),
    why=Words("ข้อมูลนี้บอกว่าใครทำไฟล์ เมื่อใด ที่ใด", "It tells who made the file, when and where"),
    mend=Words("ไม่ต้องแก้ ไฟล์ต้นฉบับไม่ถูกเปลี่ยน", "Nothing to mend; your own file was not changed"),
)
RULES = (FILE_TYPE, FILE_DAMAGED, FILE_HIDES, FILE_LOSES, FILE_CLEANED)

DAMAGED = Words("ไฟล์เสียหายหรือไม่ตรงกับนามสกุล", "it is damaged, or not of the type that its name says")
LOCKED = Words("ไฟล์มีรหัสผ่าน", "it has a password")
CHANGED = Words("เนื้อหาหลังล้างไม่ตรงกับก่อนล้าง", "its content would not be the same after cleaning")
TOO_LARGE = Words(
    "ไฟล์ใหญ่เกิน 50 MB หรือขยายแล้วใหญ่ผิดปกติ", "it is larger than 50 MB, or unpacks to an absurd size"
)
