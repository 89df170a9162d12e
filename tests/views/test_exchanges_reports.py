"""Rows of the views that the page adds: who was freed, and the reports."""

from __future__ import annotations

from msgspec import structs

from detente.model import Record, Released
from detente.views import exchanges, people, reports


def test_who_was_freed_by_whom(small_record: Record) -> None:
    assert exchanges.rows(small_record) == []
    freed = (Released(person="kari-holm", by="IS", to="NO"), Released(person="deux marins"))
    talks, undated = small_record.events
    record = structs.replace(
        small_record, events=(undated, structs.replace(talks, kind="exchange", released=freed))
    )
    (row,) = exchanges.rows(record)
    assert (row.date, row.event) == ("2031-05-08", "talks-1")
    assert [(one.person, one.by, one.to) for one in row.freed] == [
        ("Kari Holm", "Islande", "Norvège"),
        ("deux marins", None, None),
    ]


def test_reports_by_day_undated_ones_last(small_record: Record) -> None:
    rows = reports.rows(small_record)
    assert [row.id for row in rows] == ["a1", "a2", "a3"]
    assert (rows[0].outlet, rows[0].basis) == ("Agence du Nord", "stated")
    assert rows[2].unread == "no language pack for 'eo'"


def test_bodies_are_counted_like_people(small_record: Record) -> None:
    rows = people.rows(small_record, ("state",))
    assert [(row.id, row.kind, row.events) for row in rows] == [
        ("IS", "state", 1),
        ("NO", "state", 1),
    ]
