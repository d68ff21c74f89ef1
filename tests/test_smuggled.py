"""What a file or a folder carries beside what it shows: nothing of it reaches the site unseen."""

from __future__ import annotations

import base64
import contextlib
import zipfile
import zlib
from io import BytesIO
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from openpyxl.formatting.rule import FormulaRule
from openpyxl.worksheet.table import Table
from PIL import Image
from pypdf import PdfReader

from generator.attachments import Cleaned, cleaned
from generator.cli import main
from generator.diagnostics import Diagnostic
from generator.load import load
from generator.privacy.attached import attached_pieces
from generator.privacy.setting import PLAIN
from tests.privacy.cases import grouped, national_id
from tests.privacy.makers import bytes_of, photograph, workbook
from tests.test_bad_input import link_folder

if TYPE_CHECKING:
    from pathlib import Path

PERSON = grouped(national_id(Random(11)))
SAID = b"BT /F1 12 Tf 72 700 Td (Plan of the year with words enough to be read) Tj ET"
SCRIPT = "<< /S /JavaScript /JS (app.alert) >>"
LINK = "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] {} >>]"
OUTLINES = {6: "<< /First 7 0 R /Last 7 0 R /Count 1 >>"}
TAGS = {6: "<< /Type /StructTreeRoot /K 7 0 R >>"}


def pdf(
    root: str = "",
    page: str = "",
    more: dict[int, str] | None = None,
    drawn: bytes = SAID,
    used: str = "",
) -> bytes:
    """A PDF of one page with what a writer adds to its root, to its page, and as further objects."""
    parts = {
        1: f"<< /Type /Catalog /Pages 2 0 R {root} >>",
        2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        f"/Resources << /Font << /F1 5 0 R >> {used} >> {page} >>",
        4: f"<< /Length {len(drawn)} >>\nstream\n{drawn.decode('latin-1')}\nendstream",
        5: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        **(more or {}),
    }
    written, places = BytesIO(b"%PDF-1.7\n"), []
    written.seek(0, 2)
    for number, part in sorted(parts.items()):
        places.append(written.tell())
        written.write(f"{number} 0 obj\n{part}\nendobj\n".encode("latin-1"))
    start, size = written.tell(), len(parts) + 1
    written.write(f"xref\n0 {size}\n0000000000 65535 f \n".encode())
    written.write("".join(f"{place:010} 00000 n \n" for place in places).encode())
    written.write(f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())
    return written.getvalue()


def clean(tmp_path: Path, name: str, content: bytes) -> Cleaned | Diagnostic:
    """A file as it would be published, or why not."""
    path = tmp_path / name
    path.write_bytes(content)
    return cleaned(path, name)


PROGRAMS = {
    "outline": pdf(
        "/Outlines 6 0 R", more={**OUTLINES, 7: f"<< /Title (a) /Parent 6 0 R /A {SCRIPT} >>"}
    ),
    "after a link": pdf(
        page=LINK.format(f"/A << /S /URI /URI (https://a.go.th) /Next {SCRIPT} >>")
    ),
    "beside a link": pdf(page=LINK.format(f"/Dest [3 0 R /Fit] /AA << /E {SCRIPT} >>")),
    "in an address": pdf(page=LINK.format("/A << /S /URI /URI (javascript:app.alert) >>")),
    "launched": pdf(
        "/Outlines 6 0 R",
        more={**OUTLINES, 7: "<< /Title (a) /Parent 6 0 R /A << /S /Launch /F (app.alert) >> >>"},
    ),
}


@pytest.mark.parametrize("where", sorted(PROGRAMS))
def test_no_program_stays_in_a_pdf(where: str, tmp_path: Path) -> None:
    """Nor where it stands inside another object and has no number of its own."""
    found = clean(tmp_path, "a.pdf", PROGRAMS[where])

    assert isinstance(found, Cleaned)
    assert b"alert" not in found.content
    assert b"/JS" not in found.content
    assert "programs inside" in [words.en for words in found.removed]
    assert "words enough" in PdfReader(BytesIO(found.content)).pages[0].extract_text()


def test_a_link_of_a_pdf_leads_on_and_says_no_more(tmp_path: Path) -> None:
    """Who made a link is not told by it; where it leads stays."""
    address = "/A << /S /URI /URI (https://a.go.th/x) >> /T (Somchai) /NM (Somchai) /M (D:2026)"

    found = clean(tmp_path, "a.pdf", pdf(page=LINK.format(address)))

    assert isinstance(found, Cleaned)
    assert b"Somchai" not in found.content
    note = PdfReader(BytesIO(found.content)).pages[0]["/Annots"][0]
    assert note["/A"]["/URI"] == "https://a.go.th/x"


def test_layers_that_are_off_at_first_are_refused(tmp_path: Path) -> None:
    """Whether each is named or all are."""
    layers = "/OCProperties << /OCGs [6 0 R] /D << /BaseState /OFF /ON [] >> >>"

    found = clean(tmp_path, "a.pdf", pdf(layers, more={6: "<< /Type /OCG /Name (x) >>"}))

    assert isinstance(found, Diagnostic)
    assert (found.rule.code, "layers" in found.what.en) == ("file-hides", True)


UNSEEN = {
    "description of a picture": pdf(
        "/StructTreeRoot 6 0 R", more={**TAGS, 7: f"<< /S /Figure /P 6 0 R /Alt (ID {PERSON}) >>"}
    ),
    "words behind the drawn": pdf(
        drawn=f"/Span << /ActualText (ID {PERSON}) >> BDC ".encode() + SAID + b" EMC"
    ),
    "in hexadecimal": pdf(
        drawn=f"/Span << /ActualText <{PERSON.encode('utf-16').hex()}> >> BDC ".encode()
        + SAID
        + b" EMC"
    ),
    "name of a page": pdf(f"/PageLabels << /Nums [0 << /P (ID {PERSON}) >>] >>"),
    "name of a place": pdf(f"/Names << /Dests << /Names [(ID {PERSON}) [3 0 R /Fit]] >> >>"),
    "name of a layer": pdf(
        "/OCProperties << /OCGs [6 0 R] /D << >> >>",
        more={6: f"<< /Type /OCG /Name (ID {PERSON}) >>"},
    ),
    "outline": pdf(
        "/Outlines 6 0 R", more={**OUTLINES, 7: f"<< /Title (ID {PERSON}) /Parent 6 0 R >>"}
    ),
    "address of a link": pdf(
        page=LINK.format(f"/A << /S /URI /URI (https://a.go.th/?id={PERSON}) >>")
    ),
}


@pytest.mark.parametrize("where", sorted(UNSEEN))
def test_what_a_pdf_says_beside_its_pages_is_read(where: str, tmp_path: Path) -> None:
    """Who copies the words, listens to them or looks at the list of pages gets these as well."""
    found = clean(tmp_path, "a.pdf", UNSEEN[where])

    assert isinstance(found, Cleaned)
    pieces = attached_pieces((tmp_path / "a.pdf").relative_to(tmp_path), found.content, "a.pdf")
    kinds = [one.finding.kind for piece in pieces for one in piece.found(PLAIN)]
    assert kinds == ["national_id"]


def filled(content: bytes, fill: bytes = b"\xff\xff") -> bytes:
    """A JPEG with bytes of filling before each mark, as the standard allows."""
    parts, at = [content[:2]], 2
    while content[at + 1] != 0xDA:
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4])
        parts += [fill, content[at:end]]
        at = end
    return b"".join([*parts, content[at:]])


def test_filling_does_not_carry_notes_out_of_a_jpeg(tmp_path: Path) -> None:
    """The place of a photograph goes, however the file is written."""
    for fill in (b"\xff", b"\xff\xff\xff"):
        found = clean(tmp_path, "a.jpg", filled(photograph("JPEG"), fill))

        assert isinstance(found, Cleaned)
        again = Image.open(BytesIO(found.content))
        assert (dict(again.getexif()), "comment" in again.info) == ({}, False)
        assert b"0812345678" not in found.content
        assert "GPS" in " ".join(words.en for words in found.removed)


def test_the_small_picture_in_a_jpeg_goes(tmp_path: Path) -> None:
    """It may show what was cut out of the large one."""
    plain = BytesIO()
    Image.new("RGB", (24, 16), "white").save(plain, "JPEG")
    small = b"face" * 3 * 16
    head = b"\xff\xe0" + (16 + len(small)).to_bytes(2) + b"JFIF\0\1\1\0\0\1\0\1\x08\x08" + small

    found = clean(tmp_path, "a.jpg", b"\xff\xd8" + head + plain.getvalue()[20:])

    assert isinstance(found, Cleaned)
    assert b"face" not in found.content
    assert Image.open(BytesIO(found.content)).size == (24, 16)


@pytest.mark.parametrize(
    "part",
    [
        "<rect style=\"fill:image-set('https://example.com/a.png' 1x)\"/>",
        '<style>rect{background:image-set("//example.com/a.png" 1x)}</style>',
        '<style>rect{background:-webkit-image-set("a.png" 1x)}</style>',
        '<style>@font-face{font-family:a;src:src("https://example.com/f")}</style>',
        '<g xml:base="https://example.com/"><use href="#a"/></g>',
    ],
)
def test_a_drawing_fetches_nothing(part: str, tmp_path: Path) -> None:
    """By none of the ways in which a style can name an address."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">{part}<text>ก</text></svg>'

    found = clean(tmp_path, "a.svg", svg.encode())

    assert isinstance(found, Cleaned)
    assert "example.com" not in found.content.decode()
    assert "image-set" not in found.content.decode()
    assert [words.en for words in found.removed] == ["foreign addresses"]


def test_a_drawing_within_a_thousand_drawings_ends_in_a_message(tmp_path: Path) -> None:
    """And not in the innards of this program."""
    deep = "<g>" * 3000 + "</g>" * 3000

    found = clean(
        tmp_path, "a.svg", f'<svg xmlns="http://www.w3.org/2000/svg">{deep}</svg>'.encode()
    )

    assert isinstance(found, Diagnostic)
    assert found.rule.code == "file-damaged"


@pytest.mark.parametrize("start", ["＝1+1", "＋1+1", "－1+1", "＠SUM(A1)", '"\n=1+1"', '"\r=1+1"'])
def test_a_csv_hides_no_formula_behind_a_wide_sign(start: str, tmp_path: Path) -> None:
    """What some spreadsheets run is refused like what all do."""
    found = clean(tmp_path, "a.csv", f"ก,{start}\n".encode())

    assert isinstance(found, Diagnostic)
    assert found.rule.code == "file-hides"


def _said_in(place: str, sheet: Any) -> None:
    """Says somebody's number in one of the places of a workbook that are no cells."""
    if place == "head":
        sheet.oddHeader.center.text = PERSON
    elif place == "format":
        sheet["B2"].number_format = f'"{PERSON}"'
    elif place == "table":
        sheet.add_table(Table(displayName="T", ref="A1:B2", comment=PERSON))
    elif place == "rule":
        sheet.conditional_formatting.add("A1:A2", FormulaRule(formula=[f'A1="{PERSON}"']))
    elif place == "filter":
        sheet.auto_filter.ref = "A1:B2"
        sheet.auto_filter.add_filter_column(0, [PERSON])


@pytest.mark.parametrize("place", ["head", "format", "table", "rule", "filter"])
def test_what_a_workbook_says_beside_its_cells_is_read(place: str, tmp_path: Path) -> None:
    """Once, wherever a program keeps words that are not in a cell."""
    book = workbook([["name", "count"], ["a", 5]])
    _said_in(place, book.active)

    found = clean(tmp_path, "a.xlsx", bytes_of(book))

    assert isinstance(found, Cleaned)
    pieces = attached_pieces((tmp_path / "a.xlsx").relative_to(tmp_path), found.content, "a.xlsx")
    kinds = [one.finding.kind for piece in pieces for one in piece.found(PLAIN)]
    assert kinds == ["national_id"]


def test_links_of_a_workbook_lead_to_the_web_alone(tmp_path: Path) -> None:
    """Not into the computer on which it was made, nor to a program."""
    book = workbook([["a", "b", "c", "d"]])
    inward = ("javascript:alert(1)", "file:///C:/Users/somchai/a.exe", "somchai/a.xlsx")
    for cell, target in zip("ABC", inward, strict=True):
        book.active[f"{cell}1"].hyperlink = target
    book.active["D1"].hyperlink = "https://example.com/plan"

    found = clean(tmp_path, "a.xlsx", bytes_of(book))

    assert isinstance(found, Cleaned)
    with zipfile.ZipFile(BytesIO(found.content)) as packed:
        whole = b"".join(packed.read(name) for name in packed.namelist())
    assert b"example.com/plan" in whole
    assert (b"somchai" in whole, b"alert" in whole) == (False, False)
    assert "links into a computer" in [words.en for words in found.removed]


def test_a_row_that_nobody_sees_is_refused(tmp_path: Path) -> None:
    """Hidden by being thin is hidden."""
    for dimension in ("row", "column"):
        book = workbook([["a", "b"], ["c", "d"]])
        if dimension == "row":
            book.active.row_dimensions[2].height = 0.1
        else:
            book.active.column_dimensions["B"].width = 0.1

        found = clean(tmp_path, "a.xlsx", bytes_of(book))

        assert isinstance(found, Diagnostic)
        assert found.rule.code == "file-hides"


def test_links_bring_nothing_in(project: Path, tmp_path: Path) -> None:
    """Neither a page nor a folder of pages or of files that lies elsewhere on the computer."""
    folder = project / "content" / "minimal"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "a.csv").write_text("a,b\n", encoding="utf-8")
    (elsewhere / "a.md").write_text("a diary\n", encoding="utf-8")
    for name in ("files", "pages", "procurement"):
        link_folder(folder / name, elsewhere)

    disclosure, problems = load(folder)

    assert disclosure is None
    assert [(p.rule.code, p.place.file.rpartition("/")[2]) for p in problems] == [
        ("outside-content", "files"),
        ("outside-content", "pages"),
        ("outside-content", "procurement"),
    ]
    assert "diary" not in "".join(str(problem) for problem in problems)


def test_what_is_hidden_in_files_is_not_published(project: Path) -> None:
    """A name that begins with a point is seen by nobody who looks into the folder."""
    files = project / "content" / "minimal" / "files"
    for name in (".secret.csv", ".trash/secret.csv", "seen.csv"):
        (files / name).parent.mkdir(parents=True, exist_ok=True)
        (files / name).write_text("a,b\n", encoding="utf-8")

    with contextlib.chdir(project):
        said = CliRunner().invoke(main, ["build"])

    assert said.exit_code == 0, said.output
    published = (project / "site" / "files").rglob("*.csv")
    assert [path.name for path in published] == ["seen.csv"]


def test_names_of_folders_are_addresses_too(project: Path) -> None:
    """A folder named after somebody would stand in the address of each file in it."""
    files = project / "content" / "minimal" / "files"
    for name in ("นายสมมุติ ไม่มีจริง", PERSON):
        (files / name).mkdir(parents=True)
        (files / name / "a.csv").write_text("a,b\n", encoding="utf-8")

    with contextlib.chdir(project):
        said = CliRunner().invoke(main, ["check", "--format", "json"])

    assert said.exit_code == 1
    for code in ("attachment-name", "personal-data"):
        assert code in said.output
    assert '"national_id"' in said.output or "kind: national_id" in said.output


USED = "/XObject << /Fm 6 0 R >>"
SHAPE = (
    "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] {} /Length 7 >>\nstream\n0 0 m S\nendstream"
)
PRIVATE = {
    "path of a figure": pdf(
        used=USED,
        more={
            6: SHAPE.format("/PTEX.FileName (C:/Users/Somchai/a.pdf) /PTEX.InfoDict 7 0 R"),
            7: "<< /Author (Somchai) >>",
        },
    ),
    "path of a picture in print": pdf(
        used=USED, more={6: SHAPE.format("/OPI << /2.0 << /F (C:/Users/Somchai/a.tif) >> >>")}
    ),
    "of the drawing program": pdf(
        used=USED, more={6: SHAPE.format("/PieceInfo << /X << /Private (Somchai) >> >>")}
    ),
    "properties of a shape": pdf(
        "/StructTreeRoot 6 0 R",
        more={
            **TAGS,
            7: "<< /Type /StructElem /S /Figure /P 6 0 R /Alt (Map) "
            "/A << /O /UserProperties /P [<< /N (Owner) /V (Somchai) >>] >> >>",
        },
    ),
    "beside a tag": pdf(
        "/StructTreeRoot 6 0 R",
        more={**TAGS, 7: "<< /Type /StructElem /S /P /P 6 0 R /XYZ_By (Somchai) >>"},
    ),
    "remark between commands": pdf(drawn=b"%%For: Somchai\n" + SAID + b" % Somchai\n"),
    "remark in a drawing": pdf(
        used=USED,
        more={
            6: "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 17 >>\n"
            "stream\n0 0 m S % Somchai\nendstream"
        },
    ),
}


@pytest.mark.parametrize("where", sorted(PRIVATE))
def test_what_programs_note_for_themselves_leaves_a_pdf(where: str, tmp_path: Path) -> None:
    """Paths with the name of whoever was logged in, authors of figures; and it is told."""
    found = clean(tmp_path, "a.pdf", PRIVATE[where])

    assert isinstance(found, Cleaned)
    again = PdfReader(BytesIO(found.content))
    inside = b"".join(
        repr(again.get_object(number)).encode()
        + getattr(again.get_object(number), "get_data", bytes)()
        for number in range(1, len(again.xref[0]))
    )
    assert b"Somchai" not in found.content + inside
    told = [(words.th, words.en) for words in found.removed]
    assert ("notes of the programs" in " ".join(en for _, en in told)) is True
    assert "words enough" in again.pages[0].extract_text()


def test_a_percent_sign_in_a_text_is_no_remark(tmp_path: Path) -> None:
    """Nor one behind brackets within a text, nor in a picture that stands between commands."""
    drawn = (
        rb"BT /F1 12 Tf 72 700 Td (100 % \) of (all % words) enough to be read %) Tj ET"
        b"\nBI /W 1 /H 1 /BPC 8 /CS /G ID \x25\nEI\n"
    )
    found = clean(tmp_path, "a.pdf", pdf(drawn=drawn))

    assert isinstance(found, Cleaned)
    assert found.removed == ()
    page = PdfReader(BytesIO(found.content)).pages[0]
    assert "100 % ) of (all % words) enough" in page.extract_text()
    assert page.get_contents().get_data().strip() == drawn.strip()


@pytest.mark.parametrize("way", ["letters", "packed", "JPEG 2000"])
def test_a_photograph_in_any_wrapping_loses_its_place(way: str, tmp_path: Path) -> None:
    """Reports write pictures as letters; scanners write JPEG 2000, with notes in boxes."""
    photo, filters = photograph("JPEG"), "/DCTDecode"
    if way == "JPEG 2000":
        plain = BytesIO()
        Image.open(BytesIO(photo)).convert("RGB").save(plain, "JPEG2000")
        note = b"Exif Somchai"
        box = (8 + len(note)).to_bytes(4, "big") + b"uuid" + note
        at = plain.getvalue().index(b"jp2c") - 4
        photo, filters = plain.getvalue()[:at] + box + plain.getvalue()[at:], "/JPXDecode"
    elif way == "letters":
        photo, filters = base64.a85encode(photo) + b"~>", "[/ASCII85Decode /DCTDecode]"
    else:
        photo, filters = zlib.compress(photo), "[/FlateDecode /DCTDecode]"
    size = Image.open(BytesIO(photograph("JPEG"))).size
    picture = (
        f"<< /Type /XObject /Subtype /Image /Width {size[0]} /Height {size[1]} /BitsPerComponent 8 "
        f"/ColorSpace /DeviceRGB /Filter {filters} /Length {len(photo)} >>\nstream\n"
    )
    content = pdf(
        used=USED,
        drawn=SAID + b" q 99 0 0 99 0 0 cm /Fm Do Q",
        more={6: picture + photo.decode("latin-1") + "\nendstream"},
    )

    found = clean(tmp_path, "a.pdf", content)

    assert isinstance(found, Cleaned)
    assert b"Exif" not in found.content
    assert "camera data in pictures" in [words.en for words in found.removed]
    shown = PdfReader(BytesIO(found.content)).pages[0].images[0].image
    assert shown.size == size
