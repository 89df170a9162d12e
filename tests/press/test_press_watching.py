"""Folders and feeds that are watched: what is whole, what is new, what is not sent again."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from detente.errors import SourceError, UnreadableSource
from detente.press.watching import Folder, Watch

LEAD = "Les négociateurs se sont retrouvés lundi à Vienne pour une nouvelle série de discussions."
ITEM = "<item><title>{n}</title><link>https://gazette.example/{n}</link><description>{text}</description></item>"


def fail(error: SourceError) -> None:
    raise AssertionError(error)


def write(path: Path, text: str, *, age: float = 60.0) -> Path:
    """A file whose last change was `age` seconds ago."""
    path.write_text(text, "utf-8")
    then = time.time() - age
    os.utime(path, (then, then))
    return path


def test_a_file_is_told_once_when_it_is_whole(tmp_path: Path) -> None:
    folder = Folder(str(tmp_path))
    file = write(tmp_path / "a.txt", LEAD)
    assert folder.ready(fail) == []
    assert folder.ready(fail) == [str(file)]
    assert folder.ready(fail) == []


def test_a_half_written_file_is_waited_for(tmp_path: Path) -> None:
    folder = Folder(str(tmp_path))
    write(tmp_path / "a.txt", "")
    assert (folder.ready(fail), folder.ready(fail)) == ([], [])
    write(tmp_path / "a.txt", LEAD[:20], age=0)
    assert (folder.ready(fail), folder.ready(fail)) == ([], [])
    write(tmp_path / "a.txt", LEAD, age=59)
    assert folder.ready(fail) == []
    assert len(folder.ready(fail)) == 1


def test_a_changed_file_is_told_again_and_one_that_went_is_forgotten(tmp_path: Path) -> None:
    folder = Folder(str(tmp_path))
    file = write(tmp_path / "a.txt", LEAD)
    folder.ready(fail)
    assert folder.ready(fail)
    write(file, LEAD + " Suite.", age=30)
    assert (folder.ready(fail), len(folder.ready(fail))) == ([], 1)
    file.unlink()
    assert folder.ready(fail) == []
    write(file, LEAD + " Suite.", age=20)
    assert (folder.ready(fail), len(folder.ready(fail))) == ([], 1)


def test_what_is_left_aside_is_said_once_and_what_is_unfinished_never(tmp_path: Path) -> None:
    folder = Folder(str(tmp_path))
    for name in ("a.xlsx", "b.txt.part", "c.crdownload"):
        write(tmp_path / name, LEAD)
    told: list[SourceError] = []
    for _ in range(3):
        folder.ready(told.append)
    assert [Path(problem.source).name for problem in told] == ["a.xlsx"]


@pytest.mark.slow
def test_thousands_of_files_are_looked_through_in_a_moment(tmp_path: Path) -> None:
    for number in range(5_000):
        (tmp_path / f"{number}.txt").write_bytes(b"x")
    folder = Folder(str(tmp_path))
    folder.ready(fail)
    start = time.process_time()
    folder.ready(fail)
    assert time.process_time() - start < 1.0


def test_neither_a_folder_nor_an_address(tmp_path: Path) -> None:
    for wrong in (str(tmp_path / "none"), "-", str(write(tmp_path / "a.txt", LEAD))):
        with pytest.raises(UnreadableSource, match="neither a folder nor the address"):
            Watch([wrong], tmp_path / "memory.json")


# ---------------------------------------------------------------- feeds


class Server(HTTPServer):
    """A feed with an `ETag`; `asked` are the conditions and answers of each request."""

    version = 1
    asked: list[tuple[str | None, int]]
    broken = False


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        etag, told = f'"v{self.server.version}"', self.headers["If-None-Match"]
        status = 500 if self.server.broken else 304 if told == etag else 200
        self.server.asked.append((told, status))
        self.send_response(status)
        self.send_header("ETag", etag)
        self.end_headers()
        if status == 200:
            items = "".join(
                ITEM.format(n=n, text=f"{LEAD} {n}.") for n in range(self.server.version)
            )
            self.wfile.write(f'<rss version="2.0"><channel>{items}</channel></rss>'.encode())

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr("detente.press.fetch.LOOPBACK_TOO", True)
    with Server(("127.0.0.1", 0), Handler) as serving:
        serving.asked = []
        thread = Thread(target=serving.serve_forever, daemon=True)
        thread.start()
        yield serving
        serving.shutdown()
        thread.join()


def titles(watch: Watch, report: list[SourceError]) -> list[str]:
    return [article.title for portion in watch.round(report.append) for article in portion]


def test_a_feed_that_has_not_changed_is_not_sent_again(tmp_path: Path, server: Server) -> None:
    url = f"http://127.0.0.1:{server.server_port}/rss"
    memory, problems = tmp_path / "talks.db.watch.json", list[SourceError]()
    watch = Watch([url], memory, feeds_every=0)
    assert titles(watch, problems) == ["0"]
    assert titles(watch, problems) == []
    server.version = 2
    assert titles(watch, problems) == ["0", "1"]
    assert titles(Watch([url], memory), problems) == []
    assert [status for _, status in server.asked] == [200, 304, 200, 304]
    assert not problems


def test_a_feed_whose_reports_were_not_kept_is_asked_for_whole(
    tmp_path: Path, server: Server
) -> None:
    url = f"http://127.0.0.1:{server.server_port}/rss"
    watch = Watch([url], tmp_path / "memory.json", feeds_every=0)
    next(iter(watch.round(fail)))  # stopped before the reports are kept
    assert not (tmp_path / "memory.json").exists()
    assert titles(Watch([url], tmp_path / "memory.json"), []) == ["0"]


def test_a_feed_that_fails_is_told_and_asked_again(tmp_path: Path, server: Server) -> None:
    url = f"http://127.0.0.1:{server.server_port}/rss"
    server.broken, problems = True, list[SourceError]()
    watch = Watch([url], tmp_path / "memory.json", feeds_every=0)
    assert titles(watch, problems) == []
    assert "the server answers 500" in problems[0].reason
    server.broken = False
    assert titles(watch, problems) == ["0"]


def test_a_feed_is_asked_no_more_often_than_wanted(tmp_path: Path, server: Server) -> None:
    watch = Watch([f"http://127.0.0.1:{server.server_port}/"], tmp_path / "m.json")
    for _ in range(3):
        titles(watch, [])
    assert len(server.asked) == 1


def test_this_machine_is_asked_only_by_tests(tmp_path: Path) -> None:
    problems: list[SourceError] = []
    assert titles(Watch(["http://127.0.0.1:9/rss"], tmp_path / "m.json"), problems) == []
    assert "private address" in problems[0].reason


def test_a_damaged_memory_is_no_memory(tmp_path: Path, server: Server) -> None:
    (tmp_path / "m.json").write_text('{"feeds": 3')
    url = f"http://127.0.0.1:{server.server_port}/rss"
    assert titles(Watch([url], tmp_path / "m.json"), []) == ["0"]
