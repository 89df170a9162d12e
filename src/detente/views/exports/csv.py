"""Tables as CSV (RFC 4180): UTF-8 with a byte-order mark, so that spreadsheets read accents right,
one file a table, and what they are in `datapackage.json`."""

from __future__ import annotations

import io
from csv import writer
from typing import Any

from detente.model import Record
from detente.views.exports.datapackage import describe
from detente.views.exports.exported import Exported, pretty
from detente.views.exports.tables import tables

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A text that begins so is taken for a formula by spreadsheets (OWASP, CSV injection)."""


def export(record: Record, language: str) -> Exported:
    """A file a table. Text that a spreadsheet would run as a formula has an apostrophe before it."""
    found = tables(record)
    about = describe({name: columns for name, (columns, _) in found.items()})
    files = {"datapackage.json": pretty(about)}
    for name, (columns, rows) in found.items():
        text = io.StringIO(newline="")
        table = writer(text)
        table.writerow(columns.__struct_fields__)
        for row in rows:
            table.writerow([_cell(getattr(row, field)) for field in row.__struct_fields__])
        files[f"{name}.csv"] = text.getvalue().encode("utf-8-sig")
    return Exported(files)


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        value = value.replace("\0", "")
        return f"'{value}" if value.startswith(_FORMULA) else value
    return value
