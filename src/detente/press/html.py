"""Web pages, kept as files or fetched: the report by trafilatura, its date by htmldate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from detente.errors import UnreadableSource
from detente.press.decode import decode
from detente.press.opened import Opened
from detente.press.page import Raw

_CHARSET = re.compile(rb"<meta[^>]{1,200}charset=[\"']?([\w-]+)", re.I)
_LANG = re.compile(r"<html[^>]{0,500}?\slang=[\"']?([\w-]+)", re.I)
_CANONICAL = re.compile(r"<link[^>]+rel=[\"']canonical[\"'][^>]+href=[\"'](https?://[^\"']+)", re.I)
_BLOCKS = frozenset(
    "p div br h1 h2 h3 h4 h5 h6 li ul ol blockquote article section figcaption table tr".split()
)
_UNSEEN = frozenset("script style figure aside iframe noscript head".split())


def read(source: Opened) -> Iterator[Raw]:
    import trafilatura

    data = source.whole()
    declared = _CHARSET.search(data[:4096])
    markup, note = decode(data, source.name, declared[1].decode("ascii") if declared else None)
    if note:
        source.note(note)
    canonical = _CANONICAL.search(markup)
    url = source.url or (canonical[1] if canonical else None)
    found: Any = trafilatura.bare_extraction(
        markup, url=url, include_comments=False, with_metadata=True, date_extraction_params=_DATES
    )
    text = found.text if found else ""
    if not text:
        _, text, _ = trafilatura.baseline(markup)
    if not text or not text.strip():
        raise UnreadableSource(source.name, "no report's text found in this page")
    language = _LANG.search(markup)
    yield Raw(
        source=source.name,
        name=source.base,
        text=text,
        title=(found.title if found else None) or "",
        untitled=not (found and found.title),
        author=found.author if found else None,
        published=_date(markup, url),
        language=language[1] if language else None,
        url=url,
        site=found.sitename if found else None,
    )


_DATES = {"extensive_search": False, "original_date": True}
"""Only what a page states as its date of publication; a guess from its text is not `given`."""


def _date(markup: str, url: str | None) -> str | None:
    from htmldate import find_date

    found = find_date(markup, extensive_search=False, original_date=True, url=url)
    return str(found) if found else None


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
