"""A dossier whose reports come, go and change: its record is, to the byte, the one that is built of the
reports that are left, and what does not hang together with them is left as it is."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Set
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.dossier.making import SEAM

from benchmarks.generated import processes
from detente import Article, Dossier, Reading
from detente.dossier import renewing, shelf, store, tables
from detente.dossier.reports import Read, mark
from detente.dossier.version import reading_version
from detente.record import build, building
from detente.record.building import Changed, Source
from detente.record.shelf import Memory, Shelf

Pair = tuple[Article, Reading]


def pile(seed: int, count: int = 3) -> list[Pair]:
    return [(r.article(), r.reading()) for p in processes(seed, count, 6) for r in p.reports]


def keep(dossier: Dossier, pairs: Iterable[Pair]) -> None:
    version = reading_version("fr")
    dossier.take(
        Read(article, msgspec.structs.replace(reading, made_with=version), mark(article))
        for article, reading in pairs
    )


def built(pairs: Iterable[Pair]) -> bytes:
    articles, readings = zip(*pairs, strict=True)
    return msgspec.json.encode(build(articles, readings))


def record_of(dossier: Dossier) -> bytes:
    return msgspec.json.encode(dossier.record())


@pytest.fixture(params=[shelf.AT_HAND, 50])
def little_at_hand(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once as it is, and once with so little memory that all the time something is put away."""
    made = shelf.Kept
    monkeypatch.setattr(renewing, "Kept", lambda connection: made(connection, request.param))


@pytest.mark.usefixtures("little_at_hand")
def test_reports_that_come_change_and_go(address: str) -> None:
    mixed = pile(5)
    random.Random(5).shuffle(mixed)
    with Dossier.open(address) as dossier:
        keep(dossier, mixed[:10])
        assert record_of(dossier) == built(mixed[:10])
        for n in range(10, 14):
            keep(dossier, mixed[n : n + 1])
            assert record_of(dossier) == built(mixed[: n + 1])
        article, reading = mixed[3]
        mixed[3] = (article, msgspec.structs.replace(reading, events=reading.events[1:]))
        keep(dossier, [mixed[3]])
        dossier.remove(mixed[0][0].id)
        assert record_of(dossier) == built(mixed[1:14])
    with Dossier.open(address) as dossier:
        keep(dossier, mixed)
        assert record_of(dossier) == built(mixed)
        assert dossier.verify().faults == ()


@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 60), rng=st.randoms(use_true_random=False))
def test_whatever_the_order(seed: int, rng: random.Random) -> None:
    mixed = pile(seed)
    rng.shuffle(mixed)
    half = len(mixed) // 2
    with Dossier.open(None) as dossier:
        keep(dossier, mixed[half:])
        dossier.record()
        keep(dossier, mixed[:half])
        for article, _ in mixed[half:]:
            dossier.remove(article.id)
        assert record_of(dossier) == built(mixed[:half])


def test_what_has_no_part_in_a_change_is_not_written_again(address: str) -> None:
    first, second = pile(7, 1), pile(8, 4)
    with Dossier.open(address) as dossier:
        keep(dossier, [*first[:-1], *second])
        before = numbers(dossier)
        keep(dossier, first[-1:])
        after = numbers(dossier)
        assert record_of(dossier) == built([*first, *second])
    own = {article.id for article, _ in first}
    assert len(before & after) > len(before) / 2
    assert own & {fact for _, fact in after - before}


def test_a_decision_stands_over_a_record_that_grows(address: str) -> None:
    mixed = pile(9)
    with Dossier.open(address) as dossier:
        keep(dossier, mixed[:-1])
        event = dossier.record().events[0]
        dossier.decide("correct", "events", event.id, attribute="venue", value="gare", by="AB")
        keep(dossier, mixed[-1:])
        grown = dossier.record()
        assert "gare" in [e.venue for e in grown.events]
        assert msgspec.json.encode(dossier.record(decided=False)) == built(mixed)
        assert dossier.verify().faults == ()
        assert [hit.id for hit in dossier.search("gare", of=("events",))] == [event.id]


def test_another_builder_builds_anew(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    mixed, asked = pile(3, 1), list[int]()

    def change(shelf: Shelf, source: Source, gone: Set[str], come: Set[str]) -> Changed:
        asked.append(len(come))
        return building.change(shelf, source, gone, come)

    monkeypatch.setattr(SEAM, change)
    with Dossier.open(address) as dossier:
        keep(dossier, mixed)
        assert record_of(dossier) == record_of(dossier)
        monkeypatch.setattr("detente.dossier.dossier.record_version", lambda: "another")
        assert record_of(dossier) == built(mixed)
    assert asked == [len(mixed), len(mixed)]


def numbers(dossier: Dossier) -> set[tuple[int, str]]:
    """The rows of the facts, as they are."""
    dossier.record()
    table = tables.facts.c
    with dossier._engine.connect() as connection:
        found = connection.execute(sa.select(table.number, table.id))
        return {(number, fact) for number, fact in found}


# ---------------------------------------------------------------- the shelf


@pytest.fixture
def connection(address: str) -> Iterator[sa.Connection]:
    engine = store.open_store(address, create=True)
    with store.writing(engine).begin() as connection:
        yield connection
    engine.dispose()


@pytest.mark.parametrize("at_hand", [3, 40, 10_000])
def test_a_shelf_is_what_memory_would_be(connection: sa.Connection, at_hand: int) -> None:
    rng = random.Random(at_hand)
    memory, kept = Memory(), shelf.Kept(connection, at_hand)
    there: dict[str, list[int]] = {}
    for n in range(600):
        item, group = f"i{rng.randrange(9)}", f"g{rng.randrange(4)}"
        links = rng.sample(range(2**62, 2**62 + 12), 3)
        row = [(group, item, bytes([n % 256]) * (n % 3))]
        for one in (memory, kept):
            if n % 7 == 0:
                one.drop_links("s", item, there.get(item, []))
                one.drop_rows("s", row)
            elif item not in there:
                one.put_links("s", item, links)
            one.put_rows("s" if n % 2 else "t", row)
        there[item] = [] if n % 7 == 0 else there.get(item, links)
        if not there[item]:
            del there[item]
        assert kept.linked("s", links) == memory.linked("s", links)
        assert sorted(kept.rows("s", [group])) == sorted(memory.rows("s", [group]))
        assert sorted(kept.rows_of("t", [item])) == sorted(memory.rows_of("t", [item]))
        if n % 50 == 0:
            kept.flush()
    kept.clear()
    assert kept.rows("s", ["g1"]) == [] and kept.linked("s", [2**62]) == set()


def test_a_dossier_file_with_a_shelf_opens_again(tmp_path: Path) -> None:
    file = tmp_path / "d.db"
    with Dossier.open(file) as dossier:
        keep(dossier, pile(2, 1))
        record = record_of(dossier)
        dossier.backup(tmp_path / "copy.db")
    with Dossier.open(tmp_path / "copy.db", create=False) as copy:
        keep(copy, pile(4, 1))
        assert record_of(copy) == built([*pile(2, 1), *pile(4, 1)]) != record
