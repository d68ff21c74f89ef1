"""Services to the public and how often they were used, at the counter and online (สถิติการให้บริการ)."""

from __future__ import annotations

from generator.model.base import Id, Record, Text, record, told
from generator.model.eras import Day, FiscalYear, Month


@record
class Uses(Record):
    """How often a service was used in a month."""

    walk_in: int = told("จำนวนครั้ง ณ จุดให้บริการ", "Times at the counter")
    online: int | None = told(
        "จำนวนครั้งทาง E-Service ไม่ใส่ถ้างานนี้ยื่นออนไลน์ไม่ได้",
        "Times online; left out where the service is not offered online",
        default=None,
    )


@record
class Service(Record):
    """A service with its months."""

    id: Id = told("รหัส", "Id")
    title: Text = told("งานบริการ", "Service")
    unit: Id = told("รหัสหน่วยงาน", "Id of the unit")
    manual: Id | None = told(
        "ชื่อหน้าคู่มือใต้ pages/", "Name of its manual's page below pages/", default=None
    )
    months: dict[Month, Uses] = told("จำนวนแต่ละเดือน", "The months")


@record
class ServiceYear(Record):
    """The use of services in a fiscal year (`services/2569.yml`)."""

    fiscal_year: FiscalYear = told("ปีงบประมาณ (พ.ศ.)", "Fiscal year (B.E.)")
    as_of: Day = told("ข้อมูล ณ วันที่", "Day that the data is of")
    services: tuple[Service, ...] = told("งานบริการ", "Services")

    @property
    def months(self) -> tuple[Month, ...]:
        """Every month that a service tells of, in order."""
        return tuple(sorted({month for service in self.services for month in service.months}))
