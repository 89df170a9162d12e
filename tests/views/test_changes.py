"""Changes between two records, for people."""

from __future__ import annotations

import msgspec

from detente.model import Dispute, Position, Record
from detente.record import diff
from detente.views.changes import rows


def test_what_is_in_doubt_comes_first(small_record: Record) -> None:
    before = msgspec.structs.replace(small_record, disputes=(), events=small_record.events[1:])
    found = rows(before, small_record, diff(before, small_record))
    assert [(r.what, r.of) for r in found] == [("in doubt", "disputes"), ("added", "events")]
    assert "“30” (Agence du Nord)" in found[0].text
    assert found[1].id == "talks-1"
    assert found[1].text.startswith("2031-05-08 talks Norvège, Islande")


def test_a_change_says_what_was_and_what_is(small_record: Record) -> None:
    event = msgspec.structs.replace(
        small_record.events[0], date="2031-05", articles=("a1",), topics=()
    )
    promise = msgspec.structs.replace(small_record.undertakings[0], status="open", history=())
    before = msgspec.structs.replace(
        small_record, events=(event, small_record.events[1]), undertakings=(promise,)
    )
    found = {r.of: r for r in rows(before, small_record, diff(before, small_record))}
    assert found["events"].what == "changed"
    assert found["events"].details == [
        "date: 2031-05 → 2031-05-08",
        "topics: – → transport",
        "told by 1 more report",
    ]
    assert found["undertakings"].details == ["status: open → carried out"]


def test_another_position_in_a_dispute(small_record: Record) -> None:
    (dispute,) = small_record.disputes
    third = Position(value="50", source="Agence du Sud")
    more = Dispute(
        id=dispute.id, event=dispute.event, attribute="number",
        positions=(*dispute.positions, third),
    )  # fmt: skip
    after = msgspec.structs.replace(small_record, disputes=(more,))
    (row,) = rows(small_record, after, diff(small_record, after))
    assert (row.what, row.details) == ("in doubt", ["also: “50” (Agence du Sud)"])


def test_what_is_gone(small_record: Record) -> None:
    after = msgspec.structs.replace(small_record, events=small_record.events[1:], disputes=())
    found = rows(small_record, after, diff(small_record, after))
    assert [(r.what, r.of) for r in found] == [("gone", "disputes"), ("gone", "events")]


def test_nothing_new(small_record: Record) -> None:
    assert rows(small_record, small_record, diff(small_record, small_record)) == []
