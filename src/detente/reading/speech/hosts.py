"""A text's sentences with their quotations shut: what stands inside marks neither ends nor splits one.

A *host* is the sentence around a quotation (« Il a dit : « Oui. Non. » et il est parti. » is one host),
or any other sentence of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from detente.reading.speech.marks import Quote, abbreviated

_MARK = re.compile(r"[\n.!?…]")
_STARTS = re.compile(r"[\s\u00a0]*[«“\"„‘(\[—–-]*[\s\u00a0]*[A-ZÀ-Þ0-9«“\"]")


@dataclass(slots=True)
class Host:
    """`start`, `end`: characters; `quotes` in order; `paragraph` counts from 0."""

    start: int
    end: int
    paragraph: int
    quotes: list[Quote] = field(default_factory=list)

    def bare(self, text: str) -> str:
        """The host without its quotations, each of which leaves a `\\0`."""
        out, at = [], self.start
        for quote in self.quotes:
            out += [text[at : quote.start], "\0"]
            at = quote.end
        return "".join([*out, text[at : self.end]])


def find_hosts(
    text: str, quotes: list[Quote], abbreviations: frozenset[str] = frozenset()
) -> list[Host]:
    """All hosts of a text, in order; white space between them belongs to none. `abbreviations` are
    words whose full stop ends no sentence."""
    hosts: list[Host] = []
    paragraph = 0
    start = at = 0
    inside: list[Quote] = []
    pending = list(quotes)

    def close(end: int) -> None:
        nonlocal start, inside
        first = start
        while first < end and text[first].isspace():
            first += 1
        last = end
        while last > first and text[last - 1].isspace():
            last -= 1
        if last > first:
            hosts.append(Host(first, last, paragraph, inside))
        start, inside = end, []

    while at < len(text):
        if pending and at == pending[0].start:
            quote = pending.pop(0)
            inside.append(quote)
            paragraph += len(re.findall(r"\n\s*", text[at : quote.end]))
            at = quote.end
            last = text[quote.inner_end - 1] if quote.inner_end else ""
            if (last in ".!?…" or text[at : at + 1] == "") and _STARTS.match(text, at):
                close(at)
            continue
        char = text[at]
        if char == "\n":
            end = at
            while at < len(text) and text[at].isspace():
                at += 1
            if at < len(text) and _goes_on(text, end, at):
                paragraph += 1
                continue
            close(end)
            start = at
            paragraph += 1
            continue
        if char in ".!?…" and _ends(text, at, abbreviations):
            while at + 1 < len(text) and text[at + 1] in ".!?…":
                at += 1
            close(at + 1)
        mark = _MARK.search(text, at + 1)
        at = mark.start() if mark else len(text)
        if pending:
            at = min(at, pending[0].start)
    close(len(text))
    return hosts


def _goes_on(text: str, end: int, at: int) -> bool:
    """Whether a sentence runs over a break of lines: it has not ended and goes on in small letters."""
    before = text[:end].rstrip()[-1:]
    if text[at] in ",;":
        return True
    return text[at].islower() and (before == "," or before in '»”"' or before.islower())


def _ends(text: str, at: int, abbreviations: frozenset[str]) -> bool:
    rest = text[at + 1 : at + 40]
    if rest[:1] in ".!?…":
        return True
    if abbreviated(text, at, abbreviations):
        return False
    if not rest or rest[0].isspace():
        return not rest.strip() or bool(_STARTS.match(rest))
    # paragraphs glued together: « …en mai.Les autres »
    told = text[at - 1 : at].islower() or text[at - 1 : at] in ("»", "”")
    glued = rest[0].isupper() and rest[1:2].islower() and told
    return glued or rest[0] in '«“"'
