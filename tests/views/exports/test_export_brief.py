"""The brief as a page and as a Word document."""

from __future__ import annotations

import io
from typing import Any

import pytest
from lxml import html  # type: ignore[import-untyped]

from detente.errors import DetenteError
from detente.model import Record
from detente.views.exports import export, format_of


def test_the_page_is_whole_and_runs_nothing(hard_record: Record) -> None:
    data = export(hard_record, "html", language="fr").files[""].decode()
    page = html.document_fromstring(data)
    assert page.get("lang") == "fr"
    assert [h.text for h in page.iter("h2")][:2] == [
        "Ce qui s’est passé",
        "Prévu, proposé ou démenti",
    ]
    assert not list(page.iter("script", "link", "img", "iframe"))
    assert "alert('a')" in page.text_content()
    assert "\x07" not in data
    item = next(i for i in page.iter("li") if "expulsion" in i.text_content())
    assert item.find("strong").text == "2031-05"
    assert item.find("q").text.startswith("La Suède")
    assert item.find("cite").text == "[@Presse du Sund, 2031-05-20]"


@pytest.mark.parametrize(
    ("language", "heading"), [("en", "What happened"), ("fr", "Ce qui s’est passé")]
)
def test_the_document_has_words_own_styles(
    hard_record: Record, language: str, heading: str
) -> None:
    docx: Any = pytest.importorskip("docx")
    data = export(hard_record, "docx", language=language).files[""]
    document = docx.Document(io.BytesIO(data))
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings[0] == heading and len(headings) == 6
    bullets = [p for p in document.paragraphs if p.style.name == "List Bullet"]
    assert any("deux attachés 🕊 danois" in p.text for p in bullets)
    assert all(p.runs[0].bold for p in bullets)
    assert any(p.style.name == "List Bullet 2" for p in document.paragraphs)
    assert document.core_properties.created.date().isoformat() == "2031-05-20"


def test_a_briefs_format_is_told_by_its_file() -> None:
    assert [format_of("brief", name) for name in ("a.md", "x.d/b.HTML", "c.docx", "x.d/note", "-")] == [
        "markdown", "html", "docx", "markdown", "markdown",
    ]  # fmt: skip
    with pytest.raises(DetenteError, match=r"not to \.odt"):
        format_of("brief", "note.odt")
