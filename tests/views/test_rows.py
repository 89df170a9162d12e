"""The views' rows: order, names, sources."""

from __future__ import annotations

import pytest
from msgspec import structs

from detente.errors import NotInDossier
from detente.model import Article, Record, Role, Span
from detente.views import disputes, event, people, statements, timeline, undertakings
from detente.views.labels import Labels, in_order, listed, short, when


def test_the_timeline_is_in_order_and_undated_events_come_last(small_record: Record) -> None:
    first, last = timeline.rows(small_record)
    assert (first.date, first.what, first.where) == ("2031-05-08", "talks", "Reykjavik, IS")
    assert first.who == ["Norvège", "Islande", "Kari Holm"]
    assert first.sources == ["Agence du Nord, 2031-05-08", "two.txt"]
    assert first.sentence.startswith("La ministre norvégienne")
    assert first.sentence.endswith("homologue islandais.")
    assert first.disputed
    assert (last.date, last.what) == (None, "sanctions relief (planned)")


def test_an_event_without_a_date_stands_where_its_report_does(small_record: Record) -> None:
    talks, undated = small_record.events
    told = structs.replace(undated, articles=("a1",))
    later = structs.replace(talks, id="later", date="2031-05-09")
    record = structs.replace(small_record, events=(told, later, talks))
    rows = timeline.rows(record)
    assert [row.id for row in rows] == ["talks-1", "undated-1", "later"]
    assert (rows[1].date, rows[1].told) == (None, "2031-05-08")


def test_an_undertaking_without_a_date_has_that_of_its_event(small_record: Record) -> None:
    (made,) = small_record.undertakings
    record = structs.replace(small_record, undertakings=(structs.replace(made, date=None),))
    assert undertakings.rows(record)[0].date == "2031-05-08"


def test_people_have_their_posts_and_are_counted(small_record: Record) -> None:
    (row,) = people.rows(small_record)
    assert (row.name, row.events, row.statements) == ("Kari Holm", 1, 1)
    assert row.roles == ["ministre, Norvège [2031-05-08]"]
    assert row.sources == ["Agence du Nord, 2031-05-08"]


def test_a_post_that_another_says_more_fully_is_not_said_twice() -> None:
    told = ("premier ministre", "Premier ministre", "Premier ministre du Laos", "ministre laotien")
    roles = [Role(title=title) for title in told]
    assert people.posts(roles) == ["Premier ministre du Laos", "ministre laotien"]
    assert people.posts(roles[:2]) == ["premier ministre"]
    former = Role(title="Premier ministre", standing="former")
    assert people.posts([former, roles[3]]) == ["Premier ministre (former)", "ministre laotien"]


def test_statements_without_a_date_stand_at_their_reports(small_record: Record) -> None:
    assert [(row.date, row.speaker) for row in statements.rows(small_record)] == [
        ("2031-05-07", "unknown"),
        ("2031-05-08", "Kari Holm"),
    ]


def test_undertakings_say_what_became_of_them(small_record: Record) -> None:
    (row,) = undertakings.rows(small_record)
    assert row.parties == ["Norvège"]
    assert row.since == ["2031-05-12 carried out [two.txt]"]


def test_disputes_name_who_holds_what(small_record: Record) -> None:
    (row,) = disputes.rows(small_record)
    assert row.about == "2031-05-08 talks Norvège, Islande, Kari Holm"
    assert [(p.value, p.by) for p in row.positions] == [("30", "Agence du Nord"), ("40", "two.txt")]


def test_an_event_shows_each_claim_in_its_sentence(small_record: Record) -> None:
    sheet = event.sheet(small_record, "talks")
    assert sheet.who == ["Norvège", "Islande", "Kari Holm (head)"]
    number, parties = sheet.claims
    assert (number.value, number.evidence[0].exact) == ("30", "Trente")
    assert number.evidence[0].after == " délégués étaient là."
    assert parties.value == "Norvège"
    assert sheet.disputed == ["number"]


def test_an_event_that_is_not_there_is_named(small_record: Record) -> None:
    with pytest.raises(NotInDossier, match="nothing-1"):
        event.sheet(small_record, "nothing-1")
    with pytest.raises(NotInDossier, match="several"):
        event.sheet(small_record, "")


def test_an_empty_record_has_no_rows() -> None:
    for view in (timeline, people, statements, undertakings, disputes):
        assert view.rows(Record()) == []


def test_dates_sort_by_their_first_day() -> None:
    dates = [None, "2025-04-10/2025-04-11", "2025", "2025-02~", "2024-12-31", "../2023"]
    assert sorted(dates, key=in_order) == [
        "../2023",
        "2024-12-31",
        "2025",
        "2025-02~",
        "2025-04-10/2025-04-11",
        None,
    ]


def test_intervals_are_short_to_the_eye() -> None:
    assert short("2025-04-10/2025-04-11") == "2025-04-10/11"
    assert short("2025-01-30/2025-02-02") == "2025-01-30/02-02"
    assert short("2024-12-30/2025-01-02") == "2024-12-30/2025-01-02"
    assert short("2025-02/2025-03") == "2025-02/03"
    assert (short("2025-02~"), short("2025"), short("../2023"), short(None)) == (
        "2025-02~", "2025", "../2023", ""
    )  # fmt: skip
    assert when(None, "2025-04-10/2025-04-11") == "told 2025-04-10/11"
    assert when(None, None) == "undated"


def test_long_lists_are_cut() -> None:
    assert listed(["a", "b"]) == "a, b"
    assert listed(list("abcdefgh"), 6) == "a, b, c, d, e, f and 2 more"


def test_a_title_or_an_initial_ends_no_sentence() -> None:
    text = "Il vient. M. A. Holm et le Dr. Dahl ont signé. Puis rien."
    start = text.index("signé")
    record = Record(articles=(Article(id="a", source="a.txt", text=text),))
    before, _, after = Labels(record).sentence(Span("a", start, start + 5, "signé"))
    assert (before, after) == ("M. A. Holm et le Dr. Dahl ont ", ".")


def test_a_span_of_no_known_report_is_shown_alone(small_record: Record) -> None:
    assert Labels(small_record).sentence(Span("gone", 0, 3, "abc")) == ("", "abc", "")
