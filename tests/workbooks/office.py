"""Saves the filled-in official forms by LibreOffice in each format: `python -m tests.workbooks.office`."""

from __future__ import annotations

import subprocess
from pathlib import Path

HERE = Path(__file__).parent / "forms"
FORMATS = ("ods", "xls", "csv:Text - txt - csv (StarCalc):44,34,76,1")


def main() -> None:
    """สขร.1 and the ITA list of 18 columns; CSV has the first sheet alone."""
    for name in ("skr1-2568", "ita18-2568"):
        for format_ in FORMATS:
            command = ["soffice", "--headless", "--convert-to", format_, "--outdir", str(HERE)]
            subprocess.run([*command, str(HERE / f"{name}.xlsx")], check=True, capture_output=True)


if __name__ == "__main__":
    main()
