"""The official procurement forms: their column heads and the words that stand in their cells.

Read in public copies of form สขร.1 and of the ITA lists of fiscal years 2567 and 2568; the template
files themselves have not been seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Words
from generator.model.agency import AgencyType
from generator.model.procurement import BudgetSource, ContractStatus, Method, SupplierKind

if TYPE_CHECKING:
    from generator.model.procurement import Process

METHOD_WORDS = {
    Method.OPEN: Words("วิธีประกาศเชิญชวนทั่วไป", "open invitation"),
    Method.SELECTIVE: Words("วิธีคัดเลือก", "selection"),
    Method.DIRECT: Words("วิธีเฉพาะเจาะจง", "direct award"),
    Method.DESIGN_CONTEST: Words("วิธีประกวดแบบ", "design contest"),
}
"""วิธีซื้อหรือจ้าง, by the Public Procurement Act B.E. 2560."""
SOURCE_WORDS = {
    BudgetSource.BUDGET_ACT: Words("พ.ร.บ. งบประมาณรายจ่าย", "national budget act"),
    BudgetSource.ORDINANCE: Words(
        "ข้อบัญญัติ/เทศบัญญัติงบประมาณรายจ่าย", "the agency's own budget ordinance"
    ),
    BudgetSource.OFF_BUDGET: Words("เงินนอกงบประมาณ", "off-budget money"),
    BudgetSource.ACCUMULATED: Words("เงินสะสม", "accumulated reserve"),
    BudgetSource.SPECIFIC_GRANT: Words("เงินอุดหนุนเฉพาะกิจ", "specific grant"),
    BudgetSource.OTHER: Words("อื่น ๆ", "other"),
}
"""แหล่งที่มาของงบประมาณ."""
STATUS_WORDS = {
    ContractStatus.PENDING: Words("ยังไม่ลงนามในสัญญา", "not signed yet"),
    ContractStatus.ACTIVE: Words("อยู่ระหว่างระยะสัญญา", "under contract"),
    ContractStatus.TERMINATED: Words("สิ้นสุดระยะสัญญา", "contract ended"),
    ContractStatus.CANCELLED: Words("ยกเลิกการดำเนินการ", "cancelled"),
}
"""สถานะการจัดซื้อจัดจ้าง."""
SUPPLIER_WORDS = {
    SupplierKind.JURISTIC: Words("นิติบุคคล", "juristic person"),
    SupplierKind.NATURAL: Words("บุคคลธรรมดา", "natural person"),
}

SKR1 = Words("แบบ สขร. 1", "Form SKR.1")
SKR1_TITLE = "สรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือน {month}"
SKR1_HEADS = (
    "ลำดับที่",
    "งานที่จัดซื้อหรือจัดจ้าง",
    "วงเงินที่จะซื้อหรือจ้าง (บาท)",
    "ราคากลาง (บาท)",
    "วิธีซื้อหรือจ้าง",
    "รายชื่อผู้เสนอราคาและราคาที่เสนอ",
    "ผู้ได้รับการคัดเลือกและราคาที่ตกลงซื้อหรือจ้าง",
    "เหตุผลที่คัดเลือกโดยสรุป",
    "เลขที่และวันที่ของสัญญาหรือข้อตกลงในการซื้อหรือจ้าง",
)
"""The nine columns of form สขร.1, seen in five independent copies."""
SKR1_NOTHING = "ไม่มีการจัดซื้อจัดจ้างในเดือน{month}"

ITA_LIST_HEADS = (
    "ที่",
    "ปีงบประมาณ",
    "ชื่อหน่วยงาน",
    "อำเภอ",
    "จังหวัด",
    "กระทรวง",
    "ประเภทหน่วยงาน",
    "ชื่อรายการของงานที่ซื้อหรือจ้าง",
    "วงเงินงบประมาณที่ได้รับจัดสรร (บาท)",
    "แหล่งที่มาของงบประมาณ",
    "สถานะการจัดซื้อจัดจ้าง",
    "วิธีการจัดซื้อจัดจ้าง",
    "ราคากลาง (บาท)",
    "ราคาที่ตกลงซื้อหรือจ้าง (บาท)",
    "รายชื่อผู้ประกอบการที่ได้รับการคัดเลือก",
    "เลขที่โครงการในระบบ e-GP",
)
"""The sixteen columns of the ITA list of fiscal year 2568, in their order."""
ITA_MINISTRY = "กระทรวงมหาดไทย"
ITA_LOCAL = "องค์กรปกครองส่วนท้องถิ่น"


def ita_type(agency: AgencyType) -> str:
    """What stands under ประเภทหน่วยงาน; of a province no copy was seen, so nothing."""
    return "" if agency is AgencyType.PROVINCE else ITA_LOCAL


def method_said(process: Process) -> str:
    """The method with its sub-method or ground in law, as the forms have it in one cell."""
    method, details = METHOD_WORDS[process.method].th, ground(process)
    return f"{method} {details}" if details else method


def ground(process: Process) -> str:
    """The sub-method or ground in law without the method's own name, which workbooks repeat."""
    own = METHOD_WORDS[process.method].th
    return (process.method_details or "").removeprefix(own).strip()
