"""The columns of procurement, under every head that an official form gives them.

Heads: form สขร.1 (nine columns, as five independent files of public bodies have them), the ITA lists
of 2567 (18 columns) and 2568 (16 columns), and the field names of e-GP's open data.
"""

from __future__ import annotations

from generator.diagnostics import Words
from generator.importers.columns import Choice, Column, Form, Kind
from generator.model.procurement import BudgetSource, ContractStatus, Method, SupplierKind

METHODS = (
    Choice(Method.OPEN, "วิธีประกาศเชิญชวนทั่วไป", (
        r"(วิธี|โดยวิธี)?(การ)?ประกาศเชิญชวน(ทั่วไป)?", r"(วิธี)?ประกวดราคา(อิเล็กทรอนิกส์)?(ebidding)?",
        r"(วิธี)?ebidding", r"(วิธี)?(ตลาดอิเล็กทรอนิกส์)?emarket", r"(วิธี)?ตลาดอิเล็กทรอนิกส์",
        r"(วิธี)?สอบราคา", r"(วิธี)?ประกาศเชิญชวน(ทั่วไป)?(ด้วยวิธี|โดยวิธี|วิธี)?(ประกวดราคาอิเล็กทรอนิกส์|ตลาดอิเล็กทรอนิกส์|สอบราคา)?(ebidding|emarket)?",
    )),
    Choice(Method.SELECTIVE, "วิธีคัดเลือก", (r"(โดย)?(วิธี)?(การ)?คัดเลือก(มาตรา56.*)?",)),
    Choice(Method.DIRECT, "วิธีเฉพาะเจาะจง", (
        r"(โดย)?(วิธี)?เฉพาะ?เจาะจง(มาตรา56.*)?", r"วิธีตกลงราคา", r"ตกลงราคา",
    )),
    Choice(Method.DESIGN_CONTEST, "วิธีประกวดแบบ", (r"(วิธี)?ประกวดแบบ.*",)),
)  # fmt: skip
STATUSES = (
    Choice(ContractStatus.PENDING, "ยังไม่ลงนามในสัญญา", (
        r"ยังไม่(ได้)?ลงนาม(ใน)?(สัญญา)?", r"อยู่ระหว่าง(การ)?(จัดซื้อจัดจ้าง|ดำเนินการจัดซื้อจัดจ้าง|จัดหา)", r"รอลงนาม(ใน)?(สัญญา)?",
    )),
    Choice(ContractStatus.ACTIVE, "อยู่ระหว่างระยะสัญญา", (
        r"(อยู่)?(ใน)?ระหว่าง(การดำเนินการตาม|ดำเนินการตาม|ดำเนินการ|การดำเนินการ|ระยะเวลา|ระยะ)?(สัญญา)?", r"อยู่ระหว่างดำเนินการ(ตามสัญญา)?", r"จัดทำสัญญาpo(แล้ว)?", r"ลงนามสัญญาแล้ว", r"บริหารสัญญา",
    )),
    Choice(ContractStatus.TERMINATED, "สิ้นสุดระยะสัญญา", (
        r"สิ้นสุด(ระยะ|ระยะเวลา)?(สัญญา)?(แล้ว)?", r"(ดำเนินการ)?แล้วเสร็จ(ตามสัญญา)?", r"(ตรวจรับ|ส่งงาน)(ครบถ้วน|งาน|พัสดุ|แล้ว)*", r"ส่งงานครบถ้วน", r"เบิกจ่าย(แล้ว|เงินแล้ว|เสร็จสิ้น)",
    )),
    Choice(ContractStatus.CANCELLED, "ยกเลิกการดำเนินการ", (r"ยกเลิก(การดำเนินการ|โครงการ|สัญญา|ประกาศ)?.*",)),
)  # fmt: skip
SOURCES = (
    Choice(BudgetSource.ORDINANCE, "ข้อบัญญัติ/เทศบัญญัติงบประมาณรายจ่าย", (
        r"(งบประมาณ)?(ตาม)?(ข้อบัญญัติ|เทศบัญญัติ)(งบประมาณ)?(รายจ่าย)?(ประจำปี)?.*", r"ข้อบัญญัติเทศบัญญัติ.*",
    )),
    Choice(BudgetSource.BUDGET_ACT, "พ.ร.บ. งบประมาณรายจ่าย", (
        r"พรบ(งบประมาณ)?(รายจ่าย)?.*", r"พระราชบัญญัติงบประมาณ.*",
    )),
    Choice(BudgetSource.OFF_BUDGET, "เงินนอกงบประมาณ", (r"(เงิน)?นอกงบประมาณ",)),
    Choice(BudgetSource.ACCUMULATED, "เงินสะสม", (r"(จ่ายขาด)?เงินสะสม(จ่ายขาด)?",)),
    Choice(BudgetSource.SPECIFIC_GRANT, "เงินอุดหนุนเฉพาะกิจ", (r"(เงิน)?อุดหนุนเฉพาะกิจ",)),
    Choice(BudgetSource.OTHER, "อื่น ๆ", (r"อื่น(ๆ|อื่น)?.*",)),
)  # fmt: skip
KINDS = (
    Choice(SupplierKind.JURISTIC, "นิติบุคคล", (r"นิติ(บุคคล)?", "juristic")),
    Choice(SupplierKind.NATURAL, "บุคคลธรรมดา", (r"บุคคล(ธรรมดา)?", r"ร้านค้า(บุคคลธรรมดา)?", "natural")),
)  # fmt: skip

_BAHT_HELP = Words(
    "พิมพ์จำนวนบาทเป็นตัวเลข ไม่ต้องพิมพ์คำว่าบาท เช่น 480000 หรือ 480,000.50",
    "The baht as a number, such as 480000 or 480,000.50",
)
_DAY_HELP = Words(
    "พิมพ์วันที่ เช่น 5 ต.ค. 2568 หรือ 2025-10-05", "A day, such as 5 ต.ค. 2568 or 2025-10-05"
)
_NAME_HELP = Words(
    "ชื่อเต็มพร้อมคำนำหน้า เช่น บริษัท … จำกัด, หจก. …, ร้าน …, นาย … (ห้ามใส่เลขประจำตัวประชาชน)",
    "The full name with บริษัท, หจก., ร้าน, นาย … in front; never a national ID number",
)
_KIND_HELP = Words(
    "เลือก นิติบุคคล หรือ บุคคลธรรมดา (เว้นว่างได้ถ้าชื่อขึ้นต้นด้วย บริษัท หจก. ร้าน นาย นาง นางสาว)",
    "Juristic or natural person; may be left blank where the name begins with บริษัท, หจก., ร้าน, นาย …",
)

COLUMNS = (
    Column(
        key="month",
        head=Words("เดือนที่รายงาน", "Month of the report"),
        help=Words(
            "เดือนของสรุป สขร.1 ที่มีรายการนี้ เช่น ต.ค. 2568 หรือ 2025-10",
            "The month whose summary has this line, such as ต.ค. 2568 or 2025-10",
        ),
        kind=Kind.MONTH,
        required=True,
        also=("เดือน", "รอบเดือน", "ประจำเดือน", "month"),
        width=14,
    ),
    Column(
        key="egp_number",
        head=Words("เลขที่โครงการในระบบ e-GP", "e-GP project number"),
        help=Words("ตัวเลข 11 หลัก ถ้าไม่มีให้เว้นว่าง", "11 digits; blank if there is none"),
        kind=Kind.CODE,
        also=(
            "เลขที่โครงการ",
            "เลขที่โครงการegp",
            "(เลขที่|รหัส|หมายเลข)โครงการ.*egp",
            "projectid",
            "เลขที่คุมโครงการ",
            "รหัสโครงการ",
        ),
        width=16,
    ),
    Column(
        key="title",
        head=Words("งานที่ซื้อหรือจ้าง", "What is bought or hired"),
        help=Words(
            "ชื่องาน ถ้าเดือนใดไม่มีการจัดซื้อจัดจ้าง ให้พิมพ์ว่า ไม่มีการจัดซื้อจัดจ้าง",
            "The title; for a month without any, write ไม่มีการจัดซื้อจัดจ้าง",
        ),
        also=(
            "(ชื่อ)?(รายการ)?(ของ)?งาน(ที่)?(จะ)?(จัด)?(ซื้อ)?(หรือ|และ)?(จัด)?จ้าง.*",
            "ชื่อโครงการ",
            "projectname",
            "ชื่อรายการ(ของ)?งานที่(จัด)?ซื้อ(หรือ|และ)?(จัด)?จ้าง.*",
            "รายการ(จัดซื้อจัดจ้าง)?",
            "งานที่จัดซื้อจัดจ้าง",
            "งานจัดซื้อจัดจ้าง",
            "ชื่องาน.*",
        ),
        width=46,
    ),
    Column(
        key="title_en",
        head=Words("ชื่องานภาษาอังกฤษ", "Title in English"),
        help=Words("คำแปลชื่องาน เว้นว่างได้", "The title in English; may be left blank"),
        also=("title", "titleen", "งานที่ซื้อหรือจ้างภาษาอังกฤษ"),
        width=40,
    ),
    Column(
        key="method",
        head=Words("วิธีซื้อหรือจ้าง", "Method"),
        help=Words("เลือกจากรายการ", "Choose from the list"),
        kind=Kind.CHOICE,
        required=True,
        choices=METHODS,
        also=(
            "วิธี(การ)?(จัด)?(ที่)?(ซื้อ|จ้าง)(หรือ|และ)?(การ)?(จัด)?(จ้าง)?",
            "วิธีการจัดหา",
            "วิธีจัดหา",
            "purchasemethodname",
        ),
        width=24,
    ),
    Column(
        key="method_details",
        head=Words("วิธีย่อยหรือข้อกฎหมาย", "Sub-method or ground in law"),
        help=Words(
            "เช่น e-bidding หรือ มาตรา 56 (2) (ข) เว้นว่างได้",
            "Such as e-bidding or มาตรา 56 (2) (ข); may be blank",
        ),
        also=("วิธีย่อย", "ข้อกฎหมาย"),
        width=22,
    ),
    Column(
        key="budget",
        head=Words("วงเงินที่จะซื้อหรือจ้าง (บาท)", "Budget (baht)"),
        help=_BAHT_HELP,
        kind=Kind.MONEY,
        also=(
            "วงเงิน(งบประมาณ)?(ที่)?(จะ|ได้)?(จัด)?(ซื้อ)?(หรือ|และ)?(จัด)?จ้าง.*",
            "วงเงินงบประมาณ.*",
            "วงเงิน",
            "งบประมาณ(ที่ได้รับจัดสรร)?",
            "projectmoney",
            "วงเงินที่จะ(ซื้อ)?หรือจ้าง",
        ),
    ),
    Column(
        key="budget_source",
        head=Words("แหล่งที่มาของงบประมาณ", "Source of the money"),
        help=Words("เลือกจากรายการ เว้นว่างได้", "Choose from the list; may be blank"),
        kind=Kind.CHOICE,
        choices=SOURCES,
        also=("แหล่งที่มา(ของ)?(เงิน)?(งบประมาณ)?", "แหล่งเงิน.*"),
        width=26,
    ),
    Column(
        key="reference_price",
        head=Words("ราคากลาง (บาท)", "Reference price (baht)"),
        help=_BAHT_HELP,
        kind=Kind.MONEY,
        also=("ราคากลาง.*", "pricebuild"),
    ),
    Column(
        key="status",
        head=Words("สถานะการจัดซื้อจัดจ้าง", "Status"),
        help=Words("เลือกจากรายการ เว้นว่างได้", "Choose from the list; may be blank"),
        kind=Kind.CHOICE,
        choices=STATUSES,
        also=("สถานะ(การ)?(ดำเนินการ)?(จัดซื้อจัดจ้าง|โครงการ|สัญญา)?", "projectstatus"),
        width=22,
    ),
    Column(
        key="reason",
        head=Words("เหตุผลที่คัดเลือกโดยสรุป", "Reason, in short"),
        help=Words("เช่น เสนอราคาต่ำสุด เว้นว่างได้", "Such as เสนอราคาต่ำสุด; may be blank"),
        also=("เหตุผล(ที่|ใน)?(การ)?คัดเลือก.*", "เหตุผล(โดยสรุป)?"),
        width=36,
    ),
    Column(
        key="reason_en",
        head=Words("เหตุผลภาษาอังกฤษ", "Reason in English"),
        help=Words("คำแปลเหตุผล เว้นว่างได้", "The reason in English; may be left blank"),
        width=30,
    ),
    Column(
        key="bidder",
        head=Words("ผู้เสนอราคา", "Bidder"),
        help=Words(
            "หนึ่งรายต่อหนึ่งแถว รายถัดไปพิมพ์ในแถวล่างโดยเว้นชื่องานว่าง",
            "One in each row; the next in the row below, its title left blank",
        ),
        also=(
            "ผู้เสนอราคา(ราย)?ชื่อ(ผู้เสนอราคา)?",
            "(ราย)?ชื่อผู้เสนอราคา",
            "(ราย)?ชื่อผู้เข้าเสนอราคา",
            "ผู้ยื่นข้อเสนอ",
            "(ราย)?ชื่อผู้ยื่น(ข้อ)?เสนอ.*",
        ),
        width=34,
    ),
    Column(
        key="bidder_kind",
        head=Words("ประเภทผู้เสนอราคา", "Kind of bidder"),
        help=_KIND_HELP,
        kind=Kind.CHOICE,
        choices=KINDS,
        width=16,
    ),
    Column(
        key="bid_price",
        head=Words("ราคาที่เสนอ (บาท)", "Price offered (baht)"),
        help=_BAHT_HELP,
        kind=Kind.MONEY,
        also=("(ผู้เสนอราคา)?ราคาที่เสนอ", "ผู้เสนอราคาราคา(ที่เสนอ)?", "เสนอราคา"),
    ),
    Column(
        key="contract_number",
        head=Words("เลขที่สัญญาหรือข้อตกลง", "Contract number"),
        help=Words("เช่น จ. 12/2569", "Such as จ. 12/2569"),
        also=(
            "เลขที่(ของ)?(ใบสั่งซื้อ|ใบสั่งจ้าง)?(สัญญา|ข้อตกลง|คุมสัญญา)(หรือ)?(ข้อตกลง|สัญญา)?(ในการซื้อหรือจ้าง)?",
            "contractno",
            "สัญญา(หรือข้อตกลง)?เลขที่",
            "เลขที่สัญญาใบสั่ง(ซื้อ)?(จ้าง)?",
        ),
        width=18,
    ),
    Column(
        key="supplier",
        head=Words("ผู้ได้รับการคัดเลือก", "Supplier"),
        help=_NAME_HELP,
        also=(
            "(ราย)?ชื่อผู้ประกอบการ(ที่ได้รับ(การ)?คัดเลือก)?",
            "(ราย)?ชื่อผู้(ที่)?ได้รับ(การ)?คัดเลือก",
            "ผู้(ที่)?ได้รับ(การ)?คัดเลือก(ราย)?ชื่อ",
            "ผู้ชนะ(การเสนอราคา|การประกวดราคา)?",
            "คู่สัญญา",
            "winner(name)?",
            "ผู้ได้รับ(การ)?คัดเลือก",
            "ผู้รับจ้าง(ผู้ขาย)?",
            "ผู้ขาย(ผู้รับจ้าง)?",
        ),
        width=34,
    ),
    Column(
        key="supplier_kind",
        head=Words("ประเภทผู้ขายหรือผู้รับจ้าง", "Kind of supplier"),
        help=_KIND_HELP,
        kind=Kind.CHOICE,
        choices=KINDS,
        also=("ประเภท(ของ)?ผู้(ขาย|รับจ้าง|ประกอบการ|ได้รับการคัดเลือก)(หรือผู้รับจ้าง)?",),
        width=16,
    ),
    Column(
        key="tax_id",
        head=Words("เลขประจำตัวผู้เสียภาษี (นิติบุคคลเท่านั้น)", "Tax number (juristic persons only)"),
        help=Words(
            "13 หลัก เฉพาะนิติบุคคล ห้ามใส่เลขประจำตัวประชาชน",
            "13 digits of a juristic person; never a national ID",
        ),
        kind=Kind.CODE,
        also=("เลข(ที่)?ประจำตัวผู้เสียภาษี(อากร)?.*", "winnertin", "เลข(ที่)?ผู้เสียภาษี", "taxid"),
        width=18,
    ),
    Column(
        key="price",
        head=Words("ราคาที่ตกลงซื้อหรือจ้าง (บาท)", "Price agreed (baht)"),
        help=_BAHT_HELP,
        kind=Kind.MONEY,
        also=(
            "ราคา(ที่)?ตกลง(ซื้อ)?(หรือ)?(จ้าง)?",
            "ราคาที่(จัด)?ซื้อ(หรือ|และ)?(จัด)?จ้าง",
            "ผู้ได้รับการคัดเลือกราคา.*",
            "contractpriceagree",
            "(มูลค่า|จำนวนเงิน|วงเงิน|ราคา)(ตาม)?(สัญญา).*",
        ),
    ),
    Column(
        key="signed",
        head=Words("วันที่ลงนามในสัญญา", "Day of signing"),
        help=_DAY_HELP,
        kind=Kind.DAY,
        also=(
            "วันที่(ลงนาม|เริ่มต้น)?(ใน|ของ)?(สัญญา|ข้อตกลง)(หรือ)?(ข้อตกลง)?(ในการซื้อหรือจ้าง)?(วันที่ลงนาม(ใน)?สัญญา)?",
            "สัญญา(หรือข้อตกลง)?วันที่",
            "contractdate",
            "วันที่ทำสัญญา",
            "วัน(ที่|เดือนปี)(ที่)?(ลงนาม|ทำสัญญา).*",
            "วันเริ่มต้นสัญญา",
            "ลงวันที่",
        ),
        width=16,
    ),
    Column(
        key="ends",
        head=Words("วันที่สิ้นสุดสัญญา", "Day on which the contract ends"),
        help=_DAY_HELP,
        kind=Kind.DAY,
        also=("วัน(ที่)?(สิ้นสุด|ครบกำหนด)(ตาม)?(ของ)?(สัญญา)?", "contractfinishdate"),
        width=16,
    ),
    Column(
        key="id",
        head=Words("รหัสรายการ", "Id of the line"),
        help=Words(
            "เว้นว่างสำหรับรายการใหม่ รายการเดิมอย่าแก้ เพราะเป็นที่อยู่หน้าเว็บ",
            "Blank for a new line; leave it as it is on an old one, for addresses hang on it",
        ),
        width=18,
    ),
    # Columns of the official forms that the template has in another way, or not at all.
    Column(
        key="bids",
        head=Words("รายชื่อผู้เสนอราคาและราคาที่เสนอ", "Bidders and prices offered"),
        help=Words(
            "หนึ่งรายต่อหนึ่งบรรทัด: ชื่อ แล้วราคา พร้อมคำว่า บาท",
            "One in each line: the name, the price, the word บาท",
        ),
        also=(
            "(ราย)?ชื่อผู้(เข้า)?เสนอราคา(และ|/)?(ราคา)?(ที่)?เสนอ(ราคา)?.*",
            "ผู้เสนอราคา(และ|/)?ราคา(ที่)?เสนอ.*",
            "ผู้เสนอราคาและราคา",
        ),
        offered=False,
    ),
    Column(
        key="award",
        head=Words("ผู้ได้รับการคัดเลือกและราคาที่ตกลงซื้อหรือจ้าง", "Supplier and price agreed"),
        help=Words(
            "หนึ่งรายต่อหนึ่งบรรทัด: ชื่อ แล้วราคา พร้อมคำว่า บาท",
            "One in each line: the name, the price, the word บาท",
        ),
        also=("(ราย)?(ชื่อ)?ผู้(ที่)?ได้รับ(การ)?คัดเลือก(และ|/)?ราคา.*", "ผู้ชนะ(การเสนอราคา)?และราคา.*"),
        offered=False,
    ),
    Column(
        key="agreement",
        head=Words("เลขที่และวันที่ของสัญญาหรือข้อตกลงในการซื้อหรือจ้าง", "Number and day of the contract"),
        help=Words(
            "เลขที่ แล้ววันที่ เช่น จ. 12/2569 ลงวันที่ 5 ต.ค. 2568",
            "The number, then the day, such as จ. 12/2569 ลงวันที่ 5 ต.ค. 2568",
        ),
        also=(
            "เลขที่(และ|/)?วันที่.*(สัญญา|ข้อตกลง|ใบสั่ง).*",
            "(สัญญา|ข้อตกลง).*เลขที่(และ|/)?วันที่.*",
            "เลขที่และวันที่",
        ),
        offered=False,
    ),
    Column(
        key="project_price",
        head=Words("มูลค่าจัดหารวม (บาท)", "Sum of the project's contracts (baht)"),
        help=_BAHT_HELP,
        kind=Kind.MONEY,
        also=("sumpriceagree", "มูลค่าจัดหารวม"),
        offered=False,
    ),
    Column(
        key="fiscal_year",
        head=Words("ปีงบประมาณ", "Fiscal year"),
        help=Words("พ.ศ. สี่หลัก เช่น 2569", "Four digits in the Buddhist era, such as 2569"),
        kind=Kind.YEAR,
        also=("ปีงบประมาณ(พศ)?", "budgetyear", "fiscalyear", "ปีงบ"),
        offered=False,
    ),
    Column(
        key="number",
        head=Words("ลำดับที่", "Number"),
        help=Words("เลขลำดับ ไม่ถูกนำเข้า", "The line's number; it does not come in"),
        also=("ที่", "ลำดับ(ที่)?", "no"),
        offered=False,
    ),
    Column(
        key="agency",
        head=Words("ชื่อหน่วยงาน", "Agency"),
        help=Words(
            "ไม่ถูกนำเข้า เว็บไซต์รู้ชื่อหน่วยงานแล้ว", "It does not come in; the site knows its agency"
        ),
        also=("หน่วยงาน", "deptname", "ชื่อหน่วยงาน(จัดซื้อ|ย่อย)?"),
        offered=False,
    ),
)

FORM = Form(
    subject="procurement",
    version=1,
    title=Words("การจัดซื้อจัดจ้าง", "procurement"),
    columns=COLUMNS,
    sign=frozenset({"title", "method"}),
    name="title",
    guide=(
        Words(
            "กรอกหนึ่งงานต่อหนึ่งแถว ผู้เสนอราคาหรือสัญญารายถัดไปของงานเดียวกัน กรอกแถวล่างโดยเว้นชื่องานว่าง",
            "One purchase in each row. A further bidder or contract of the same purchase goes in the row below, its title left blank.",
        ),
        Words(
            "เดือนที่ไม่มีการจัดซื้อจัดจ้าง: กรอกเดือน และพิมพ์ชื่องานว่า ไม่มีการจัดซื้อจัดจ้าง",
            "A month in which nothing was bought: its month, and ไม่มีการจัดซื้อจัดจ้าง as the title.",
        ),
        Words(
            "ห้ามใส่เลขประจำตัวประชาชนของบุคคลธรรมดาในทุกช่อง",
            "No national ID number of a person, in any cell.",
        ),
        Words(
            "นำเข้าด้วยคำสั่ง disclosure import procurement ชื่อไฟล์ --year ปีงบประมาณ",
            "Import it with: disclosure import procurement FILE --year FISCAL-YEAR",
        ),
    ),
)
"""Procurement as officers fill it in."""
