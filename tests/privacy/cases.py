"""Texts with personal data, in all kinds and disguises, and texts that only look like it.

Every number is made from a seed; provinces 99 of ID numbers and the names do not exist.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

SEED = 2569
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
GIVEN = (
    "สมมุติ",
    "กมลทิพย์",
    "ธนกฤต",
    "วิไลวรรณ",
    "เกรียงไกร",
    "ณัฐพงษ์",
    "ปวีณา",
    "อำพล",
    "ใจทิพย์",
    "แสงเดือน",
)
SURNAMES = ("ไม่มีจริง", "ทดสอบระบบ", "ตัวอย่างดี", "สมมติวงศ์", "มั่นคงยิ่ง", "รุ่งเรืองกิจ", "เพียรทำ", "โพธิ์ทองคำ")


@dataclass(frozen=True, slots=True)
class Case:
    """A text and what must be found in it."""

    kinds: tuple[str, ...]
    """Any of these is right: one name with an illness is a name and health."""
    text: str
    number: str = ""
    """The whole number that must be found, where its last digit proves it."""


def national_id(random: Random) -> str:
    """A valid number of a province that does not exist."""
    digits = f"{random.choice('12345678')}99{random.randrange(10**9):09}"
    total = sum(int(digit) * (13 - place) for place, digit in enumerate(digits))
    return digits + str((11 - total % 11) % 10)


def juristic_id(random: Random) -> str:
    """A valid tax number of a company."""
    digits = f"0105{random.randrange(10**8):08}"
    total = sum(int(digit) * (13 - place) for place, digit in enumerate(digits))
    return digits + str((11 - total % 11) % 10)


def grouped(number: str, between: str = "-") -> str:
    """As the card prints it."""
    return between.join((number[0], number[1:5], number[5:10], number[10:12], number[12]))


def disguised(number: str) -> list[str]:
    """One number in the ways that people write it, or hide it."""
    zero_width = "\u200b".join(number)
    return [
        number,
        grouped(number),
        grouped(number, " "),
        grouped(number, "."),
        grouped(number, "–"),
        grouped(number, " - "),
        grouped(number, "\u00a0"),
        grouped(number, "/"),
        grouped(number, "_"),
        number.translate(THAI),
        grouped(number).translate(THAI),
        grouped(number, " ").translate(THAI),
        number.translate(WIDE),
        grouped(number).translate(WIDE),
        number[:6].translate(THAI) + number[6:],
        zero_width,
        grouped(number, "\u00ad-"),
        "\ufeff" + grouped(number, "\u2060-\u2060"),
        " ".join(number),
        "-".join(number),
        "|".join(number),
        f"{number[:5]}-{number[5:10]}-{number[10:]}",
        f"{number[:4]} {number[4:7]} {number[7:10]} {number[10:]}"
        if "00" not in number
        else grouped(number),
        f"{number[0]}-{number[1:5]} {number[5:10]}-{number[10:12]} {number[12]}",
        grouped(number).replace("-", "-\n", 2),
        f"{number[:7]}\n{number[7:]}",
        number.replace("0", "O"),
        grouped(number).replace("0", "o"),
        "".join(f"&#{ord(digit)};" for digit in number),
        f"**{number[:6]}**{number[6:]}",
        f"({number[0]}) {number[1:5]}-{number[5:10]}-{number[10:12]}-{number[12]}",
    ]


def name(random: Random) -> str:
    """Somebody who does not exist."""
    return f"{random.choice(GIVEN)} {random.choice(SURNAMES)}"


def mobile(random: Random) -> str:
    """Ten digits that begin like a mobile number."""
    return f"0{random.choice('689')}{random.randrange(10**8):08}"


def id_cases(random: Random) -> list[Case]:
    """National IDs and natural persons' tax numbers, in every disguise."""
    leads = ("เลขประจำตัวประชาชน ", "ผู้ยื่นคำขอ ", "บัตรเลขที่", "หมายเลข: ", "(", "ID card no. ", "เลข")
    cases = [
        Case(("national_id", "tax_id"), f"{random.choice(leads)}{shape} ", number)
        for number in (national_id(random) for _ in range(2))
        for shape in disguised(number)
    ]
    for shape in (5, 9, 13):
        number = national_id(random)
        text = f"เลขประจำตัวผู้เสียภาษี {disguised(number)[shape]} ของผู้รับจ้าง"
        cases.append(Case(("tax_id",), text, number))
    typed = "1234567890123"
    cases.append(Case(("national_id",), f"เลขบัตรประชาชน {typed}", typed))
    return cases


def contact_cases(random: Random) -> list[Case]:
    """Telephones, e-mail and LINE."""
    m = mobile
    texts = [
        f"โทร {m(random)}", f"ติดต่อ {m(random)[:3]}-{m(random)[3:6]}-{m(random)[6:]}", f"โทร.{m(random)[:3]} {m(random)[3:]}",
        f"มือถือ {m(random).translate(THAI)}", f"เบอร์{m(random)}ค่ะ", f"+66 {m(random)[1:3]} {m(random)[3:6]} {m(random)[6:]}",
        f"+66{m(random)[1:]}", f"0066{m(random)[1:]}", f"tel:{m(random)}", f"({m(random)[:3]}) {m(random)[3:6]}-{m(random)[6:]}",
        " ".join(m(random)), "\u200b".join(m(random)), f"{m(random)[:3]}.{m(random)[3:6]}.{m(random)[6:]}", f"สมมุติ,{m(random)},ก",
        f"{m(random)}/{m(random)}", f"{m(random)[:3]}–{m(random)[3:7]}–{m(random)[7:]}", f"O{m(random)[1:]}", m(random).translate(WIDE),
        f"{m(random)[:6]}\n{m(random)[6:]}", f"+66(0){m(random)[1:]}",
        "โทรบ้าน 032-412345", "โทรศัพท์ 0 3241 2345", "โทร 02-123-4567", "โทร. ๐๓๒-๔๑๒๓๔๕", "โทรสาร 053123456", "02 123 4567",
    ]  # fmt: skip
    cases = [Case(("phone",), text) for text in texts]
    mails = ("somchai.k@gmail.com", "d_ee-99@hotmail.co.th", "som @ yahoo.com", "som(at)gmail.com", "ｓｏｍ＠gmail.com", "som\u200bchai@gmail.com", "Som.Chai+x@Outlook.com")  # fmt: skip
    cases += [Case(("email",), f"อีเมล {mail} ") for mail in mails]
    lines = (
        "LINE ID: somchai99",
        "ไอดีไลน์ som_chai",
        "Line id som.chai2",
        "ไลน์: somchai_k",
        "ID LINE : nong-dee",
        "ไลน์ไอดี somsri88",
    )
    return cases + [Case(("line_id",), line) for line in lines]


def money_and_things(random: Random) -> list[Case]:
    """Accounts, passports, plates, addresses."""
    a = f"{random.randrange(10**10):010}"
    accounts = [
        f"ธนาคารกรุงไทย เลขที่บัญชี {a}", f"บัญชีเลขที่ {a[:3]}-{a[3]}-{a[4:9]}-{a[9]}", f"{a[:3]}-{a[3]}-{a[4:9]}-{a[9]}",
        f"ธ.ก.ส. {a[:3]} {a[3]} {a[4:9]} {a[9]} ชื่อบัญชี", f"ออมสิน 0201{a[:8]}", f"กสิกรไทย {a.translate(THAI)}", f"พร้อมเพย์ {mobile(random)}",
        f"account no. {a}", f"โอนเข้าบัญชี {a[:3]}-{a[3:9]}-{a[9]}",
    ]  # fmt: skip
    cases = [Case(("bank_account", "phone"), text) for text in accounts]
    passports = (
        "หนังสือเดินทางเลขที่ AA1234567",
        "passport no. AB 123456",
        "พาสปอร์ต C1234567",
        "Passport: ab1234567",
        "หนังสือเดินทาง เลขที่ ๑ AA๑๒๓๔๕๖๗",
    )
    cases += [Case(("passport",), text) for text in passports]
    plates = (
        "รถยนต์ทะเบียน กข 1234 เพชรบุรี",
        "รถจักรยานยนต์ ทะเบียน 1กก 5678",
        "หมายเลขทะเบียน ขก-99 ลำปาง",
        "รถคันสีแดง 2ขค 345 กรุงเทพมหานคร",
        "ป้ายทะเบียน ๑กข ๒๓๔๕",
        "จอดรถ งจ 4455 กระบี่ ขวางทาง",
        "ทะเบียนรถ พพ1212",
    )
    cases += [Case(("licence_plate",), text) for text in plates]
    homes = (
        "บ้านเลขที่ 12/3 หมู่ 4 ตำบลดินแดง", "อยู่บ้านเลขที่ ๑๒ หมู่ที่ ๕", "นายสมมุติ ไม่มีจริง อยู่เลขที่ 45 หมู่ 6 ต.บ้านกลาง", "ที่อยู่ปัจจุบัน 99/1 ถ.สุขใจ ต.ในเมือง",
        "ผู้ป่วยอาศัยอยู่ 7 ม.3 บ้านหนองบัว", "ภูมิลำเนา เลขที่ 123 ซอยใจดี", "บ้านเลขที่\u00a012/3", "house no. 45/2", "lives at 12/34 Moo 5",
        "ก่อสร้างถนนจากบ้านเลขที่ 15 ถึงบ้านเลขที่ 40", "ผู้ร้องอยู่ 18/2 หมู่ที่ ๗", "นางสาวปวีณา เพียรทำ 55/1 หมู่ 2 ต.บางตะบูน",
    )  # fmt: skip
    return cases + [Case(("address",), text) for text in homes]


def person_cases(random: Random) -> list[Case]:
    """Names, children, health, birth, school."""
    n = name
    names = [
        f"นาย{n(random)} ร้องเรียนว่าถนนชำรุด", f"ผู้ร้องคือนางสาว{n(random)}", f"น.ส.{n(random)} ได้รับเงินช่วยเหลือ", f"นาง {n(random)} ยื่นคำขอ",
        f"ก่อสร้างถนนข้างบ้านนาย{n(random)}", f"ถนนสายบ้านนาง{n(random)} ถึงวัด", f"นาย\u200b{n(random)}", f"ที่ดินของนาย{n(random)}", f"จาก นาย{random.choice(GIVEN)} หมู่ 3",
        "Mr. Somchai Testname complained", "Ms Nonexist Person applied for help", f"ว่าที่ ร.ต. {n(random)} ผู้ร้อง", f"ส.อ.{n(random)} ขอรับการสนับสนุน", f"คุณ{n(random)} แจ้งว่า",
        f"นาย{random.choice(GIVEN)}\n{random.choice(SURNAMES)} ผู้เสียหาย", f"นายกมล {random.choice(SURNAMES)} แจ้งเหตุ", f"น. ส. {n(random)} มาติดต่อ", f"ได้รับแจ้งจากนาง{n(random)}",
        f"ซอยบ้าน รตต.{n(random)}", f"หลังบ้านจ.ส.ต. {n(random)}", f"ที่ดิน พ.ต.ท.{n(random)}",
        f"พระครู{random.choice(GIVEN)}วัตร ขอน้ำ", f"ดร.{n(random)} มาขอข้อมูล", f"บัตรคิว น.ส.{n(random)}", f"รายนาย{n(random)} อนุมัติ",
    ]  # fmt: skip
    cases = [Case(("name",), text) for text in names]
    children = (
        f"ด.ช.{n(random)}",
        f"ด.ญ. {n(random)} ชั้น ป.3",
        f"เด็กชาย{n(random)} ได้รับทุน",
        f"เด็กหญิง {n(random)}",
        f"ด. ช. {n(random)}",
    )
    cases += [Case(("child",), text) for text in children]
    ill = (
        f"นาย{n(random)} ป่วยติดเตียง", f"ผู้ป่วยเอชไอวี นางสาว{n(random)}", f"คนพิการ นาย{n(random)} รับเบี้ย", f"นาง{n(random)} เป็นโรคเบาหวาน", f"เยี่ยมผู้ป่วยมะเร็ง น.ส.{n(random)}",
        f"นายก อบต. นาย{n(random)} ป่วยเป็นไข้เลือดออก", "Mr. Somchai Testname, bedridden", f"นาง{n(random)} ผู้ป่วยจิตเวช",
    )  # fmt: skip
    cases += [Case(("health",), text) for text in ill]
    births = (
        "เกิดวันที่ 5 มกราคม 2530",
        "วันเดือนปีเกิด 05/01/2530",
        "ว/ด/ป เกิด: 5-1-30",
        "date of birth 1987-01-05",
        "วันเกิด ๕ ม.ค. ๒๕๓๐",
        "born on 5 January 1987",
        "เกิดเมื่อ 5 มกราคม พ.ศ. 2530",
        "DOB: 05/01/1987",
    )
    cases += [Case(("birth_date",), text) for text in births]
    school = (
        "เลขประจำตัวนักเรียน 12345",
        "รหัสนักศึกษา 6401234567",
        "HN 123456",
        "เลขผู้ป่วย ๑๒๓๔๕",
        "student ID 20991",
    )
    cases += [Case(("student",), text) for text in school]
    lists = (
        f"รายชื่อนักเรียนที่ได้รับทุน\n1. {n(random)}\n2. {n(random)}\n3. {n(random)}", f"บัญชีรายชื่อผู้มีสิทธิรับเบี้ยยังชีพ\n๑ {n(random)}\n๒ {n(random)}",
        f"รายชื่อผู้ร้องเรียน\n- {n(random)}\n- {n(random)}", f"| ชื่อ-สกุล | ชั้น |\n|---|---|\n| {n(random)} | ป.1 |\n| {n(random)} | ป.2 |",
    )  # fmt: skip
    return cases + [Case(("roll",), text) for text in lists]


def cases() -> list[Case]:
    """All of them, the same every time."""
    random = Random(SEED)
    return [
        *id_cases(random),
        *contact_cases(random),
        *money_and_things(random),
        *person_cases(random),
    ]


def innocents() -> list[str]:
    """What stands on every site of a local government, and tells of nobody."""
    random = Random(SEED)
    company = juristic_id(random)
    amounts = [f"{random.randrange(10**9):,} บาท" for _ in range(8)] + [
        f"{random.randrange(10**8)}.{random.randrange(100):02}" for _ in range(4)
    ]
    egp = [
        f"เลขที่โครงการ 69{random.randrange(1, 13):02}9{random.randrange(10**6):06}" for _ in range(8)
    ]
    rows = [
        f"{number} 69049{random.randrange(10**6):06} {random.randrange(10**6)} {random.randrange(10**6)} {random.randrange(100)}"
        for number in range(1, 11)
    ]
    return [*amounts, *egp, *rows, *disguised_company(company), *WORDS]


def disguised_company(number: str) -> list[str]:
    """A company's tax number is public."""
    return [
        f"เลขประจำตัวผู้เสียภาษี {number}", f"บริษัท ตัวอย่างการช่าง จำกัด ({grouped(number)})", grouped(number, " "), number.translate(THAI),
        "เลขประจำตัวผู้เสียภาษีของหน่วยงาน 0-9940-00123-45-6", "0994000123456",
    ]  # fmt: skip


WORDS = (
    "พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2540 มาตรา 7 และมาตรา 9", "มาตรา 56 วรรคหนึ่ง (2) (ข)", "ปีงบประมาณ พ.ศ. 2566 2567 2568 2569 2570", "พ.ศ. 2561–2580",
    "สัญญาเลขที่ 12/2569 ลงวันที่ 5 มกราคม 2569", "ใบสั่งจ้างเลขที่ 045/2569", "เลขที่คุมสัญญา 690114000123", "ประกาศ ณ วันที่ 1 ตุลาคม พ.ศ. 2568", "2025-10-01 ถึง 2026-09-30",
    "ที่ มท 0808.2/ว 1234 ลงวันที่ 5 มกราคม 2569", "หนังสือจังหวัดเพชรบุรี ที่ พบ 0023.3/ว 567", "หนังสือ ที่ พบ 51001/123", "ตามหนังสือ ที่ ลป 0017 ลำปาง", "เอกสาร กค 0405 กรุงเทพ",
    "สายด่วน 1567", "สายด่วนศูนย์ดำรงธรรม โทร 1567", "แจ้งเหตุ 191 หรือ 1669", "สายด่วน ป.ป.ช. 1205", "ลิงก์ https://itas.nacc.go.th/go/eit/ab12cd", "www.example.go.th",
    "นายกองค์การบริหารส่วนตำบลลงนามประกาศ", "นายกเทศมนตรีมอบหมายปลัดเทศบาล", "นายอำเภอลำทับเป็นประธาน", "นายทะเบียนท้องถิ่น", "นายช่างโยธาชำนาญงาน", "นายจ้างและลูกจ้าง", "นายตรวจสรรพสามิต",
    "นายแพทย์สาธารณสุขจังหวัด", "พนักงานจ้างตามภารกิจ", "เจ้านายและขุนนาง", "อำเภอนางรอง จังหวัดบุรีรัมย์", "ตำบลนางบวช", "บ้านนางแล หมู่ที่ 3", "ทนายความของหน่วยงาน", "โดยนายกลงนามกับปลัด",
    "การประกวดนางสงกรานต์และนางนพมาศ", "มิถุนายน 2569", "ประธานกรรมการ นายสมมุติ ไม่มีจริง", "นายสมมุติ ไม่มีจริง นายกองค์การบริหารส่วนตำบลตัวอย่าง", "(นายสมมุติ ไม่มีจริง)\nปลัดเทศบาล",
    "นางสาวปวีณา เพียรทำ ผู้อำนวยการกองคลัง", "นางวิไลวรรณ รุ่งเรืองกิจ ตำแหน่ง หัวหน้าสำนักปลัด", "ปลัดเทศบาล นางสาวดวงใจ รักดี", "Mr. Sommot Maimijing, Mayor of Example", "Mrs. Wilai Example, Director of Finance",
    "ผู้รับจ้าง นายสมมุติ ไม่มีจริง ราคา 45,000 บาท", "ร้านนางวิไลวรรณ ค้าวัสดุ", "ผู้เสนอราคา นายธนกฤต เพียรทำ", "ว่าที่ร้อยตรีสมมุติ ไม่มีจริง รองปลัดองค์การบริหารส่วนตำบล", "ดร.สมมุติ ไม่มีจริง ที่ปรึกษานายกเทศมนตรี",
    "ห้างหุ้นส่วนจำกัด เพชรบุรีก่อสร้าง", "บริษัท สมมุติการโยธา จำกัด", "หจก.รุ่งเรืองกิจ 2559", "ร้านก้าวหน้าเครื่องเขียน", "สหกรณ์การเกษตรบ้านลาด จำกัด",
    "ซ่อมรถยนต์ส่วนกลาง หมายเลขทะเบียน กข 1234 เพชรบุรี", "น้ำมันเชื้อเพลิงรถบรรทุกขยะ ทะเบียน 80-1234", "บำรุงรักษารถดับเพลิง ทะเบียน บฉ 5678 ลำปาง", "จ้างเหมาซ่อมรถกระเช้า ทะเบียน 81-0001 กระบี่",
    "ที่ทำการ อบต.ตัวอย่าง เลขที่ 99 หมู่ 5 ตำบลตัวอย่าง", "สำนักงานตั้งอยู่เลขที่ 1 ถนนราชดำเนิน", "ก่อสร้างถนนคอนกรีต หมู่ที่ 4 กว้าง 4.00 เมตร ยาว 250.00 เมตร", "ซอยเทศบาล 5 หมู่ 3 ตำบลบ้านกลาง", "ปรับปรุงถนนสาย 1234 หมู่ที่ 7",
    "หน้า รพ.สต.บ้านกลาง", "ร.พ.ส.ต.บ้านกลาง", "ส.ส. และ ส.ว. ลงพื้นที่", "ด.ช. และ ด.ญ. ในศูนย์", "น.ส.3 ก. และ น.ส.ล.", "อ.ส.ม. ประจำหมู่บ้าน", "รางระบายน้ำ ค.ส.ล.แบบมีฝาปิด",
    "ป้องกันโรคติดต่อและโรคไข้เลือดออก", "ศูนย์พัฒนาเด็กเล็ก 45 คน", "ผู้สูงอายุ 1,204 คน ผู้พิการ 88 คน", "เบี้ยยังชีพผู้ป่วยเอดส์ 12 ราย", "นักเรียน 320 คน", "รหัสวิชา ว30201", "ITA 92.45 คะแนน ระดับ A",
    "ร้อยละ 85.00", "คะแนน 85.00 - 94.99", "1.1.2 การบริหารงานบุคคล", "ข้อ 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13", "1 2 3 4 5 6 7 8 9 10 11 12", "ISBN 978-974-9765-35-7", "พิกัด 13.106112, 99.939812",
    "ไตรมาส 1 2 3 4 ปี 2569", "100,000 200,000 300,000 400,000", "งบประมาณ 1000000 2000000 500000", "บัญชีรายการที่ 12 แบบ สขร.1", "บัญชีราคากลาง 69049163846", "เว็บไซต์ออนไลน์ https://line.me/x",
    "ระบบออนไลน์ e-Service", "on line 251 of the document", "line: 251", "Line 12 of the plan", "เกิดประสิทธิภาพ 5 ด้าน", "เหตุเกิดเมื่อวันที่ 5 มกราคม 2569", "ก่อให้เกิด 1/2569", "ก่อตั้งเมื่อ 5 มกราคม 2500",
    "Master Plan under the National Strategy", "the Mr and Mrs forms", "Section 65 of the Constitution, B.E. 2560 (2017)", "8.00-16.30 น.", "08.30 - 16.30 น.", "วันที่ 02-03-2569", "06/2569", "เวอร์ชัน 2.1.0",
    "จำนวน 0.612345678 ไร่", "ISO 9001:2015", "รหัสงบประมาณ 25690300500012", "รหัสไปรษณีย์ 76000", "คุณภาพชีวิตของประชาชน", "คุณธรรม จริยธรรม", "ผู้มีคุณสมบัติครบถ้วน", "เด็กชายและเด็กหญิงทุกคน",
    "ผู้ป่วยติดเตียง 14 ราย ได้รับการเยี่ยม", "รายชื่อหน่วยงานที่รับผิดชอบ\n1. กองคลัง\n2. กองช่าง", "นายสมมุติ ไม่มีจริง นายก อบต. เยี่ยมผู้ป่วยติดเตียง",
)  # fmt: skip
