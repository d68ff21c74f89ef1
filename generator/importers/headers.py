"""The table of a sheet, found by the words of its head, wherever its columns stand.

A head may be broken over rows, merged over columns, below titles; it is where most columns of the
form are recognized. Nothing is matched by likeness: a near miss is asked about, not taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from generator.diagnostics import Rule, Words
from generator.importers.account import Account, Fact, Left
from generator.importers.columns import folded, tidy
from generator.importers.grid import Sheet, Workbook, letters, quoted, text_of, whole

if TYPE_CHECKING:
    from generator.importers.columns import Column, Form
    from generator.importers.grid import Value

TITLE_ROWS = 60
"""Rows from the top in which a head may stand."""
TALLEST = 4
"""Rows that a head may be broken over."""
FEWEST = 3
"""Columns that must be recognized before a row is taken for a head."""


@dataclass(slots=True)
class Table:
    """A form's table in a sheet."""

    sheet: Sheet
    form: Form
    columns: dict[str, int]
    """Where each column stands, by its key."""
    first_head: int
    last_head: int
    heads: dict[int, str]
    """The folded head of every column, also of those that are not the form's."""
    template: bool = False
    """Whether it carries our template's mark."""

    @property
    def titles(self) -> list[str]:
        """What stands above the head, line by line."""
        return [
            tidy(text_of(value))
            for row in self.sheet.rows[: self.first_head - 1]
            for value in row
            if value != ""
        ]


def tables(book: Workbook, form: Form, account: Account) -> list[Table]:
    """Every table of the form in a workbook; what else is there is told."""
    before = len(account.problems)
    aside = Account(problems=account.problems)
    _unread(book, aside)
    found = [table for sheet in book.sheets if (table := _table(sheet, form, aside))]
    account.facts += aside.facts
    if not any(table.template for table in found):  # a template's other sheets are our own
        account.left += aside.left
    if not found and len(account.problems) == before:
        wanted = Words(
            ", ".join(form.column(key).head.th for key in sorted(form.sign)),
            ", ".join(form.column(key).head.en for key in sorted(form.sign)),
        )
        account.problems.append(NO_TABLE.at(whole(book.name), form=form.title, wanted=wanted))
    return [table for table in found if _sound(table, account)]


def _unread(book: Workbook, account: Account) -> None:
    place = whole(book.name)
    account.left.extend(Left(place, quoted(name), HIDDEN_SHEET) for name in book.hidden_sheets)
    seen = ((book.macros, MACROS), (book.pivots, PIVOTS), (book.blind, BLIND))
    account.left.extend(Left(place, "", why) for there, why in seen if there)
    if book.encoding:
        told = Words(f"อ่านเป็นรหัสอักขระ {book.encoding}", f"Read as {book.encoding}")
        account.facts.append(Fact(place, told))


def _table(sheet: Sheet, form: Form, account: Account) -> Table | None:
    rows = _head_rows(sheet)
    marked = _marked(rows, form)
    if marked is not None and marked != form.mark:
        account.problems.append(OTHER_VERSION.at(sheet.place(1, 1), found=marked, known=form.mark))
        return None
    best = _best(rows, form)
    if best is None:
        if marked:
            return _incomplete(sheet, form, set(), 1, account)
        if any(value != "" for row in sheet.rows for value in row):
            account.left.append(Left(sheet.place(0, 0), "", NOT_A_TABLE))
        return None
    top, height = best
    heads = {
        column: head
        for column in range(1, max(map(len, rows)) + 1)
        if (head := _joined(rows, top, height, column))
    }
    named = {c: found for c, head in heads.items() if (found := _named(rows, top, height, c, form))}
    table = Table(sheet, form, {}, top, top + height - 1, heads, template=bool(marked))
    if not _placed(table, named, account):
        return None
    missing = (form.sign if not marked else _required(form)) - table.columns.keys()
    if missing:
        return _incomplete(sheet, form, set(missing), top, account)
    return table


def _required(form: Form) -> frozenset[str]:
    """A template must still have all its columns: one that lost some was changed by hand."""
    return frozenset(column.key for column in form.offered)


def _incomplete(
    sheet: Sheet, form: Form, missing: set[str], row: int, account: Account
) -> Table | None:
    named = [column for column in form.columns if column.key in (missing or form.sign)]
    account.problems.append(
        MISSING_COLUMN.at(
            sheet.place(row, 1),
            columns=Words(
                ", ".join(f'"{column.head.th}"' for column in named),
                ", ".join(f'"{column.head.en}"' for column in named),
            ),
        )
    )
    return None


def _placed(table: Table, named: dict[int, Column], account: Account) -> bool:
    """Each column of the form to where it stands; one that stands twice is asked about."""
    for column, found in named.items():
        first = table.columns.setdefault(found.key, column)
        if first != column:
            account.problems.append(
                TWO_COLUMNS.at(
                    table.sheet.place(table.first_head, column),
                    head=found.head,
                    first=letters(first),
                    second=letters(column),
                )
            )
            return False
    return True


def _head_rows(sheet: Sheet) -> list[list[str]]:
    """The folded texts of the first rows; a merged head counts for every column below it."""
    rows = [[folded(_text(value)) for value in row] for row in sheet.rows[:TITLE_ROWS]]
    for area in sheet.merged:
        if area.top > len(rows) or area.left > len(rows[area.top - 1]):
            continue
        text, row = rows[area.top - 1][area.left - 1], rows[area.top - 1]
        row.extend([""] * (min(area.right, 500) - len(row)))
        row[area.left - 1 : min(area.right, 500)] = [text] * (min(area.right, 500) - area.left + 1)
    return rows


def _text(value: Value) -> str:
    return value if isinstance(value, str) else ""


def _marked(rows: list[list[str]], form: Form) -> str | None:
    """The template's mark, if there is one: in words, so that it survives every format."""
    start = folded(f"disclosure template {form.subject}")
    for row in rows[:3]:
        for cell in row:
            if cell.startswith(start):
                return f"disclosure template {form.subject} {cell.removeprefix(start)}"
    return None


def _best(rows: list[list[str]], form: Form) -> tuple[int, int] | None:
    """First row and height of the head: where most columns are named; low before tall."""
    scores = {
        (top, height): _score(rows, top, height, form)
        for top in range(1, len(rows) + 1)
        for height in range(1, TALLEST + 1)
        if top + height - 1 <= len(rows)
    }
    best = max(scores, key=lambda at: (scores[at], -at[1], -at[0]), default=None)
    return best if best and scores[best] >= FEWEST else None


def _score(rows: list[list[str]], top: int, height: int, form: Form) -> int:
    width = max(len(row) for row in rows[top - 1 : top - 1 + height])
    found = (_named(rows, top, height, column, form) for column in range(1, width + 1))
    return len({column.key for column in found if column})


def _named(rows: list[list[str]], top: int, height: int, column: int, form: Form) -> Column | None:
    """What a head names: all its rows together, or its lowest alone below a common head."""
    parts = _parts(rows, top, height, column)
    if not parts or sum(map(len, parts)) > 200:
        return None
    return form.headed("".join(parts)) or form.headed(parts[-1])


def _joined(rows: list[list[str]], top: int, height: int, column: int) -> str:
    return "".join(_parts(rows, top, height, column))


def _parts(rows: list[list[str]], top: int, height: int, column: int) -> list[str]:
    cells = (row[column - 1] for row in rows[top - 1 : top - 1 + height] if len(row) >= column)
    return [cell for cell in cells if cell]


def _sound(table: Table, account: Account) -> bool:
    """Whether every value below the head can be trusted to be what it seems."""
    before = len(account.problems)
    filled = _filled(table.sheet, table.last_head)
    _strangers(table, filled, account)
    _hidden(table, filled, account)
    _unknown_values(table, account)
    return len(account.problems) == before


def _filled(sheet: Sheet, after: int) -> dict[int, int]:
    """The first row with a value below the head, for each column that has one."""
    first: dict[int, int] = {}
    for number, row in enumerate(sheet.rows[after:], start=after + 1):
        for column, value in enumerate(row, start=1):
            if column not in first and value != "" and _text(value) != " ":
                first[column] = number
    return first


def _strangers(table: Table, filled: dict[int, int], account: Account) -> None:
    """Columns of the sheet that the form does not know."""
    ours = set(table.columns.values())
    missing = {
        folded(column.head.th): column
        for column in table.form.columns
        if column.key not in table.columns
    }
    for column, row in sorted(filled.items()):
        if column in ours:
            continue
        place = table.sheet.place(table.first_head, column)
        head = table.heads.get(column, "")
        near = get_close_matches(head, list(missing), 1, 0.8) if head else []
        if near:
            meant = missing[near[0]].head
            account.problems.append(UNSURE_COLUMN.at(place, head=head, meant=meant))
        elif head:
            account.left.append(Left(place, quoted(head), NOT_OURS))
        elif min(ours) < column < max(ours):
            account.problems.append(
                NO_HEADING.at(
                    table.sheet.place(row, column),
                    column=letters(column),
                    value=quoted(table.sheet.value(row, column)),
                )
            )


def _hidden(table: Table, filled: dict[int, int], account: Account) -> None:
    """Hidden lines or columns that hold something: nobody sees what would be published."""
    sheet = table.sheet
    columns = [c for c in sorted(table.columns.values()) if c in sheet.hidden_columns]
    rows = [
        row
        for row in sorted(sheet.hidden_rows)
        if table.last_head < row <= len(sheet.rows) and any(v != "" for v in sheet.rows[row - 1])
    ]
    if rows:
        place = sheet.place(rows[0], min(table.columns.values()))
        account.problems.append(HIDDEN_ROWS.at(place, row=rows[0], count=len(rows)))
    for column in columns:
        if column in filled:
            place = sheet.place(filled[column], column)
            account.problems.append(HIDDEN_COLUMN.at(place, column=letters(column)))


def _unknown_values(table: Table, account: Account) -> None:
    """Formulas that were never calculated, and values that are errors, once for a sheet each."""
    ours = set(table.columns.values())
    for cells, rule in ((table.sheet.stale, STALE_FORMULA), (table.sheet.faulty, CELL_ERROR)):
        inside = sorted(c for c in cells if c[0] > table.last_head and c[1] in ours)
        if inside:
            account.problems.append(rule.at(table.sheet.place(*inside[0]), count=len(inside)))


HIDDEN_SHEET = Words(
    "แผ่นงานที่ซ่อนอยู่ไม่ถูกอ่าน หากเป็นข้อมูลที่ต้องเผยแพร่ ให้ยกเลิกการซ่อนแล้วนำเข้าใหม่",
    "A hidden sheet is not read; if it belongs to the data, unhide it and import again",
)
MACROS = Words(
    "มาโครในไฟล์ไม่ถูกเปิดใช้และไม่ถูกนำเข้า", "Macros in the file are neither run nor taken over"
)
PIVOTS = Words(
    "สำเนาข้อมูลของ PivotTable ไม่ถูกอ่าน", "The copy of data behind a pivot table is not read"
)
BLIND = Words(
    "ไฟล์ XLS ไม่บอกแถวและคอลัมน์ที่ซ่อนไว้หรือค่าที่คำนวณผิด จึงอ่านทั้งหมด ควรตรวจหรือบันทึกเป็น XLSX",
    "XLS does not tell hidden rows and columns or failed formulas, so everything was read; check it, or save it as XLSX",
)
NOT_A_TABLE = Words("แผ่นงานนี้ไม่มีหัวตารางที่รู้จัก", "This sheet has no head of a table that is known")
NOT_OURS = Words(
    "คอลัมน์นี้ไม่มีในแบบที่รู้จัก จึงไม่ถูกนำเข้า", "No form that is known has this column; it stays out"
)

NO_TABLE = Rule(
    code="no-table",
    what=Words("ไม่พบตาราง{form}ในไฟล์", "There is no table of {form} in the file"),
    why=Words(
        "หาคอลัมน์จากข้อความหัวตาราง ซึ่งต้องมี: {wanted}",
        "Columns are found by their heads, and these must be there: {wanted}",
    ),
    mend=Words(
        "ตรวจว่าเป็นไฟล์ที่ถูกต้อง หรือใช้แบบจากคำสั่ง disclosure template",
        "Check that it is the right file, or use the workbook that `disclosure template` writes",
    ),
)
OTHER_VERSION = Rule(
    code="other-version",
    what=Words("แบบกรอกรุ่น {found} ไม่ใช่ {known}", "The template is {found}, not {known}"),
    why=Words("คอลัมน์ของแต่ละรุ่นอาจหมายถึงคนละอย่าง", "Columns of other versions may mean other things"),
    mend=Words(
        "สร้างแบบใหม่ด้วย disclosure template แล้วย้ายข้อมูลไป",
        "Write a new one with `disclosure template` and move the data there",
    ),
)
MISSING_COLUMN = Rule(
    code="missing-column",
    what=Words("ตารางนี้ไม่มีคอลัมน์ {columns}", "This table has no column {columns}"),
    why=Words("ขาดข้อมูลที่แบบต้องมี", "The form needs what stands in it"),
    mend=Words(
        "เพิ่มคอลัมน์พร้อมหัวตารางตามชื่อนี้ หรือใช้แบบจาก disclosure template",
        "Add the column under that head, or use the workbook that `disclosure template` writes",
    ),
)
TWO_COLUMNS = Rule(
    code="two-columns",
    what=Words(
        'คอลัมน์ {first} และ {second} มีหัว "{head}" เหมือนกัน',
        'The columns {first} and {second} are both headed "{head}"',
    ),
    why=Words("ไม่รู้ว่าจะใช้คอลัมน์ใด", "It is unclear which of them is meant"),
    mend=Words("แก้หัวตารางให้ต่างกัน หรือลบคอลัมน์ที่ไม่ใช้", "Rename one head, or delete that column"),
)
UNSURE_COLUMN = Rule(
    code="unsure-column",
    what=Words(
        'ไม่แน่ใจว่าหัวตาราง "{head}" คือ "{meant}" หรือไม่',
        'Whether the head "{head}" means "{meant}" is not certain',
    ),
    why=Words("ค่าอาจไปอยู่ผิดคอลัมน์", "Values could end up in another column"),
    mend=Words('แก้หัวตารางเป็น "{meant}" หรือลบคอลัมน์', 'Write "{meant}", or delete the column'),
)
NO_HEADING = Rule(
    code="no-heading",
    what=Words(
        'คอลัมน์ {column} มีค่า "{value}" แต่ไม่มีหัวตาราง',
        'The column {column} holds "{value}" but has no head',
    ),
    why=Words("ไม่รู้ว่าค่าในคอลัมน์นี้คืออะไร", "It is unclear what stands in it"),
    mend=Words("ใส่หัวตาราง หรือลบค่าในคอลัมน์", "Write its head, or clear the column"),
)
HIDDEN_ROWS = Rule(
    code="hidden-rows",
    what=Words("แถว {row} ถูกซ่อน (รวม {count} แถว)", "Row {row} is hidden ({count} in all)"),
    why=Words("ผู้ตรวจไม่เห็นสิ่งที่จะเผยแพร่", "Nobody sees what would be published"),
    mend=Words("ยกเลิกการซ่อนหรือตัวกรอง หรือลบแถว", "Unhide it or clear the filter, or delete it"),
)
HIDDEN_COLUMN = Rule(
    code="hidden-column",
    what=Words("คอลัมน์ {column} ถูกซ่อนแต่มีข้อมูล", "The column {column} is hidden but filled in"),
    why=Words("ผู้ตรวจไม่เห็นสิ่งที่จะเผยแพร่", "Nobody sees what would be published"),
    mend=Words("ยกเลิกการซ่อน หรือลบคอลัมน์", "Unhide it, or delete it"),
)
STALE_FORMULA = Rule(
    code="stale-formula",
    what=Words(
        "ช่องนี้มีสูตรที่ยังไม่ได้คำนวณ (รวม {count} ช่อง)",
        "This cell holds a formula that was never calculated ({count} in all)",
    ),
    why=Words("ไม่รู้ค่าจริง และระบบไม่รันสูตร", "Its value is unknown, and formulas are never run here"),
    mend=Words(
        "เปิดด้วย Excel หรือ LibreOffice แล้วบันทึกใหม่ หรือพิมพ์ค่าแทนสูตร",
        "Open it in Excel or LibreOffice and save it, or type the value instead",
    ),
)
CELL_ERROR = Rule(
    code="cell-error",
    what=Words(
        "ช่องนี้แสดงค่าผิดพลาดของสูตร (รวม {count} ช่อง)",
        "This cell shows an error of a formula ({count} in all)",
    ),
    why=Words("ไม่มีค่าให้นำเข้า", "There is no value to import"),
    mend=Words("แก้สูตร หรือพิมพ์ค่าแทน", "Mend the formula, or type the value"),
)
RULES = (
    NO_TABLE, OTHER_VERSION, MISSING_COLUMN, TWO_COLUMNS, UNSURE_COLUMN, NO_HEADING, HIDDEN_ROWS,
    HIDDEN_COLUMN, STALE_FORMULA, CELL_ERROR,
)  # fmt: skip
