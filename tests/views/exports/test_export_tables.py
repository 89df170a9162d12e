"""Tables as CSV and Parquet."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Callable
from typing import Any

import pytest

from detente.model import Record
from detente.views.exports import export

TABLES = [
    "actors", "articles", "claims", "disputes", "event_parties", "events", "evidence",
    "participants", "statements", "undertakings",
]  # fmt: skip


def read(record: Record, table: str) -> list[dict[str, str]]:
    data = export(record, "csv").files[f"{table}.csv"]
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_table_is_there_and_every_row_has_its_columns(hard_record: Record) -> None:
    files = export(hard_record, "csv").files
    assert sorted(files) == sorted([*(f"{name}.csv" for name in TABLES), "datapackage.json"])
    for name in TABLES:
        assert all(None not in row and None not in row.values() for row in read(hard_record, name))


def test_ids_lead_from_table_to_table(hard_record: Record) -> None:
    tables = {name: read(hard_record, name) for name in TABLES}
    events = {row["id"] for row in tables["events"]}
    for name in ("event_parties", "participants", "claims"):
        assert {row["event"] for row in tables[name]} <= events
    articles = {row["id"] for row in tables["articles"]}
    texts = {article.id: article.text for article in hard_record.articles}
    facts = {row["id"] for name in TABLES for row in tables[name] if "id" in row}
    for row in tables["evidence"]:
        assert row["article"] in articles
        words = texts[row["article"]][int(row["start"]) : int(row["end"])]
        assert row["exact"].removeprefix("'") == words.replace("\0", "")
        if row["fact"] in ("event", "claim", "statement", "undertaking"):
            assert row["id"] in facts


@pytest.mark.parametrize(
    ("event", "first", "last", "precision", "place"),
    [
        ("talks-1", "2031-05-08", "2031-05-08", "1", "1"),
        ("span-1", "2031-04-29", "2031-05-02", "2", ""),
        ("expulsion-1", "2031-05-01", "2031-05-31", "3", "1"),
        ("vague-1", "2030-01-01", "2030-12-31", "4", ""),
        ("open-1", "2030-01-01", "", "4", ""),
        ("plan-1", "2031-06-01", "2031-06-01", "1", "4"),
        ("undated-1", "", "", "", ""),
    ],
)
def test_dates_and_places_are_no_finer_than_told(
    hard_record: Record, event: str, first: str, last: str, precision: str, place: str
) -> None:
    row = next(row for row in read(hard_record, "events") if row["id"] == event)
    told = (row["date_start"], row["date_end"], row["time_precision"], row["geo_precision"])
    assert told == (first, last, precision, place)


def test_no_text_is_run_as_a_formula(hard_record: Record) -> None:
    for name in TABLES:
        for row in read(hard_record, name):
            for column, value in row.items():
                if column not in ("latitude", "longitude"):
                    assert not value.startswith(("=", "+", "-", "@", "\t", "\r", "\n")), column
    released = read(hard_record, "participants")[-1]
    assert (released["name"], released["part"]) == ("'=9+1 pêcheurs", "released")


def test_the_data_package_says_what_the_columns_are(hard_record: Record) -> None:
    package = json.loads(export(hard_record, "csv").files["datapackage.json"])
    read_as: dict[str, Callable[[str], object]] = {
        "string": str,
        "integer": int,
        "number": float,
        "boolean": {"true": True, "false": False}.__getitem__,
        "date": datetime.date.fromisoformat,
    }
    tables = {r["name"]: read(hard_record, r["path"][:-4]) for r in package["resources"]}
    assert len(tables) == len(TABLES)
    for resource in package["resources"]:
        rows, schema = tables[resource["name"]], resource["schema"]
        for field in schema["fields"]:
            for value in (row[field["name"]] for row in rows):
                assert value or "constraints" not in field
                assert not value or read_as[field["type"]](value) is not None
        for row in rows:
            assert list(row) == [field["name"] for field in schema["fields"]]
        for key in schema.get("foreignKeys", ()):
            known = {row["id"] for row in tables[key["reference"]["resource"]]}
            assert {row[key["fields"][0]] for row in rows} <= known | {""}
        if "primaryKey" in schema:
            assert len({row["id"] for row in rows}) == len(rows)


def test_numbers_stay_numbers(hard_record: Record) -> None:
    row = next(row for row in read(hard_record, "events") if row["id"] == "expulsion-1")
    assert float(row["latitude"]) == pytest.approx(55.60587)


def test_parquet_has_the_same_rows_with_types(hard_record: Record) -> None:
    parquet: Any = pytest.importorskip("pyarrow.parquet")
    files = export(hard_record, "parquet").files
    assert sorted(files) == [f"{name}.parquet" for name in TABLES]
    for name in TABLES:
        table = parquet.read_table(io.BytesIO(files[f"{name}.parquet"]))
        assert table.num_rows == len(read(hard_record, name))
        table.validate(full=True)
    events = parquet.read_table(io.BytesIO(files["events.parquet"]))
    row = next(row for row in events.to_pylist() if row["id"] == "expulsion-1")
    assert row["date_start"] == datetime.date(2031, 5, 1)
    assert (row["time_precision"], row["disputed"], row["venue"]) == (3, False, None)
    assert not events.schema.field("id").nullable


def test_without_its_library_parquet_says_what_to_install(
    hard_record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    from detente.errors import DetenteError

    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(DetenteError, match=r"pip install 'detente\[parquet\]'"):
        export(hard_record, "parquet")
