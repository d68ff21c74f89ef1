"""PDF files without author, notes, programs and enclosed files."""

from __future__ import annotations

import hashlib
import logging
import re
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject

from generator.attachments.picture import jpeg_parts
from generator.attachments.refusal import (
    CHANGED,
    DAMAGED,
    FILE_DAMAGED,
    FILE_HIDES,
    LOCKED,
    Refused,
)
from generator.diagnostics import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT_KEPT = {
    "/Type", "/Pages", "/Lang", "/MarkInfo", "/StructTreeRoot", "/ViewerPreferences", "/PageLabels", "/Outlines",
    "/Dests", "/Names", "/PageMode", "/PageLayout", "/OutputIntents", "/Version",
}  # fmt: skip
PAGE_KEPT = {
    "/Type", "/Parent", "/Resources", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Rotate",
    "/Contents", "/Annots", "/StructParents", "/Tabs", "/Group", "/UserUnit",
}  # fmt: skip
EVERYWHERE = (
    "/Metadata",
    "/PieceInfo",
    "/LastModified",
    "/Thumb",
    "/AF",
    "/AA",
    "/JS",
    "/RichMedia",
)
"""Keys that any object of a PDF may carry, and none needs in order to be seen."""
LINK_KEPT = {
    "/Type", "/Subtype", "/Rect", "/Border", "/BS", "/C", "/H", "/A", "/Dest", "/QuadPoints", "/F", "/P",
    "/StructParent", "/Contents",
}  # fmt: skip
"""What a link needs; whoever made it may have left a name and a time beside."""
ADDRESS = re.compile(r"(?:https?|mailto|tel):|(?![a-z][a-z0-9+.-]*:)", re.IGNORECASE)
"""Where a link may lead: to an address of the web, and never into the reader's own computer."""
MAKERS = Words("ผู้จัดทำ โปรแกรม และเวลา", "author, program and times")
COMMENTS = Words("ข้อคิดเห็นและเครื่องหมาย {count} แห่ง", "{count} comments and marks")
PROGRAMS = Words("โปรแกรมในไฟล์", "programs inside")
ENCLOSED = Words("ไฟล์ที่แนบอยู่ข้างใน", "files enclosed in it")
CAMERA = Words("ข้อมูลกล้องในภาพ", "camera data in pictures")
FORM = Words("แบบฟอร์มที่กรอกข้อมูลได้", "a form with fields to fill in")
LAYERS = Words("ชั้นข้อมูลที่ซ่อนไว้", "hidden layers")
PRINT = Words(
    "พิมพ์เป็น PDF อีกครั้ง (Microsoft Print to PDF)",
    "Print it to PDF once more (Microsoft Print to PDF)",
)

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def clean(content: bytes) -> tuple[bytes, tuple[Words, ...]]:
    """The same pages without what is not on them."""
    try:
        return _cleaned(content)
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
        OSError,
        zlib.error,
    ) as error:
        raise Refused(FILE_DAMAGED, reason=DAMAGED) from error


def _cleaned(content: bytes) -> tuple[bytes, tuple[Words, ...]]:
    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted:
        raise Refused(FILE_DAMAGED, reason=LOCKED)
    pages = [_print(page) for page in reader.pages]
    title = reader.metadata.title if reader.metadata else None
    removed = [MAKERS] if reader.metadata or "/Metadata" in reader.root_object else []
    writer = PdfWriter(clone_from=reader)
    removed += _root(writer.root_object)
    if _programs(writer) and PROGRAMS not in removed:
        removed.append(PROGRAMS)
    comments = sum(_page(page) for page in writer.pages)
    if comments:
        removed.append(COMMENTS.filled({"count": str(comments)}))
    if _everywhere(writer):
        removed.append(CAMERA)
    writer.metadata = {"/Title": title} if title else None
    writer._ID = None  # noqa: SLF001 - it would be made of the time
    _sweep(writer)
    written = BytesIO()
    writer.write(written)
    _prove(written.getvalue(), pages)
    return written.getvalue(), tuple(removed)


def _print(page: Any) -> str:
    contents = page.get_contents()
    data = contents.get_data() if contents is not None else b""
    return hashlib.sha256(data + repr(page.mediabox).encode()).hexdigest()


def _prove(content: bytes, pages: list[str]) -> None:
    """Opens the new file: as many pages, each with the same marks on it."""
    again = PdfReader(BytesIO(content))
    if [_print(page) for page in again.pages] != pages:
        raise Refused(FILE_DAMAGED, reason=CHANGED)


def _root(root: Any) -> list[Words]:
    """What the document as a whole carries beside its pages."""
    if root.get("/AcroForm") is not None and root["/AcroForm"].get_object().get("/Fields"):
        raise Refused(FILE_HIDES, what=FORM, hint=PRINT)
    layers = root.get("/OCProperties")
    at_first = layers.get_object().get("/D") if layers is not None else None
    if at_first is not None and _hides(at_first.get_object()):
        raise Refused(FILE_HIDES, what=LAYERS, hint=PRINT)
    removed = []
    names = root["/Names"].get_object() if "/Names" in root else DictionaryObject()
    action = root["/OpenAction"].get_object() if "/OpenAction" in root else None
    runs = isinstance(action, DictionaryObject) and action.get("/S") != "/GoTo"
    if runs or "/AA" in root or "/JavaScript" in names:
        removed.append(PROGRAMS)
    if "/EmbeddedFiles" in names or "/AF" in root or "/Collection" in root:
        removed.append(ENCLOSED)
    kept = ROOT_KEPT | ({"/OCProperties"} if layers is not None else set())
    _only(root, kept)
    _only(names, {"/Dests"})
    return removed


def _hides(at_first: DictionaryObject) -> bool:
    """Whether layers are off when the file is opened."""
    return bool(at_first.get("/OFF")) or at_first.get("/BaseState", "/ON") != "/ON"


def _only(found: DictionaryObject, kept: set[str]) -> None:
    for key in [key for key in found if key not in kept]:
        del found[key]


def _page(page: Any) -> int:
    """A page with its links and no other notes; how many notes were taken out.

    The notes are emptied and not only taken off the page: the tree of tags may still name them.
    """
    _only(page, PAGE_KEPT)
    notes = [note.get_object() for note in page.get("/Annots", ArrayObject()) or ()]
    links = sum(map(_is_link, notes))
    for note in notes:
        _only(note, LINK_KEPT if _is_link(note) else set())
    if notes:
        kept = [ref for ref in page["/Annots"] if _is_link(ref.get_object())]
        page[NameObject("/Annots")] = ArrayObject(kept)
    return len(notes) - links


def _is_link(note: Any) -> bool:
    if note.get("/Subtype") != "/Link":
        return False
    action = note.get("/A")
    return action is None or action.get_object().get("/S") in {"/GoTo", "/URI"}


def _sweep(writer: PdfWriter) -> None:
    """Leaves out every object to which no way leads any more."""
    objects: list[Any] = writer._objects  # noqa: SLF001 - there is no other way to all objects
    roots = (writer.root_object, writer._info)  # noqa: SLF001
    ahead: list[Any] = [root.indirect_reference for root in roots if root is not None]
    reached: set[int] = set()
    while ahead:
        found = ahead.pop()
        if isinstance(found, IndirectObject):
            if found.idnum not in reached:
                reached.add(found.idnum)
                ahead.append(found.get_object())
        elif isinstance(found, DictionaryObject):
            ahead.extend(found.values())
        elif isinstance(found, ArrayObject):
            ahead.extend(found)
    for number in range(len(objects)):
        if number + 1 not in reached:
            objects[number] = None


def _everywhere(writer: PdfWriter) -> bool:
    """Keys that say who and when, in any object, and camera data in pictures."""
    cameras = False
    for found in _dictionaries(writer):
        for key in EVERYWHERE:
            found.pop(key, None)
        if isinstance(found, StreamObject):
            cameras |= _photograph(found)
    return cameras


def _dictionaries(writer: PdfWriter) -> Iterator[DictionaryObject]:
    """Every dictionary, also those that stand inside another object and have no number."""
    ahead: list[Any] = list(writer._objects)  # noqa: SLF001 - there is no other way to all objects
    while ahead:
        found = ahead.pop()
        if isinstance(found, DictionaryObject):
            yield found
            ahead.extend(found.values())
        elif isinstance(found, ArrayObject):
            ahead.extend(found)


def _programs(writer: PdfWriter) -> int:
    """What a click would do other than to follow a link; how many such things were taken out."""
    found = 0
    for holder in _dictionaries(writer):
        found += "/AA" in holder or "/JS" in holder
        action = holder.get("/A")
        action = action.get_object() if isinstance(action, IndirectObject) else action
        if isinstance(action, DictionaryObject) and "/S" in action:
            found += _harmless(action)
    return found


def _harmless(action: DictionaryObject) -> int:
    """Leaves of an action the way to a page or to an address; how much had to go."""
    leads = str(action["/S"]) == "/GoTo" or _is_address(action)
    before = len(action)
    _only(action, {"/Type", "/S", "/D", "/SD", "/URI", "/IsMap"} if leads else set())
    return before - len(action)


def _is_address(action: DictionaryObject) -> bool:
    address = str(action.get("/URI", "")).strip()
    return str(action["/S"]) == "/URI" and ADDRESS.match(address) is not None


def _photograph(stream: StreamObject) -> bool:
    """A JPEG inside, without what its camera wrote; whether there was something."""
    filters = stream.get("/Filter")
    names = [str(name) for name in filters] if isinstance(filters, ArrayObject) else [str(filters)]
    if names[-1] != "/DCTDecode" or names[:-1] not in ([], ["/FlateDecode"]):
        return False
    data = zlib.decompress(stream._data) if names[:-1] else stream._data  # noqa: SLF001
    kept, dropped, _ = jpeg_parts(data)
    if dropped:
        stream._data = kept  # noqa: SLF001 - the encoded bytes; there is no public setter
        stream[NameObject("/Filter")] = NameObject("/DCTDecode")
        stream.pop("/DecodeParms", None)
    return dropped
