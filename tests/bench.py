"""`python3 manage.py bench`: CPU seconds and peak memory of whole processes.

Each case runs several times after a warm-up; the median is printed, and everything is written as
JSON with `--json FILE`. Times on a shared machine wander; ratios and memory do not.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMAND = [sys.executable, "-m", "generator"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One case: median of the runs."""

    case: str
    cpu_s: float
    wall_s: float
    peak_mib: float
    pages: int
    runs: int


def run(command: list[str], folder: Path) -> tuple[float, float, float]:
    """CPU seconds (with children), wall seconds, peak MiB of the largest process."""
    watcher = (
        "import resource,subprocess,sys,time\n"
        "b=time.perf_counter()\n"
        "d=subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL,stderr=subprocess.PIPE)\n"
        "w=time.perf_counter()-b\n"
        "u=resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(u.ru_utime+u.ru_stime,w,u.ru_maxrss/1024)\n"
        "sys.stderr.write(d.stderr.decode('utf-8','replace')) if d.returncode>1 else None\n"
        "sys.exit(d.returncode>1)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", watcher, *command],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    cpu, wall, peak = (float(part) for part in done.stdout.split())
    return cpu, wall, peak


def measured(case: str, command: list[str], folder: Path, runs: int) -> Figure:
    """A case, run once unmeasured and then several times."""
    run(command, folder)
    figures = [run(command, folder) for _ in range(runs)]
    cpu, wall, peak = (statistics.median(column) for column in zip(*figures, strict=True))
    pages = sum(1 for _ in (folder / "site").rglob("*.html")) if "build" in command else 0
    figure = Figure(case, round(cpu, 3), round(wall, 3), round(peak, 1), pages, runs)
    print(
        f"{figure.case:34} {figure.cpu_s:8.2f} {figure.wall_s:8.2f} {figure.peak_mib:9.1f} {figure.pages:7}",
        flush=True,
    )
    return figure


def generated(folder: Path, number: int) -> None:
    """A project with a number of agencies, each a copy of the largest real one under its own id."""
    for name in ("mkdocs.yml", "theme"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    for one in range(1, number + 1):
        target = folder / "content" / f"agency-{one:03}"
        shutil.copytree(ROOT / "content" / "luang-nuea", target)
        path = target / "agency.yml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("id: luang-nuea", f"id: agency-{one:03}"), encoding="utf-8")


def answering(folder: Path, years: str) -> Path:
    """A project of one real agency that answers the ITA forms of some years."""
    for name in ("mkdocs.yml", "theme", "content/phetchaburi-pao"):
        source = ROOT / name
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
    path = folder / "content/phetchaburi-pao/agency.yml"
    text = re.sub(r"ita_years: .*", f"ita_years: [{years}]", path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    return folder


def large_plan(folder: Path) -> int:
    """One agency whose items come to 5 MB of YAML; the number of items."""
    generated(folder, 1)
    items = folder / "content" / "agency-001" / "items"
    sources = sorted(items.glob("p-*.yml"))
    bytes_written, number = 0, len(sources)
    while bytes_written < 5 * 1024 * 1024:
        source = sources[number % len(sources)]
        number += 1
        text = source.read_text(encoding="utf-8").replace(
            f"id: {source.stem}\n", f"id: x-{number}\n"
        )
        (items / f"x-{number}.yml").write_text(text, encoding="utf-8")
        bytes_written += len(text.encode("utf-8"))
    return number


def many_purchases(folder: Path, number: int) -> None:
    """The small agency with a year of so many purchases, each with a bid and a contract."""
    for name in ("mkdocs.yml", "theme"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    agency = folder / "content" / "minimal"
    shutil.copytree(ROOT / "tests" / "samples" / "minimal", agency)
    year = agency / "procurement" / "2566"
    year.mkdir(parents=True)
    months = [f"{2022 + (m < 10)}-{m:02}" for m in (10, 11, 12, *range(1, 10))]
    processes = ["id,month,title.th,method,budget,budget_source,reference_price,status,reason.th"]
    bids, contracts = ["process,bidder,kind,price"], ["process,number,supplier,kind,price,signed"]
    for one in range(number):
        month, supplier = months[one * 12 // number], f"ร้านตัวอย่าง {one % 200}"
        amount = 1000 + one % 400 * 1000
        processes.append(
            f"a-{one:05},{month},ซื้อวัสดุสำนักงาน ครั้งที่ {one},direct,{amount},ordinance,{amount},"
            "terminated,ราคาเหมาะสม"
        )
        bids.append(f"a-{one:05},{supplier},natural,{amount - 10}")
        contracts.append(f"a-{one:05},{one}/2566,{supplier},natural,{amount - 10},{month}-15")
    report = "fiscal_year: 2566\nas_of: 2023-09-30\n"
    (year / "report.yml").write_text(report, encoding="utf-8")
    tables = {"processes": processes, "bids": bids, "contracts": contracts}
    for name, lines in tables.items():
        (year / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def ita_pages(place: Path, runs: int) -> list[Figure]:
    """What the index and the item pages of the years add to the build of one agency."""
    figures = []
    for name, years in ITA_YEARS.items():
        folder = place / f"ita-{len(years)}"
        folder.mkdir()
        generated(folder, 1)
        path = folder / "content" / "agency-001" / "agency.yml"
        text = path.read_text(encoding="utf-8")
        written = re.sub(r"ita_years: .*", f"ita_years: {years}", text)
        path.write_text(written, encoding="utf-8")
        figures.append(
            measured(f"build, ITA {name}", [*COMMAND, "build", "agency-001"], folder, runs)
        )
    for figure in figures[1:]:
        more = figure.cpu_s - figures[0].cpu_s
        print(f"{figure.case}: {figure.pages - figures[0].pages} pages more, {more:.2f} CPU s more")
    return figures


ITA_YEARS: dict[str, list[int]] = {
    "of no year": [],
    "of 4 years": [2566, 2567, 2568, 2569],
    "of 8 years": list(range(2562, 2570)),
}


def large_list(folder: Path) -> Path:
    """An ITA list of 18 columns with 50,000 contracts."""
    import xlsxwriter

    heads = (
        "เดือน", "ปีงบประมาณ", "ชื่อหน่วยงาน", "อำเภอ", "จังหวัด", "กระทรวง", "งานที่ซื้อหรือจ้าง", "วงเงินงบประมาณที่ได้รับจัดสรร",
        "แหล่งที่มาของงบประมาณ", "สถานะการจัดซื้อจัดจ้าง", "วิธีการจัดซื้อจัดจ้าง", "ราคากลาง", "ราคาที่ตกลงซื้อหรือจ้าง",
        "รายชื่อผู้ประกอบการที่ได้รับการคัดเลือก", "เลขที่โครงการ", "วันที่ลงนามในสัญญา", "วันที่สิ้นสุดสัญญา", "เลขที่สัญญา",
    )  # fmt: skip
    path = folder / "list.xlsx"
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, heads)
    for row in range(1, 50_001):
        cells = (
            "ต.ค. 2568", 2569, "ตัวอย่าง", "ตัวอย่าง", "ตัวอย่าง", "กระทรวงมหาดไทย", f"งานตัวอย่างที่ {row}", "100,000.00", "เงินสะสม",
            "สิ้นสุดระยะสัญญา", "วิธีเฉพาะเจาะจง", "๑๐๐,๐๐๐", 90000 + row, f"บริษัท ตัวอย่าง {row % 900} จำกัด", f"681{row:08}",
            "5 ต.ค. 68", "20 ต.ค. 2568", f"จ. {row}/2569",
        )  # fmt: skip
        sheet.write_row(row, 0, cells)
    book.close()
    return path


def main() -> None:
    """Run the cases."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--many", type=int, default=50, help="how many generated agencies")
    options = parser.parse_args()
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, {time.strftime('%Y-%m-%d')}")
    print(f"{'case':34} {'CPU s':>8} {'wall s':>8} {'peak MiB':>9} {'pages':>7}")
    figures = []
    with tempfile.TemporaryDirectory(prefix="bench-") as place:
        folder = Path(place) / "real"
        folder.mkdir()
        for name in ("mkdocs.yml", "theme", "content"):
            source = ROOT / name
            (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
        agencies = sorted(
            p.name for p in (folder / "content").iterdir() if not p.name.startswith(".")
        )
        figures += [
            measured(f"check {agency}", [*COMMAND, "check", agency], folder, options.runs)
            for agency in agencies
        ]
        figures.append(
            measured("check --all (5)", [*COMMAND, "check", "--all"], folder, options.runs)
        )
        figures += [
            measured(f"build {agency}", [*COMMAND, "build", agency], folder, options.runs)
            for agency in agencies
        ]
        figures.append(
            measured("build --all (5)", [*COMMAND, "build", "--all"], folder, options.runs)
        )
        known = [str(2562 + number) for number in range(8)]
        with_forms = [
            measured(
                f"build, {len(years)} ITA forms",
                [*COMMAND, "build"],
                answering(Path(place) / f"forms-{len(years)}", ", ".join(years)),
                options.runs,
            )
            for years in ([], known)
        ]
        figures += with_forms
        added = with_forms[1].cpu_s - with_forms[0].cpu_s
        print(f"CPU for the index and item pages of {len(known)} years: {added:.2f} s (at most 1)")
        few, many = max(2, options.many // 10), options.many
        for number in (few, many):
            folder = Path(place) / f"many-{number}"
            folder.mkdir()
            generated(folder, number)
            runs = 1 if number > few else max(1, options.runs // 2)
            figures.append(
                measured(
                    f"build --all ({number} generated)", [*COMMAND, "build", "--all"], folder, runs
                )
            )
        per_page = [figure.cpu_s / figure.pages for figure in figures[-2:]]
        print(
            f"CPU for each page, {many} agencies against {few}: {per_page[1] / per_page[0]:.2f} (1 = linear)"
        )
        figures += ita_pages(Path(place), options.runs)
        folder = Path(place) / "large"
        folder.mkdir()
        large_plan(folder)
        figures.append(
            measured(
                "check of a 5 MB plan", [*COMMAND, "check", "agency-001"], folder, options.runs
            )
        )
        for number, verb in ((5_000, "build"), (50_000, "check")):
            folder = Path(place) / f"purchases-{number}"
            folder.mkdir()
            many_purchases(folder, number)
            command = [*COMMAND, verb, "minimal"]
            figures.append(measured(f"{verb} of {number:,} purchases", command, folder, 1))
        source = large_list(folder)
        command = [
            *COMMAND,
            "import",
            "procurement",
            str(source),
            "--agency",
            "agency-001",
            "--dry-run",
        ]
        figures.append(measured("import of 50,000 lines", command, folder, 1))
    if options.json:
        options.json.write_text(
            json.dumps([asdict(f) for f in figures], indent=1), encoding="utf-8"
        )


if __name__ == "__main__":
    main()
