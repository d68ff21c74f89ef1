"""The words that codes in the tables of the plan stand for."""

from __future__ import annotations

from generator.coverage.status import Status
from generator.diagnostics import Words
from generator.model.base import TargetUnit
from generator.model.catalogue import Confidence
from generator.model.decision import Shown
from generator.model.plan import Level

LEVEL_WORDS = {
    Level.DIMENSION: Words("มิติ", "dimension"),
    Level.AREA: Words("ภารกิจ", "area"),
    Level.SUB_AREA: Words("ภารกิจย่อย", "sub-area"),
    Level.ISSUE: Words("ประเด็น", "issue"),
    Level.GOAL: Words("เป้าหมาย", "goal"),
    Level.INDICATOR: Words("ตัวชี้วัด", "indicator"),
}
SECTION_WORDS = {
    "rationale": Words("หลักการและเหตุผล", "rationale"),
    "objectives": Words("วัตถุประสงค์", "objectives"),
    "target_groups": Words("กลุ่มเป้าหมาย", "target groups"),
    "targets": Words("เป้าหมาย", "targets"),
    "steps": Words("วิธีดำเนินการ", "steps"),
    "indicators": Words("ตัวชี้วัด", "indicators"),
    "outputs": Words("ผลผลิต", "outputs"),
    "outcomes": Words("ผลลัพธ์", "outcomes"),
    "results": Words("ผลการดำเนินการ", "results"),
    "result_summary": Words("สรุปผล", "summary of results"),
    "node": Words("ตัวชี้วัดของแผน", "indicator of the plan's tree"),
}
FIELD_WORDS = {
    "number": Words("ลำดับที่", "number"),
    "kind": Words("ประเภท", "kind"),
    "title": Words("ชื่อ", "title"),
    "responsible": Words("ผู้รับผิดชอบ", "responsible units"),
}
SHOWN_WORDS = {
    Shown.TABLE: Words("แสดงค่าในตาราง", "the table's is shown"),
    Shown.DETAIL: Words("แสดงค่าในรายละเอียด", "the description's is shown"),
    Shown.COMPUTED: Words("แสดงค่าที่นับได้", "the computed one is shown"),
    Shown.BOTH: Words("แสดงทั้งสองค่า", "both are shown"),
    "open": Words("ยังไม่ได้ตัดสิน", "not decided"),
}
STATUS_WORDS = {
    Status.PUBLISHED: Words("เผยแพร่แล้ว", "published"),
    Status.INCOMPLETE: Words("ยังไม่ครบ", "incomplete"),
    Status.NOT_PUBLISHED: Words("ยังไม่เผยแพร่", "not published"),
    Status.NOTHING_TO_REPORT: Words("ไม่มีเรื่องต้องรายงาน", "nothing to report"),
    Status.NOT_APPLICABLE: Words("ไม่เกี่ยวข้อง", "not applicable"),
    Status.UNKNOWN: Words("ไม่ทราบสิ่งที่ต้องแสดง", "demand not known"),
}
CONFIDENCE_WORDS = {
    Confidence.SEEN: Words("พบในสำเนาของแบบประเมิน", "seen in a copy of the form"),
    Confidence.SEEN_QUALIFIED: Words(
        "พบในสำเนาของแบบประเมินที่อาจไม่ตรงกับฉบับทางการ",
        "seen in a copy of the form that may differ",
    ),
    Confidence.RECALLED: Words(
        "เขียนจากความจำ ยังไม่ได้ตรวจกับคู่มือทางการ",
        "recalled, not checked against the official manual",
    ),
    Confidence.INFERRED: Words("อนุมานจากปีอื่น", "inferred from other years"),
}
COUNTED_WORDS = {
    TargetUnit.PERCENT: Words("ร้อยละ", "per cent"),
    TargetUnit.SCORE: Words("คะแนน", "points"),
    TargetUnit.RANK: Words("อันดับ", "rank"),
    TargetUnit.PERSON: Words("คน", "people"),
    TargetUnit.TIMES: Words("ครั้ง", "times"),
    TargetUnit.TIMES_PER_YEAR: Words("ครั้งต่อปี", "times a year"),
    TargetUnit.TIMES_PER_QUARTER: Words("ครั้งต่อไตรมาส", "times a quarter"),
    TargetUnit.CHANNEL: Words("ช่องทาง", "channels"),
    TargetUnit.COPY: Words("ฉบับ", "documents"),
    TargetUnit.SET: Words("ชุด", "sets"),
    TargetUnit.TOPIC: Words("เรื่อง", "topics"),
    TargetUnit.PLACE: Words("แห่ง", "places"),
    TargetUnit.NETWORK: Words("เครือข่าย", "networks"),
    TargetUnit.MISSION: Words("ภารกิจ", "missions"),
    TargetUnit.MEASURE: Words("มาตรการ", "measures"),
    TargetUnit.ISSUE: Words("ประเด็น", "issues"),
    TargetUnit.JOB: Words("งาน", "tasks"),
    TargetUnit.PLAN: Words("แผน", "plans"),
    TargetUnit.DAY: Words("วัน", "days"),
    TargetUnit.MINUTE: Words("นาที", "minutes"),
    TargetUnit.CASE: Words("กรณี", "cases"),
    TargetUnit.AGENCY: Words("หน่วยงาน", "agencies"),
    TargetUnit.PLAN_PER_YEAR: Words("แผนต่อปี", "plans a year"),
    TargetUnit.PERSON_PER_YEAR: Words("คนต่อปี", "people a year"),
}
