"""Europresse's HTML export: many documents in one page, each an `article` element.

Its header has the outlet (`DocPublicationName`), section, day and length (`DocHeader`), the title
(`titreArticle…`) and the author; its section the text (`docOcurrContainer` or `DocText`); its footer
the document's number, `news·20230116·LM·123`, which is its id and tells its day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from detente.press.html import element_text, tree
from detente.press.opened import Opened
from detente.press.page import Raw

MARK = re.compile(r"""class=["'][^"']*\bDocPublicationName\b""")
"""What tells this export from other pages."""
_NUMBER = re.compile(r"\bnews\s*[·.•]\s*(\d{8})\s*[·.•]\s*([\w.]+)\s*[·.•]\s*([\w.·•-]+)")
_NAME_ENDS = re.compile(r"\s*(?:\(|,?\s+no\.?\s*\d|\s{2,}|\n|\s;\s).*", re.S)
"""What follows an outlet's name: « (site web) », « , no. 22123 », the editions of a regional."""
_ASIDE = ("apd-wrapper", "link-not-hosted")
"""Classes of what is no text of the report: where else it appeared, a link in place of it."""


def reports(source: Opened, markup: str) -> Iterator[Raw]:
    """The documents of an export, one after the other. One without text (a link to the outlet's own
    site) is told and left aside."""
    root = tree(markup)
    documents = root.xpath("//article[.//*[contains(@class, 'DocPublicationName')]]")
    for number, document in enumerate(documents, 1):
        yield from _report(source, document, number)


def _report(source: Opened, document: Any, number: int) -> Iterator[Raw]:
    for name in _ASIDE:
        for node in document.xpath(f".//*[contains(@class, '{name}')]"):
            node.drop_tree()
    body = _first(document, "docOcurrContainer") or _first(document, "DocText")
    title = _first(document, "titreArticleVisu") or _first(document, "titreArticle")
    if not body:
        called = f"« {title[:80]} »" if title else "this document"
        source.lost(f"{called} has no text; it is left aside", number)
        return
    found = _NUMBER.search(" ".join(document.text_content().split()))
    own = f"news·{found[1]}·{found[2]}·{found[3]}" if found else None
    header = _first(document, "DocHeader")
    yield Raw(
        source=own or f"{source.name}:{number}",
        name=own or source.base,
        text=body,
        title=" ".join(title.split()),
        outlet=_NAME_ENDS.sub("", _first(document, "DocPublicationName")).strip() or None,
        author=_author(document),
        published=found[1] if found else header or None,
        untitled=not title,
    )


def _first(document: Any, name: str) -> str:
    """The text of the first element of a class, paragraphs apart."""
    for node in document.xpath(
        f".//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]"
    ):
        if text := element_text(node).strip():
            return str(text)
    return ""


def _author(document: Any) -> str | None:
    if named := _first(document, "docAuthors"):
        return " ".join(named.split())
    for node in document.xpath(
        ".//*[contains(@class, 'titreArticle')]/following-sibling::p"
        "[contains(@class, 'sm-margin-bottomNews')]"
    ):
        return " ".join(node.text_content().split()) or None
    return None
