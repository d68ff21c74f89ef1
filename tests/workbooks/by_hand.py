"""Fills in the three official forms as an officer does, in LibreOffice Calc, and saves each format.

`python3 tests/workbooks/by_hand.py` with the system's Python, which has LibreOffice's `uno`. Every
cell is typed as in the Thai locale (`FormulaLocal`): Calc decides what is a number and what is text.
"""

from __future__ import annotations

import subprocess
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import NamedValue, PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import Locale

HERE = Path(__file__).resolve().parent / "by_hand"
PIPE = "by-hand"
AGENCY = "องค์การบริหารส่วนตำบลตัวอย่าง"
COMPANY, COMPANY_TAX = "บริษัท ตัวอย่างวัสดุ จำกัด", "0999999000012"
PARTNERS, PARTNERS_TAX = "ห้างหุ้นส่วนจำกัด ตัวอย่างก่อสร้าง", "0999999000021"
PERSON, PERSON_TAX = "นายสมมติ ตัวอย่าง", "8999999000018"
"""Invented; a natural person's number begins with a digit that nobody's has (8) and must vanish."""

SKR1_HEADS = [
    "ลำดับที่", "งานที่จัดซื้อหรือจัดจ้าง", "วงเงินที่จะซื้อหรือจ้าง\n(บาท)", "ราคากลาง\n(บาท)", "วิธีซื้อ\nหรือจ้าง",
    "รายชื่อผู้เสนอราคา\nและราคาที่เสนอ", "ผู้ได้รับการคัดเลือก\nและราคาที่ตกลงซื้อหรือจ้าง", "เหตุผลที่คัดเลือก\nโดยสรุป",
    "เลขที่และวันที่ของสัญญา\nหรือข้อตกลงในการซื้อหรือจ้าง",
]  # fmt: skip
OCTOBER = [
    ["๑", "จ้างก่อสร้างถนนคอนกรีตเสริมเหล็ก หมู่ที่ ๓", "๔๙๘,๐๐๐.๐๐", "๔๙๕,๐๐๐.๐๐", "เฉพาะเจาะจง",
     f"๑. {PARTNERS} ๔๙๐,๐๐๐ บาท\n๒. {COMPANY} ๔๙๔,๐๐๐ บาท", f"{PARTNERS}\n๔๙๐,๐๐๐ บาท", "เสนอราคาต่ำสุด",
     "สัญญาจ้างเลขที่ ๑/๒๕๖๙\nลงวันที่ ๕ ตุลาคม ๒๕๖๘"],
    ["๒", "ซื้อวัสดุสำนักงาน จำนวน ๑๒ รายการ", "18,450", "18,450", "วิธีเฉพาะเจาะจง",
     f"{COMPANY}\nราคา 18,450.- บาท", f"{COMPANY}\nราคา 18,450.- บาท", "เป็นผู้มีคุณสมบัติถูกต้องครบถ้วน",
     "ซ. 2/2569 ลว. 9 ต.ค. 68"],
    ["๓", "จ้างเหมาตัดหญ้าสองข้างทาง", "9000", "-", "วิธีเฉพาะเจาะจง", f"{PERSON} 9,000 บาท", f"{PERSON} 9,000 บาท",
     "-", "จ. 3/2569 ลว. 12 ต.ค. 2568"],
]  # fmt: skip
ITA16_HEADS = [
    "ที่", "ปีงบประมาณ", "ชื่อหน่วยงาน", "อำเภอ", "จังหวัด", "กระทรวง", "ประเภทหน่วยงาน", "ชื่อรายการของงานที่ซื้อหรือจ้าง",
    "วงเงินงบประมาณที่ได้รับจัดสรร (บาท)", "แหล่งที่มาของงบประมาณ", "สถานะการจัดซื้อจัดจ้าง", "วิธีการจัดซื้อจัดจ้าง", "ราคากลาง (บาท)",
    "ราคาที่ตกลงซื้อหรือจ้าง (บาท)", "รายชื่อผู้ประกอบการที่ได้รับการคัดเลือก", "เลขที่โครงการในระบบ e-GP",
]  # fmt: skip
ITA18_HEADS = [
    "ปีงบประมาณ", "ประเภทหน่วยงาน", "กระทรวง", "ชื่อหน่วยงาน", "อำเภอ", "จังหวัด", "งานที่ซื้อหรือจ้าง", "วงเงินงบประมาณที่ได้รับจัดสรร",
    "แหล่งที่มาของงบประมาณ", "สถานะการจัดซื้อจัดจ้าง", "วิธีการจัดซื้อจัดจ้าง", "ราคากลาง", "ราคาที่ตกลงซื้อหรือจ้าง",
    "เลขประจำตัวผู้เสียภาษี", "รายชื่อผู้ประกอบการที่ได้รับการคัดเลือก", "เลขที่โครงการ", "วันที่ลงนามในสัญญา", "วันที่สิ้นสุดสัญญา",
]  # fmt: skip
LAO, MINISTRY, PLACE = "องค์กรปกครองส่วนท้องถิ่น", "กระทรวงมหาดไทย", ["เมืองตัวอย่าง", "ตัวอย่าง"]
ROAD = ["จ้างก่อสร้างถนนคอนกรีตเสริมเหล็ก หมู่ที่ ๓", "๔๙๘,๐๐๐.๐๐", "ข้อบัญญัติ/เทศบัญญัติงบประมาณรายจ่าย"]
PAPER = ["ซื้อวัสดุสำนักงาน จำนวน ๑๒ รายการ", "18,450", "ข้อบัญญัติ/เทศบัญญัติงบประมาณรายจ่าย"]
GRASS = ["จ้างเหมาตัดหญ้าสองข้างทาง", "9000", "เงินสะสม"]
CAR = ["ซื้อรถบรรทุกขยะ", "๒,๕๐๐,๐๐๐", "เงินอุดหนุนเฉพาะกิจ"]
ENDED, RUNNING, NOT_YET = "สิ้นสุดระยะสัญญา", "อยู่ระหว่างระยะสัญญา", "ยังไม่ลงนามในสัญญา"
DIRECT, BIDDING = "วิธีเฉพาะเจาะจง", "วิธีประกวดราคาอิเล็กทรอนิกส์ (e-bidding)"
ITA16 = [
    ["๑", "๒๕๖๙", AGENCY, *PLACE, MINISTRY, LAO, *ROAD, RUNNING, DIRECT, "๔๙๕,๐๐๐.๐๐", "๔๙๐,๐๐๐.๐๐", PARTNERS, "๖๘๑๐๙๙๙๙๐๐๑"],
    ["๒", "2569", AGENCY, *PLACE, MINISTRY, LAO, *PAPER, ENDED, DIRECT, "18,450", "18450", COMPANY, "68109999002"],
    ["๓", "2569", AGENCY, *PLACE, MINISTRY, LAO, *GRASS, ENDED, DIRECT, "-", "9,000.00", PERSON, "68109999003"],
    ["๔", "2569", AGENCY, *PLACE, MINISTRY, LAO, *CAR, NOT_YET, BIDDING, "๒,๔๙๐,๐๐๐", "-", "-", "68119999004"],
]  # fmt: skip
ITA18 = [
    ["๒๕๖๙", LAO, MINISTRY, AGENCY, *PLACE, *ROAD, RUNNING, DIRECT, "๔๙๕,๐๐๐.๐๐", "๔๙๐,๐๐๐.๐๐", f"'{PARTNERS_TAX}", PARTNERS,
     "๖๘๑๐๙๙๙๙๐๐๑", "๕ ตุลาคม ๒๕๖๘", "๓ มกราคม ๒๕๖๙"],
    ["2569", LAO, MINISTRY, AGENCY, *PLACE, *PAPER, ENDED, DIRECT, "18,450", "18450", f"'{COMPANY_TAX}", COMPANY,
     "68109999002", "9 ต.ค. 68", "24 ต.ค. 68"],
    ["2569", LAO, MINISTRY, AGENCY, *PLACE, *GRASS, ENDED, DIRECT, "-", "9,000.00", f"'{PERSON_TAX}", PERSON,
     "68109999003", "12 ต.ค. 2568", "19 ต.ค. 2568"],
    ["2569", LAO, MINISTRY, AGENCY, *PLACE, *CAR, NOT_YET, BIDDING, "๒,๔๙๐,๐๐๐", "-", "-", "-", "68119999004", "-", "-"],
]  # fmt: skip
FILTERS = {
    "xlsx": ("Calc MS Excel 2007 XML", ""),
    "xls": ("MS Excel 97", ""),
    "ods": ("calc8", ""),
    "utf8.csv": ("Text - txt - csv (StarCalc)", "44,34,76,1,,0,false,true,false,false,false,-1"),
    "cp874.csv": ("Text - txt - csv (StarCalc)", "44,34,32,1,,0,false,true,false,false,false,-1"),
}
"""Filter and options: comma, quotation mark, encoding (76 UTF-8, 32 Windows-874), every sheet (-1)."""


def typed(sheet, row, cells):
    """A row, cell by cell, as it is typed."""
    for column, text in enumerate(cells):
        if "\n" in text:
            sheet.getCellByPosition(column, row).setString(text)
        else:
            sheet.getCellByPosition(column, row).FormulaLocal = text


def titled(sheet, titles, columns):
    """Title rows, each merged over the whole width."""
    for row, title in enumerate(titles):
        typed(sheet, row, [title])
        sheet.getCellRangeByPosition(0, row, columns - 1, row).merge(True)
    return len(titles)


def skr1(sheets):
    """Form สขร.1: October with lines and a totals row, November without any, a sheet each."""
    sheets.getByIndex(0).setName("ต.ค.68")
    sheets.insertNewByName("พ.ย.68", 1)
    for at, month in enumerate(("ตุลาคม ๒๕๖๘", "พฤศจิกายน ๒๕๖๘")):
        sheet = sheets.getByIndex(at)
        titles = ["แบบ สขร. ๑", f"สรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือน {month}", AGENCY]
        row = titled(sheet, titles, len(SKR1_HEADS))
        typed(sheet, row, SKR1_HEADS)
        if at:
            typed(sheet, row + 1, ["", "ไม่มีการจัดซื้อจัดจ้าง"])
            continue
        for line in OCTOBER:
            row += 1
            typed(sheet, row, line)
        typed(sheet, row + 1, ["รวม", "", f"=SUM(C{row - 1}:C{row + 1})"])


def ita16(sheets):
    """The ITA list of 16 columns below a merged title."""
    listed(sheets.getByIndex(0), ITA16_HEADS, ITA16)


def ita18(sheets):
    """The ITA list of 18 columns below a merged title."""
    listed(sheets.getByIndex(0), ITA18_HEADS, ITA18)


def listed(sheet, heads, lines):
    """A list with one title row."""
    sheet.setName("ข้อมูล")
    row = titled(sheet, ["รายงานสรุปผลการจัดซื้อจัดจ้าง ประจำปีงบประมาณ พ.ศ. ๒๕๖๙"], len(heads))
    for at, cells in enumerate([heads, *lines]):
        typed(sheet, row + at, cells)


def saved(document, name, filter_, **more):
    """The document under a name, as a filter writes it."""
    kind, options = filter_
    values = {"FilterName": kind, "FilterOptions": options} | more
    arguments = tuple(PropertyValue(key, 0, value, 0) for key, value in values.items() if value)
    document.storeToURL((HERE / name).as_uri(), arguments)
    stem = name.removesuffix(".csv")
    for number, sheet in enumerate(document.Sheets.ElementNames, start=1):
        written = HERE / f"{stem}-{sheet}.csv"
        if written.exists():
            written.replace(HERE / f"{stem}-{number}.csv")


def locked(document):
    """The document with a password, as each format knows it."""
    saved(document, "locked.ods", FILTERS["ods"], Password="password")  # noqa: S106 - locks a file that must be refused
    keys = (NamedValue("CryptoType", "Standard"), NamedValue("OOXPassword", "password"))
    sequence = uno.Any("[]com.sun.star.beans.NamedValue", keys)
    saved(document, "locked.xlsx", FILTERS["xlsx"], EncryptionData=sequence)


def filled(desktop, name, fill):
    """A new document of the Thai locale, filled in and saved in each format; once with a password."""
    hidden = (PropertyValue("Hidden", 0, True, 0),)
    document = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, hidden)
    style = document.StyleFamilies.getByName("CellStyles").getByName("Default")
    style.CharLocale = style.CharLocaleComplex = Locale("th", "TH", "")
    fill(document.Sheets)
    for suffix, filter_ in FILTERS.items():
        saved(document, f"{name}.{suffix}", filter_)
    if fill is skr1:
        locked(document)
    document.close(True)


def desktop_of(port):
    """LibreOffice's desktop, once it answers."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(120):
        try:
            context = resolver.resolve(f"uno:{port};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", context
            )
        except NoConnectException:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


def main():
    """Every form in every format."""
    HERE.mkdir(exist_ok=True)
    port = f"pipe,name={PIPE}"
    with tempfile.TemporaryDirectory() as profile:
        command = [
            "soffice",
            "--headless",
            "--norestore",
            f"-env:UserInstallation=file://{profile}",
        ]
        office = subprocess.Popen([*command, f"--accept={port};urp;"])
        desktop = desktop_of(port)
        for name, fill in (("skr1", skr1), ("ita16", ita16), ("ita18", ita18)):
            filled(desktop, name, fill)
        desktop.terminate()
        office.wait()


if __name__ == "__main__":
    main()
