"""What can be read in a PDF: title, outline, pages, links; and whether it can be read at all."""

from __future__ import annotations

import hashlib
import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader

from generator.diagnostics import Place
from generator.privacy.finding import Finding, Kind
from generator.privacy.pieces import Found, Piece, Whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.privacy.setting import Setting


class Unreadable:
    """A file in which nothing can be looked for; it stays closed until somebody has looked."""

    def __init__(self, name: str, file: str, print_: str) -> None:
        self.name, self.file, self.print = name, file, print_

    def found(self, _: Setting) -> Iterator[Found]:
        """The file itself is the finding."""
        finding = Finding(Kind.UNREADABLE, 0, 1, self.print)
        yield Found(finding, Place(self.name), "", self.file)


def pieces(content: bytes, name: str, file: str) -> Iterator[Piece]:
    """Pages with the addresses of their links; a page without words closes the file."""
    reader = PdfReader(BytesIO(content))
    told = [str(reader.metadata.title)] if reader.metadata and reader.metadata.title else []
    told += [str(entry.title) for entry in _outline(reader.outline)]
    yield Whole("\n\n".join(told), name, file)
    blind = []
    for number, page in enumerate(reader.pages, 1):
        text = LOST_MARK.sub("", page.extract_text())
        if not _is_readable(text, page):
            blind.append(number)
        yield Whole(f"{text}\n\n{_links(page)}", f"{name}#page={number}", file)
    if blind:
        print_ = hashlib.sha256(content).hexdigest()
        yield Unreadable(f"{name}#page={blind[0]}", file, print_)


def _outline(entries: Any) -> Iterator[Any]:
    for entry in entries:
        if isinstance(entry, list):
            yield from _outline(entry)
        else:
            yield entry


def _links(page: Any) -> str:
    notes = [note.get_object() for note in page.get("/Annots") or ()]
    actions = [note["/A"].get_object() for note in notes if "/A" in note]
    said = [str(action["/URI"]) for action in actions if "/URI" in action]
    return "\n\n".join([*said, *(str(note["/Contents"]) for note in notes if "/Contents" in note)])


LOST_MARK = re.compile("(?<=[ก-๙])\x00")
"""Where a vowel and a tone mark were drawn as one, their letters are often lost from the text."""
NONSENSE = re.compile(
    "[\ufffd\ue000-\uf6ff\uf71b-\uf8ff\x00-\x08\x0e-\x1f]|\\(cid:\\d+\\)|/[gG]\\d{1,5}"
)


def _is_readable(text: str, page: Any) -> bool:
    """Whether the words of a page came out as words; a page without marks has none to come out."""
    contents = page.get_contents()
    drawn = contents.get_data().strip() if contents is not None else b""
    letters = len(re.findall(r"\w", text))
    if (_pictures(page) and letters < FEW) or (TEXT.search(drawn) and not letters):
        return False
    return len(NONSENSE.findall(text)) * 20 <= max(len(text), 1)


def _pictures(page: Any) -> bool:
    resources = page.get("/Resources")
    objects = resources.get_object().get("/XObject") if resources is not None else None
    return bool(objects is not None and objects.get_object())


TEXT = re.compile(rb"\bT[jJ]\b|\bDo\b")
"""What shows text, or a part that can hold text."""
FEW = 15
"""Letters under which a page of pictures has no text of its own."""
