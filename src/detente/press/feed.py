"""RSS and Atom: one report an entry."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from detente.errors import UnreadableSource
from detente.press.html import fragment_text
from detente.press.opened import Opened
from detente.press.page import Raw


def read(source: Opened) -> Iterator[Raw]:
    import feedparser

    # bytes in a stream: a string would be taken for an address and fetched
    found = feedparser.parse(BytesIO(source.whole()), sanitize_html=True)
    if not found.entries:
        why = f" ({found.bozo_exception})" if found.get("bozo") else ""
        raise UnreadableSource(source.name, f"no entries found in this feed{why}")
    for number, entry in enumerate(found.entries, 1):
        yield from _report(source, found.feed, entry, number)
    if found.get("bozo") and not isinstance(
        found.bozo_exception, feedparser.CharacterEncodingOverride
    ):
        source.note(f"this feed is damaged ({found.bozo_exception}); some of it may be missing")


def _report(source: Opened, feed: Any, entry: Any, number: int) -> Iterator[Raw]:
    contents = [c.get("value") or "" for c in entry.get("content", ())] + [
        entry.get("summary") or ""
    ]
    title = entry.get("title") or ""
    text = fragment_text(max(contents, key=len)) or title
    if not text.strip():
        source.lost("this entry has no text; it is left aside", number)
        return
    url = entry.get("link") or None
    own = url or entry.get("id") or f"{source.name}:{number}"
    yield Raw(
        source=own,
        name=own if url or entry.get("id") else source.base,
        text=text,
        title=fragment_text(title),
        outlet=(entry.get("source") or {}).get("title"),
        author=entry.get("author") or None,
        language=_language(entry, feed),
        published=entry.get("published") or entry.get("updated") or None,
        url=url,
        site=feed.get("title") or None,
    )


def _language(entry: Any, feed: Any) -> str | None:
    own = [c.get("language") for c in entry.get("content", ())]
    own.append((entry.get("summary_detail") or {}).get("language"))
    return next((str(x) for x in [*own, feed.get("language")] if x), None)
