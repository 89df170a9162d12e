"""Web archives (WARC, ISO 28500), plain or gzipped by record: one report a page, as CC-NEWS has them.

Archives hold all that a crawler saw. Taking a report out of its page is dear, so that the words of
the page's paragraphs are scanned first: pages with nothing of the field are counted and left aside.

A part of an archive (`Opened.start`, `.stop`) is the records that begin in it, so that parts that
join give each record once, wherever they are cut. Needs the extra `warc` (FastWARC).
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from detente.errors import SourceNote, UnreadableSource
from detente.language import LANGUAGES, pack, scan
from detente.press import html
from detente.press.opened import MAX_BYTES, Opened
from detente.press.page import Raw
from detente.press.tongue import code_of

if TYPE_CHECKING:
    from types import ModuleType

_MEMBER = b"\x1f\x8b\x08"
_RECORD = b"\r\n\r\nWARC/"
_STEP = 2**20
_PARAGRAPH = re.compile(r"<p(?:\s[^<>]*)?>(.*?)</p\s*>", re.I | re.S)
_TAG = re.compile(r"<[^<>]*>")
_FEW = 40
"""Words in paragraphs up to which a page may have its text elsewhere, and is not judged by them."""


def read(source: Opened) -> Iterator[Raw]:
    """The pages of an archive that say to be in a language that can be read, or in none. Raises
    `UnreadableSource` where it is no archive."""
    warc = _fastwarc(source.name)
    if source.start:
        at = first_record(source.stream, source.start)
        if at is None:
            return
        source.stream.seek(at)
    aside: Counter[str] = Counter()
    for record in _records(warc, source):
        if source.stop is not None and record.stream_pos >= source.stop:
            break
        headers = record.http_headers
        if headers is None or headers.status_code != 200:
            continue
        if "html" not in (record.http_content_type or ""):
            continue
        url = str(record.headers.get("WARC-Target-URI", "")).strip("<>")
        try:
            markup = html.decoded(record.reader.read(MAX_BYTES), source, url, record.http_charset)
            if why := _nothing_in(markup):
                aside[why] += 1
            else:
                yield html.page(markup, url, url, url)
        except UnreadableSource:
            aside["without a report's text"] += 1
    for why, count in aside.items():
        source.note(f"{count} pages {why} are left aside")


def _nothing_in(markup: str) -> str:
    """Why a page is not worth taking a report out of, by what it says of itself and its words;
    empty where it is."""
    language = code_of(html.language_of(markup[:4096]))
    if language is not None and language not in LANGUAGES:
        return "in languages that there is no pack for"
    text = " ".join(_PARAGRAPH.findall(markup))
    weight = scan.weigh(_TAG.sub(" ", text), pack(language or LANGUAGES[0]))
    return "with nothing of the field" if weight.words > _FEW and weight.share == "none" else ""


def _fastwarc(name: str) -> ModuleType:
    try:
        from fastwarc import warc
    except ImportError as error:
        why = "web archives need FastWARC: pip install 'detente[warc]'"
        raise UnreadableSource(name, why) from error
    return warc


def _records(warc: ModuleType, source: Opened) -> Iterator[Any]:
    """The responses from where the stream stands, up to the first damage."""
    records = warc.ArchiveIterator(source.stream, record_types=warc.WarcRecordType.response)
    last = None
    try:
        for record in records:
            last = record.stream_pos
            yield record
    except OSError as error:
        if last is None and not source.start:
            raise UnreadableSource(source.name, f"no web archive ({error})") from error
        where = f"after the record at byte {last if last is not None else source.start}"
        why = f"damaged {where} ({error}); the rest is left aside"
        source.on_error(SourceNote(source.name, why))


def first_record(stream: BinaryIO, start: int) -> int | None:
    """Where the first record at or after byte `start` begins, None where there is none."""
    stream.seek(0)
    zipped = stream.read(3) == _MEMBER
    sign, skip = (_MEMBER, 0) if zipped else (_RECORD, 4)
    base = max(start - skip, 0)
    stream.seek(base)
    held = b""
    while True:
        more = stream.read(_STEP)
        held += more
        at = held.find(sign)
        while at >= 0:
            if not zipped or _opens_record(stream, base + at):
                return base + at + skip
            at = held.find(sign, at + 1)
        if not more:
            return None
        kept = len(sign) - 1
        base += len(held) - kept
        held = held[-kept:]
        stream.seek(base + len(held))


def _opens_record(stream: BinaryIO, at: int) -> bool:
    """Whether the gzip member that seems to begin here holds a record: any three bytes can."""
    stream.seek(at)
    try:
        return zlib.decompressobj(31).decompress(stream.read(4096), 5) == b"WARC/"
    except zlib.error:
        return False
