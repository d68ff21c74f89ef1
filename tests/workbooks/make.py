"""Makes filled-in official forms of a fictional agency: `python -m tests.workbooks.make`.

Everything is invented: names, numbers, amounts. Fiscal year 2568 is told by form สขร.1 (a sheet for
each month) and by the ITA list of 18 columns, its English titles by our template; the first half of
2569 by our template alone. The same script always makes the same files.
"""

# ruff: noqa: PLR0917
from __future__ import annotations

import random
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import xlsxwriter

from generator.importers.account import Account
from generator.importers.procurement.columns import FORM
from generator.importers.procurement.files import save
from generator.importers.procurement.fill import about, rows
from generator.importers.procurement.merge import Wishes
from generator.importers.procurement.run import procurement
from generator.importers.procurement.suppliers import sums_up
from generator.importers.template import workbook

HERE = Path(__file__).parent / "forms"
SHORT = [
    "",
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
]
LONG = [
    "", "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน",
    "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
]  # fmt: skip

BUILDERS = (
    "บริษัท ตัวอย่างก่อสร้าง จำกัด",
    "ห้างหุ้นส่วนจำกัด ตัวอย่างการโยธา",
    "หจก. สมมติรุ่งเรือง",
    "บริษัท สมมติการช่าง จำกัด",
    "หจก. ทดลองก่อสร้าง",
)
COMPUTERS = ("บริษัท ตัวอย่างคอมพิวเตอร์ จำกัด", "บริษัท สมมติไอที จำกัด", "ร้านสมมติคอมพิวเตอร์")
PAPER = ("ร้านสมมติพาณิชย์", "ร้านตัวอย่างเครื่องเขียน", "บริษัท ตัวอย่างสำนักงาน จำกัด")
PRINT = ("ร้านตัวอย่างการพิมพ์", "หจก. สมมติการพิมพ์")
FOOD = ("นางสมใจ สมมติ", "ร้านตัวอย่างอาหาร", "นางสาวตัวอย่าง ทดสอบ")
WORKERS = (
    "นายสมมติ ตัวอย่าง",
    "นายทดลอง สมมติ",
    "นางสาวตัวอย่าง ทดสอบ",
    "นางสมใจ สมมติ",
    "นายตัวอย่าง ทดลอง",
)
GARAGE = ("อู่สมมติการช่าง", "บริษัท สมมติยานยนต์ จำกัด")
FUEL = ("สหกรณ์การเกษตรสมมติ จำกัด",)
MILK = ("สหกรณ์โคนมตัวอย่าง จำกัด",)
HEALTH = ("บริษัท สมมติเวชภัณฑ์ จำกัด", "ร้านตัวอย่างเวชภัณฑ์")
STONE = ("หจก. ตัวอย่างวัสดุก่อสร้าง", "ร้านสมมติวัสดุ")
DESIGN = ("บริษัท ตัวอย่างออกแบบ จำกัด", "บริษัท สมมติสถาปนิก จำกัด", "บริษัท ทดลองวิศวกรรม จำกัด")
CARS = ("บริษัท สมมติยานยนต์ จำกัด", "บริษัท ตัวอย่างรถยนต์ จำกัด", "บริษัท ทดลองออโต้ จำกัด")

ORDINANCE = "ข้อบัญญัติ/เทศบัญญัติงบประมาณรายจ่าย"
SAVED, GRANT, ACT = "เงินสะสม", "เงินอุดหนุนเฉพาะกิจ", "พ.ร.บ. งบประมาณรายจ่าย"
OFF, OTHER = "เงินนอกงบประมาณ", "อื่น ๆ"
DIRECT, OPEN, SELECTIVE, CONTEST = "วิธีเฉพาะเจาะจง", "วิธีประกาศเชิญชวนทั่วไป", "วิธีคัดเลือก", "วิธีประกวดแบบ"
BIDDING, MARKET = "ประกวดราคาอิเล็กทรอนิกส์ (e-bidding)", "ตลาดอิเล็กทรอนิกส์ (e-market)"
CHEAPEST, FIT = (
    ("เสนอราคาต่ำสุด", "Lowest price"),
    ("คุณสมบัติครบถ้วนและราคาอยู่ในวงเงิน", "Qualified, and within the budget"),
)

SMALL = (
    ("ซื้อวัสดุสำนักงาน {unit}", "Office supplies for the {unit}", 4, 30, PAPER, ORDINANCE, 15),
    ("ซื้อวัสดุคอมพิวเตอร์ {unit}", "Computer supplies for the {unit}", 5, 45, COMPUTERS, ORDINANCE, 15),
    (
        "ซื้อวัสดุงานบ้านงานครัว {unit}",
        "Cleaning and kitchen supplies for the {unit}",
        3,
        20,
        PAPER,
        ORDINANCE,
        15,
    ),
    (
        "จ้างซ่อมบำรุงรถยนต์ส่วนกลาง {unit}",
        "Repair of an official vehicle of the {unit}",
        4,
        48,
        GARAGE,
        ORDINANCE,
        10,
    ),
    ("จ้างทำป้ายประชาสัมพันธ์ {unit}", "Public notice signs for the {unit}", 2, 9, PRINT, ORDINANCE, 7),
    (
        "จ้างเหมาบริการคนงานทั่วไป {unit}",
        "General labour for the {unit}",
        27,
        54,
        WORKERS,
        ORDINANCE,
        90,
    ),
    (
        "จ้างถ่ายเอกสารและเข้าเล่ม {unit}",
        "Copying and binding for the {unit}",
        2,
        8,
        PRINT,
        ORDINANCE,
        7,
    ),
    ("ซื้อวัสดุก่อสร้าง {unit}", "Building materials for the {unit}", 15, 90, STONE, ORDINANCE, 15),
    (
        "จ้างทำอาหารว่างการประชุม {unit}",
        "Refreshments at a meeting of the {unit}",
        2,
        7,
        FOOD,
        ORDINANCE,
        3,
    ),
)
UNITS = (
    ("สำนักปลัด", "Office of the Chief Administrator"), ("กองคลัง", "Finance Division"), ("กองช่าง", "Engineering Division"),
    ("กองการศึกษา ศาสนา และวัฒนธรรม", "Education, Religion and Culture Division"),
    ("กองสาธารณสุขและสิ่งแวดล้อม", "Public Health and Environment Division"), ("กองสวัสดิการสังคม", "Social Welfare Division"),
)  # fmt: skip


@dataclass
class Buy:
    """A purchase of the fictional agency."""

    month: tuple[int, int]
    th: str
    en: str
    budget: int
    reference: int
    price: int
    source: str
    suppliers: list[str]
    method: str = DIRECT
    details: str = ""
    bids: list[tuple[str, int]] = field(default_factory=list)
    prices: list[int] = field(default_factory=list)
    signed: date | None = None
    ends: date | None = None
    status: str = ""
    egp: str = ""
    numbers: list[str] = field(default_factory=list)
    reason: tuple[str, str] = FIT


def tax_id(name: str) -> str:
    """An invented number: 0 and many nines for a company, 8 and many nines for a person."""
    everybody = [
        *BUILDERS,
        *COMPUTERS,
        *PAPER,
        *PRINT,
        *FOOD,
        *WORKERS,
        *GARAGE,
        *FUEL,
        *MILK,
        *HEALTH,
        *STONE,
        *DESIGN,
        *CARS,
    ]
    first = "0" if name.startswith(("บริษัท", "หจก", "ห้าง", "สหกรณ์")) else "8"
    twelve = f"{first}99999900{everybody.index(name):03}"
    return next(twelve + last for last in "0123456789" if sums_up(twelve + last))


def money(chance: random.Random, low: float, high: float) -> int:
    """Thousands of baht → an amount such as officers agree on."""
    return round(chance.uniform(low, high) * 1000 / 50) * 50


def small(chance: random.Random, month: tuple[int, int], seen: set[str]) -> Buy:
    """A purchase of every day: direct, one offer."""
    while True:
        th, en, low, high, pool, source, days = chance.choice(SMALL)
        unit = chance.choice(UNITS)
        title = th.format(unit=unit[0])
        if (title, month) not in seen:
            seen.add((title, month))
            break
    price = money(chance, low, high)
    budget = price + chance.choice([0, 0, 500, 1000, 2500])
    buy = Buy(
        month,
        title,
        en.format(unit=unit[1]),
        budget,
        min(budget, price + chance.choice([0, 0, 0, 200, 500])),
        price,
        source,
        [chance.choice(pool)],
    )
    return dated(chance, buy, days)


def dated(chance: random.Random, buy: Buy, days: int) -> Buy:
    """Signed on a working day of its month, ending some days later."""
    day = date(*buy.month, chance.randint(2, 26))
    while day.weekday() > 4:
        day += timedelta(days=1)
    buy.signed, buy.ends = day, day + timedelta(days=days)
    return buy


def large(
    chance: random.Random,
    month: tuple[int, int],
    th: str,
    en: str,
    budget: int,
    source: str,
    pool: tuple[str, ...],
    days: int,
    **more: object,
) -> Buy:
    """A purchase that several offered for; the lowest price is chosen."""
    number = int(more.pop("offers", 3))
    reference = round(budget * chance.uniform(0.97, 1.0) / 1000) * 1000
    names = chance.sample(pool, min(number, len(pool)))
    offers = sorted(round(reference * chance.uniform(0.88, 0.999) / 500) * 500 for _ in names)
    price = offers[0] - (offers[0] % 1000)
    buy = Buy(
        month,
        th,
        en,
        budget,
        reference,
        price,
        source,
        [names[0]],
        method=OPEN,
        details=BIDDING,
        reason=CHEAPEST,
    )
    buy.bids = list(zip(names, offers, strict=True))
    for key, value in more.items():
        setattr(buy, key, value)
    return dated(chance, buy, days)


def ceiling(
    chance: random.Random,
    month: tuple[int, int],
    th: str,
    en: str,
    amount: int,
    source: str,
    pool: tuple[str, ...],
    days: int,
) -> Buy:
    """A price that equals reference price and budget to the baht: one of the deliberate cases."""
    buy = Buy(month, th, en, amount, amount, amount, source, [pool[0]])
    return dated(chance, buy, days)


def under(chance: random.Random, month: tuple[int, int], place: int, price: int) -> Buy:
    """Direct awards to one builder just below 500,000 baht: another of the deliberate cases."""
    buy = Buy(
        month, f"จ้างซ่อมแซมถนนลูกรัง หมู่ที่ {place}", f"Repair of a laterite road, Village No. {place}", 500000, 499500, price, ORDINANCE, [BUILDERS[1]]
    )  # fmt: skip
    return dated(chance, buy, 45)


def year_2568() -> list[Buy]:
    """October 2024 to September 2025; nothing in April."""
    chance, seen = random.Random(2568), set()
    months = [(2024, 10), (2024, 11), (2024, 12), *((2025, m) for m in range(1, 10) if m != 4)]
    buys = [small(chance, month, seen) for month in months for _ in range(8)]
    buys += [
        dated(
            chance,
            Buy(
                m,
                f"ซื้อน้ำมันเชื้อเพลิงและหล่อลื่น เดือน{LONG[m[1]]}",
                f"Fuel and lubricants, {date(*m, 1):%B %Y}",
                45000,
                45000,
                money(chance, 28, 44),
                ORDINANCE,
                [FUEL[0]],
            ),
            28,
        )
        for m in months
    ]
    big = [
        ((2024, 11), "ก่อสร้างถนนคอนกรีตเสริมเหล็ก หมู่ที่ 1", "Concrete road, Village No. 1", 2480000, SAVED, BUILDERS, 120, 4),
        ((2024, 12), "ก่อสร้างถนนคอนกรีตเสริมเหล็ก หมู่ที่ 4", "Concrete road, Village No. 4", 1860000, GRANT, BUILDERS, 90, 5),
        ((2025, 1), "ก่อสร้างระบบประปาหมู่บ้าน หมู่ที่ 7", "Village waterworks, Village No. 7", 3250000, GRANT, BUILDERS, 180, 3),
        ((2025, 2), "ปรับปรุงอาคารศูนย์พัฒนาเด็กเล็ก", "Renovation of the child development centre", 965000, ORDINANCE, BUILDERS, 90, 3),
        ((2025, 3), "ก่อสร้างรางระบายน้ำ หมู่ที่ 3", "Drainage channel, Village No. 3", 1240000, SAVED, BUILDERS, 90, 4),
        ((2025, 5), "ซื้อรถบรรทุกขยะมูลฝอย ขนาด 6 ตัน", "Refuse truck, 6 tonnes", 2450000, GRANT, CARS, 120, 3),
        ((2025, 6), "ก่อสร้างลานกีฬาอเนกประสงค์", "Multi-purpose sports ground", 1750000, ACT, BUILDERS, 150, 2),
        ((2025, 8), "ก่อสร้างถนนลาดยาง หมู่ที่ 9", "Asphalt road, Village No. 9", 2990000, SAVED, BUILDERS, 150, 4),
    ]  # fmt: skip
    buys += [large(chance, m, th, en, b, s, p, d, offers=n) for m, th, en, b, s, p, d, n in big]
    buys += [
        large(chance, (2025, 2), "ซื้อครุภัณฑ์คอมพิวเตอร์ประจำสำนักงาน", "Office computers", 680000, ORDINANCE, COMPUTERS[:2], 30, details=MARKET, offers=2),
        large(chance, (2025, 7), "ซื้อโต๊ะและเก้าอี้นักเรียน", "Pupils' desks and chairs", 560000, ACT, PAPER[2:] + COMPUTERS[:1], 45, details=MARKET, offers=2),
        large(chance, (2025, 1), "จ้างออกแบบและควบคุมงานอาคารสำนักงาน", "Design and supervision of the office building", 720000, ORDINANCE, DESIGN, 180, method=SELECTIVE, details="", offers=3),
        large(chance, (2025, 6), "จ้างสำรวจและจัดทำแผนที่ภาษี", "Survey for the tax map", 850000, OFF, DESIGN, 180, method=SELECTIVE, details="", offers=2),
        large(chance, (2025, 9), "จ้างประเมินความพึงพอใจของผู้รับบริการ", "Survey of service users' satisfaction", 540000, OTHER, DESIGN, 60, method=SELECTIVE, details="", offers=2),
        large(chance, (2025, 3), "จ้างออกแบบลานวัฒนธรรมตำบลตัวอย่าง", "Design of the culture yard", 600000, ORDINANCE, DESIGN, 90, method=CONTEST, details="", offers=3, reason=("แบบได้คะแนนสูงสุด", "The design with the highest score")),
        ceiling(chance, (2024, 12), "ซื้ออาหารเสริม (นม) โรงเรียน ภาคเรียนที่ 2/2567", "School milk, second term of 2024", 412800, GRANT, MILK, 90),
        ceiling(chance, (2025, 6), "ซื้ออาหารเสริม (นม) โรงเรียน ภาคเรียนที่ 1/2568", "School milk, first term of 2025", 435600, GRANT, MILK, 120),
        ceiling(chance, (2025, 7), "ซื้อวัคซีนและวัสดุวิทยาศาสตร์ป้องกันโรคพิษสุนัขบ้า", "Vaccine and supplies against rabies", 48000, OFF, HEALTH, 15),
        under(chance, (2025, 5), 2, 499000), under(chance, (2025, 5), 5, 498500), under(chance, (2025, 6), 6, 497000), under(chance, (2025, 7), 8, 499500),
    ]  # fmt: skip
    for lots in (
        (
            (2025, 5),
            "ซื้อวัสดุการศึกษาศูนย์พัฒนาเด็กเล็ก 2 รายการ",
            "Teaching materials for child centres, two lots",
            640000,
            ACT,
            [PAPER[2], COMPUTERS[1]],
            [286000, 318000],
        ),
        (
            (2025, 8),
            "ซื้อเวชภัณฑ์และทรายกำจัดลูกน้ำ 2 รายการ",
            "Medical supplies and larvicide, two lots",
            590000,
            ORDINANCE,
            [HEALTH[0], PAPER[2]],
            [305000, 262000],
        ),
    ):
        month, th, en, budget, source, names, prices = lots
        buy = Buy(
            month,
            th,
            en,
            budget,
            budget - 10000,
            sum(prices),
            source,
            names,
            method=OPEN,
            details=BIDDING,
            prices=prices,
            reason=CHEAPEST,
        )
        buy.bids = [
            (name, price + 4000 * at)
            for at, (name, price) in enumerate(zip(names, prices, strict=True))
        ]
        buys.append(dated(chance, buy, 30))
    cancelled = large(
        chance,
        (2025, 3),
        "ซื้อเครื่องออกกำลังกายกลางแจ้ง",
        "Outdoor exercise equipment",
        900000,
        SAVED,
        COMPUTERS[:2] + PAPER[2:],
        60,
        offers=2,
        reason=("ยกเลิกเพราะผู้เสนอราคามีคุณสมบัติไม่ครบ", "Cancelled: no bidder qualified"),
    )
    pending = large(
        chance,
        (2025, 9),
        "ก่อสร้างอาคารอเนกประสงค์ หมู่ที่ 10",
        "Multi-purpose hall, Village No. 10",
        2200000,
        SAVED,
        BUILDERS,
        150,
        offers=3,
    )
    cancelled.status, pending.status = "ยกเลิกการดำเนินการ", "ยังไม่ลงนามในสัญญา"
    buys += [cancelled, pending]
    return numbered(chance, buys, date(2025, 9, 30), 2568)


def year_2569() -> list[Buy]:
    """October 2025 to March 2026."""
    chance, seen = random.Random(2569), set()
    months = [(2025, 10), (2025, 11), (2025, 12), (2026, 1), (2026, 2), (2026, 3)]
    buys = [small(chance, month, seen) for month in months for _ in range(7)]
    buys += [
        dated(
            chance,
            Buy(
                m,
                f"ซื้อน้ำมันเชื้อเพลิงและหล่อลื่น เดือน{LONG[m[1]]}",
                f"Fuel and lubricants, {date(*m, 1):%B %Y}",
                46000,
                46000,
                money(chance, 28, 44),
                ORDINANCE,
                [FUEL[0]],
            ),
            28,
        )
        for m in months
    ]
    big = [
        ((2025, 11), "ก่อสร้างถนนคอนกรีตเสริมเหล็ก หมู่ที่ 2", "Concrete road, Village No. 2", 2150000, SAVED, BUILDERS, 120, 4),
        ((2025, 12), "ก่อสร้างรางระบายน้ำ หมู่ที่ 5", "Drainage channel, Village No. 5", 1380000, GRANT, BUILDERS, 90, 3),
        ((2026, 1), "ปรับปรุงระบบกล้องโทรทัศน์วงจรปิด", "Renewal of security cameras", 980000, ORDINANCE, COMPUTERS[:2] + PAPER[2:], 60, 3),
        ((2026, 2), "ซื้อรถกู้ชีพกู้ภัย", "Rescue vehicle", 1890000, ACT, CARS, 120, 3),
        ((2026, 3), "ก่อสร้างถนนลาดยาง หมู่ที่ 6", "Asphalt road, Village No. 6", 2640000, SAVED, BUILDERS, 150, 5),
    ]  # fmt: skip
    buys += [large(chance, m, th, en, b, s, p, d, offers=n) for m, th, en, b, s, p, d, n in big]
    buys += [
        large(chance, (2026, 1), "จ้างควบคุมงานก่อสร้างถนน หมู่ที่ 2", "Supervision of the road works, Village No. 2", 520000, ORDINANCE, DESIGN, 120, method=SELECTIVE, details="", offers=2),
        large(chance, (2026, 2), "จ้างออกแบบสวนสาธารณะตำบลตัวอย่าง", "Design of the public park", 650000, OFF, DESIGN, 90, method=CONTEST, details="", offers=3, reason=("แบบได้คะแนนสูงสุด", "The design with the highest score")),
        ceiling(chance, (2025, 12), "ซื้ออาหารเสริม (นม) โรงเรียน ภาคเรียนที่ 2/2568", "School milk, second term of 2025", 441000, GRANT, MILK, 90),
        ceiling(chance, (2026, 3), "ซื้อชุดป้องกันไฟป่า", "Wildfire protection kit", 96000, OTHER, HEALTH[:1], 30),
        under(chance, (2026, 1), 3, 499000), under(chance, (2026, 2), 7, 498000),
    ]  # fmt: skip
    prices = [274000, 255500]
    lots = Buy(
        (2026, 3),
        "ซื้อครุภัณฑ์สำนักงานและเครื่องปรับอากาศ 2 รายการ",
        "Office furniture and air conditioners, two lots",
        560000,
        548000,
        sum(prices),
        ORDINANCE,
        [PAPER[2], COMPUTERS[0]],
        method=OPEN,
        details=BIDDING,
        prices=prices,
        reason=CHEAPEST,
    )
    lots.bids = [(PAPER[2], 274000), (COMPUTERS[0], 258000), (COMPUTERS[1], 301000)]
    buys.append(dated(chance, lots, 45))
    cancelled = large(
        chance,
        (2025, 12),
        "จ้างทำระบบสารสนเทศงานบริการประชาชน",
        "Public service information system",
        750000,
        ORDINANCE,
        COMPUTERS[:2],
        120,
        offers=2,
        reason=("ยกเลิกเพราะเปลี่ยนขอบเขตของงาน", "Cancelled: the scope of work changed"),
    )
    pending = large(
        chance,
        (2026, 3),
        "ก่อสร้างศาลาอเนกประสงค์ หมู่ที่ 4",
        "Multi-purpose pavilion, Village No. 4",
        1150000,
        SAVED,
        BUILDERS,
        120,
        offers=3,
    )
    cancelled.status, pending.status = "ยกเลิกการดำเนินการ", "ยังไม่ลงนามในสัญญา"
    buys += [cancelled, pending]
    return numbered(chance, buys, date(2026, 3, 31), 2569)


def numbered(chance: random.Random, buys: list[Buy], as_of: date, year: int) -> list[Buy]:
    """In the order of signing, with project and contract numbers and the status on a day."""
    buys.sort(key=lambda buy: (buy.month, buy.signed, buy.th))
    counts = {"ซ": 0, "จ": 0}
    for at, buy in enumerate(buys, start=1):
        if buy.price >= 5000:
            buy.egp = f"{(buy.month[0] + 543) % 100}{buy.month[1]:02}9999{at:03}"
        if not buy.prices:
            buy.prices = [buy.price]
        if not buy.bids:
            buy.bids = [(buy.suppliers[0], buy.price + chance.choice([0, 0, 0, 100, 200]))]
        if buy.status in {"ยกเลิกการดำเนินการ", "ยังไม่ลงนามในสัญญา"}:
            buy.suppliers, buy.prices, buy.signed, buy.ends = [], [], None, None
            continue
        kind = "ซ" if buy.th.startswith("ซื้อ") else "จ"
        for _ in buy.suppliers:
            counts[kind] += 1
            buy.numbers.append(f"{kind}. {counts[kind]}/{year}")
        buy.status = "สิ้นสุดระยะสัญญา" if buy.ends <= as_of else "อยู่ระหว่างระยะสัญญา"
    return buys


def thai(day: date) -> str:
    """5 ต.ค. 68."""
    return f"{day.day} {SHORT[day.month]} {(day.year + 543) % 100}"


SKR_HEADS = (
    "ลำดับที่", "งานที่จัดซื้อหรือจัดจ้าง", "วงเงินที่จะซื้อหรือจ้าง (บาท)", "ราคากลาง (บาท)", "วิธีซื้อหรือจ้าง",
    "รายชื่อผู้เสนอราคาและราคาที่เสนอ", "ผู้ได้รับการคัดเลือกและราคาที่ตกลงซื้อหรือจ้าง", "เหตุผลที่คัดเลือกโดยสรุป",
    "เลขที่และวันที่ของสัญญาหรือข้อตกลงในการซื้อหรือจ้าง", "เลขที่โครงการ",
)  # fmt: skip
ITA_HEADS = (
    "ปีงบประมาณ", "ประเภทหน่วยงาน", "กระทรวง", "ชื่อหน่วยงาน", "อำเภอ", "จังหวัด", "งานที่ซื้อหรือจ้าง", "วงเงินงบประมาณที่ได้รับจัดสรร",
    "แหล่งที่มาของงบประมาณ", "สถานะการจัดซื้อจัดจ้าง", "วิธีการจัดซื้อจัดจ้าง", "ราคากลาง", "ราคาที่ตกลงซื้อหรือจ้าง", "เลขประจำตัวผู้เสียภาษี",
    "รายชื่อผู้ประกอบการที่ได้รับการคัดเลือก", "เลขที่โครงการ", "วันที่เริ่มต้นสัญญา (วันที่ลงนามในสัญญา)", "วันที่สิ้นสุดสัญญา",
)  # fmt: skip


def book(path: Path) -> xlsxwriter.Workbook:
    """A workbook without a clock."""
    made = xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_numbers": False})
    made.set_properties({"created": datetime(2025, 10, 1, tzinfo=UTC)})
    return made


def skr1(path: Path, buys: list[Buy]) -> None:
    """Form สขร.1, a sheet for each month, as officers write it: several things in a cell."""
    made = book(path)
    wrap, bold = (
        made.add_format({"text_wrap": True, "valign": "top"}),
        made.add_format({"bold": True, "text_wrap": True, "align": "center"}),
    )
    for month in [(2024, 10), (2024, 11), (2024, 12), *((2025, m) for m in range(1, 10))]:
        sheet = made.add_worksheet(f"{SHORT[month[1]]} {(month[0] + 543) % 100}")
        sheet.set_column(0, 9, 22)
        sheet.write(0, 9, "แบบ สขร. 1")
        sheet.merge_range(
            1,
            0,
            1,
            9,
            f"สรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือน {LONG[month[1]]} {month[0] + 543}",
            bold,
        )
        sheet.merge_range(2, 0, 2, 9, "องค์การบริหารส่วนตำบลตัวอย่าง", bold)
        for at, head in enumerate(SKR_HEADS):
            sheet.write(4, at, head, bold)
        own = [buy for buy in buys if buy.month == month]
        if not own:
            sheet.merge_range(5, 0, 5, 9, "ไม่มีการจัดซื้อจัดจ้าง", bold)
        for row, buy in enumerate(own, start=5):
            agreed = (
                "\n".join(
                    f"{n}\n{p:,.2f} บาท" for n, p in zip(buy.suppliers, buy.prices, strict=True)
                )
                or "-"
            )
            offered = "\n".join(f"{at}. {n} {p:,.2f} บาท" for at, (n, p) in enumerate(buy.bids, 1))
            papers = "\n".join(f"{n} ลว. {thai(buy.signed)}" for n in buy.numbers) or "-"
            method = f"{buy.method} {buy.details}".strip() if not buy.details else buy.details
            cells = (
                row - 4,
                buy.th,
                buy.budget,
                buy.reference,
                method,
                offered,
                agreed,
                buy.reason[0],
                papers,
                buy.egp or "-",
            )
            for at, cell in enumerate(cells):
                sheet.write(row, at, cell, wrap)
        if own:
            sheet.write(5 + len(own), 1, "รวมทั้งสิ้น", bold)
            sheet.write(5 + len(own), 2, sum(buy.budget for buy in own), bold)
    made.close()


def ita18(path: Path, buys: list[Buy]) -> None:
    """The ITA list of 18 columns: a line for each contract, so the project's amounts repeat."""
    made = book(path)
    sheet = made.add_worksheet("ITA")
    for at, head in enumerate(ITA_HEADS):
        sheet.write(0, at, head)
    row = 1
    for buy in buys:
        if not buy.egp:
            continue
        pairs = list(zip(buy.suppliers, buy.prices, strict=True)) or [("-", "-")]
        for name, price in pairs:
            signed = thai(buy.signed) if buy.signed else "-"
            ends = thai(buy.ends) if buy.ends else "-"
            tax = tax_id(name) if name != "-" else "-"
            details = buy.details or buy.method
            cells = (
                2568, "องค์กรปกครองส่วนท้องถิ่น", "กระทรวงมหาดไทย", "องค์การบริหารส่วนตำบลตัวอย่าง", "ตัวอย่าง", "ตัวอย่าง", buy.th, buy.budget,
                buy.source, buy.status, details, buy.reference, price, tax, name, buy.egp, signed, ends,
            )  # fmt: skip
            for at, cell in enumerate(cells):
                sheet.write(row, at, cell)
            row += 1
    made.close()


def english(paths: list[Path], target: Path, buys: list[Buy]) -> None:
    """What the official forms told, taken out into our template, with English titles and reasons added."""
    titles, reasons = {buy.th: buy.en for buy in buys}, dict(buy.reason for buy in buys)
    with tempfile.TemporaryDirectory() as place:
        for path in paths:
            account = Account()
            outcome = procurement([path], Path(place), Wishes(), account)
            if outcome is None:
                raise SystemExit([(p.place, p.what.en) for p in account.problems])
            save(outcome.files, outcome.folder)
        told = list(rows(outcome.year))
    details = {(buy.th, buy.month): buy for buy in buys}
    for row in told:
        if not row.get("id"):
            continue
        year, month = row["month"].split("-")
        buy = details[row["title"], (int(year), int(month))]
        row |= {"title_en": titles[buy.th], "reason_en": reasons[buy.reason[0]]}
        if not buy.egp:
            row |= {"budget_source": buy.source, "status": buy.status, "ends": buy.ends}
    target.write_bytes(workbook(FORM, about(outcome.year), told))


def template(path: Path, buys: list[Buy], as_of: date) -> None:
    """Our template, filled in."""
    told = []
    for buy in buys:
        row = {
            "month": f"{SHORT[buy.month[1]]} {buy.month[0] + 543}", "egp_number": buy.egp, "title": buy.th, "title_en": buy.en,
            "method": buy.method, "method_details": buy.details, "budget": f"{buy.budget:,.2f}", "budget_source": buy.source,
            "reference_price": f"{buy.reference:,.2f}", "status": buy.status, "reason": buy.reason[0], "reason_en": buy.reason[1],
        }  # fmt: skip
        contracts = [
            {
                "contract_number": n,
                "supplier": s,
                "tax_id": tax_id(s) if tax_id(s)[0] == "0" else "",
                "price": f"{p:,.2f}",
                "signed": buy.signed,
                "ends": buy.ends,
            }
            for n, s, p in zip(buy.numbers, buy.suppliers, buy.prices, strict=True)
        ]
        bids = [{"bidder": name, "bid_price": f"{price:,.2f}"} for name, price in buy.bids]
        for at in range(max(len(contracts), len(bids), 1)):
            more = (contracts[at] if at < len(contracts) else {}) | (
                bids[at] if at < len(bids) else {}
            )
            told.append(row | more)
            row = {}
    path.write_bytes(workbook(FORM, [("ปีงบประมาณ", "2569"), ("ข้อมูล ณ วันที่", as_of)], told))


def main() -> None:
    """All four."""
    HERE.mkdir(exist_ok=True)
    old, new = year_2568(), year_2569()
    skr1(HERE / "skr1-2568.xlsx", old)
    ita18(HERE / "ita18-2568.xlsx", old)
    english([HERE / "skr1-2568.xlsx", HERE / "ita18-2568.xlsx"], HERE / "english-2568.xlsx", old)
    template(HERE / "template-2569.xlsx", new, date(2026, 3, 31))


if __name__ == "__main__":
    main()
