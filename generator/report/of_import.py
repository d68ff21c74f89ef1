"""What an import understood, changed and left out: for the terminal, as text, as one HTML file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import Words
from generator.frozen import frozen
from generator.importers.grid import where
from generator.render import environment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.diagnostics import Diagnostic, Place
    from generator.importers.account import Account


class Row(NamedTuple):
    """A line of the report: where it is about, and what it says."""

    place: Place
    first: str
    second: str = ""

    @property
    def where(self) -> str:
        """File › sheet › cell."""
        return where(self.place)


SHOWN = 200
"""Lines of one sort on the HTML page, so that a year of 50,000 lines still opens; the text has all."""


class Group(NamedTuple):
    """Lines of one sort, under the words that explain them."""

    title: Words
    rows: tuple[Row, ...]

    @property
    def shown(self) -> tuple[Row, ...]:
        """The lines that the HTML page shows."""
        return self.rows[:SHOWN]

    @property
    def rest(self) -> int:
        """How many lines the text file alone has."""
        return max(0, len(self.rows) - SHOWN)


@frozen(kw_only=True)
class ImportReport:
    """The finished report."""

    title: Words
    result: tuple[Words, ...]
    """What came of it, a sentence each."""
    problems: tuple[Problem, ...]
    doubts: tuple[Problem, ...]
    """What should be looked at, though it came in."""
    facts: tuple[tuple[str, Words], ...]
    changes: tuple[Group, ...]
    left: tuple[Group, ...]
    verdicts: tuple[tuple[Row, Words, Words], ...]


class Problem(NamedTuple):
    """A problem in sentences."""

    where: str
    code: str
    column: Words
    th: str
    en: str


def report(account: Account, title: Words, result: Iterable[Words]) -> ImportReport:
    """The account of an import, put in order: the same sort of change stands together."""
    return ImportReport(
        title=title,
        result=tuple(result),
        problems=tuple(problem(diagnostic) for diagnostic in account.problems),
        doubts=tuple(problem(diagnostic) for diagnostic in account.doubts),
        facts=tuple((where(fact.place), fact.told) for fact in account.facts),
        changes=_grouped((c.how, Row(c.place, c.old, c.new)) for c in account.changes),
        left=_grouped((left.why, Row(left.place, left.what)) for left in account.left),
        verdicts=tuple((Row(v.place, v.name), v.verdict, v.why) for v in account.verdicts.values()),
    )


def _grouped(rows: Iterable[tuple[Words, Row]]) -> tuple[Group, ...]:
    groups: dict[Words, list[Row]] = {}
    for title, row in rows:
        groups.setdefault(title, []).append(row)
    return tuple(Group(title, tuple(rows)) for title, rows in groups.items())


def problem(diagnostic: Diagnostic) -> Problem:
    """What, why and how to mend, with the cell and the column's own name."""
    what, why, mend = diagnostic.what, diagnostic.why, diagnostic.mend
    column = diagnostic.details.get("column")
    return Problem(
        where(diagnostic.place),
        diagnostic.rule.code,
        column if isinstance(column, Words) else Words("", ""),
        f"{what.th} · {why.th} → {mend.th}",
        f"{what.en}. {why.en}. → {mend.en}",
    )


def problems_text(found: ImportReport) -> str:
    """For the terminal: every problem with its cell, Thai first."""
    return "\n".join(
        f"{p.where}: error[{p.code}]{_named(p.column)}\n  {p.th}\n  {p.en}\n"
        for p in found.problems
    )


def doubts_text(found: ImportReport) -> str:
    """For the terminal: what to look at, with its cell, Thai first."""
    return "\n".join(
        f"{p.where}: warning[{p.code}]{_named(p.column)}\n  {p.th}\n  {p.en}\n"
        for p in found.doubts
    )


def _named(column: Words) -> str:
    return f" {column.th} · {column.en}" if column.th else ""


def summary(found: ImportReport) -> str:
    """For the terminal: what came of it, and how many changes of which sort."""
    lines = [doubts_text(found)] if found.doubts else []
    lines += [f"{words.th}\n{words.en}" for words in found.result]
    lines += [
        f"  {len(group.rows):>6}  {group.title.th} · {group.title.en}"
        for group in (*found.changes, *found.left)
    ]
    return "\n".join(lines)


def as_text(found: ImportReport) -> str:
    """Everything, as plain text."""
    parts = [f"{found.title.th}\n{found.title.en}\n"]
    parts += [f"{words.th}\n{words.en}\n" for words in found.result]
    parts += [problems_text(found), doubts_text(found)]
    parts.append(_section("สิ่งที่เข้าใจ · What was understood", _facts(found)))
    parts.append(_section("ค่าที่เขียนใหม่ · Values written anew", _groups(found.changes)))
    parts.append(_section("สิ่งที่ไม่นำเข้า · What was left out", _groups(found.left)))
    parts.append(_section("ผู้ขายและผู้รับจ้าง · Suppliers", _verdicts(found)))
    return "\n".join(part for part in parts if part)


def _section(title: str, lines: Iterable[str]) -> str:
    text = "\n".join(lines)
    return f"== {title} ==\n{text}\n" if text else ""


def _facts(found: ImportReport) -> Iterable[str]:
    return (f"{place}: {told.th}\n  {told.en}" for place, told in found.facts)


def _groups(groups: Iterable[Group]) -> Iterable[str]:
    for group in groups:
        yield f"-- {group.title.th} · {group.title.en} ({len(group.rows)})"
        for row in group.rows:
            yield f"{row.where}: {row.first}" + (f" → {row.second}" if row.second else "")


def _verdicts(found: ImportReport) -> Iterable[str]:
    for row, verdict, why in found.verdicts:
        yield f"{row.where}: {row.first} = {verdict.th} ({why.th}) · {verdict.en} ({why.en})"


def as_html(found: ImportReport) -> str:
    """One file that opens offline and prints on A4; of long lists, the first lines and how many follow."""
    return environment().get_template("import.html").render(found=found, shown=SHOWN)
