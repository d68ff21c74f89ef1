"""What is larger than any agency has: a plan of 5 MB, years and lists of 50,000 purchases."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
LARGE = 5 * 1024 * 1024
"""Bytes of YAML."""
LINES = 50_000
HEADS = (
    "เดือน", "ปีงบประมาณ", "ชื่อหน่วยงาน", "อำเภอ", "จังหวัด", "กระทรวง", "งานที่ซื้อหรือจ้าง", "วงเงินงบประมาณที่ได้รับจัดสรร",
    "แหล่งที่มาของงบประมาณ", "สถานะการจัดซื้อจัดจ้าง", "วิธีการจัดซื้อจัดจ้าง", "ราคากลาง", "ราคาที่ตกลงซื้อหรือจ้าง",
    "รายชื่อผู้ประกอบการที่ได้รับการคัดเลือก", "เลขที่โครงการ", "วันที่ลงนามในสัญญา", "วันที่สิ้นสุดสัญญา", "เลขที่สัญญา",
)  # fmt: skip
"""Of the ITA list of 18 columns."""


def large_plan(folder: Path) -> None:
    """The largest real agency, `luang-nuea`, with items that come to 5 MB of YAML."""
    agency = folder / "content" / "luang-nuea"
    shutil.copytree(ROOT / "content" / "luang-nuea", agency)
    items = agency / "items"
    sources = sorted(items.glob("p-*.yml"))
    bytes_written, number = 0, len(sources)
    while bytes_written < LARGE:
        source = sources[number % len(sources)]
        number += 1
        text = source.read_text(encoding="utf-8")
        text = text.replace(f"id: {source.stem}\n", f"id: x-{number}\n")
        (items / f"x-{number}.yml").write_text(text, encoding="utf-8", newline="\n")
        bytes_written += len(text.encode("utf-8"))


def many_purchases(folder: Path, number: int) -> None:
    """The small agency with a year of so many purchases, each with a bid and a contract."""
    agency = folder / "content" / "minimal"
    shutil.copytree(ROOT / "tests" / "samples" / "minimal", agency)
    year = agency / "procurement" / "2566"
    year.mkdir(parents=True)
    months = [f"{2022 + (m < 10)}-{m:02}" for m in (10, 11, 12, *range(1, 10))]
    processes = ["id,month,title.th,method,budget,budget_source,reference_price,status,reason.th"]
    bids, contracts = ["process,bidder,kind,price"], ["process,number,supplier,kind,price,signed"]
    for one in range(number):
        month, supplier = months[one * 12 // number], f"ร้านตัวอย่าง {one % 200}"
        amount = 1000 + one % 400 * 1000
        processes.append(
            f"a-{one:05},{month},ซื้อวัสดุสำนักงาน ครั้งที่ {one},direct,{amount},ordinance,{amount},"
            "terminated,ราคาเหมาะสม"
        )
        bids.append(f"a-{one:05},{supplier},natural,{amount - 10}")
        contracts.append(f"a-{one:05},{one}/2566,{supplier},natural,{amount - 10},{month}-15")
    report = "fiscal_year: 2566\nas_of: 2023-09-30\n"
    (year / "report.yml").write_text(report, encoding="utf-8", newline="\n")
    tables = {"processes": processes, "bids": bids, "contracts": contracts}
    for name, lines in tables.items():
        text = "\n".join(lines) + "\n"
        (year / f"{name}.csv").write_text(text, encoding="utf-8", newline="\n")


def large_list(folder: Path) -> None:
    """An ITA list of 18 columns with 50,000 contracts, `list.xlsx` in the project's folder."""
    import xlsxwriter

    book = xlsxwriter.Workbook(folder / "list.xlsx", {"constant_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, HEADS)
    for row in range(1, LINES + 1):
        cells = (
            "ต.ค. 2568", 2569, "ตัวอย่าง", "ตัวอย่าง", "ตัวอย่าง", "กระทรวงมหาดไทย", f"งานตัวอย่างที่ {row}", "100,000.00", "เงินสะสม",
            "สิ้นสุดระยะสัญญา", "วิธีเฉพาะเจาะจง", "๑๐๐,๐๐๐", 90000 + row, f"บริษัท ตัวอย่าง {row % 900} จำกัด", f"681{row:08}",
            "5 ต.ค. 68", "20 ต.ค. 2568", f"จ. {row}/2569",
        )  # fmt: skip
        sheet.write_row(row, 0, cells)
    book.close()
