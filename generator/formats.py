"""Values as a reader sees them. The only place that rounds, groups thousands or adds the era."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from importlib import import_module

from generator.cache import kept
from generator.model.base import Lang
from generator.model.eras import Day, FiscalYear, Month, buddhist_year

HUNDREDTH = Decimal("0.01")
"""Two decimals, as points are printed."""


@cache
@kept
def _months(lang: Lang) -> dict[int, str]:
    library = import_module("babel.dates")  # it takes long to load
    return dict(library.get_month_names("wide", locale=str(lang)))


def day(value: Day, lang: Lang) -> str:
    """29 กันยายน 2565 · 29 September 2022 (B.E. 2565)."""
    month = _months(lang)[value.month]
    if lang is Lang.TH:
        return f"{value.day} {month} {buddhist_year(value.year)}"
    return f"{value.day} {month} {value.year} (B.E. {buddhist_year(value.year)})"


def day_in_table(value: Day, lang: Lang) -> str:
    """29 กันยายน 2565 · 29 September 2022: in a narrow column one era is enough."""
    return (
        day(value, lang)
        if lang is Lang.TH
        else f"{value.day} {month(value.month, lang)} {value.year}"
    )


def month(number: int, lang: Lang) -> str:
    """The name of a month, 1 to 12."""
    return _months(lang)[number]


def month_of_year(value: Month, lang: Lang) -> str:
    """ตุลาคม 2568 · October 2025, as lists of months have it."""
    shown = buddhist_year(value.year) if lang is Lang.TH else value.year
    return f"{month(value.number, lang)} {shown}"


def months(first: Month, last: Month, lang: Lang) -> str:
    """ตุลาคม–ธันวาคม 2567 · October–December 2024 (B.E. 2567)."""
    if first == last:
        return month_of_year(first, lang)
    if first.year == last.year:
        return f"{month(first.number, lang)}–{month_of_year(last, lang)}"
    return f"{month_of_year(first, lang)} – {month_of_year(last, lang)}"


def fiscal_year(year: FiscalYear, lang: Lang) -> str:
    """2566 · 2023 (B.E. 2566), as the head of a column that says "fiscal year" elsewhere."""
    return str(int(year)) if lang is Lang.TH else f"{year.common} (B.E. {int(year)})"


def fiscal_years(first: FiscalYear, last: FiscalYear, lang: Lang) -> str:
    """2566–2570 · 2023–2027 (B.E. 2566–2570)."""
    if first == last:
        return fiscal_year(first, lang)
    buddhist = f"{int(first)}–{int(last)}"
    return buddhist if lang is Lang.TH else f"{first.common}–{last.common} (B.E. {buddhist})"


def number(value: Decimal | int) -> str:
    """1,234.5, without zeros after the point that say nothing."""
    exact = Decimal(value)
    digits = f"{exact:,f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def baht(value: Decimal) -> str:
    """74,000 or 1,234.50: whole baht without decimals, satang always with two."""
    return f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"


def percent(part: Decimal | int, whole: Decimal | int) -> str:
    """12.3%, a share to one decimal; a dash where there is no whole."""
    return f"{Decimal(part) * 100 / Decimal(whole):.1f}%" if whole else "–"


def plain(value: Decimal | None) -> str:
    """A number for a data file: no separators, no exponent; empty where there is none."""
    if value is None:
        return ""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


KILO = 1000
"""Of bytes, as browsers and shops count them."""


def size(count: int) -> str:
    """840 B, 12 KB, 1.3 MB: how long a download is."""
    if count < KILO:
        return f"{count} B"
    if count < KILO * KILO:
        return f"{round(count / KILO)} KB"
    return f"{count / KILO / KILO:.1f} MB"
