"""JSON Lines: one report a line, with `text` and, where known, `id, url, title, published, outlet,
language, author`. A file that is one JSON list of such objects, or one object, is read as well, and so
are the objects of news-please."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from detente.errors import UnreadableSource
from detente.press import newsplease
from detente.press.decode import decode
from detente.press.html import fragment_text
from detente.press.opened import MAX_BYTES, Opened
from detente.press.page import Raw

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_WHOLE_LIST = 0
_PLAIN = ("title", "outlet", "language", "author")


def read(source: Opened) -> Iterator[Raw]:
    for number, line in _lines(source):
        try:
            text, note = decode(line, source.name)
            if note:
                source.note(note, number)
            item = msgspec.json.decode(text)
        except UnreadableSource as error:
            source.lost(error.reason, number)
        except msgspec.DecodeError as error:
            source.lost(f"no valid JSON ({_reason(error)}); this line is left aside", number)
        else:
            if number == _WHOLE_LIST:
                for place, one in enumerate(item, 1):
                    yield from report(source, one, place)
            else:
                yield from report(source, item, number)


def _reason(error: msgspec.DecodeError) -> str:
    return str(error).removeprefix("JSON is malformed: ")


def _lines(source: Opened) -> Iterator[tuple[int, bytes]]:
    """Numbered lines that are not blank; the whole file where it is one JSON value: an object
    as line 1, a list as line `_WHOLE_LIST`."""
    head = _peek(source)
    if head.startswith(_UTF16) or head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"["):
        data = source.whole()
        if head.startswith(_UTF16):
            data = data.decode("utf-16", "replace").encode()
        if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"[") and _is_json(data):
            yield _WHOLE_LIST, data
            return
        yield from ((n, line) for n, line in enumerate(data.split(b"\n"), 1) if line.strip())
        return
    if _whole_object(head):
        yield 1, source.whole()
        return
    number, some = source.first - 1, False
    while line := source.stream.readline(MAX_BYTES + 1):
        number += 1
        if len(line) > MAX_BYTES:
            source.lost(f"longer than {MAX_BYTES // 2**20} MB; this line is left aside", number)
            while line and not line.endswith(b"\n"):
                line = source.stream.readline(MAX_BYTES)
            some = True
        elif line.strip():
            some = True
            yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
    if not some:
        raise UnreadableSource(source.name, "empty; there is nothing to read")


def _peek(source: Opened) -> bytes:
    peek = getattr(source.stream, "peek", None)
    return bytes(peek(4096)) if peek else b""


def _is_json(data: bytes) -> bool:
    try:
        msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=msgspec.Raw)
    except msgspec.DecodeError:
        return False
    return True


def _whole_object(head: bytes) -> bool:
    """An object laid out over several lines: its first line is no JSON by itself."""
    first = head.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)
    return len(first) == 2 and first[0].strip() == b"{"


def report(source: Opened, item: Any, number: int) -> Iterator[Raw]:
    """The report of one object, with the number of its line, or none and why."""
    if not isinstance(item, dict):
        kind = {list: "a list", str: "a string", type(None): "null"}.get(type(item), "a number")
        source.lost(f"{kind}, not an object with a `text`; this line is left aside", number)
        return
    if newsplease.is_article(item):
        item = newsplease.renamed(item)
    text = item.get("text")
    if not isinstance(text, str) or not text.strip():
        has = ", ".join(map(str, list(item)[:8])) or "nothing"
        source.lost(f"no `text` (it has: {has}); this line is left aside", number)
        return
    known = {key: _word(item.get(key)) for key in (*_PLAIN, "url", "id", "published")}
    for key in sorted(k for k in known if known[k] is None and item.get(k) not in (None, "")):
        source.note(f"`{key}` is no plain value and is left aside", number)
    url, own = known["url"], known["id"]
    yield Raw(
        source=url or own or f"{source.name}:{number}",
        name=url or own or source.base,
        text=fragment_text(text),
        title=known["title"] or "",
        untitled=not known["title"],
        outlet=known["outlet"],
        author=known["author"],
        language=known["language"],
        published=known["published"],
        url=url,
        site=_word(item.get("site")),
    )


def _word(value: Any) -> str | None:
    """A value as a string; a list of strings (authors) joined."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, list) and value and all(isinstance(v, str) for v in value):
        return ", ".join(value)
    return str(value).strip() or None if isinstance(value, (str, int, float)) else None
