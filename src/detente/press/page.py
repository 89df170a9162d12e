"""A report while it is being cleaned."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit


@dataclass(frozen=True, kw_only=True, slots=True)
class Raw:
    """A report as a format module takes it out of its file, before cleaning.

    `name` is what its id is made of beside the text: the base name of a file, the address of a
    page, the id of a JSON line."""

    source: str
    name: str
    text: str
    title: str = ""
    outlet: str | None = None
    author: str | None = None
    language: str | None = None
    published: str | None = None
    url: str | None = None
    site: str | None = None
    """Name of the site that carries it, used as outlet where nothing better is known."""
    untitled: bool = False
    """The format has no place for a title: it may be the first line of the text."""


@dataclass(slots=True)
class Stamp:
    """Words that tell the day on which a report came out, on line `line` of a page."""

    line: int
    start: int
    end: int
    date: str
    rank: int
    """0: “publié le”, 1: a dateline, 2: a bare date, 3: “mis à jour le”, 4: the day of a picture."""
    alone: bool = True
    """The line holds nothing of the report itself."""
    because: str = ""
    """Of a day that is inferred: the reason."""


@dataclass(slots=True)
class Page:
    """The lines of a report, blank ones included, with what has been learned beside them."""

    lines: list[str]
    title: str = ""
    stamp: str = ""
    """Words of a date that stood glued to the headline."""
    authors: list[str] = field(default_factory=list)
    outlet: str | None = None
    """Given with the report, or read from its head or dateline."""
    credits: list[str] = field(default_factory=list)
    """Agencies that the report says it draws on."""
    stamps: list[Stamp] = field(default_factory=list)
    pictured: list[re.Match[str]] = field(default_factory=list)
    """The days that captions give their pictures, and those of posts that it quotes."""
    untitled: bool = False

    def full(self) -> list[int]:
        """Numbers of the lines that are not blank."""
        return [number for number, line in enumerate(self.lines) if line]

    def sign(self, author: str) -> None:
        """Keeps a byline or signature, once."""
        author = author.strip(" \u00a0()[]-–—|,;.")
        if author and author not in self.authors:
            self.authors.append(author)


def domain(url: str | None) -> str | None:
    """The host of an address, without `www.`."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None
