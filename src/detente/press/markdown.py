"""Markdown: plain text with marks, and front matter where there is some."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from detente.press.decode import decode
from detente.press.opened import Opened
from detente.press.page import Raw

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.S)
_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.M)


def read(source: Opened) -> Iterator[Raw]:
    text, note = decode(source.whole(), source.name)
    if note:
        source.note(note)
    known: dict[str, Any] = {}
    if front := _FRONT.match(text):
        known, text = _front_matter(front[1]), text[front.end() :]
    title = known.get("title")
    first = _HEADING.search(text)
    if not title and first and text[: first.start()].strip() == "":
        title, text = _plain(first[1]), text[first.end() :]
    yield Raw(
        source=source.name,
        name=source.base,
        text=_plain(text),
        title=title or "",
        untitled=not title,
        **{key: known.get(key) for key in ("outlet", "author", "language", "published", "url")},
    )


def _front_matter(block: str) -> dict[str, str]:
    """The front matter's plain values; `date` is `published`, `lang` is `language`."""
    import yaml

    try:
        found = yaml.safe_load(block)
    except yaml.YAMLError:
        return {}
    if not isinstance(found, dict):
        return {}
    names = {"date": "published", "lang": "language"}
    return {
        names.get(str(k), str(k)): str(v)
        for k, v in found.items()
        if v and not isinstance(v, (dict, list))
    }


def _plain(text: str) -> str:
    """The words without the marks: headings, emphasis, links, images, quotation and rules."""
    text = _HEADING.sub(r"\1", text)
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text)
    text = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"(?<!\w)(\*{1,3}|_{1,3})(?=\S)([^\n]+?)(?<=\S)\1(?!\w)", r"\2", text)
    text = re.sub(r"^[ \t]{0,3}>[ \t]?", "", text, flags=re.M)
    return re.sub(r"^[ \t]*(?:[-*_][ \t]*){3,}$", "", text, flags=re.M)
