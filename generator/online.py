"""Whether the outside addresses of `evidence.yml` answer; asked only by `check --online`."""

from __future__ import annotations

from http.client import HTTPException, HTTPMessage
from typing import IO, TYPE_CHECKING
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from generator.checks.evidence import ADDRESS
from generator.diagnostics import Rule, Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from urllib.request import OpenerDirector

    from generator.diagnostics import Diagnostic
    from generator.edition import Edition

TIMEOUT = 10
"""Seconds to wait for an answer."""
LOCAL = ("http://127.0.0.1", "http://localhost")


def silent_addresses(edition: Edition) -> Iterator[Diagnostic]:
    """Each address once; every item that rests on a silent one is named."""
    items = {(form.year, c.item.code): c.item for form in edition.coverage for c in form.items}
    asked: dict[str, str] = {}
    for entry in edition.disclosure.evidence.addresses:
        item = items.get((entry.year, entry.item))
        if item is None or not ADDRESS.fullmatch(entry.address):
            continue
        if entry.address not in asked:
            asked[entry.address] = answer(entry.address)
        if asked[entry.address]:
            title = Words(item.title.th, item.title.en or item.title.th)
            slots = {"address": entry.address, "reason": asked[entry.address]}
            yield ADDRESS_SILENT.at(entry.locate("address"), item=item.code, title=title, **slots)


def answer(address: str) -> str:
    """Why an address does not answer; "" if it does. Nothing of what it holds is kept."""
    request = Request(  # noqa: S310 - the address is http or https, the caller makes sure
        address, headers={"User-Agent": "disclosure-check/1"}
    )
    try:
        with _opener(address).open(request, timeout=TIMEOUT) as response:
            response.read(1)
    except HTTPError as error:
        return f"HTTP {error.code}"
    except URLError as error:
        return str(error.reason)
    except (OSError, HTTPException, ValueError) as error:
        return str(error) or type(error).__name__
    return ""


class _WebOnly(HTTPRedirectHandler):
    """Follows a redirect to the web alone: never to a file of this computer."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        """Refuses what is no address on the web."""
        if not newurl.startswith(("http://", "https://")):
            raise HTTPError(req.full_url, code, "redirect", headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener(address: str) -> OpenerDirector:
    return build_opener(_WebOnly(), *([ProxyHandler({})] if address.startswith(LOCAL) else []))


ADDRESS_SILENT = Rule(
    code="address-silent",
    what=Words("{address} ไม่ตอบ ({reason})", "{address} does not answer ({reason})"),
    why=Words(
        "{item} {title} อ้างที่อยู่นี้เป็นหลักฐาน ผู้ประเมินจะเปิดไม่ได้",
        "{item} {title} rests on this address; the assessor will find nothing there",
    ),
    mend=Words(
        "แก้ที่อยู่ หรือเผยแพร่ข้อมูลบนเว็บไซต์นี้", "Mend the address, or publish the data on this site"
    ),
)
RULES = (ADDRESS_SILENT,)
