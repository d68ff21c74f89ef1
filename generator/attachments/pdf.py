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
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    EncodedStreamObject,
    IndirectObject,
    NameObject,
    StreamObject,
)

from generator.attachments.picture import jpeg_parts, jpx_parts
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
RUNNING = ("/AF", "/AA", "/JS", "/RichMedia")
NOTED = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb")
"""Keys that any object of a PDF may carry, and none needs in order to be seen."""
STREAM_KEPT = {"/Length", "/Filter", "/DecodeParms", "/DL"}
DRAWING_KEPT = STREAM_KEPT | {
    "/Type", "/Subtype", "/FormType", "/BBox", "/Matrix", "/Resources", "/Group", "/StructParent",
    "/StructParents", "/OC", "/Name",
}  # fmt: skip
IMAGE_KEPT = STREAM_KEPT | {
    "/Type", "/Subtype", "/Width", "/Height", "/ColorSpace", "/BitsPerComponent", "/Intent", "/ImageMask", "/Mask",
    "/Decode", "/Interpolate", "/SMask", "/SMaskInData", "/Matte", "/Name", "/StructParent", "/OC",
}  # fmt: skip
TAG_KEPT = {
    "/Type", "/S", "/P", "/ID", "/Pg", "/K", "/A", "/C", "/R", "/T", "/Lang", "/Alt", "/E", "/ActualText", "/NS",
    "/Ref", "/Phoneme", "/PhoneticAlphabet",
}  # fmt: skip
"""What drawings, pictures and tags need. pdfTeX leaves the path and the author of each figure in its
drawing (/PTEX.FileName, /PTEX.InfoDict), programs for printing the path of the picture (/OPI)."""
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
PRIVATE = Words(
    "บันทึกของโปรแกรมที่สร้างไฟล์ ซึ่งไม่ปรากฏบนหน้า",
    "notes of the programs that made it, which no page shows",
)
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
    if _photographs(writer):
        removed.append(CAMERA)
    if _private(writer) + _remarks(writer):
        removed.append(PRIVATE)
    writer.metadata = {"/Title": title} if title else None
    writer._ID = None  # noqa: SLF001 - it would be made of the time
    _sweep(writer)
    written = BytesIO()
    writer.write(written)
    _prove(written.getvalue(), pages)
    return written.getvalue(), tuple(removed)


def _print(page: Any) -> str:
    parts = [part for part in _each(page.get("/Contents")) if isinstance(part, StreamObject)]
    data = b"\n".join(without_remarks(part.get_data()) for part in parts)
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


def _private(writer: PdfWriter) -> int:
    """Keys that say who, when and from which file, in any object; how many were taken out."""
    taken = 0
    for found in _dictionaries(writer):
        for key in RUNNING:
            found.pop(key, None)
        before = len(found)
        for key in NOTED:
            found.pop(key, None)
        _only(found, _kept_of(found))
        taken += before - len(found)
    return taken


def _kept_of(found: DictionaryObject) -> set[str]:
    """The keys that an object needs for what it is."""
    kind = found.get("/Subtype") if isinstance(found, StreamObject) else None
    if kind == "/Form":
        return DRAWING_KEPT
    if kind == "/Image":
        return IMAGE_KEPT
    if found.get("/Type") == "/StructElem":
        return TAG_KEPT
    if found.get("/O") == "/UserProperties":  # what drawing programs know of a shape
        return {"/O"}
    return set(found)


def _photographs(writer: PdfWriter) -> bool:
    """Whether a picture was freed of what its camera wrote."""
    streams = [found for found in _dictionaries(writer) if isinstance(found, StreamObject)]
    return sum(map(_photograph, streams)) > 0


def _remarks(writer: PdfWriter) -> int:
    """Remarks between the commands that draw: nobody sees them; how many streams had some."""
    streams = [s for found in _dictionaries(writer) for s in _drawn_by(found)]
    return sum(map(_without_remarks, streams))


def _drawn_by(found: DictionaryObject) -> Iterator[StreamObject]:
    """Streams of commands that draw: pages, parts of pages, patterns, letters that are drawings."""
    if isinstance(found, StreamObject) and (
        found.get("/Subtype") == "/Form" or found.get("/PatternType") == 1
    ):
        yield found
    contents = found.get("/Contents") if found.get("/Type") == "/Page" else None
    letters = found.get("/CharProcs")
    held = [*_each(contents), *(_each(letters.get_object().values()) if letters else ())]
    yield from (one for one in held if isinstance(one, StreamObject))


def _each(value: Any) -> Iterator[Any]:
    """What a key leads to: one object, or each of several."""
    found = value.get_object() if hasattr(value, "get_object") else value
    if found is None or isinstance(found, DictionaryObject):
        yield found
    else:
        yield from (one.get_object() for one in found)


def _without_remarks(stream: StreamObject) -> bool:
    data = stream.get_data()
    kept = without_remarks(data)
    if kept == data:
        return False
    stream._data = zlib.compress(kept)  # noqa: SLF001 - the encoded bytes; there is no public setter
    stream.pop("/DecodeParms", None)
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    stream.decoded_self = None
    return True


OUTSIDE = re.compile(rb"\(|%[^\r\n]*|(?<!\S)BI(?!\S)")
WITHIN = re.compile(rb"\\[\s\S]|[()]")


def without_remarks(data: bytes) -> bytes:
    """Commands that draw without the remarks (`% …`) between them.

    A percent sign in a text is no remark. From a picture that stands between the commands nothing
    is taken any more: where it ends cannot be told for certain.
    """
    kept, at, depth, begun = [], 0, 0, 0
    while found := (WITHIN if depth else OUTSIDE).search(data, at):
        at = found.end()
        if found[0] == b"BI":
            break
        if found[0][:1] == b"%":
            kept.append(data[begun : found.start()])
            begun = at
        depth += (found[0] == b"(") - (found[0] == b")")
    return b"".join([*kept, data[begun:]])


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
    """A photograph inside, without what its camera wrote; whether there was something."""
    filters = stream.get("/Filter")
    names = [str(name) for name in filters] if isinstance(filters, ArrayObject) else [str(filters)]
    if names[-1] not in PARTS:
        return False
    kept, dropped = PARTS[names[-1]](_unwrapped(stream, names[:-1]))
    if dropped:
        stream._data = kept  # noqa: SLF001 - the encoded bytes; there is no public setter
        stream[NameObject("/Filter")] = NameObject(names[-1])
        stream.pop("/DecodeParms", None)
    return dropped


def _unwrapped(stream: StreamObject, names: list[str]) -> bytes:
    """The file of a picture, which some programs write as letters (/ASCII85Decode) or pack again."""
    data: bytes = stream._data  # noqa: SLF001 - the encoded bytes
    if not names:
        return data
    packed = EncodedStreamObject()
    packed._data = data  # noqa: SLF001
    packed[NameObject("/Filter")] = ArrayObject(NameObject(name) for name in names)
    parms = stream.get("/DecodeParms")
    if isinstance(parms, ArrayObject):
        packed[NameObject("/DecodeParms")] = ArrayObject(parms[:-1])
    return packed.get_data()


def _jpeg(content: bytes) -> tuple[bytes, bool]:
    kept, dropped, _ = jpeg_parts(content)
    return kept, dropped


PARTS = {"/DCTDecode": _jpeg, "/JPXDecode": jpx_parts}
"""Kinds of pictures that carry notes of their own, and what leaves these out."""
