"""Every address answers, in both languages, as a page and as data; and whatever a report says is text."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import msgspec
import pytest
from starlette.testclient import TestClient

import detente.web
from detente.model import Record
from detente.views import timeline
from detente.web import static_files
from detente.web.pages import ADDRESSES, TWINS

FIRST_PAGE = 150_000
"""Bytes of the first page with all that it loads, compressed."""
ONE = {
    "/events/{id}": "/events/talks-1",
    "/reports/{id}": "/reports/evil",
    "/people/{id}": "/people/evil-one",
    "/choices/{facet}": "/choices/actor?noun=events&find=o",
}
SHOWN = [
    ONE.get(path, path)
    for path, methods, _ in ADDRESSES
    if "GET" in methods and path not in ("/jobs/{id}", "/export/{format}", "/login", "/accounts")
]
INLINE = re.compile(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|javascript:", re.I)
WEB = Path(detente.web.__file__).parent


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("address", [*SHOWN, "/search?q=ministre", "/curve?a=NO&b=IS&step=year"])
def test_every_page_answers_with_nothing_inline(
    client: TestClient, address: str, language: str
) -> None:
    answer = client.get(address, params={}, headers={"cookie": f"lang={language}"})
    assert answer.status_code == 200
    if answer.headers["content-type"].startswith("text/html"):
        assert not INLINE.search(re.sub(r">[^<]*<|\"[^\"]*\"", "><", answer.text))
        assert "\u202e" not in answer.text
        assert "<script>" not in answer.text
        if "<html" in answer.text:
            assert f'<html lang="{language}"' in answer.text
    policy = answer.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy


@pytest.mark.parametrize(
    "address", [ONE.get(path, path) + suffix for path, known in TWINS.items() for suffix in known
                if path not in ("/jobs/{id}", "/choices/{facet}")]
)  # fmt: skip
def test_every_view_is_data_at_its_own_address(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    kind = "application/json" if address.endswith(".json") else "text/csv"
    assert answer.headers["content-type"].startswith(kind)
    plain = address.rsplit(".", 1)[0]
    asked = client.get(plain, headers={"accept": kind})
    assert asked.content == answer.content
    if kind == "application/json":
        json.loads(answer.text)


def test_the_data_of_a_view_are_its_rows(client: TestClient, record: Record) -> None:
    found = client.get("/timeline.json").json()
    assert found == msgspec.to_builtins(timeline.rows(record))
    filtered = client.get("/timeline.json?kind=talks").json()
    assert [row["id"] for row in filtered] == ["talks-1"]
    csv = client.get("/timeline.csv").text.splitlines()
    assert csv[0].split(",")[:2] == ["date", "told"]
    assert len(csv) == len(record.events) + 1


def test_a_cell_is_no_formula(client: TestClient) -> None:
    from detente.web.page import _cell

    assert _cell("=HYPERLINK()") == "'=HYPERLINK()"
    assert _cell(["@a", None, 3]) == "'@a; ; 3"


def test_hostile_names_are_shown_as_text(client: TestClient) -> None:
    for address in ("/reports", "/reports/evil", "/people", "/people/evil-one", "/exchanges"):
        text = client.get(address).text
        assert "&lt;script&gt;alert(1)" in text, address
        assert "\ufffd" in text


def test_words_of_a_report_are_marked_where_they_stand(client: TestClient) -> None:
    text = client.get("/reports/a1").text
    assert re.search(r'<mark id="c\d+" class="[^"]*people[^"]*"[^>]*>Kari Holm</mark>', text)
    assert re.search(r'<mark id="c\d+" class="[^"]*events[^"]*"[^>]*>a rencontré</mark>', text)
    assert "↦" in text


def test_an_event_lays_its_sources_side_by_side(client: TestClient) -> None:
    text = client.get("/events/talks-1").text
    assert text.count('class="position"') == 2
    assert "2 sources indépendantes" in text
    assert "<mark>Trente</mark>" in text
    assert "same kind, same day" in text


def test_what_is_not_there_is_told(client: TestClient) -> None:
    for address in ("/nowhere", "/events/nothing", "/reports/x", "/people/x", "/export/x"):
        answer = client.get(address, headers={"accept": "text/html"})
        assert answer.status_code == 404, address
        assert "Il n’y a rien" in answer.text
    assert client.get("/events/nothing.json").status_code == 404


def test_the_same_question_costs_nothing_the_second_time(client: TestClient) -> None:
    first = client.get("/timeline")
    again = client.get("/timeline", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    plain = client.get("/timeline", headers={"accept-encoding": "identity"})
    assert plain.text == first.text


def test_the_language_is_kept(client: TestClient) -> None:
    answer = client.get("/timeline?lang=en&kind=talks")
    assert "Timeline" in answer.text
    assert "lang=en" in answer.headers["set-cookie"]
    assert 'href="/timeline?kind=talks&amp;lang=fr"' in answer.text


def test_a_filter_stays_from_view_to_view(client: TestClient) -> None:
    text = client.get("/timeline?actor=NO&since=2031").text
    assert 'href="/statements?since=2031&amp;actor=NO"' in text
    assert text.count('class="chip"') == 2
    assert '<input type="hidden"' not in text.split('<form class="bar"')[1].split("</form>")[0]


def test_the_first_page_is_light(client: TestClient) -> None:
    page = client.get("/timeline")
    loaded = set(re.findall(r'(?:src|href)="/static/\w+/([^"]+)"', page.text))
    loaded |= {"js/timeline.js", "js/draw.js", "vendor/d3.js", "vendor/shared.js"}
    total = len(gzip.compress(page.content)) + sum(len(static_files.compressed(n)) for n in loaded)
    assert total < FIRST_PAGE


def test_every_file_of_the_page_is_served_and_none_other(client: TestClient) -> None:
    for name in static_files.NAMES:
        answer = client.get(static_files.address(name))
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
    assert client.get(static_files.address("app.py")).status_code == 404
    here = {str(f.relative_to(WEB / "static")) for f in (WEB / "static").rglob("*") if f.is_file()}
    assert here == set(static_files.NAMES)


def test_nothing_is_fetched_from_elsewhere() -> None:
    own = [*WEB.rglob("templates/*.html"), *(WEB / "static" / "js").glob("*.js")]
    for file in [*own, WEB / "static" / "detente.css"]:
        found = re.findall(r"https?://[\w.]+", file.read_text("utf-8"))
        assert set(found) <= {"http://www.w3.org"}, file


def test_scripts_import_only_what_is_there() -> None:
    static = WEB / "static"
    for file in (static / "js").glob("*.js"):
        for target in re.findall(r'from "(\.[^"]+)"', file.read_text("utf-8")):
            assert (file.parent / target).resolve().is_relative_to(static)
            assert (file.parent / target).exists(), (file, target)
    d3 = (static / "vendor" / "d3.js").read_text("utf-8")
    exported = set(re.findall(r"as (\w+)", d3[d3.rindex("export{") :]))
    used = {
        name.strip()
        for file in (static / "js").glob("*.js")
        for names in re.findall(r'import \{([^}]*)\} from "../vendor/d3.js"', file.read_text())
        for name in names.split(",")
    }
    assert used <= exported


def test_an_empty_record_invites_to_add(tmp_path: Path) -> None:
    from detente.web.app import create
    from detente.web.settings import Settings
    from detente.web.snapshot import Snapshot, write

    write(Record(), tmp_path / "x.page", version="1")
    keeper = type(
        "K",
        (),
        {"snapshot": Snapshot(tmp_path / "x.page"), "behind": False, "jobs": {}, "pending": {}},
    )
    app = create(Settings(dossier="x"), keeper())
    client = TestClient(app, base_url="http://localhost")
    assert "Le dossier est vide" in client.get("/timeline").text
    for path in ("/curve", "/map", "/network", "/people", "/review", "/changes", "/search?q=x"):
        assert client.get(path).status_code == 200, path
    assert client.get("/timeline/chart.json").json()["lanes"] == []
