"""The workbooks to fill in: the same bytes every time, and known again when they come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.importers import body, headers
from generator.importers.account import Account
from generator.importers.forms import FORMS
from generator.importers.template import workbook
from generator.importers.workbook import opened

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("subject", sorted(FORMS))
def test_template_is_the_same_every_time(subject: str) -> None:
    """No clock, no chance: the bytes follow from the form."""
    assert workbook(FORMS[subject]) == workbook(FORMS[subject])


@pytest.mark.parametrize("subject", sorted(FORMS))
def test_template_is_recognized(subject: str, tmp_path: Path) -> None:
    """Every column is found where it stands, and the mark tells that it is a template."""
    form, account = FORMS[subject], Account()
    file = tmp_path / "filled.xlsx"
    file.write_bytes(workbook(form, rows=[{form.name: "ก"}]))

    (table,) = headers.tables(opened(file), form, account)

    assert (account.problems, account.left, table.template) == ([], [], True)
    assert list(table.columns) == [column.key for column in form.offered]
    assert [line.text(form.name) for line in body.lines(table, account)] == ["ก"]
