"""What comes over the network: bounded, its names only names, its archives unpacked so far."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest
from starlette.testclient import TestClient

from detente.web import uploads
from detente.web.uploads import Incoming, bare


@pytest.fixture
def incoming() -> Iterator[Incoming]:
    made = Incoming()
    yield made
    rmtree(made.folder)


def archive(**files: bytes) -> io.BytesIO:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    out.seek(0)
    return out


def reasons(incoming: Incoming) -> str:
    return " ".join(problem.reason for problem in incoming.problems)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\boot\\x.txt", "x.txt"),
        ("a\x00b\n.txt", "ab.txt"),
        ("..", "sans-nom.txt"),
        ("é" * 300 + ".txt", "é" * 116 + ".txt"),
    ],
)
def test_a_name_is_only_a_name(name: str, kept: str) -> None:
    assert bare(name) == kept


def test_files_stay_in_their_folder(incoming: Incoming) -> None:
    incoming.file("../../a.txt", io.BytesIO(b"one"))
    incoming.file("a.txt", io.BytesIO(b"two"))
    paths = [Path(path) for path, _ in incoming.sources]
    assert [path.read_bytes() for path in paths] == [b"one", b"two"]
    assert all(path.is_relative_to(incoming.folder) for path in paths)


def test_an_archive_is_unpacked_with_its_reports_only(incoming: Incoming) -> None:
    made = archive(**{"a.txt": b"one", "../b.md": b"two", ".c.txt": b"no", "d.exe": b"no"})
    incoming.file("in.zip", made)
    assert [name for _, name in incoming.sources] == ["in.zip: a.txt", "in.zip: b.md"]


def test_an_archive_cannot_explode(incoming: Incoming, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MAX_BYTES", 1000)
    incoming.file("bomb.zip", archive(**{"a.txt": b"0" * 1_000_000}))
    assert "larger than" in reasons(incoming)
    monkeypatch.setattr(uploads, "MAX_BYTES", 10**9)
    incoming._left = 5000
    incoming.file("bomb.zip", archive(**{f"{n}.txt": b"0" * 2000 for n in range(9)}))
    assert "unpacks to more" in reasons(incoming)
    assert len(incoming.sources) == 2


def test_an_archive_has_no_more_files_than_agreed(
    incoming: Incoming, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "MAX_FILES", 3)
    incoming.file("many.zip", archive(**{f"{n}.txt": b"x" for n in range(4)}))
    assert "an archive may hold 3" in reasons(incoming)


def test_a_damaged_archive_is_told(incoming: Incoming) -> None:
    broken = archive(**{"a.txt": b"one" * 500}).getvalue()
    at = broken.index(b"a.txt") + 12
    incoming.file("x.zip", io.BytesIO(broken[:at] + b"\xff\xff\xff" + broken[at + 3 :]))
    assert "cannot be opened" in reasons(incoming)


def test_only_the_web_is_fetched(incoming: Incoming) -> None:
    for address in ("file:///etc/passwd", "ftp://x/", "gopher://x", "/etc/passwd"):
        incoming.address(address)
    assert incoming.sources == []
    assert reasons(incoming).count("only http and https") == 4


def test_a_pasted_text_is_a_report(client: TestClient, keeper: Any) -> None:
    form = {"text": "Paris a reçu Berlin.", "title": "Visite", "published": "2025-02-27"}
    answer = client.post("/add", data=form)
    assert answer.headers["location"] == "/jobs/j1"
    (((_, name),), _) = keeper.added[0]
    assert name == "Visite"
    assert '"published":"2025-02-27"' in keeper.texts[0]


def test_dropped_files_are_read(client: TestClient, keeper: Any) -> None:
    files = [("files", (f"{n}.txt", f"report {n}")) for n in range(3)]
    assert client.post("/add", files=files).status_code == 303
    assert keeper.texts == ["report 0", "report 1", "report 2"]


def test_nothing_sent_is_told(client: TestClient) -> None:
    assert client.post("/add", data={"text": " "}).status_code == 422
    refused = client.post("/add", data={"address": "file:///etc/passwd"})
    assert refused.status_code == 422
    assert "only http and https" in refused.text
