"""Full text over all of a record, the hit in its sentence; pages of a timeline."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa
from tests.dossier.making import SEAM, made_by

import detente.reading
from detente import Dossier, DossierError, Record
from detente.dossier import store, tables
from detente.model import Reading
from detente.views import timeline


@pytest.fixture
def dossier(
    monkeypatch: pytest.MonkeyPatch, small_record: Record, address: str
) -> Iterator[Dossier]:
    monkeypatch.setattr(detente.reading, "read_article", lambda a: Reading(article=a.id))
    monkeypatch.setattr(SEAM, made_by(lambda articles, readings: small_record))
    with Dossier.open(address) as opened:
        opened.add(small_record.articles[2:])
        yield opened


def found(dossier: Dossier, query: str = "", **filters: Any) -> list[str]:
    return sorted(hit.id for hit in dossier.search(query, **filters))


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("quarante délégués", ["a2", "d1", "talks-1", "undated-1"]),
        ("QUARANTE delegues", ["a2", "d1", "talks-1", "undated-1"]),
        ("délégués trente", ["a1", "d1"]),
        ('"trente délégués"', ["a1", "d1"]),
        ('"délégués trente"', []),
        ("rouvr*", ["a1", "s1", "u1"]),
        ("rouvr", []),
        ("« ligne du Nord »", ["a1", "s1", "u1"]),
        ("l'homologue", []),
        ("Norvège ministre", ["kari-holm", "talks-1"]),
        ("Saluton", ["a3"]),
        ("?!", []),
    ],
)
def test_words_phrases_and_beginnings_are_found(
    dossier: Dossier, query: str, ids: list[str]
) -> None:
    assert found(dossier, query) == ids


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ({"of": ("events",)}, ["talks-1", "undated-1"]),
        ({"of": ("events",), "status": "planned"}, ["undated-1"]),
        ({"kind": "talks"}, ["talks-1"]),
        ({"topic": "transport"}, ["talks-1"]),
        ({"of": ("events",), "actor": "IS"}, ["talks-1"]),
        ({"of": ("statements",), "actor": "Kari HOLM"}, ["s1"]),
        ({"of": ("statements",), "actor": "ministre"}, []),
        ({"of": ("events", "articles"), "outlet": "agence du nord"}, ["a1", "talks-1"]),
        ({"of": ("events",), "first": "2031-05"}, ["talks-1"]),
        ({"of": ("events",), "last": "2031-04"}, []),
        ({"first": "2031-05-07", "last": "2031-05-07"}, ["s2"]),
    ],
)
def test_filters_narrow(dossier: Dossier, filters: dict[str, Any], ids: list[str]) -> None:
    assert found(dossier, **filters) == ids


def test_a_hit_is_shown_in_its_sentence(dossier: Dossier) -> None:
    (hit,) = dossier.search("ouvrirons*", of=("articles",)) or dossier.search(
        "rouvrirons", of=("articles",)
    )
    assert (hit.article, hit.source, hit.label) == ("a1", "reports/one.txt", "Agence du Nord")
    assert (hit.exact, hit.after) == ("rouvrirons", " la ligne [du Nord] », a-t-elle promis.")
    (event,) = dossier.search("talks", of=("events",))
    assert (event.label, event.date, event.exact) == ("talks", "2031-05-08", "a rencontré")
    assert event.before.endswith("La ministre norvégienne Kari Holm ")
    assert dossier.search("Kari", of=("actors",))[0].label == "Kari Holm"
    assert dossier.search("rouvrirons", of=("statements",))[0].label == "Kari Holm"


def test_a_filter_that_is_none_is_refused(dossier: Dossier) -> None:
    with pytest.raises(DossierError, match="tea"):
        dossier.search("x", of=("tea",))
    with pytest.raises(DossierError, match="mardi"):
        dossier.search("x", first="mardi")


def test_hits_come_in_pages(dossier: Dossier) -> None:
    pages = [dossier.search(limit=4, offset=n) for n in range(0, 12, 4)]
    assert sum(map(len, pages)) == len({h.id for page in pages for h in page}) == 12


def test_what_is_decided_is_what_is_searched(dossier: Dossier) -> None:
    dossier.decide("reject", "events", "undated-1", by="AB")
    assert found(dossier, of=("events",)) == ["talks-1"]
    dossier.decide("correct", "actors", "kari-holm", attribute="name", value="Karin Holm", by="AB")
    assert found(dossier, "karin") == ["kari-holm", "s1", "talks-1"]
    dossier.undo(dossier.decisions()[0].id, by="AB")
    assert found(dossier, of=("events",)) == ["talks-1", "undated-1"]


def test_an_excerpt_shows_as_the_whole_does(dossier: Dossier) -> None:
    whole = timeline.rows(dossier.record())
    assert timeline.rows(dossier.excerpt()) == whole
    assert timeline.rows(dossier.excerpt(limit=1)) + timeline.rows(
        dossier.excerpt(limit=1, offset=1)
    ) == [row for row in whole if row.date] + [row for row in whole if not row.date]
    assert [e.id for e in dossier.excerpt(first="2031-05-08", last="2031-05-09").events] == [
        "talks-1"
    ]
    assert len(dossier.excerpt(first="2031-05", last="2031-05").events) == 1
    assert dossier.excerpt(last="2031-05-07").events == ()
    with pytest.raises(DossierError, match="mardi"):
        dossier.excerpt(last="mardi")


def test_only_what_changed_is_written_again(
    dossier: Dossier, small_record: Record, address: str
) -> None:
    def numbers() -> dict[int, str]:
        engine = store.open_store(address, create=False)
        with engine.connect() as connection:
            rows = connection.execute(sa.select(tables.facts.c.number, tables.facts.c.id)).all()
        engine.dispose()
        return {row.number: row.id for row in rows}

    assert dossier.record() == small_record
    before = numbers()
    taken = dossier.decide(
        "correct", "events", "talks-1", attribute="venue", value="Harpa", by="AB"
    )
    assert {e.id: e.venue for e in dossier.record().events} == {
        "talks-1": "Harpa",
        "undated-1": None,
    }
    after = numbers()
    assert {fact for n, fact in after.items() if n not in before} == {"talks-1", taken.id}
    assert dossier.record(decided=False) == small_record


def test_searching_waits_for_nobody(dossier: Dossier, address: str) -> None:
    """Readers go on while another process writes."""
    dossier.record()
    with Dossier.open(address) as other, other._transaction(write=True) as connection:
        connection.exec_driver_sql("UPDATE changes SET number = number WHERE what = 'readings'")
        start = time.monotonic()
        assert found(dossier, "quarante") and dossier.record().events
        assert time.monotonic() - start < 5
