"""Who discloses: a local administrative organization (LAO, อปท.), its units and how to reach it."""

from __future__ import annotations

from enum import StrEnum

from generator.model.base import Id, Record, Text, record, told
from generator.model.eras import FiscalYear


class AgencyType(StrEnum):
    """Kinds of agencies that disclose."""

    PAO = "pao"
    """องค์การบริหารส่วนจังหวัด (อบจ.)"""
    CITY_MUNICIPALITY = "city_municipality"
    """เทศบาลนคร"""
    TOWN_MUNICIPALITY = "town_municipality"
    """เทศบาลเมือง"""
    SUBDISTRICT_MUNICIPALITY = "subdistrict_municipality"
    """เทศบาลตำบล"""
    SAO = "sao"
    """องค์การบริหารส่วนตำบล (อบต.)"""
    PROVINCE = "province"
    """จังหวัด"""


@record
class Unit(Record):
    """A part of the agency that answers for items (หน่วยงานรับผิดชอบ)."""

    id: Id = told("รหัส ใช้ในที่อยู่หน้าเว็บ", "Id, used in the page address")
    name: Text = told("ชื่อเต็ม", "Full name")
    also_written: tuple[str, ...] = told(
        "คำที่เอกสารใช้เรียกหน่วยงานนี้แบบอื่น", "Other spellings in the document", default=()
    )
    collective: bool = told(
        "หมายถึงหลายหน่วยงานรวมกัน", "Stands for several units together", default=False
    )
    position: bool = told(
        "เป็นตำแหน่งของผู้รับผิดชอบ ไม่ใช่หน่วยงาน", "A position rather than a unit", default=False
    )
    line: int | None = told("บรรทัดในเอกสารต้นฉบับ", "Line in the source document", default=None)


@record
class Contact(Record):
    """How to reach the unit that answers for the plan."""

    unit: Id = told("รหัสหน่วยงาน", "Id of the unit")
    phone: str | None = told("โทรศัพท์", "Telephone", default=None)
    email: str | None = told("อีเมล", "E-mail", default=None)
    line: int | None = told("บรรทัดในเอกสารต้นฉบับ", "Line in the source document", default=None)


class Standing(StrEnum):
    """What a site is to the agency that it names; all but the official say so on every page."""

    OFFICIAL = "official"
    """The agency's own site."""
    DEMONSTRATION = "demonstration"
    """Built by others from what a real agency published."""
    FICTIONAL = "fictional"
    """The agency, its people and its figures are invented."""


@record
class Site(Record):
    """How this agency's site presents itself."""

    standing: Standing = told(
        "official: เว็บไซต์ของหน่วยงานเอง / demonstration: เว็บสาธิตจากเอกสารที่หน่วยงานเผยแพร่ "
        "/ fictional: หน่วยงานและข้อมูลสมมติทั้งหมด สองแบบหลังจะแจ้งไว้ทุกหน้า",
        "official: the agency's own site; demonstration: built from what it published; fictional: "
        "all is invented. Every page of the latter two says so",
        default=Standing.DEMONSTRATION,
    )
    address: str | None = told(
        "ที่อยู่ของเว็บไซต์นี้บนอินเทอร์เน็ต ลงท้ายด้วย / เช่น https://www.example.go.th/ita/",
        "Address of this site on the internet, with / at its end, such as https://www.example.go.th/ita/",
        default=None,
    )
    ocds_prefix: str | None = told(
        "คำนำหน้า OCID ที่จดทะเบียนกับ Open Contracting Partnership เช่น ocds-a1b2c3 ยังไม่มีให้เว้นไว้",
        "OCID prefix registered with the Open Contracting Partnership, such as ocds-a1b2c3; "
        "leave it out until there is one",
        default=None,
    )
    ita_years: tuple[FiscalYear, ...] = told(
        "ปีงบประมาณ (พ.ศ.) ของแบบประเมิน ITA ที่แสดง",
        "Fiscal years (B.E.) whose ITA form the site answers",
        default=(),
    )
    responsible: dict[Id, Id] | None = told(
        "หน่วยงานที่รับผิดชอบข้อของแบบประเมิน ITA ตามหัวข้อ เช่น contact: chief-administrator",
        "Unit that answers for the ITA items of a topic, such as contact: chief-administrator",
        default=None,
    )


@record
class Channel(Record):
    """A way to ask the agency something and get an answer (ช่องทางการสอบถาม)."""

    name: Text = told("ชื่อช่องทาง", "Name")
    about: Text = told("ใช้อย่างไร ใครตอบ ภายในเมื่อใด", "How to use it, who answers, and when")
    address: str | None = told(
        "ที่อยู่ https:, mailto: หรือ tel:", "Its https:, mailto: or tel: address", default=None
    )
    two_way: bool = told(
        "หน่วยงานตอบกลับผู้ถามในช่องทางนี้", "Whether the agency answers through it", default=False
    )


@record
class Office(Record):
    """Where the agency's office is, and how to ask it something."""

    address: Text = told("ที่อยู่", "Address")
    phone: str | None = told("โทรศัพท์กลาง", "Main telephone", default=None)
    email: str | None = told("อีเมลกลาง", "Main e-mail", default=None)
    hours: Text | None = told("วันและเวลาทำการ", "Office hours", default=None)
    directions: Text | None = told(
        "การเดินทางเป็นข้อความ สำหรับผู้ที่ดูแผนที่ไม่ได้",
        "The way there in words, for those who cannot see the map",
        default=None,
    )
    channels: tuple[Channel, ...] = told("ช่องทางสอบถาม", "Ways to ask", default=())


@record
class Agency(Record):
    """The agency whose site this is."""

    id: Id = told("รหัส ตรงกับชื่อโฟลเดอร์", "Id, the same as the folder's name")
    name: Text = told("ชื่อเต็มของหน่วยงาน", "Full name of the agency")
    short_name: Text = told("ชื่อย่อ", "Short name")
    type: AgencyType = told("ประเภทหน่วยงาน", "Type of agency")
    province: Text | None = told("จังหวัด", "Province", default=None)
    district: Text | None = told("อำเภอ", "District", default=None)
    office: Office | None = told("ที่ทำการและช่องทางสอบถาม", "Office and ways to ask", default=None)
    contacts: tuple[Contact, ...] = told("ช่องทางติดต่อ", "Contacts", default=())
    units: tuple[Unit, ...] = told("หน่วยงานภายใน", "Units")
    site: Site = told("การแสดงผลของเว็บไซต์", "How the site presents itself")
