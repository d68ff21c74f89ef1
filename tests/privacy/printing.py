"""`python -m tests.privacy.printing` prints the PDFs of these tests anew, with Chromium.

They lie in the repository because a browser prints its version and the time into each file.
"""

from __future__ import annotations

import html
from pathlib import Path

from playwright.sync_api import sync_playwright

from manage import chromium
from tests.privacy.cases import cases

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


def printed(pages: list[str], path: Path) -> None:
    """One page for each text, in the typeface of the site."""
    font = next((ROOT / "theme").rglob("*.woff2")).as_uri()
    style = f"@font-face{{font-family:S;src:url({font})}} body{{font:14pt S}} section{{break-after:page}}"
    body = "".join(
        f"<section><p>{html.escape(page).replace(chr(10), '<br>')}</p></section>" for page in pages
    )
    source = path.with_suffix(".html")
    source.write_text(
        f"<!doctype html><html lang=th><title>เอกสาร</title><style>{style}</style>{body}",
        encoding="utf-8",
    )
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(source.as_uri())
        page.pdf(path=path, tagged=True)
        browser.close()
    source.unlink()


PRINTED_CASES = cases()[::3]
"""Those that are printed, one on each page."""

if __name__ == "__main__":
    printed(
        ["ประกาศองค์การบริหารส่วนตำบลตัวอย่าง\nเรื่อง แผนการจัดซื้อจัดจ้าง ประจำปี 2569", "หน้าสอง ข้อ ๑"],
        HERE / "printed.pdf",
    )
    printed([case.text for case in PRINTED_CASES], HERE / "cases.pdf")
