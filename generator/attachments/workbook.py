"""XLSX workbooks: values and looks as they are seen; nothing hidden, nothing that tells of makers."""

from __future__ import annotations

import re
import warnings
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook
from openpyxl.drawing.image import Image
from openpyxl.utils.exceptions import InvalidFileException
from python_calamine import CalamineError, CalamineWorkbook

from generator.attachments import picture
from generator.attachments.refusal import (
    CHANGED,
    DAMAGED,
    FILE_DAMAGED,
    FILE_HIDES,
    FILE_LOSES,
    LOCKED,
    TOO_LARGE,
    Refused,
)
from generator.diagnostics import Words

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

UNPACKED_LIMIT = 400 * 1024 * 1024
OLE = b"\xd0\xcf\x11\xe0"
"""How an encrypted workbook begins: as a container of the old kind."""
PARTS = {
    "xl/comments": Words("ข้อคิดเห็น", "comments"),
    "xl/threadedcomments": Words("การสนทนา", "threads of comments"),
    "xl/persons": Words("รายชื่อผู้แสดงความเห็น", "who commented"),
    "xl/revisions": Words("ประวัติการแก้ไข", "tracked changes"),
    "xl/pivotcache": Words("ข้อมูลดิบของ Pivot", "raw data behind pivot tables"),
    "xl/externallinks": Words("ลิงก์ไปยังไฟล์อื่น", "links to other files"),
    "xl/connections": Words("การเชื่อมต่อฐานข้อมูล", "connections to databases"),
    "xl/querytables": Words("การเชื่อมต่อฐานข้อมูล", "connections to databases"),
    "xl/embeddings": Words("ไฟล์ที่ฝังอยู่", "embedded files"),
    "xl/printersettings": Words("ชื่อและการตั้งค่าเครื่องพิมพ์", "name and settings of a printer"),
    "xl/activex": Words("โปรแกรมในไฟล์", "programs inside"),
    "customxml": Words("ข้อมูลของโปรแกรมอื่น", "data of other programs"),
    "docprops/custom": Words("คุณสมบัติที่กำหนดเอง", "custom properties"),
}
"""Parts that are left out, by the beginnings of their names."""
MAKERS = Words("ผู้จัดทำ ผู้แก้ไขล่าสุด และเวลา", "author, last editor and times")
FORMULAS = Words("สูตร (เหลือเฉพาะค่า)", "formulas (their values stay)")
SHEETS = Words("แผ่นงานที่ซ่อน {count} แผ่น", "{count} hidden sheets")
PHOTOS = Words("ข้อมูลกล้องในภาพ", "camera data in pictures")
LINKS = Words("ลิงก์เข้าไปในเครื่องคอมพิวเตอร์", "links into a computer")
ADDRESS = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
MACROS = Words("มาโคร", "macros")
NO_MACROS = Words(
    "บันทึกเป็น Excel Workbook (.xlsx) ที่ไม่มีมาโคร", "Save it as Excel Workbook (.xlsx) without macros"
)
SHAPES = Words("กล่องข้อความหรือรูปวาด", "text boxes or drawn shapes")
CHARTS = Words("แผนภูมิหรือภาพบางชนิด", "a kind of chart or picture")
SHAPE = re.compile(rb"<xdr:(?:sp|grpSp|cxnSp)[ >]|<dgm:|<c15:|drawingml/2006/diagram")
ROWS = Words("แถวหรือคอลัมน์ที่ซ่อน", "hidden rows or columns")
THINNEST = 0.2
"""Points of a row, characters of a column, below which nobody sees that it is there."""
SHOW = Words(
    "เลิกซ่อน (คลิกขวา → เลิกซ่อน) หรือล้างตัวกรอง หรือลบทิ้ง แล้วบันทึก",
    "Unhide them (right click → Unhide), clear the filter, or delete them; then save",
)
NO_VALUE = Words("สูตรที่ยังไม่ได้คำนวณ", "a formula without a value")
CALCULATE = Words("เปิดใน Excel แล้วบันทึก", "Open it in Excel and save it")
CHART = Words("แผนภูมิที่ใช้ข้อมูลจากแผ่นงานที่ซ่อน", "a chart of data on a hidden sheet")
SHOW_SHEET = Words("เลิกซ่อนแผ่นงาน หรือลบแผนภูมิ", "Unhide the sheet, or delete the chart")


def clean(content: bytes) -> tuple[bytes, tuple[Words, ...]]:
    """The visible sheets with their values and their looks."""
    names = _parts(content)
    try:
        return _cleaned(content, names)
    except (
        InvalidFileException,
        CalamineError,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        zipfile.BadZipFile,
    ) as error:
        raise Refused(FILE_DAMAGED, reason=DAMAGED) from error


def _parts(content: bytes) -> list[str]:
    """Names of the parts, after a look at their sizes."""
    if content.startswith(OLE):
        raise Refused(FILE_DAMAGED, reason=LOCKED)
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            infos = packed.infolist()
    except (zipfile.BadZipFile, ValueError) as error:
        raise Refused(FILE_DAMAGED, reason=DAMAGED) from error
    if sum(info.file_size for info in infos) > UNPACKED_LIMIT:
        raise Refused(FILE_DAMAGED, reason=TOO_LARGE)
    if any("vbaproject" in info.filename.lower() for info in infos):
        raise Refused(FILE_HIDES, what=MACROS, hint=NO_MACROS)
    names = [info.filename for info in infos]
    with zipfile.ZipFile(BytesIO(content)) as packed:
        drawings = (packed.read(n) for n in names if n.lower().startswith("xl/drawings/drawing"))
        if any(SHAPE.search(drawing) for drawing in drawings):
            raise Refused(FILE_LOSES, what=SHAPES)
    return [name.lower() for name in names]


def _cleaned(content: bytes, names: list[str]) -> tuple[bytes, tuple[Words, ...]]:
    book = _opened(content, data_only=True)
    removed = [MAKERS]
    found = (words for part, words in PARTS.items() if any(n.startswith(part) for n in names))
    removed += dict.fromkeys(found)
    if _formulas(content, book):
        removed.append(FORMULAS)
    hidden = [sheet for sheet in book.worksheets if sheet.sheet_state != "visible"]
    if hidden:
        _no_chart_of(content, [sheet.title for sheet in hidden])
        removed.append(SHEETS.filled({"count": str(len(hidden))}))
    for sheet in hidden:
        book.remove(sheet)
    if sum(_links(sheet) for sheet in book.worksheets):
        removed.append(LINKS)
    cameras = [_sheet(sheet) for sheet in book.worksheets]
    if any(cameras):
        removed.append(PHOTOS)
    for name in list(book.defined_names):
        del book.defined_names[name]
    for extra in list(book.custom_doc_props.names):
        del book.custom_doc_props[extra]
    written = BytesIO()
    book.save(written)
    packed = _packed(written.getvalue())
    _prove(content, packed, [sheet.title for sheet in book.worksheets])
    return packed, tuple(removed)


def _opened(content: bytes, *, data_only: bool) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of parts that it leaves out
        return load_workbook(BytesIO(content), data_only=data_only, keep_links=False)


def _formulas(content: bytes, values: Workbook) -> bool:
    """Whether there are formulas; each must have been calculated."""
    book = _opened(content, data_only=False)
    found = False
    for sheet in book.worksheets:
        known = values[sheet.title]
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    found = True
                    if known[cell.coordinate].value is None and sheet.sheet_state == "visible":
                        where = f"{sheet.title}!{cell.coordinate}"
                        raise Refused(FILE_HIDES, where, what=NO_VALUE, hint=CALCULATE)
    return found


def _no_chart_of(content: bytes, titles: list[str]) -> None:
    with zipfile.ZipFile(BytesIO(content)) as packed:
        for name in packed.namelist():
            if name.lower().startswith("xl/charts/chart"):
                text = packed.read(name).decode("utf-8", errors="replace")
                if any(f"{title}!" in text.replace("'", "") for title in titles):
                    raise Refused(FILE_HIDES, what=CHART, hint=SHOW_SHEET)


def _sheet(sheet: Worksheet) -> bool:
    """A visible sheet without notes and rules; whether its pictures told of a camera."""
    _nothing_hidden(sheet)
    for cell in (cell for row in sheet.iter_rows() for cell in row):
        if getattr(cell, "comment", None):
            cell.comment = None
        if isinstance(cell.value, str):
            cell.data_type = "s"  # words that begin with = are no formula
    sheet.data_validations.dataValidation = []
    sheet.legacy_drawing = None
    kept: Any = sheet
    kept._pivots = []  # noqa: SLF001 - openpyxl has no other way to drop them
    kept.scenarios.scenario = []
    kept.defined_names.clear()
    for reference in [r for r in sheet.conditional_formatting if _looks_elsewhere(r)]:
        del sheet.conditional_formatting[reference.cells]
    pictures = [_picture(shown) for shown in kept._images]  # noqa: SLF001 - as above
    kept._images = [shown for shown, _ in pictures]  # noqa: SLF001
    return any(told for _, told in pictures)


def _links(sheet: Any) -> int:
    """Leaves the links to the web and inside the workbook; how many lead into somebody's computer."""
    sheet.sheet_properties.codeName = None
    inward = 0
    for cell in (cell for row in sheet.iter_rows() for cell in row):
        link = getattr(cell, "hyperlink", None)
        if link and link.target and not ADDRESS.match(link.target):
            cell._hyperlink = None  # noqa: SLF001 - openpyxl has no other way to drop one
            inward += 1
    sheet._hyperlinks = []  # noqa: SLF001 - it is filled again from the cells
    return inward


def _nothing_hidden(sheet: Worksheet) -> None:
    named = (
        *((str(number), row.height, row) for number, row in sheet.row_dimensions.items()),
        *((letter, column.width, column) for letter, column in sheet.column_dimensions.items()),
    )
    for name, size, dimension in named:
        if dimension.hidden or (size is not None and size < THINNEST):
            raise Refused(FILE_HIDES, f"{sheet.title}!{name}:{name}", what=ROWS, hint=SHOW)


def _looks_elsewhere(reference: Any) -> bool:
    return any("!" in formula for rule in reference.rules for formula in rule.formula)


def _picture(shown: Any) -> tuple[Any, bool]:
    content, removed = picture.clean(shown._data())  # noqa: SLF001 - its only reader
    upright = Image(BytesIO(content))
    upright.anchor, upright.width, upright.height = shown.anchor, shown.width, shown.height
    return upright, bool(removed)


CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
    b'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)


def _packed(content: bytes) -> bytes:
    """The same parts in the same order, without times and makers: the same bytes every time."""
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            new.writestr(info, CORE if name == "docProps/core.xml" else old.read(name))
    return written.getvalue()


def _prove(before: bytes, after: bytes, titles: list[str]) -> None:
    """Opens the new workbook with another reader: the visible sheets, cell by cell the same."""
    old, new = (CalamineWorkbook.from_filelike(BytesIO(content)) for content in (before, after))
    if new.sheet_names != titles:
        raise Refused(FILE_DAMAGED, reason=CHANGED)
    if titles == old.sheet_names and _drawn(before) != _drawn(after):
        raise Refused(FILE_LOSES, what=CHARTS)
    for title in titles:
        seen = [_cells(book, title) for book in (old, new)]
        if seen[0] != seen[1]:
            raise Refused(FILE_DAMAGED, f"{title}", reason=CHANGED)


def _drawn(content: bytes) -> tuple[int, int]:
    """How many charts and pictures stand on the sheets."""
    with zipfile.ZipFile(BytesIO(content)) as packed:
        drawings = [
            packed.read(n) for n in packed.namelist() if n.startswith("xl/drawings/drawing")
        ]
    whole = b"".join(drawings)
    return whole.count(b"<c:chart "), len(re.findall(rb"<(?:xdr:)?pic[ >]", whole))


def _cells(book: CalamineWorkbook, title: str) -> list[list[str]]:
    rows = [[_plain(cell) for cell in row] for row in book.get_sheet_by_name(title).to_python()]
    return [row for row in (_trimmed(row) for row in rows) if row]


def _trimmed(row: list[str]) -> list[str]:
    while row and not row[-1]:
        row = row[:-1]
    return row


def _plain(cell: Any) -> str:
    text = str(cell)
    return re.sub(r"\.0$", "", text).strip()
