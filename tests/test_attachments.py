"""Published files: nothing of their makers is left, and all that is seen stays."""

from __future__ import annotations

import contextlib
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter
from click.testing import CliRunner
from openpyxl import load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.drawing.image import Image as SheetImage
from openpyxl.worksheet.datavalidation import DataValidation
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText, Link
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from generator.attachments import KINDS, Cleaned, cleaned
from generator.cli import main
from generator.diagnostics import Diagnostic
from tests.privacy.makers import bytes_of, drawing, drawn, photograph, workbook

HERE = Path(__file__).parent
PRINTED = HERE / "privacy" / "printed.pdf"
KINDS_OF_PICTURE = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}


def clean(tmp_path: Path, name: str, content: bytes) -> Cleaned:
    """A file after cleaning; cleaned again it stays the same."""
    path = tmp_path / name
    path.write_bytes(content)
    found = cleaned(path, name)
    assert isinstance(found, Cleaned), found
    again = tmp_path / f"again-{name}"
    again.write_bytes(content)
    assert cleaned(again, name) == found, "not the same bytes every time"
    return found


def refused(tmp_path: Path, name: str, content: bytes) -> Diagnostic:
    """Why a file is not published."""
    path = tmp_path / name
    path.write_bytes(content)
    found = cleaned(path, name)
    assert isinstance(found, Diagnostic)
    return found


@pytest.mark.parametrize("kind", sorted(KINDS_OF_PICTURE))
@pytest.mark.parametrize("turned", [1, 3, 6, 8])
def test_pictures_lose_place_and_maker(kind: str, turned: int, tmp_path: Path) -> None:
    """No EXIF, no comment, no tail; upright, and the pixels stay."""
    dirty = photograph(kind, turned=turned, tail=b"a second picture of somebody")

    found = clean(tmp_path, f"a.{KINDS_OF_PICTURE[kind]}", dirty)

    picture = Image.open(BytesIO(found.content))
    assert not picture.getexif()
    assert not {"comment", "exif", "xmp", "Comment"} & set(picture.info)
    for trace in ("สมมุติ".encode(), b"0812345678", b"2026:01:02", b"somebody", b"Exif"):
        assert trace not in found.content
    assert any("GPS" in words.en for words in found.removed)
    assert any("behind" in words.en for words in found.removed) == (turned == 1)
    if turned == 1:
        assert picture.tobytes() == Image.open(BytesIO(dirty)).tobytes()
    else:
        assert picture.size == ((24, 16) if turned == 3 else (16, 24))
        red = {3: (-2, -2), 6: (-2, 1), 8: (1, -2)}[turned]
        corner = red[0] % picture.size[0], red[1] % picture.size[1]
        colours = picture.convert("RGB").getpixel(corner)
        assert colours[0] - colours[2] > 80


@pytest.mark.parametrize("kind", sorted(KINDS_OF_PICTURE))
def test_a_clean_picture_is_not_touched(kind: str, tmp_path: Path) -> None:
    """Cleaning what is clean changes no byte."""
    first = clean(tmp_path, f"a.{KINDS_OF_PICTURE[kind]}", photograph(kind)).content

    found = clean(tmp_path, f"b.{KINDS_OF_PICTURE[kind]}", first)

    assert found == Cleaned(first)


def test_workbook_keeps_what_is_seen(tmp_path: Path) -> None:
    """Values, looks, charts and pictures stay; makers, comments, formulas, hidden sheets go."""
    book = workbook([["รายการ", "บาท"], ["ก", 100], ["ข", 250.5], ["=ข้อความ", None]])
    sheet = book.active
    sheet["A4"].data_type = "s"
    sheet["B2"].number_format = "#,##0.00"
    sheet.merge_cells("A6:B6")
    sheet.add_data_validation(DataValidation("list", formula1='"ก,ข"', sqref="A2:A3"))
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=2, max_row=3))
    sheet.add_chart(chart, "D1")
    picture = BytesIO(photograph("JPEG"))
    sheet.add_image(SheetImage(picture), "D20")
    hidden = book.create_sheet("ลับ")
    hidden["A1"] = "นายสมมุติ ไม่มีจริง"
    hidden.sheet_state = "veryHidden"
    book.defined_names.add(
        __import__("openpyxl").workbook.defined_name.DefinedName("x", attr_text="ลับ!A1")
    )

    found = clean(tmp_path, "a.xlsx", bytes_of(book))

    again = load_workbook(BytesIO(found.content))
    assert again.sheetnames == ["รายงาน"]
    seen = again.active
    assert [[c.value for c in row] for row in seen["A1:B4"]] == [
        ["รายการ", "บาท"], ["ก", 100], ["ข", 250.5], ["=ข้อความ", None],
    ]  # fmt: skip
    assert seen["A4"].data_type == "s"
    assert seen["B2"].number_format == "#,##0.00"
    assert [str(r) for r in seen.merged_cells.ranges] == ["A6:B6"]
    assert len(seen._charts) == len(seen._images) == 1
    assert seen["A1"].comment is None
    with zipfile.ZipFile(BytesIO(found.content)) as packed:
        whole = b"".join(packed.read(name) for name in packed.namelist())
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    for trace in ("สมมุติ".encode(), b"081-234", "ลับ".encode(), b"Exif", b"dc:creator"):
        assert trace not in whole
    told = " ".join(words.en for words in found.removed)
    for word in ("author", "comments", "1 hidden sheets", "camera"):
        assert word in told


def test_what_a_workbook_hides_is_refused(tmp_path: Path) -> None:
    """Hidden rows and columns, formulas without values, charts of hidden data: the place is named."""
    for hide, where in (
        (lambda sheet: setattr(sheet.row_dimensions[2], "hidden", True), "รายงาน!2:2"),
        (lambda sheet: setattr(sheet.column_dimensions["B"], "hidden", True), "รายงาน!B:B"),
        (lambda sheet: sheet.__setitem__("C3", "=A1+1"), "รายงาน!C3"),
    ):
        book = workbook([["ก", "ข"], [1, 2], [3, 4]])
        hide(book.active)
        found = refused(tmp_path, "a.xlsx", bytes_of(book))
        assert (found.rule.code, found.place.file) == ("file-hides", f"a.xlsx#{where}")

    book = workbook([["ก", 1]])
    secret = book.create_sheet("ลับ")
    secret.append([5])
    secret.sheet_state = "hidden"
    chart = BarChart()
    chart.add_data(Reference(secret, min_col=1, min_row=1))
    book.active.add_chart(chart, "D1")
    assert "chart" in refused(tmp_path, "a.xlsx", bytes_of(book)).what.en


def test_pdf_keeps_its_pages(tmp_path: Path) -> None:
    """Text and links stay; author, notes, programs and enclosed files go."""
    writer = PdfWriter(clone_from=PdfReader(PRINTED))
    writer.add_metadata({"/Author": "Somchai", "/Title": "Report", "/CreationDate": "D:20260102"})
    script = {
        NameObject("/S"): NameObject("/JavaScript"),
        NameObject("/JS"): TextStringObject("app.alert(1)"),
    }
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(script)
    writer.add_attachment("secret.txt", b"0812345678")
    writer.add_annotation(0, FreeText(text="note by Somchai", rect=(50, 50, 200, 100)))
    writer.add_annotation(0, Link(rect=(50, 50, 200, 100), url="https://example.com/"))
    dirty = BytesIO()
    writer.write(dirty)

    found = clean(tmp_path, "a.pdf", dirty.getvalue())

    again = PdfReader(BytesIO(found.content))
    before = PdfReader(PRINTED)
    assert [p.extract_text() for p in again.pages] == [p.extract_text() for p in before.pages]
    assert again.metadata.title == "Report"
    assert not again.metadata.author
    assert [str(n.get_object()["/Subtype"]) for n in again.pages[0]["/Annots"]][-1] == "/Link"
    assert not again.attachments
    readable = PdfWriter(clone_from=again)
    plain = BytesIO()
    for item in readable._objects:
        plain.write(repr(item).encode())
        if hasattr(item, "get_data"):
            plain.write(
                item.get_data() if "/Filter" in item and "DCT" not in str(item["/Filter"]) else b""
            )
    for trace in (b"Somchai", b"0812345678", b"app.alert", b"20260102"):
        assert trace not in found.content
        assert trace not in plain.getvalue()
    told = " ".join(words.en for words in found.removed)
    for word in ("author", "1 comments", "programs", "enclosed"):
        assert word in told


def test_a_photograph_in_a_pdf_loses_its_place(tmp_path: Path) -> None:
    """The camera's notes hide inside the pages too."""
    photo = Image.open(BytesIO(photograph("JPEG")))
    plain = BytesIO()
    photo.save(plain, "PDF")
    writer = PdfWriter(clone_from=PdfReader(BytesIO(plain.getvalue())))
    for item in writer._objects:
        if getattr(item, "get", lambda _: None)("/Filter") is not None and "DCT" in str(
            item["/Filter"]
        ):
            item._data = photograph("JPEG")
    dirty = BytesIO()
    writer.write(dirty)
    assert b"Exif" in dirty.getvalue()

    found = clean(tmp_path, "a.pdf", dirty.getvalue())

    assert b"Exif" not in found.content
    assert any("camera" in words.en for words in found.removed)
    assert len(PdfReader(BytesIO(found.content)).pages[0].images) == 1


def test_locked_and_formed_pdfs_are_refused(tmp_path: Path) -> None:
    """A password, or fields that somebody filled in."""
    locked = PdfWriter(clone_from=PdfReader(PRINTED))
    locked.encrypt("x")
    content = BytesIO()
    locked.write(content)
    assert "password" in refused(tmp_path, "a.pdf", content.getvalue()).what.en

    field = DictionaryObject({NameObject("/T"): TextStringObject("name")})
    form = DictionaryObject({NameObject("/Fields"): ArrayObject([field])})
    hidden = DictionaryObject({NameObject("/OFF"): ArrayObject([field])})
    layers = DictionaryObject({NameObject("/D"): hidden})
    for key, value, word in (("/AcroForm", form, "form"), ("/OCProperties", layers, "layers")):
        writer = PdfWriter(clone_from=PdfReader(PRINTED))
        writer.root_object[NameObject(key)] = value
        content = BytesIO()
        writer.write(content)
        found = refused(tmp_path, "a.pdf", content.getvalue())
        assert (found.rule.code, word in found.what.en) == ("file-hides", True)


def test_the_site_holds_cleaned_files_alone(project: Path) -> None:
    """Attached files are published as cleaned; workbooks that lie elsewhere are not."""
    folder = project / "content" / "minimal"
    (folder / "files" / "2569").mkdir(parents=True)
    (folder / "files" / "photo.jpg").write_bytes(photograph("JPEG"))
    (folder / "files" / "2569" / "report.xlsx").write_bytes(bytes_of(workbook([["ก", 1]])))
    (folder / "input.xlsx").write_bytes(bytes_of(workbook([["ก", 1]])))

    with contextlib.chdir(project):
        said = CliRunner().invoke(main, ["build"])

    assert said.exit_code == 0, said.output
    assert "photo.jpg: " in said.output
    assert "GPS" in said.output
    site = project / "site"
    assert b"Exif" not in (site / "files" / "photo.jpg").read_bytes()
    assert not list(site.rglob("input.xlsx"))
    with zipfile.ZipFile(site / "files" / "2569" / "report.xlsx") as packed:
        assert "xl/comments/comment1.xml" not in packed.namelist()
    assert photograph("JPEG") == (folder / "files" / "photo.jpg").read_bytes()


def test_what_cleaning_would_lose_is_refused(tmp_path: Path) -> None:
    """A text box has no cell to stay in: the officer decides, and nothing vanishes silently."""
    content = BytesIO()
    with xlsxwriter.Workbook(content) as book:
        book.add_worksheet().insert_textbox("B2", "โทร 0812345678")

    assert refused(tmp_path, "a.xlsx", content.getvalue()).rule.code == "file-loses"


def test_drawings_only_draw(tmp_path: Path) -> None:
    """No script, no foreign address, no notes; the words stay."""
    found = clean(tmp_path, "a.svg", drawing("ผังองค์กร"))

    text = found.content.decode()
    for trace in (
        "script",
        "alert",
        "example.com",
        "somchai",
        "inkscape",
        "สมมุติ",
        "somebody",
        "DOCTYPE",
    ):
        assert trace not in text
    assert "<text>ผังองค์กร</text>" in text
    assert 'stroke="url(#c)"' in text
    assert len(found.removed) == 3
    bomb = b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"><text>&a;</text></svg>'
    assert refused(tmp_path, "b.svg", bomb).rule.code == "file-damaged"


@pytest.mark.parametrize(
    "name",
    [
        "a.docx",
        "a.doc",
        "a.ods",
        "a.xls",
        "a.xlsm",
        "a.zip",
        "a.html",
        "a.exe",
        "a",
        "a.pptx",
        "a.gif",
    ],
)
def test_other_kinds_are_refused(name: str, tmp_path: Path) -> None:
    """What cannot be cleaned to the last part is not published; the way to mend it is said."""
    found = refused(tmp_path, name, b"anything")

    assert found.rule.code == "file-type"
    assert "Save it" in found.mend.en or "save it" in found.mend.en


@pytest.mark.parametrize("suffix", sorted(KINDS))
def test_damaged_files_are_refused(suffix: str, tmp_path: Path) -> None:
    """Nonsense under every allowed name, and the head of a real file without the rest."""
    cut = {".pdf": PRINTED.read_bytes()[:900], ".xlsx": bytes_of(workbook([[1]]))[:900]}
    for content in (
        b"\xff\xfe\x00 nonsense \xe0",
        b"",
        cut.get(suffix, b"\x89PNG\r\n\x1a\n\xff\xd8\xff"),
    ):
        if suffix != ".csv" or content:
            assert refused(tmp_path, f"a{suffix}", content).rule.code == "file-damaged"


def test_a_csv_runs_nothing(tmp_path: Path) -> None:
    """Words that a spreadsheet would run are refused; numbers with signs are not."""
    assert refused(tmp_path, "a.csv", "ก,=1+1\n".encode()).place.file == "a.csv#1"
    assert clean(tmp_path, "b.csv", "ก,-1.5\nข,-\n".encode()).removed == ()


def test_bombs_are_refused(tmp_path: Path) -> None:
    """A small file that would fill the memory."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for number in range(5):
            new.writestr(f"xl/worksheets/sheet{number}.xml", b"0" * (90 * 1024 * 1024))
    assert refused(tmp_path, "a.xlsx", packed.getvalue()).rule.code == "file-damaged"
    wide = BytesIO()
    Image.new("1", (20_000, 20_000)).save(wide, "PNG")
    assert refused(tmp_path, "a.png", wide.getvalue()).rule.code == "file-damaged"
    assert drawn().size == (24, 16)
