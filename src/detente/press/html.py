"""Web pages, kept as files or fetched: the report by trafilatura, its date by htmldate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from detente.errors import SourceNote, UnreadableSource
from detente.press.decode import decode
from detente.press.opened import Opened
from detente.press.page import Raw

_CHARSET = re.compile(rb"<meta[^>]{1,200}charset=[\"']?([\w-]+)", re.I)
_LANG = re.compile(r"<html[^>]{0,500}?\slang=[\"']?([\w-]+)", re.I)
_CANONICAL = re.compile(r"<link[^>]+rel=[\"']canonical[\"'][^>]+href=[\"'](https?://[^\"']+)", re.I)
_EXPORTS = ("europresse", "factiva")
"""Modules for pages that are a database's export of many reports."""
_BLOCKS = frozenset(
    "p div br h1 h2 h3 h4 h5 h6 li ul ol blockquote article section figcaption table tr".split()
)
_UNSEEN = frozenset("script style figure aside iframe noscript head".split())


def read(source: Opened) -> Iterator[Raw]:
    markup = decoded(source.whole(), source, source.name)
    for name in _EXPORTS:
        module = import_module(f"detente.press.{name}")
        if module.MARK.search(markup):
            yield from module.reports(source, markup)
            return
    yield page(markup, source.name, source.base, source.url)


def decoded(data: bytes, source: Opened, where: str, charset: str | None = None) -> str:
    """A page's bytes as text, by the encoding that came with it or that it names itself."""
    declared = _CHARSET.search(data[:4096])
    encoding = charset or (declared[1].decode("ascii") if declared else None)
    markup, note = decode(data, where, encoding)
    if note:
        source.on_error(SourceNote(where, note))
    return markup


def page(markup: str, where: str, name: str, url: str | None) -> Raw:
    """The report of a page. `where` it is, and its `name` for the report's id. Raises
    `UnreadableSource` where it holds none."""
    import trafilatura

    canonical = _CANONICAL.search(markup)
    url = url or (canonical[1] if canonical else None)
    found: Any = trafilatura.bare_extraction(
        markup, url=url, include_comments=False, with_metadata=True, date_extraction_params=_DATES
    )
    text = found.text if found else ""
    if not text:
        _, text, _ = trafilatura.baseline(markup)
    if not text or not text.strip():
        raise UnreadableSource(where, "no report's text found in this page")
    return Raw(
        source=where,
        name=name,
        text=text,
        title=(found.title if found else None) or "",
        untitled=not (found and found.title),
        author=found.author if found else None,
        published=(found.date if found else None) or None,
        language=language_of(markup),
        url=url,
        site=found.sitename if found else None,
    )


def language_of(markup: str) -> str | None:
    """The language that a page says it is in."""
    said = _LANG.search(markup)
    return said[1] if said else None


_DATES = {"extensive_search": False, "original_date": True}
"""Only what a page states as its date of publication; a guess from its text is not `given`."""


def fragment_text(markup: str) -> str:
    """Text that may hold HTML, as feeds and JSON carry it, without its tags: a blank line between
    two blocks. Text without tags comes back as it is."""
    if not re.search(r"</?[a-zA-Z][^<>]*>", markup):
        return markup
    from lxml import etree, html  # type: ignore[import-untyped]

    try:
        root = html.fragment_fromstring(markup, create_parent="div")
    except (etree.LxmlError, ValueError):  # ValueError: characters that XML forbids
        return markup
    return element_text(root)


def tree(markup: str) -> Any:
    """A page as an lxml tree, without what lxml refuses in a text: control characters, and an XML
    declaration that names an encoding."""
    from lxml import html

    plain = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", markup)
    return html.document_fromstring(re.sub(r"\A\s*<\?xml[^>]*\?>", "", plain))


def element_text(root: Any) -> str:
    """The text below an lxml element, a blank line between two blocks; what pages hide or set
    apart (scripts, captions) left out."""
    from lxml import etree

    blocks = any(node.tag in ("p", "br", "div") for node in root.iterdescendants())
    pieces: list[str] = []

    def add(text: str | None) -> None:
        if text:
            pieces.append(re.sub(r"\s*\n\s*", " ", text) if blocks else text)

    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        if event == "start":
            pieces.append("\n\n" if node.tag in _BLOCKS and node is not root else "")
            if node.tag in _UNSEEN:
                walk.skip_subtree()
            else:
                add(node.text)
        elif node is not root:
            pieces.append("\n\n" if node.tag in _BLOCKS else "")
            add(node.tail)
    return "".join(pieces)
