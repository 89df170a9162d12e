"""A record as the page reads it: what is in it, what is found, what has changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs

from detente.errors import DossierError, NotInDossier
from detente.model import Decision, Event, Record, Rejected, Ruling, Target
from detente.views import disputes, people, reports, statements, timeline, undertakings
from detente.web.snapshot import Filter, Snapshot, write


def ids(snapshot: Snapshot, noun: str, **wanted: object) -> list[str]:
    found = Filter(**wanted)  # type: ignore[arg-type]
    return [line["id"] for line in snapshot.rows(found.where(noun))]


def test_rows_are_those_of_the_views(record: Record, snapshot: Snapshot) -> None:
    for noun, view in (
        ("events", timeline),
        ("statements", statements),
        ("undertakings", undertakings),
        ("disputes", disputes),
        ("reports", reports),
    ):
        kept = [line["id"] for line in snapshot.rows(Filter().where(noun))]
        assert kept == [row.id for row in view.rows(record)], noun
    kinds = ("person", "state", "organisation", "group")
    assert ids(snapshot, "people") == [row.id for row in people.rows(record, kinds)]


def test_facets_narrow_a_list(snapshot: Snapshot) -> None:
    assert ids(snapshot, "events", kind=("talks",)) == ["talks-1"]
    assert ids(snapshot, "events", kind=("talks", "release")) == ["talks-1", "release-1"]
    assert ids(snapshot, "events", actor=("NO", "kari-holm"), kind=("talks",)) == ["talks-1"]
    assert ids(snapshot, "events", actor=("NO", "evil-one")) == []
    assert ids(snapshot, "events", topic=("transport",)) == ["talks-1", "release-1"]
    assert ids(snapshot, "events", place=("IS|Reykjavik",)) == ["talks-1", "release-1"]
    assert ids(snapshot, "events", disputed=True) == ["talks-1"]
    assert ids(snapshot, "undertakings", fate=("open",)) == []
    assert ids(snapshot, "people", type=("state",)) == ["IS", "NO"]
    assert ids(snapshot, "reports", state=("copy",)) == ["a4"]


def test_time_is_an_interval(snapshot: Snapshot) -> None:
    assert ids(snapshot, "events", since="2031-05-09") == ["release-1"]
    assert ids(snapshot, "events", since="2031-05", until="2031-05-10") == ["talks-1"]
    assert ids(snapshot, "events", until="2030") == []


def test_choices_are_counted_and_found_by_their_letters(snapshot: Snapshot) -> None:
    assert ("talks", "talks", 1) in snapshot.choices("events", "kind")
    assert snapshot.find_choices("events", "actor", "orv", 5) == [("NO", "Norvège", 2)]
    assert snapshot.find_choices("events", "actor", "%", 5) == []
    assert snapshot.named_choices("events", "actor", ["IS", "nobody"]) == [("IS", "Islande", 2)]


def test_a_fact_is_found_by_its_id(snapshot: Snapshot) -> None:
    line = snapshot.row("events", "talks-1")
    assert (line["dated"], line["disputed"], line["scale"]) == (1, 1, 7.0)
    assert line["show"]["independent"] == 2
    with pytest.raises(NotInDossier, match="nothing"):
        snapshot.row("events", "nothing")


def test_the_record_around_an_event(snapshot: Snapshot) -> None:
    (event,) = snapshot.nouns("events", ["talks-1"], Event)
    part = snapshot.part(event)
    assert {a.id for a in part.articles} == {"a1", "a2"}
    assert {a.id for a in part.actors} == {"NO", "IS", "kari-holm"}
    assert [d.id for d in part.disputes] == ["d1"]


def test_who_is_in_an_event_with_whom(snapshot: Snapshot) -> None:
    pairs = snapshot.ask("SELECT DISTINCT level, a, b FROM pairs")
    assert pairs == [("party", "IS", "NO")]


def test_words_are_found_without_their_accents(snapshot: Snapshot) -> None:
    query = "SELECT noun, id FROM words JOIN facts ON n = words.rowid WHERE words MATCH ?"
    found = snapshot.ask(query, ("norvegienne",))
    assert {("reports", "a1"), ("events", "talks-1")} <= set(found)


def test_what_changed_is_told_and_remembered(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "kept.page"
    write(record, path, version="1")
    moved = structs.replace(record.events[0], date="2031-05-07")
    later = structs.replace(record, events=(moved, record.events[2]), disputes=())
    write(later, path, version="2", before=path)
    again = Snapshot(path)
    changes = set(again.ask("SELECT noun, id, what, fields FROM changes"))
    assert ("events", "talks-1", "changed", "date") in changes
    assert ("events", "undated-1", "removed", "") in changes
    assert ("disputes", "d1", "removed", "") in changes
    write(later, path, version="3", before=path)
    assert set(Snapshot(path).ask("SELECT noun, id, what, fields FROM changes")) == changes


def test_a_snapshot_in_use_outlives_the_next(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "kept.page"
    write(record, path, version="1")
    old = Snapshot(path)
    write(Record(), path, version="2", before=path)
    assert len(old.rows(Filter().where("events"))) == len(record.events)
    assert Snapshot(path).counts() == {}


def test_a_snapshot_of_other_tables_is_refused(snapshot: Snapshot, tmp_path: Path) -> None:
    import sqlite3

    with sqlite3.connect(snapshot.path) as connection:
        connection.execute("UPDATE meta SET value = 'other' WHERE key = 'tables'")
    with pytest.raises(DossierError, match="another version"):
        Snapshot(snapshot.path)


def test_decisions_mark_what_they_judge(record: Record, tmp_path: Path) -> None:
    judged = structs.replace(
        record,
        decisions=(
            Ruling(
                decision=Decision(
                    id="d-1",
                    when="2031-06-01T10:00:00Z",
                    by="AB",
                    act="accept",
                    about=Target(of="events", id="talks-1"),
                ),
                state="stands",
                fact="talks-1",
            ),
        ),
        rejected=Rejected(),
    )
    write(judged, tmp_path / "kept.page", version="1")
    found = Snapshot(tmp_path / "kept.page")
    assert ids(found, "events", unreviewed=True) == ["release-1", "undated-1"]
    assert found.row("events", "talks-1")["show"]["review"] == "accept"
    (line,) = found.tagged("decisions", "fact", "talks-1")
    assert (line["row"]["by"], line["row"]["what"][:10]) == ("AB", "2031-05-08")
