"""Web archives, Parquet, and sources cut into chunks: each report comes once, wherever they are cut."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import msgspec
import pytest

from detente.errors import SourceError, SourceNote, UnreadableSource
from detente.model import Article
from detente.press import read_sources
from detente.press.chunks import Chunk, chunks, read_chunk

pytest.importorskip("fastwarc")
pq = pytest.importorskip("pyarrow.parquet")

TEXT = (
    "Le ministre norvégien des Affaires étrangères a reçu lundi à Oslo l'ambassadeur du Chili, numéro {n}. "
    "Les deux pays négocient un accord sur la pêche. « Nous avançons », a dit le chef de la diplomatie "
    "norvégienne. Le Chili a proposé un nouveau tour de pourparlers en mai à Santiago, selon Oslo."
)
DULL = (
    "La recette du jour demande trois œufs, du beurre et de la patience, une heure au moins. " * 5
)


def page(number: int, text: str = TEXT, lang: str = "fr") -> bytes:
    body = (
        f'<!DOCTYPE html><html lang="{lang}"><head><title>Titre {number}</title></head><body>'
        f"<article><h1>Titre {number}</h1><p>{text.format(n=number)}</p></article></body></html>"
    ).encode()
    return b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body


def record(number: int, http: bytes) -> bytes:
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Target-URI: https://journal.example/{number}\r\n"
        "WARC-Date: 2024-05-01T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{number:08d}-0000-0000-0000-000000000000>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def archive(to: Path, pages: list[bytes]) -> Path:
    records = [record(n, http) for n, http in enumerate(pages)]
    zipped = to.name.endswith(".gz")
    to.write_bytes(b"".join(gzip.compress(r) if zipped else r for r in records))
    return to


def take(*sources: Path) -> tuple[list[Article], list[SourceError]]:
    problems: list[SourceError] = []
    return list(read_sources(sources, on_error=problems.append)), problems


def together(*sources: Path, size: int, files: int = 2) -> list[Article]:
    """All reports of the chunks of some sources, each sent as a task would be."""
    problems: list[SourceError] = []
    found: list[Article] = []
    for chunk in chunks(sources, on_error=problems.append, size=size, files=files):
        again = msgspec.msgpack.decode(msgspec.msgpack.encode(chunk), type=Chunk)
        assert again == chunk
        found += read_chunk(again, problems.append)
    assert not [p for p in problems if not isinstance(p, SourceNote)]
    return found


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_the_pages_of_an_archive_are_reports(tmp_path: Path, name: str) -> None:
    file = archive(
        tmp_path / name,
        [
            page(0),
            page(1, DULL),
            page(2, lang="en"),
            page(3).replace(b"200 OK", b"404 Not Found"),
            page(4),
        ],
    )
    articles, problems = take(file)
    assert [a.source for a in articles] == [
        "https://journal.example/0",
        "https://journal.example/4",
    ]
    assert articles[0].title == "Titre 0"
    assert "numéro 0" in articles[0].text
    assert sorted(p.reason for p in problems) == [
        "1 pages in languages that there is no pack for are left aside",
        "1 pages with nothing of the field are left aside",
    ]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
@pytest.mark.parametrize("size", [300, 1_000, 2_500])
def test_parts_of_an_archive_give_each_page_once(tmp_path: Path, name: str, size: int) -> None:
    file = archive(tmp_path / name, [page(n) for n in range(30)])
    whole, _ = take(file)
    assert len(whole) == 30
    assert together(file, size=size) == whole


def test_a_cut_off_archive_gives_what_is_whole(tmp_path: Path) -> None:
    file = archive(tmp_path / "a.warc.gz", [page(n) for n in range(5)])
    file.write_bytes(file.read_bytes()[:-400])
    assert len(take(file)[0]) >= 4


def test_what_is_no_archive_or_table_is_said_to_be_none(tmp_path: Path) -> None:
    for name in ("a.warc", "b.parquet"):
        (tmp_path / name).write_bytes(b"Bonjour, ceci n'est pas une archive.")
        articles, problems = take(tmp_path / name)
        assert not articles
        assert [type(p) for p in problems] == [UnreadableSource]


def test_parquet_has_a_report_a_row(tmp_path: Path) -> None:
    import pyarrow as pa

    rows = [{"text": TEXT.format(n=n), "id": f"r{n}", "published": "2024-05-02"} for n in range(9)]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "a.parquet", row_group_size=2)
    whole, problems = take(tmp_path / "a.parquet")
    assert not problems
    assert [a.source for a in whole] == [f"r{n}" for n in range(9)]
    assert {a.published.date for a in whole} == {"2024-05-02"}
    assert together(tmp_path / "a.parquet", size=1) == whole
    pq.write_table(pa.table({"body": ["x"]}), tmp_path / "b.parquet")
    assert "no column `text`" in take(tmp_path / "b.parquet")[1][0].reason


@pytest.mark.parametrize("size", [200, 1_000, 10_000])
def test_lines_keep_their_numbers_in_parts(tmp_path: Path, size: int) -> None:
    file = tmp_path / "a.jsonl"
    lines = [json.dumps({"text": TEXT.format(n=n)}, ensure_ascii=n % 2 == 0) for n in range(40)]
    file.write_text("\n".join([*lines[:20], "", *lines[20:]]), "utf-8")
    whole, _ = take(file)
    assert whole[-1].source == f"{file}:41"
    assert together(file, size=size) == whole


def test_small_files_go_together(tmp_path: Path) -> None:
    for n in range(5):
        (tmp_path / f"r{n}.txt").write_text(TEXT.format(n=n), "utf-8")
    problems: list[SourceError] = []
    cut = list(chunks([tmp_path], on_error=problems.append, files=2))
    assert [len(chunk.files) for chunk in cut] == [2, 2, 1]
    assert together(tmp_path, size=10**6) == take(tmp_path)[0]


def test_articles_go_together() -> None:
    given = [Article(id=f"a{n}", source=f"a{n}", text=TEXT.format(n=n)) for n in range(5)]
    problems: list[SourceError] = []
    cut = list(chunks(iter(given), on_error=problems.append, files=2))
    assert [len(chunk.articles) for chunk in cut] == [2, 2, 1]
    assert [article for chunk in cut for article in chunk.articles] == given
