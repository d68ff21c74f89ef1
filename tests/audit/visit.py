"""A page in the browser, and what every look at it needs."""

from __future__ import annotations

import importlib.metadata
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tests.audit.findings import Violation
from tests.audit.modes import HEIGHT, LIGHT_DESK, Mode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playwright.sync_api import Page, Route

    from tests.audit.sites import BuiltPage

SCRIPTS = Path(__file__).parent / "looks"


@cache
def axe() -> str:
    """axe-core itself; the wheel's own reader takes the system's encoding, wrong on Thai Windows."""
    wheel = importlib.metadata.distribution("axe-playwright-python")
    script = wheel.locate_file("axe_playwright_python/axe.min.js")
    return Path(str(script)).read_text(encoding="utf-8")


@cache
def in_each_page() -> str:
    """What a tab gives to every page that it opens; told once, since axe is half a megabyte."""
    parts = (script("axe_begins"), axe(), script("axe_remembers"))
    return "if (location.protocol !== 'about:') {\n" + "\n".join(parts) + "\n}"


@cache
def script(name: str) -> str:
    """A function in JavaScript that is called in the page."""
    return (SCRIPTS / f"{name}.js").read_text(encoding="utf-8")


@dataclass(slots=True)
class Visit:
    """One page, opened once and looked at in several modes."""

    built: BuiltPage
    page: Page
    modes: tuple[Mode, ...]
    thorough: bool
    """Whether this page stands for its kind: then looks that take long are worth it."""
    wrong: list[tuple[str, str]] = field(default_factory=list)
    """Rule and what, as the browser itself told while the page was open."""
    judged: set[int] = field(default_factory=set)
    """Numbers of the judgements that were needed for what axe cannot tell."""
    address: str = ""
    """Where it was opened."""
    mode: Mode = LIGHT_DESK
    height: int = HEIGHT

    def open(self, address: str) -> None:
        """Go to it; where a page leads on at once, stay on it.

        The page of 404 names its files from the root of the server, as it is shown at any address.
        """
        if self.built.kind == "404.html":
            agency, _, below = self.built.address.partition("/")
            address = f"http://{agency}.localhost:{urlsplit(address).port}/{below}"
        if self.built.kind == "redirect.html":
            self.page.route(lambda url: url.partition("#")[0] != address, _stay)
        self.address = address
        self.page.goto(address)
        self.prepare()

    def open_again(self) -> None:
        """From the server, and quiet: a page that leads on was answered that the browser stays."""
        self.page.goto(self.address)
        if self.built.kind == "redirect.html":
            self.page.wait_for_load_state("networkidle")
        self.prepare()

    def close(self) -> None:
        """Leave the tab as the next visit expects it."""
        self.page.unroute_all()
        self.page.goto("about:blank")
        self.look_as(LIGHT_DESK)

    def prepare(self) -> None:
        """What the looks share, once for each time that the page is loaded.

        A typeface that comes while axe reads moves the words from under it, and it cannot tell any more.
        """
        self.page.evaluate("async () => { await document.fonts.ready; }")
        self.page.evaluate(script("shared"))

    def look_as(self, mode: Mode, height: int = HEIGHT) -> None:
        """Turn the page to another mode; nothing happens if it is in it."""
        if (mode.width, height) != (self.mode.width, self.height):
            self.page.set_viewport_size({"width": mode.width, "height": height})
        if mode.media_features() != self.mode.media_features():
            self.page.emulate_media(**mode.media_features())
        self.mode, self.height = mode, height

    def ask(self, name: str, argument: object = None) -> Any:
        """What a script of `looks/` finds on the page."""
        return self.page.evaluate(script(name), argument)

    def violations(self, found: Iterable[tuple[str, str]]) -> list[Violation]:
        """Rules and what was found, at this page in its mode."""
        return [Violation(rule, self.built.address, what, self.mode.name) for rule, what in found]


def _stay(route: Route) -> None:
    """Fetch what the page is made of, but no other page: with no content the browser stays."""
    if route.request.is_navigation_request():
        route.fulfill(status=204)
    else:
        route.continue_()
