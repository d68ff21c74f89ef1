"""What the browser itself told while the page was open: requests, errors, refusals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Page, Request, Response

    from tests.audit.findings import Violation
    from tests.audit.visit import Visit

NAME = "traffic"
WHAT = "no foreign request, error, missing file, refusal"
THOROUGH = False

OURS = re.compile(r"http://(127\.0\.0\.1|[a-z-]+\.localhost):\d+/|data:")


def listen(page: Page, wrong: list[tuple[str, str]]) -> None:
    """Note whatever goes wrong on a page from now on."""

    def asked(request: Request) -> None:
        if not OURS.match(request.url):
            wrong.append(("foreign-request", request.url))

    def answered(response: Response) -> None:
        if response.status >= 400:
            wrong.append(("not-there", response.url.partition("/site/")[2] or response.url))

    def said(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            refused = "Content Security Policy" in message.text
            wrong.append(("policy-refuses" if refused else "console", message.text))

    page.on("request", asked)
    page.on("response", answered)
    page.on("console", said)
    page.on("pageerror", lambda error: wrong.append(("script-error", str(error))))


def look(visit: Visit) -> list[Violation]:
    """All that was told."""
    return visit.violations(visit.wrong)
