"""Tables as Parquet, typed; needs pyarrow (the extra `parquet`)."""

from __future__ import annotations

import datetime
import io
from typing import Any, get_args, get_type_hints

from detente.model import Record
from detente.views.exports.columns import Row
from detente.views.exports.exported import Exported, needed
from detente.views.exports.tables import tables


def export(record: Record, language: str) -> Exported:
    """A file a table. Raises `DetenteError` where pyarrow is not installed."""
    pyarrow, parquet = needed("pyarrow", "parquet"), needed("pyarrow.parquet", "parquet")
    files = {}
    for name, (columns, rows) in tables(record).items():
        schema = _schema(pyarrow, columns)
        values = {
            field: [getattr(row, field) for row in rows] for field in columns.__struct_fields__
        }
        out = io.BytesIO()
        parquet.write_table(pyarrow.Table.from_pydict(values, schema=schema), out)
        files[f"{name}.parquet"] = out.getvalue()
    return Exported(files)


def _schema(pyarrow: Any, columns: type[Row]) -> Any:
    types = {
        str: pyarrow.string(),
        int: pyarrow.int32(),
        float: pyarrow.float64(),
        bool: pyarrow.bool_(),
        datetime.date: pyarrow.date32(),
    }
    fields = []
    for name, hint in get_type_hints(columns).items():
        kinds = [kind for kind in get_args(hint) or (hint,) if kind is not type(None)]
        optional = len(kinds) < len(get_args(hint) or (hint,))
        fields.append(pyarrow.field(name, types[kinds[0]], nullable=optional))
    return pyarrow.schema(fields)
