"""The page in a real browser: each view looked at, reports added, an event corrected, by keyboard too."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright

from detente.web.app import create
from detente.web.keeper import Keeper
from detente.web.settings import Settings

pytestmark = pytest.mark.slow

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
WIDTHS = {"desk": (1280, 900), "phone": (390, 844)}
VIEWS = (
    "timeline statements undertakings exchanges disputes people reports curve map network review "
    "history changes add export search?q=Vienne network?level=party"
).split()
GRAVE = ("serious", "critical")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip("no Chromium: apt-get install chromium")
    with sync_playwright() as started:
        found = started.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield found
        found.close()


@contextmanager
def serving(dossier: Path) -> Iterator[str]:
    """The address of a page over a dossier."""
    keeper = Keeper(str(dossier))
    app = create(Settings(dossier=str(dossier)), keeper)
    running = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    while not running.started:
        time.sleep(0.02)
    port = running.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    running.should_exit = True
    thread.join(10)
    keeper.close()


@pytest.fixture
def server(dossier: Path) -> Iterator[str]:
    """A page over a dossier of its own, to be written to."""
    with serving(dossier) as address:
        yield address


@pytest.fixture(scope="module")
def reading(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page that is only read."""
    copy = tmp_path_factory.mktemp("reading") / "talks.db"
    copy.write_bytes(examples.read_bytes())
    with serving(copy) as address:
        yield address


@pytest.fixture
def faults() -> list[str]:
    """What the browser complains of: errors of scripts, of the content policy, of the network."""
    return []


def opened(browser: Browser, faults: list[str], width: str = "desk", **more: Any) -> Page:
    x, y = WIDTHS[width]
    page = browser.new_context(viewport={"width": x, "height": y}, **more).new_page()
    page.on("console", lambda m: faults.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.set_default_timeout(120_000)
    return page


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_view_is_accessible(
    browser: Browser, reading: str, faults: list[str], width: str, language: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = opened(browser, faults, width, color_scheme="dark" if language == "en" else "light")
    page.goto(f"{reading}/timeline?lang={language}")
    one = page.locator("td.what a.main").first.get_attribute("href") or ""
    report = page.request.get(f"{reading}/reports.json").json()[0]["id"]
    person = page.request.get(f"{reading}/people.json").json()[0]["id"]
    problems = []
    for view in (*VIEWS, one[1:], f"reports/{report}", f"people/{person}", "nothing-here"):
        page.goto(f"{reading}/{view}")
        page.wait_for_load_state("networkidle")
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        problems += [
            f"{view}: {v['id']} {v['nodes'][0]['html'][:160]} {v['nodes'][0]['failureSummary'][:200]}"
            for v in found
            if v["impact"] in GRAVE
        ]
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if wide > 0:
            problems.append(f"{view}: {wide} pixels too wide")
    assert problems == []
    assert [fault for fault in faults if "404" not in fault] == []


def test_drawings_are_drawn(browser: Browser, reading: str, faults: list[str]) -> None:
    page = opened(browser, faults)
    for view, mark in (
        ("timeline", ".bar-event"),
        ("curve", "svg.plot circle, svg.plot path"),
        ("map", "circle.spot"),
        ("network", "circle"),
    ):
        page.goto(f"{reading}/{view}")
        page.wait_for_selector(f"[data-canvas] {mark}", state="attached")
    page.goto(f"{reading}/timeline")
    page.select_option("[data-by]", "party")
    expect(page.locator(".lanename").nth(2)).to_be_attached()
    page.locator("[data-canvas] svg").focus()
    before = page.locator(".bar-event").first.get_attribute("x")
    page.keyboard.press("+")
    expect(page.locator(".bar-event").first).not_to_have_attribute("x", str(before))
    assert faults == []


def test_the_filter_bar_stays_in_the_address(
    browser: Browser, reading: str, faults: list[str]
) -> None:
    page = opened(browser, faults)
    page.goto(f"{reading}/timeline")
    total = page.locator(".total").inner_text()
    page.locator("details.facet summary").nth(1).click()
    page.locator("input[name=kind]").first.check()
    page.wait_for_url(re.compile(r"kind="))
    expect(page.locator(".total")).not_to_have_text(total)
    shared, shown = page.url, page.locator("table.rows").inner_text()
    other = opened(browser, faults)
    other.goto(shared)
    assert other.locator("table.rows").inner_text() == shown
    page.locator("a.chip").first.click()
    page.wait_for_url(re.compile(r"timeline$"))
    assert page.locator(".total").inner_text() == total
    assert faults == []


def test_it_reads_without_scripts(browser: Browser, reading: str, faults: list[str]) -> None:
    page = opened(browser, faults, java_script_enabled=False)
    page.goto(f"{reading}/timeline?kind=talks")
    page.locator("td.what a.main").first.click()
    assert "Qui le dit" in page.content()
    page.locator("a.source").first.click()
    assert "Ce qui en a été tiré" in page.content()
    page.get_by_role("link", name="Engagements").first.click()
    assert page.locator("table.rows tbody tr").count() > 0


def until_first_date(page: Page, address: str, shown: str) -> None:
    """Opens a timeline, again until its first date is the one that it should be."""
    end = time.monotonic() + 120
    while True:
        page.goto(address)
        if page.locator("td.date time").first.inner_text() == shown:
            return
        assert time.monotonic() < end, f"{shown} is not shown"
        time.sleep(0.3)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_event_is_corrected_and_the_timeline_changes(
    browser: Browser, server: str, faults: list[str], language: str
) -> None:
    page = opened(browser, faults)
    page.goto(f"{server}/timeline?lang={language}&kind=call")
    was = page.locator("td.date time").first.inner_text()
    page.locator("td.what a.main").first.click()
    page.locator("details[data-act=correct] summary").click()
    page.select_option("select[name=attribute]", "date")
    page.locator("[data-act=correct] input[name=value]").fill("2023-12-24")
    page.locator("details[data-act=correct] button").click()
    page.wait_for_load_state("networkidle")
    shown = {"fr": "24 déc. 2023", "en": "24 Dec 2023"}[language]
    until_first_date(page, f"{server}/timeline?kind=call", shown)
    page.goto(f"{server}/history")
    page.locator("tbody form button").first.click()
    page.wait_for_load_state("networkidle")
    until_first_date(page, f"{server}/timeline?kind=call", was)
    assert faults == []


def test_the_queue_is_worked_by_keyboard(browser: Browser, server: str, faults: list[str]) -> None:
    page = opened(browser, faults)
    page.goto(f"{server}/review")
    page.wait_for_selector(".queue > li.now")
    first = page.locator(".queue > li.now").get_attribute("data-fact-id")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.locator(".queue > li.now").get_attribute("data-fact-id") == first
    page.keyboard.press("a")
    page.wait_for_selector(f"[data-fact-id='{first}']", state="detached")
    assert "1 sur" in page.locator("#queue [role=status]").inner_text()
    expect(page.locator(".queue > li:focus")).to_be_attached()
    page.keyboard.press("u")
    page.wait_for_selector(f"[data-fact-id='{first}']")
    page.keyboard.press("c")
    assert page.evaluate("document.activeElement.name") == "attribute"
    assert faults == []


def test_reports_are_pasted_and_dropped(
    browser: Browser, server: str, faults: list[str], tmp_path: Path
) -> None:
    page = opened(browser, faults)
    page.goto(f"{server}/add")
    evil = "<img src=x onerror=alert(1)>\u202e"
    page.locator("textarea").fill(
        f"{evil}La ministre norvégienne Kari Holm a reçu le 8 mai 2024 à Oslo son homologue islandais."
    )
    page.locator("input[name=title]").fill(evil)
    page.locator("input[name=published]").fill("2024-05-08")
    page.locator("textarea ~ button").click()
    page.wait_for_selector("#job a[href='/changes']", timeout=300_000)
    long_line = tmp_path / "long.txt"
    long_line.write_bytes(b"x" * 10_000_000)
    page.goto(f"{server}/add")
    page.locator("input[type=file]").set_input_files([str(long_line)])
    page.locator("form[data-script=add] button").click()
    page.wait_for_selector("#job a[href='/changes']", timeout=300_000)
    assert "long.txt" in page.locator("#job").inner_text()
    page.goto(f"{server}/reports?since=2024-05-08&until=2024-05-08")
    page.locator("td.what a.main").first.click()
    assert page.locator("article.report img").count() == 0
    assert "<img" in page.locator("article.report").inner_text()
    page.goto(f"{server}/search?q=Kari+Holm")
    assert page.locator(".hits mark").count() > 0
    assert faults == []
