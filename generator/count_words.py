"""What the categories of counted complaints and gifts are called, on pages, in data, in workbooks."""

from __future__ import annotations

from generator.diagnostics import Words
from generator.model.complaints import Answer, ComplaintType, Medium
from generator.model.gifts import ActivityForm, Giver, Handling, Value

TYPE_WORDS = {
    ComplaintType.CORRUPTION: Words("การทุจริต", "corruption"),
    ComplaintType.MISCONDUCT: Words("การประพฤติมิชอบ", "misconduct"),
    ComplaintType.GENERAL: Words("เรื่องทั่วไป", "general"),
}
MEDIUM_WORDS = {
    Medium.IN_PERSON: Words("มาด้วยตนเอง", "in person"),
    Medium.LETTER: Words("หนังสือหรือจดหมาย", "letter"),
    Medium.PHONE: Words("โทรศัพท์", "telephone"),
    Medium.WEBSITE: Words("เว็บไซต์", "website"),
    Medium.EMAIL: Words("อีเมล", "e-mail"),
    Medium.SOCIAL: Words("ไลน์หรือสื่อสังคมออนไลน์", "Line or social media"),
    Medium.DAMRONGDHAMA: Words("ศูนย์ดำรงธรรม", "Damrongdhama centre"),
    Medium.OTHER_BODY: Words("หน่วยงานอื่นส่งมา", "passed on by another body"),
}
ANSWER_WORDS = {
    Answer.WITHIN: Words("ตอบภายในกำหนด", "answered in time"),
    Answer.EXPLAINED: Words("เกินกำหนด ชี้แจงแล้ว", "later, explained"),
    Answer.UNEXPLAINED: Words("เกินกำหนด ไม่ได้ชี้แจง", "later, not explained"),
    Answer.NOT_DUE: Words("ยังไม่ครบกำหนด", "not due yet"),
}
CONTENT_WORDS = {
    "yes": Words("พอใจ", "satisfied"),
    "no": Words("ไม่พอใจ", "not satisfied"),
}
FLOW_WORDS = {
    "carried": Words("ยกมา", "carried over"),
    "received": Words("รับใหม่", "received"),
    "completed": Words("แล้วเสร็จ", "completed"),
    "open": Words("อยู่ระหว่างดำเนินการ", "in progress"),
}
GIVER_WORDS = {
    Giver.GOVERNMENT: Words("หน่วยงานภาครัฐ", "government bodies"),
    Giver.PRIVATE: Words("ภาคเอกชน", "private bodies"),
    Giver.CITIZEN: Words("ประชาชน", "citizens"),
    Giver.OTHER: Words("อื่น ๆ", "others"),
}
HANDLING_WORDS = {
    Handling.RETURNED: Words("ส่งคืนผู้ให้", "returned to the giver"),
    Handling.HANDED_OVER: Words("ส่งมอบหน่วยงาน", "handed over to the agency"),
    Handling.KEPT: Words("ให้รับไว้ตามกฎหมาย", "kept as the law allows"),
    Handling.OTHER: Words("อื่น ๆ", "other"),
}
VALUE_WORDS = {
    Value.UP_TO_3000: Words("ไม่เกิน 3,000 บาท", "up to 3,000 baht"),
    Value.OVER_3000: Words("เกิน 3,000 บาท", "over 3,000 baht"),
    Value.NOT_VALUED: Words("ประเมินค่าไม่ได้", "not valued"),
}
FORM_WORDS = {
    ActivityForm.MEETING: Words("ประชุม", "meeting"),
    ActivityForm.SEMINAR: Words("สัมมนา", "seminar"),
    ActivityForm.TRAINING: Words("อบรม", "training"),
    ActivityForm.CAMPAIGN: Words("รณรงค์", "campaign"),
}
