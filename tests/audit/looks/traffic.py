"""What the browser itself told while the page was open: requests, errors, refusals."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import ConsoleMessage, Error, Page, Request, Response

    from tests.audit.findings import Violation
    from tests.audit.visit import Visit

NAME = "traffic"
WHAT = "no foreign request, error, missing file, refusal"
THOROUGH = False

OURS = re.compile(r"http://(127\.0\.0\.1|[a-z-]+\.localhost):\d+/|data:")


@contextmanager
def listening(page: Page, wrong: list[tuple[str, str]]) -> Iterator[None]:
    """Note whatever goes wrong on a page as long as the block lasts."""

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

    def failed(error: Error) -> None:
        wrong.append(("script-error", str(error)))

    heard = {"request": asked, "response": answered, "console": said, "pageerror": failed}
    for event, hears in heard.items():
        page.on(event, hears)  # type: ignore[call-overload]
    try:
        yield
    finally:
        for event, hears in heard.items():
            page.remove_listener(event, hears)


def look(visit: Visit) -> list[Violation]:
    """All that was told."""
    return visit.violations(visit.wrong)
