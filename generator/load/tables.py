"""CSV files → records: a line is a record, a column one of its fields.

A column `title.th` fills the Thai words of the field `title`; a blank cell says nothing, as a key
that is left out does in YAML. Cells keep their line and column, so a table is checked by the same
rules, with the same words, as everything else.
"""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, Any, TypeVar

from generator.cache import kept
from generator.cache.served import unless_touched
from generator.diagnostics import Diagnostic, Place, Rule, Words
from generator.load.records import BAD, columns_of, read
from generator.source import DUPLICATE_KEY, Mapping, Scalar
from generator.source.files import read_text

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.base import Record

R = TypeVar("R", bound="Record")


def read_table(
    path: Path, name: str, kind: type[R], problems: list[Diagnostic]
) -> tuple[R, ...] | None:
    """Every line of a CSV file as a record of a kind, or None and the reasons why not."""
    rows, said = _read_file(path, name, kind)
    problems.extend(said)
    return rows


@unless_touched
def _read_file(
    path: Path, name: str, kind: type[R]
) -> tuple[tuple[R, ...] | None, tuple[Diagnostic, ...]]:
    text, found = read_text(path, name)
    return (None, tuple(found)) if text is None else _read_rows(text, name, kind)


@kept
def _read_rows(
    text: str, name: str, kind: type[R]
) -> tuple[tuple[R, ...] | None, tuple[Diagnostic, ...]]:
    problems: list[Diagnostic] = []
    values = _values(text, name, kind, problems)
    return values, tuple(problems)


def _values(
    text: str, name: str, kind: type[R], problems: list[Diagnostic]
) -> tuple[R, ...] | None:
    before = len(problems)
    rows = _rows(text, name, problems)
    if not rows and len(problems) == before:
        problems.append(NO_HEAD.at(Place(name)))
    if len(problems) > before:
        return None
    head, *body = rows
    if not _known(head, kind, problems):
        return None
    filled = [row for row in body if any(cell.text for cell in row)]
    long = [row for row in filled if len(row) > len(head)]
    problems.extend(LONG_ROW.at(row[len(head)].place, value=row[len(head)].text) for row in long)
    values = [read(_mapping(head, row), kind, problems) for row in filled]
    return None if long or BAD in values else tuple(values)


def _rows(text: str, name: str, problems: list[Diagnostic]) -> list[list[Scalar]]:
    """Cells with their places; a cell's column counts characters where its line is whole."""
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    rows: list[list[Scalar]] = []
    line = 1
    try:
        for cells in reader:
            rows.append(_cells(cells, name, line))
            line = reader.line_num + 1
    except csv.Error:
        problems.append(BROKEN_ROW.at(Place(name, line, is_quotable=True)))
    return rows


def _cells(texts: list[str], name: str, line: int) -> list[Scalar]:
    cells, column = [], 1
    for text in texts:
        place = Place(name, line, column, is_quotable=True)
        cells.append(Scalar(text.strip(), place, quoted=True))
        column += len(text) + 1
    return cells


def _known(head: list[Scalar], kind: Any, problems: list[Diagnostic]) -> bool:
    """Whether every column of the first line is one of the record's; all that are not, told."""
    before, columns = len(problems), columns_of(kind)
    other = next((mark for mark in ";\t|" if mark in head[0].text), None)
    if other and head[0].text.split(other)[0] in columns:
        problems.append(OTHER_SEPARATOR.at(head[0].place, mark=NAMES.get(other, other)))
        return False
    seen: dict[str, int] = {}
    for cell in head:
        if cell.text in seen:
            first = seen[cell.text]
            problems.append(DUPLICATE_KEY.at(cell.place, key=cell.text, first=first))
        elif cell.text not in columns:
            known = ", ".join(columns)
            problems.append(UNKNOWN_COLUMN.at(cell.place, column=cell.text, known=known))
        seen.setdefault(cell.text, cell.place.line)
    return len(problems) == before


def _mapping(head: list[Scalar], row: list[Scalar]) -> Mapping:
    """A line as the group that YAML would have written; cells beyond the head keep no name."""
    whole = Mapping(row[0].place)
    for column, cell in zip(head, row, strict=False):
        if not cell.text:
            continue
        outer, _, inner = column.text.partition(".")
        if inner:
            group = whole.entries.setdefault(outer, Mapping(cell.place))
            assert isinstance(group, Mapping)  # noqa: S101 - a column is either plain or dotted
            group.entries[inner], group.keys[inner] = cell, cell.place
        else:
            whole.entries[outer] = cell
        whole.keys.setdefault(outer, cell.place)
    return whole


NO_HEAD = Rule(
    code="no-head",
    what=Words("ตารางไม่มีบรรทัดหัวตาราง", "The table has no first line with the names of its columns"),
    why=Words("ไม่รู้ว่าแต่ละช่องคืออะไร", "It is unclear what each cell means"),
    mend=Words(
        "สร้างไฟล์ใหม่ด้วยคำสั่ง import หรือเติมหัวตาราง", "Import the workbook again, or write the line"
    ),
)
BROKEN_ROW = Rule(
    code="broken-row",
    what=Words("อ่านบรรทัดนี้เป็นตารางไม่ได้", "This line cannot be read as a row of a table"),
    why=Words(
        "เครื่องหมายคำพูดเปิดแล้วไม่ปิด หรือปิดกลางช่อง", "A quotation mark is open, or closes inside a cell"
    ),
    mend=Words('ปิดเครื่องหมาย " ให้ครบทุกช่อง', "Close every quotation mark"),
)
LONG_ROW = Rule(
    code="long-row",
    what=Words('"{value}" อยู่เกินหัวตาราง', '"{value}" stands beyond the last column'),
    why=Words(
        "มักเกิดจากเครื่องหมายจุลภาคในช่องที่ไม่ได้ใส่เครื่องหมายคำพูด",
        "Usually a comma in a cell without quotation marks",
    ),
    mend=Words('ใส่ "…" ครอบช่องที่มีจุลภาค', 'Put "…" around a cell that holds a comma'),
)
NAMES: dict[str, str | Words] = {"\t": Words("แท็บ", "tabs")}
OTHER_SEPARATOR = Rule(
    code="other-separator",
    what=Words("ตารางนี้คั่นช่องด้วย {mark}", "The cells of this table are separated by {mark}"),
    why=Words(
        "ไฟล์ใน content/ คั่นด้วยจุลภาค จึงอ่านทั้งบรรทัดเป็นช่องเดียว",
        "Files in content/ have commas, so that a whole line would be one cell",
    ),
    mend=Words(
        "บันทึกใหม่เป็น CSV UTF-8 (คั่นด้วยจุลภาค) หรือนำเข้าไฟล์เดิมอีกครั้งด้วยคำสั่ง disclosure import procurement",
        "Save it as CSV UTF-8 (comma delimited), or import the workbook again with disclosure import procurement",
    ),
)
UNKNOWN_COLUMN = Rule(
    code="unknown-column",
    what=Words('ไม่รู้จักคอลัมน์ "{column}"', 'The column "{column}" is not known here'),
    why=Words("ข้อมูลในคอลัมน์นี้จะไม่แสดงบนเว็บ", "What stands in it would not be published"),
    mend=Words("ใช้ได้: {known}", "Known here: {known}"),
)
RULES = (NO_HEAD, BROKEN_ROW, LONG_ROW, OTHER_SEPARATOR, UNKNOWN_COLUMN)
