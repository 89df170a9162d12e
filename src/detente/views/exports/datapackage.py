"""What the tables of `csv` are, for programs: a Frictionless Data Package (`datapackage.json`) with the
type of each column, and which column's ids lead to which table."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, get_args, get_type_hints

from detente.views.exports.columns import Row

_TYPES = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    datetime.date: "date",
}
_LEADS_TO = {"article": "articles", "event": "events", "copy_of": "articles", "made_at": "events"}
"""Columns of ids, and the table that has them; `party`, `speaker` and the like may be words as well."""


def describe(tables: Mapping[str, type[Row]]) -> dict[str, Any]:
    """The descriptor of some tables, each in a CSV file of its name."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "detente-record",
        "resources": [_resource(name, columns) for name, columns in tables.items()],
    }


def _resource(name: str, columns: type[Row]) -> dict[str, Any]:
    hints = get_type_hints(columns)
    keys = [
        {"fields": [column], "reference": {"resource": table, "fields": ["id"]}}
        for column, table in _LEADS_TO.items()
        if column in hints
    ]
    schema: dict[str, Any] = {"fields": [_field(column, hint) for column, hint in hints.items()]}
    if "id" in hints and name != "evidence":
        schema["primaryKey"] = ["id"]
    if keys:
        schema["foreignKeys"] = keys
    return {
        "name": name.replace("_", "-"),
        "type": "table",
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: str, hint: Any) -> dict[str, Any]:
    kinds = [kind for kind in get_args(hint) or (hint,) if kind is not type(None)]
    optional = type(None) in get_args(hint)
    found = {"name": column, "type": _TYPES[kinds[0]]}
    return found if optional or kinds[0] is str else found | {"constraints": {"required": True}}
