"""The formats that are read: which module reads a source, by its suffix and its first bytes.

A new format is a module with `read(source: Opened) -> Iterator[Raw]` and an entry here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import PurePath

from detente.errors import UnknownFormat
from detente.press.opened import Opened
from detente.press.page import Raw

SUFFIXES = {
    "text": (".txt", ".text"),
    "markdown": (".md", ".markdown"),
    "html": (".html", ".htm", ".xhtml"),
    "jsonl": (".jsonl", ".ndjson", ".json"),
    "feed": (".rss", ".atom", ".xml"),
    "pdf": (".pdf",),
    "rtf": (".rtf",),
    "eml": (".eml",),
    "warc": (".warc", ".warc.gz"),
    "parquet": (".parquet",),
}
"""Module of this folder to the suffixes of its files."""

_SIGNATURES = {b"%PDF-": "pdf", b"{\\rtf": "rtf"}
_FEED = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<\?[^>]*>\s*|<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.I | re.S
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b",
    re.I | re.S,
)


def of_name(name: str) -> str | None:
    """The format that a file's suffix tells, None where it tells none."""
    base = PurePath(name).name.lower().lstrip(".")
    return next((kind for kind, known in SUFFIXES.items() if base.endswith(known)), None)


def of_source(source: Opened) -> str:
    """The format of an opened source. What its first bytes show goes before its suffix, for pages
    and feeds are often kept under a wrong one; `{` tells JSON Lines where no suffix speaks."""
    named = None if source.url else of_name(source.name)
    peek = getattr(source.stream, "peek", None)
    head = bytes(peek(4096))[:4096].removeprefix(b"\xef\xbb\xbf") if peek else b""
    for mark, kind in _SIGNATURES.items():
        if head.startswith(mark):
            return kind
    if _FEED.match(head):
        return "feed"
    if _HTML.match(head):
        return "html"
    if named == "feed":
        raise UnknownFormat(source.name, "XML, but neither an RSS nor an Atom feed")
    if named:
        return named
    return "jsonl" if head.lstrip().startswith(b"{") else "text"


def read(source: Opened) -> Iterator[Raw]:
    """The raw reports of a source, one after the other."""
    yield from import_module(f"detente.press.{of_source(source)}").read(source)
