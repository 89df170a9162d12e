"""The JSON that news-please writes of an article: its names, as those of `jsonl`.

`maintext` is the text, `date_publish` (« 2023-01-16 18:05:00 ») the day, `source_domain` the site;
`authors` a list; `date_download` and `date_modify` say nothing of when the report came out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

MARK = "maintext"
_NAMES = {"text": "maintext", "published": "date_publish", "author": "authors"}
_SAME = ("title", "language", "url", "id")


def is_article(item: Mapping[str, Any]) -> bool:
    """Whether an object is one of news-please's."""
    return MARK in item and "text" not in item


def renamed(item: Mapping[str, Any]) -> dict[str, Any]:
    """The object under the names of `jsonl`. A title or text that news-please did not find is
    `None` there, or the string « None »."""
    found = {name: item.get(theirs) for name, theirs in _NAMES.items()}
    found |= {name: item.get(name) for name in _SAME}
    if isinstance(found["author"], list) and not found["author"]:
        found["author"] = None
    found["site"] = item.get("source_domain")
    return {name: None if value == "None" else value for name, value in found.items()}
