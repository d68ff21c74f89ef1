"""Who leads the agency (ผู้บริหาร) and how it is divided: the political and the permanent side."""

from __future__ import annotations

from enum import StrEnum

from generator.model.base import Id, Record, Text, record, told
from generator.model.eras import Day


class Side(StrEnum):
    """The two sides of a local administrative organization."""

    POLITICAL = "political"
    """Elected, or appointed by the elected (ฝ่ายการเมือง)."""
    PERMANENT = "permanent"
    """Officials in regular service (ฝ่ายข้าราชการประจำ)."""


class Rank(StrEnum):
    """What a post is on its side."""

    CHIEF = "chief"
    """ผู้บริหารสูงสุด: นายก หรือปลัด"""
    DEPUTY = "deputy"
    """รองผู้บริหารสูงสุด: รองนายก หรือรองปลัด"""
    COUNCIL = "council"
    """สภาท้องถิ่น: ประธาน รองประธาน เลขานุการสภา"""
    HEAD = "head"
    """หัวหน้าส่วนราชการ: ผู้อำนวยการกอง หัวหน้าสำนักปลัด"""
    STAFF = "staff"
    """เลขานุการ ที่ปรึกษา"""


@record
class Post(Record):
    """A post with who holds it. Only what belongs to the office is told, nothing of the person."""

    id: Id = told("รหัส", "Id")
    side: Side = told("ฝ่ายการเมืองหรือฝ่ายประจำ", "Political or permanent side")
    rank: Rank = told("ระดับ", "Rank")
    position: Text = told("ตำแหน่ง", "Position")
    name: Text | None = told(
        "ชื่อและนามสกุล ไม่ใส่เมื่อตำแหน่งว่าง", "Name; left out where the post is vacant", default=None
    )
    unit: Id | None = told("รหัสสำนักหรือกองที่ดูแล", "Id of the unit that the post leads", default=None)
    under: Id | None = told("รหัสตำแหน่งที่อยู่เหนือขึ้นไป", "Id of the post above it", default=None)
    photo: str | None = told(
        "ชื่อไฟล์รูปถ่ายใต้ files/", "Name of the photograph's file below files/", default=None
    )
    phone: str | None = told("โทรศัพท์ของสำนักงาน", "Office telephone", default=None)
    email: str | None = told("อีเมลของตำแหน่ง", "E-mail of the office", default=None)


@record
class People(Record):
    """The posts of an agency, from the top (โครงสร้างและข้อมูลผู้บริหาร)."""

    as_of: Day = told("ข้อมูล ณ วันที่", "Day that the data is of")
    posts: tuple[Post, ...] = told("ตำแหน่ง", "Posts")

    def of(self, side: Side) -> tuple[Post, ...]:
        """The posts of a side."""
        return tuple(post for post in self.posts if post.side is side)

    def below(self, post: Post | None, side: Side) -> tuple[Post, ...]:
        """The posts right below another; without one, the topmost of the side."""
        posts = self.of(side)
        if post:
            return tuple(one for one in posts if one.under == post.id)
        of_side = {one.id for one in posts}
        return tuple(one for one in posts if one.under not in of_side)
