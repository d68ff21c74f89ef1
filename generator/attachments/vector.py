"""SVG drawings without programs, foreign addresses, and what the drawing program noted."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import parse

from generator.attachments.refusal import CHANGED, DAMAGED, FILE_DAMAGED, Refused
from generator.diagnostics import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

SVG, XLINK, XML = (
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/XML/1998/namespace",
)
DRAWN = frozenset({
    "svg", "g", "defs", "symbol", "use", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text",
    "tspan", "textPath", "title", "desc", "style", "marker", "clipPath", "mask", "pattern", "linearGradient",
    "radialGradient", "stop", "filter", "feGaussianBlur", "feOffset", "feBlend", "feColorMatrix", "feComposite",
    "feFlood", "feMerge", "feMergeNode", "feDropShadow", "feMorphology", "switch", "view",
})  # fmt: skip
"""Elements that draw or describe; scripts, foreign objects, links, pictures and animations do not."""
FOREIGN = re.compile(
    r"(?:url|src)\(\s*['\"]?(?!#)|image-set\(|image\(|@import|expression\(|:\s*//|https?:|javascript:|\\",
    re.IGNORECASE,
)
"""Words of a style that fetch: addresses in any function, and escapes, behind which one can hide."""
PROGRAM = Words("โปรแกรมหรือส่วนที่ไม่ใช่ภาพ", "programs and parts that do not draw")
NOTES = Words(
    "บันทึกของโปรแกรมวาดภาพและชื่อแฟ้มในเครื่อง", "notes of the drawing program and paths on its computer"
)
ADDRESSES = Words("ที่อยู่ภายนอก", "foreign addresses")


def clean(content: bytes) -> tuple[bytes, tuple[Words, ...]]:
    """The drawing alone."""
    try:
        root = parse(BytesIO(content), forbid_dtd=False, forbid_entities=True).getroot()
        if root is not None:
            _not_too_deep(root)
    except (ET.ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise Refused(FILE_DAMAGED, reason=DAMAGED) from error
    if root is None or root.tag != f"{{{SVG}}}svg":
        raise Refused(FILE_DAMAGED, reason=DAMAGED)
    words = _words(root)
    removed = set(_pruned(root))
    if _words(root) != words and PROGRAM not in removed and NOTES not in removed:
        raise Refused(FILE_DAMAGED, reason=CHANGED)
    ET.register_namespace("", SVG)
    ET.register_namespace("xlink", XLINK)
    text = ET.tostring(root, encoding="unicode")
    told = sorted(removed, key=lambda words: words.en)
    return f"{text}\n".encode(), tuple(told)


DEEPEST = 100
"""Groups within groups of a drawing; a program may use a dozen."""


def _not_too_deep(root: ET.Element) -> None:
    layer = [root]
    for _ in range(DEEPEST):
        layer = [part for element in layer for part in element]
    if layer:
        raise ValueError


def _words(root: ET.Element) -> str:
    """What a reader of the drawing reads."""
    return "".join("".join(part.itertext()) for part in root.iter(f"{{{SVG}}}text"))


def _pruned(element: ET.Element) -> Iterator[Words]:
    for name, value in list(element.attrib.items()):
        why = _unwanted(name, value)
        if why:
            del element.attrib[name]
            yield why
    for child in list(element):
        name = str(child.tag)
        if not name.startswith(f"{{{SVG}}}"):
            element.remove(child)
            yield NOTES
        elif name.removeprefix(f"{{{SVG}}}") not in DRAWN:
            element.remove(child)
            yield NOTES if name.endswith("}metadata") else PROGRAM
        elif name.endswith("}style") and FOREIGN.search("".join(child.itertext())):
            element.remove(child)
            yield ADDRESSES
        else:
            yield from _pruned(child)


def _unwanted(name: str, value: str) -> Words | None:
    """Why an attribute cannot stay."""
    if name in {"href", f"{{{XLINK}}}href"}:
        return None if value.startswith("#") else ADDRESSES
    if name == f"{{{XML}}}base":
        return ADDRESSES
    if name.startswith("{"):
        return None if name.startswith(f"{{{XML}}}") else NOTES
    if name.lower().startswith("on"):
        return PROGRAM
    if name.startswith("data-"):
        return NOTES
    return ADDRESSES if FOREIGN.search(value) else None
