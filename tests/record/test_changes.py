"""What a later record has that an earlier one had not."""

from __future__ import annotations

from typing import Any

import pytest

from detente.errors import DateError
from detente.record import diff
from detente.record.changes import record_before

PARTIES = ("BO", "CL")


def met(report: Any, name: str, out: str | None, **fields: Any) -> Any:
    made = report(name, out, f"Journal {name}")
    made.event(
        "talks", f"Ils se sont vus, écrit {name}", parties=PARTIES, city="Rome", country="IT",
        when="2023-05-09", **fields,
    )  # fmt: skip
    return made


def changes(old: Any, new: Any, of: str) -> list[Any]:
    return [c for c in diff(old, new) if c.of == of]


def test_a_second_report_of_an_event_changes_it(report: Any, record: Any) -> None:
    one, two = met(report, "r1", "2023-05-10"), met(report, "r2", "2023-05-11", topics=("trade",))
    (change,) = changes(record(one), record(one, two), "events")
    assert (change.what, change.was) == ("changed", None)
    assert "topics" in change.fields


def test_an_earlier_report_renames_an_event_and_it_is_the_same(report: Any, record: Any) -> None:
    one, two = met(report, "r1", "2023-05-10"), met(report, "r2", "2023-05-11")
    old, new = record(two), record(one, two)
    (change,) = changes(old, new, "events")
    assert change.what == "changed"
    assert change.was == old.events[0].id != change.id == new.events[0].id


def test_added_and_removed(report: Any, record: Any) -> None:
    one = met(report, "r1", "2023-05-10")
    other = report("r2", "2023-08-01", "Journal")
    other.event("visit", "Il est venu", parties=PARTIES, when="2023-07-30")
    new = record(one, other)
    assert [c.what for c in changes(record(one), new, "events")] == ["added"]
    assert [c.what for c in changes(new, record(one), "events")] == ["removed"]
    assert diff(new, new) == ()


def test_the_record_as_it_was_before_a_day(report: Any, record: Any) -> None:
    reports = [met(report, "r1", "2023-05-10"), met(report, "r2", "2023-05-12")]
    done = [r.done() for r in reports]
    new = record(*reports)
    articles, readings = [a for a, _ in done], [r for _, r in done]
    old = record_before("2023-05-12", new, articles, readings)
    assert [a.id for a in old.articles] == ["r1"]
    assert len(record_before("2023-05", new, articles, readings).articles) == 0
    assert len(record_before("2024", new, articles, readings).articles) == 2
    with pytest.raises(DateError):
        record_before("soon", new, articles, readings)


def test_a_report_without_a_date_is_of_the_day_that_was_inferred(
    report: Any, record: Any, on: Any
) -> None:
    """9 May 2023 is a Tuesday."""
    known = met(report, "r1", "2023-05-09")
    undated = report("r2", None, "Journal")
    undated.event(
        "talks", "Ils se sont retrouvés", parties=PARTIES, city="Rome", country="IT",
        when=on("tuesday"),
    )  # fmt: skip
    nowhere = report("r3", None, "Journal")
    nowhere.event("call", "Ils se sont parlé", parties=("PE", "EC"))
    done = [r.done() for r in (known, undated, nowhere)]
    new = record(known, undated, nowhere)
    old = record_before("2023-05-01", new, [a for a, _ in done], [r for _, r in done])
    assert [a.id for a in old.articles] == ["r3"]
